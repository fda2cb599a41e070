import type { ComparisonRow } from '../model/comparison.ts'
import type { TopicTerm } from '../model/vocabulary.ts'
import { compareValidity, type Validity, validityAt } from '../model/validity.ts'
import { badInput } from './errors.ts'
import type { InstrumentRow } from './loaders.ts'

export interface RowFilters {
  readonly onlyThresholds?: boolean | null
  readonly onlyDifferences?: boolean | null
}

/** Rows with an amount, rows in which a column differs from the base, or both; all where neither is asked for. */
export function filteredRows(
  rows: readonly ComparisonRow[],
  { onlyThresholds, onlyDifferences }: RowFilters,
): readonly ComparisonRow[] {
  return rows.filter((row) => (!onlyThresholds || quantified(row)) && (!onlyDifferences || differs(row)))
}

export function differs({ cells }: ComparisonRow): boolean {
  return cells.some(({ relation }) => relation !== null && relation !== 'SAME')
}

export function quantified({ cells }: ComparisonRow): boolean {
  return cells.some(({ thresholds }) => thresholds.length > 0)
}

/** Topics that have rows, with their children's rows counted in. */
export function topicCounts(rows: readonly ComparisonRow[], topics: readonly TopicTerm[]) {
  return topics
    .map((topic) => ({ topic, within: rows.filter((row) => isWithin(row.topic, topic, topics)) }))
    .filter(({ within }) => within.length > 0)
    .map(({ topic, within }) => ({
      topic,
      rows: within.length,
      differing: within.filter(differs).length,
      quantified: within.filter(quantified).length,
    }))
}

function isWithin(key: string, { key: wanted }: TopicTerm, topics: readonly TopicTerm[]): boolean {
  return key === wanted || topics.find((topic) => topic.key === key)?.parent === wanted
}

interface OnDate {
  readonly validity: readonly Validity[] | null | undefined
  readonly base: string | null
  readonly asOf: string
}

/**
 * The columns of the validities that are asked for on the date, and the base whatever it is.
 * @throws BAD_USER_INPUT where none is left, with what they are
 */
export function validColumns(
  rows: readonly InstrumentRow[],
  { validity, base, asOf }: OnDate,
): readonly InstrumentRow[] {
  if (!validity || validity.length === 0) return rows
  const kept = rows.filter((row) => row.id === base || validity.includes(validityAt(row, asOf)))
  if (kept.length > 0) return kept
  const found = [...new Set(rows.map((row) => validityAt(row, asOf)))].sort(compareValidity)
  throw badInput(
    'validity',
    `none of the columns is ${validity.join(' or ')} on ${asOf}: they are ${found.join(', ')}; ask for one of these too`,
  )
}
