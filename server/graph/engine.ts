import type { PropertyType } from './schema.ts'

export type Parameters = Readonly<Record<string, unknown>>
export type Rows = readonly Readonly<Record<string, unknown>>[]

/** Runs one statement; `$parameters` carry all values. */
export type Run = (statement: string, parameters?: Parameters) => Promise<Rows>

/** What a database must do for the graph to stand on it; everything above is shared by both. */
export interface Engine {
  readonly dialect: Dialect
  readonly read: Run
  /** One transaction, after the ones before it; rolled back when `work` fails. Neo4j may run `work` again. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>
  ping(): Promise<void>
  close(): Promise<void>
}

/** Where the engines' Cypher differs. */
export interface Dialect {
  /** Statements that make tables, constraints and indexes; safe to run again. */
  readonly ddl: readonly string[]
  /** The expression of a value of `$rows` as it must be written to be stored in its type. */
  stored(expression: string, type: PropertyType): string
  /** The value as it must be sent for `stored`. */
  sent(value: unknown, type: PropertyType): unknown
}
