import type { ComparedInstrument } from '../model/comparison.ts'
import { clauseSetOf, type ClauseSet } from './remainder.ts'
import type { Entry } from './rows.ts'
import { coreOf, type Core } from './wording.ts'

/** One column in one row. Its wording is read when it is first compared, and once. */
export interface Side {
  readonly column: ComparedInstrument
  readonly entry: Entry
  readonly core: () => Core
  readonly clauses: () => ClauseSet
}

export function sideOf(column: ComparedInstrument, entry: Entry = SILENCE, words: readonly string[]): Side {
  const wording = { name: column.name, ownNames: column.ownNames ?? [], marks: entry.marks, sequels: entry.sequels }
  return { column, entry, core: once(() => coreOf(wording, words)), clauses: once(() => clauseSetOf(wording)) }
}

export function isSilent({ entry: { thresholds, marks } }: Side): boolean {
  return thresholds.length === 0 && marks.length === 0
}

const SILENCE: Entry = { thresholds: [], marks: [], around: [], sequels: [] }

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
