import type { Comparator } from '../model/facts.ts'

/** The amounts that meet a requirement: all between two ends, each of which counts or does not. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly lowCounts: boolean
  readonly highCounts: boolean
}

/**
 * The amounts that meet a threshold. 以上, 以下 and 之间 include their ends.
 * @example rangeOf({ comparator: '<', value: 0.7, upper: null }) // −∞ to 0.7, which does not count
 */
export function rangeOf({ comparator, value, upper }: Bound): Range {
  const range = { low: -Infinity, high: Infinity, lowCounts: false, highCounts: false }
  switch (comparator) {
    case '>=':
      return { ...range, low: value, lowCounts: true }
    case '>':
      return { ...range, low: value }
    case '<=':
      return { ...range, high: value, highCounts: true }
    case '<':
      return { ...range, high: value }
    case '=':
      return { low: value, high: value, lowCounts: true, highCounts: true }
    case 'between':
      return { low: value, high: upper ?? Infinity, lowCounts: true, highCounts: upper !== null }
  }
}

interface Bound {
  readonly comparator: Comparator
  readonly value: number
  readonly upper: number | null
}

export function holds(range: Range, amount: number): boolean {
  return !isBelow(range, amount) && !isAbove(range, amount)
}

export function isBelow({ low, lowCounts }: Range, amount: number): boolean {
  return lowCounts ? amount < low : amount <= low
}

export function isAbove({ high, highCounts }: Range, amount: number): boolean {
  return highCounts ? amount > high : amount >= high
}

/**
 * The nearest amount that meets the range; whole for units that are counted. Of an end that does not count, the next
 * number that a computer can write: nothing between them could be told apart.
 */
export function nearest(range: Range, amount: number, isCounted: boolean): number {
  if (isBelow(range, amount)) return edge(range.low, range.lowCounts, { isCounted, step: 1 })
  if (isAbove(range, amount)) return edge(range.high, range.highCounts, { isCounted, step: -1 })
  return amount
}

/** The nearest amount that does not meet the range; null for a range that everything meets. */
export function nearestOutside(range: Range, amount: number, isCounted: boolean): number | null {
  if (!holds(range, amount)) return amount
  const ends = [
    range.low === -Infinity ? null : edge(range.low, !range.lowCounts, { isCounted, step: -1 }),
    range.high === Infinity ? null : edge(range.high, !range.highCounts, { isCounted, step: 1 }),
  ].filter((end) => end !== null)
  return ends.toSorted((one, two) => Math.abs(one - amount) - Math.abs(two - amount))[0] ?? null
}

function edge(end: number, counts: boolean, { isCounted, step }: { isCounted: boolean; step: 1 | -1 }): number {
  if (isCounted)
    return step > 0 ? (counts ? Math.ceil(end) : Math.floor(end) + 1) : counts ? Math.floor(end) : Math.ceil(end) - 1
  return counts ? end : neighbour(end, step)
}

/**
 * What must be added to or taken from an amount so that it meets the range; a hair less would not do. Null when it meets it.
 * @example gapOf(rangeOf({ comparator: '>=', value: 50, upper: null }), 49, true) // 1
 */
export function gapOf(range: Range, amount: number, isCounted: boolean): number | null {
  if (holds(range, amount)) return null
  // The near end alone is tried: of 0.1 and a billion there is no difference that leads to 0.1 to the last digit.
  const [direction, isShort] = isBelow(range, amount) ? [1, isBelow] : [-1, isAbove]
  const isEnough = (gap: number): boolean => !isShort(range, amount + direction * gap)
  const target = nearest(range, amount, isCounted)
  const exact = Math.abs(target - amount)
  // 0.7 − 0.65 is 0.0499…93 to a computer: 0.05 is meant, where that is enough.
  const plain = Number(exact.toPrecision(DIGITS))
  if (isEnough(plain)) return plain
  const top = Math.max(target, amount)
  return isEnough(exact) ? exact : exact + (neighbour(top, 1) - top)
}

const DIGITS = 12

const BITS = new DataView(new ArrayBuffer(8))

/** The next number up or down that a computer can write. */
function neighbour(amount: number, step: 1 | -1): number {
  if (!Number.isFinite(amount)) return amount
  if (amount === 0) return step * Number.MIN_VALUE
  BITS.setFloat64(0, amount)
  BITS.setBigInt64(0, BITS.getBigInt64(0) + BigInt(amount > 0 ? step : -step))
  return BITS.getFloat64(0)
}
