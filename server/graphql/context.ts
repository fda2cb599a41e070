import type { Store } from '../graph/store.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { type Loaders, loaders } from './loaders.ts'

/** What the resolvers ask: the reading half of the store. */
export type Graph = Pick<Store, 'ask' | 'search'>

/** One per request, so that its loaders see one state and are dropped with it. */
export interface Context {
  readonly graph: Graph
  readonly vocabulary: Vocabulary
  /** Default of every asOf, YYYY-MM-DD. */
  readonly today: string
  readonly load: Loaders
}

export function contextOf(graph: Graph, vocabulary: Vocabulary, today: string): Context {
  return { graph, vocabulary, today, load: loaders(graph) }
}
