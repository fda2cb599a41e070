import type { FitThreshold, Verdict } from '../model/fit.ts'
import { gapOf, holds, isAbove, isBelow, type Range, rangeOf } from './range.ts'

/** What the known part of an answer says of a requirement. */
export interface Measured {
  readonly verdict: Extract<Verdict, 'PASS' | 'FAIL' | 'UNKNOWN'>
  /** The amount that was held against the requirement: of years the worst, the sum or the mean. Null when it is open. */
  readonly have: number | null
  readonly gap: number | null
}

const OPEN: Measured = { verdict: 'UNKNOWN', have: null, gap: null }

/**
 * One amount against a threshold, both in the canonical unit; null for no answer.
 * @example measureNumber(threshold, 49) // { verdict: 'FAIL', have: 49, gap: 1 }
 */
export function measureNumber(threshold: FitThreshold, amount: number | null): Measured {
  return amount === null ? OPEN : measured(rangeOf(threshold), amount, isCounted(threshold.unit))
}

/**
 * Amounts by year, the latest first, against a threshold over a window of years: each year, their sum or their mean. A
 * missing year leaves the answer open only where it could change it.
 * @example measureSeries(totalOf2000, [1500, 600]) // PASS although the third year is missing
 */
export function measureSeries(threshold: FitThreshold, series: readonly (number | null)[]): Measured {
  const years = yearsOf(threshold)
  const asked = Array.from({ length: years }, (_, at) => series[at] ?? null)
  const known = asked.filter((amount) => amount !== null)
  const range = rangeOf(threshold)
  if (known.length === 0) return OPEN
  if (threshold.aggregation !== 'sum' && threshold.aggregation !== 'mean') return measureEach(range, known, years)
  const share = threshold.aggregation === 'mean' ? years : 1
  const least = known.reduce((sum, amount) => sum + amount, 0) / share
  if (known.length === years) return measured(range, least, false)
  return measureAtLeast(range, least)
}

function measureEach(range: Range, known: readonly number[], years: number): Measured {
  const worst = known.reduce((one, two) => (distance(range, two) > distance(range, one) ? two : one))
  const least = range.high === Infinity ? Math.min(...known) : worst
  const result = measured(range, holds(range, worst) ? least : worst, false)
  return result.verdict === 'PASS' && known.length < years ? OPEN : result
}

function distance(range: Range, amount: number): number {
  if (isBelow(range, amount)) return range.low - amount + Number.MIN_VALUE
  return isAbove(range, amount) ? amount - range.high + Number.MIN_VALUE : 0
}

/** The amounts of the missing years can only add. */
function measureAtLeast(range: Range, least: number): Measured {
  if (isAbove(range, least)) return measured(range, least, false)
  return range.high === Infinity && holds(range, least) ? measured(range, least, false) : OPEN
}

function measured(range: Range, have: number, counted: boolean): Measured {
  const gap = gapOf(range, have, counted)
  return { verdict: gap === null ? 'PASS' : 'FAIL', have, gap }
}

/** Years that the window of a threshold holds: 3 for P3Y, 1 without a window. */
export function yearsOf({ window }: Pick<FitThreshold, 'window'>): number {
  const [, years] = /^P(\d+)Y$/.exec(window ?? '') ?? []
  return Math.max(1, Number(years ?? 1))
}

/** Units of which there are only whole ones. */
export function isCounted(unit: string): boolean {
  return COUNTED.has(unit)
}

const COUNTED = new Set(
  'person household organization item piece article volume copy sheet set machine vehicle vessel animal plant bed seat kind case time batch'.split(
    ' ',
  ),
)
