import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import { scaled } from './measure.ts'
import type { Requirement } from './requirement.ts'

/** Which end of a range is looked at. */
export interface End {
  readonly inclusive: '>=' | '<='
  readonly strict: '>' | '<'
  /** Multiplied by this, the higher amount is the stricter one. */
  readonly sign: 1 | -1
}
export const LOWER: End = { inclusive: '>=', strict: '>', sign: 1 }
export const UPPER: End = { inclusive: '<=', strict: '<', sign: -1 }

/** One end of what a requirement leaves open. */
export interface Bound {
  readonly requirement: Requirement
  readonly sign: 1 | -1
  readonly weight: number
  readonly strict: boolean
  readonly words: Sentence
}

/** The strictest of the bounds at one end; null where there is none. */
export function binding(side: readonly Requirement[], end: End): Bound | null {
  const bounds = side.flatMap((requirement) => boundOf(requirement, end) ?? [])
  return bounds.reduce<Bound | null>((best, next) => (best === null || order(next, best) > 0 ? next : best), null)
}

/** The lower or the upper end of a requirement; null where it has none. */
function boundOf(requirement: Requirement, { inclusive, strict, sign }: End): Bound | null {
  const end = endOf(requirement, inclusive)
  if (!end || (end.comparator !== inclusive && end.comparator !== strict)) return null
  const isUpper = requirement.threshold.comparator === 'between' && sign < 0
  const weight = sign * (isUpper ? upperOf(requirement.threshold) : scaled(end.value, end.unit))
  return { requirement, sign, weight, strict: end.comparator === strict, words: boundInWords(end) }
}

/** A range at one of its ends, any other amount as it is. */
function endOf({ threshold }: Requirement, comparator: '>=' | '<='): Requirement['threshold'] | null {
  if (threshold.comparator !== 'between') return threshold
  const { upper, upperUnit = threshold.unit, ...rest } = threshold
  if (comparator === '>=') return { ...rest, comparator, upper: null }
  return upper === null ? null : { ...rest, comparator, value: upper, unit: upperUnit, upper: null }
}

const IN_DAYS: Readonly<Record<string, number>> = { month: 30, day: 1, workday: 1, hour: 1 / 24 }

/** The upper end of a range in the unit in which its lower end is compared; infinite without one. */
export function upperOf({ upper, unit, upperUnit = unit }: Requirement['threshold']): number {
  if (upper === null) return Infinity
  const [from, to] = [IN_DAYS[baseOf(upperUnit)], IN_DAYS[baseOf(unit)]]
  return scaled(upper, upperUnit) * (upperUnit === unit || !from || !to ? 1 : from / to)
}

function baseOf(unit: string): string {
  return unit === 'year' ? 'month' : unit === 'week' ? 'day' : unit
}

/** Positive when the first is the stricter one; thirds written as decimals are equal. */
export function order(one: Bound, two: Bound): number {
  return isNear(one.weight, two.weight) ? Number(one.strict) - Number(two.strict) : one.weight - two.weight
}

/** Whether two amounts are the same but for rounding. */
export function isNear(one: number, two: number): boolean {
  const gap = Math.abs(one - two)
  return one === two || (Number.isFinite(gap) && gap <= 1e-9 * Math.max(Math.abs(one), Math.abs(two), 1))
}

/** Whether the value meets every bound of the side, and whether it stands on one. */
export function placeAmong(value: number, side: readonly Requirement[]): 'inside' | 'edge' | 'outside' {
  const bounds = [binding(side, LOWER), binding(side, UPPER)].filter((bound) => bound !== null)
  const gaps = bounds.map(({ sign, weight, strict }) =>
    isNear(sign * value, weight) ? (strict ? -1 : 0) : sign * value - weight,
  )
  if (gaps.some((gap) => gap < 0)) return 'outside'
  return gaps.includes(0) ? 'edge' : 'inside'
}
