import type { Store } from '../graph/store.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { Kept } from './kept.ts'
import { type Loaders, loaders } from './loaders.ts'

/** What the resolvers ask: the reading half of the store. */
export type Graph = Pick<Store, 'ask' | 'search' | 'generation'>

/** What all requests share. */
export interface Shared {
  readonly graph: Graph
  readonly vocabulary: Vocabulary
  readonly kept: Kept
}

/** One per request. */
export interface Context extends Shared {
  /** Default of every asOf, YYYY-MM-DD. */
  readonly today: string
  readonly load: Loaders
}

export function contextOf(shared: Shared, today: string): Context {
  return { ...shared, today, load: loaders(shared.graph) }
}
