import type { ComparedInstrument } from '../model/comparison.ts'
import { bare } from './likeness.ts'
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
  const wording = { name: column.name, ownNames: ownNamesOf(column), marks: entry.marks, sequels: entry.sequels }
  return { column, entry, core: once(() => coreOf(wording, words)), clauses: once(() => clauseSetOf(wording)) }
}

export function isSilent({ entry: { thresholds, marks } }: Side): boolean {
  return thresholds.length === 0 && marks.length === 0
}

/** Bare, and the longest first, so that a name within a name leaves nothing behind. */
function ownNamesOf({ ownNames = [], name }: ComparedInstrument): readonly string[] {
  const names = [...ownNames, name.zh].map((own) => bare(own, [])).filter((own) => own !== '')
  return [...new Set(names)].sort((one, two) => two.length - one.length)
}

const SILENCE: Entry = { thresholds: [], marks: [], around: [], sequels: [] }

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
