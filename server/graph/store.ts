import type { Regulation } from '../model/extraction.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { QueryName, QueryParams, QueryRow } from './queries.ts'

/**
 * The graph of regulations, on either engine. Reads see the graph before or after a write, never half of one.
 * Refusals are `Failure`s: STORE_LOCKED, STORE_DAMAGED, STORE_OUTDATED, STORE_UNAVAILABLE, STORE_READ_ONLY, STORE_FULL.
 */
export interface Store {
  readonly kind: 'embedded' | 'neo4j'
  /** Rows of one `.cypher` file: `ask('provisions-by-id', { ids: ['sx-2023-tic#chp_3__art_11'] })`. */
  ask<N extends QueryName>(name: N, params: QueryParams<N>): Promise<readonly QueryRow<N>[]>
  /** Adds the regulation or replaces the one of its id in one transaction; the same content changes nothing. */
  save(regulation: Regulation): Promise<SaveOutcome>
  /** Puts names to jurisdictions, metrics, topics and roles; call it once after opening. */
  saveVocabulary(vocabulary: Vocabulary): Promise<void>
  /** Takes a held instrument out; it stays as a ghost while others cite it. False when none is held under the id. */
  remove(id: string): Promise<boolean>
  /** Provisions of held instruments whose own words match, best first. */
  search(query: string, first: number): Promise<SearchAnswer>
  /** Resolves when the engine answers. */
  ping(): Promise<void>
  /** Counts the writes: answers may be cached for as long as it stays the same. */
  generation(): Promise<number>
  close(): Promise<void>
}

export interface SaveOutcome {
  readonly id: string
  readonly change: 'created' | 'replaced' | 'unchanged'
  readonly provisions: number
  readonly thresholds: number
  /** Citations of other documents and references to places. */
  readonly references: number
  readonly problems: number
}

export interface SearchAnswer {
  readonly total: number
  readonly hits: readonly Hit[]
}

export interface Hit {
  /** Full id of the provision. */
  readonly provision: string
  /** A stretch of the provision's own words. */
  readonly snippet: string
  /** Half-open ranges in the snippet. */
  readonly highlights: readonly { readonly start: number; readonly end: number }[]
  readonly score: number
}

export type StoreOptions =
  { readonly kind: 'embedded'; readonly home: string } | ({ readonly kind: 'neo4j' } & Neo4jOptions)

export interface Neo4jOptions {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** The server's default when left out. */
  readonly database?: string | undefined
}
