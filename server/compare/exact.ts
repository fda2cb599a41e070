import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Sides } from './bound-words.ts'
import { placeAmong, upperOf } from './ends.ts'
import type { Judgement } from './judgement.ts'
import { scaled } from './measure.ts'
import type { Requirement } from './requirement.ts'

/** A value that is stated and not bounded: 周期3年, 5个档次. */
export function isExact({ threshold }: Requirement): boolean {
  return threshold.comparator === '='
}

/**
 * How stated values stand to each other, or to the bounds of a side that states none. No rule orders two values; one that
 * lies inside the bounds of the other side leaves less room than they do. On the bound itself, whether the value is a
 * least or a fixed one is not stated.
 */
export function compareExact(
  left: readonly Requirement[],
  right: readonly Requirement[],
  sides: Sides,
): Judgement | null {
  const [there, here] = [left.filter(isExact), right.filter(isExact)]
  if (there.length === 0 && here.length === 0) return null
  if (isNarrowed(there, here, sides)) return null
  if (there.length > 0 && here.length > 0) return sameAmounts(there, here) ? null : replaced(left, right)
  if (left.length === 0) return { relation: 'DIFFERENT', reason: spoken('另规定', 'also states ', right) }
  if (right.length === 0) return { relation: 'DIFFERENT', reason: spoken('不再规定', 'no longer states ', left) }
  return here.length > 0 ? settled(left, here) : opened(there, right)
}

/** The same values for fewer applicants: nothing is stated otherwise for the others, and the scope is told beside. */
export function isNarrowed(
  left: readonly Requirement[],
  right: readonly Requirement[],
  { left: allLeft, right: allRight }: Sides,
): boolean {
  if (left.length > 0 && right.length > 0) return false
  const same = (one: Requirement) => [...left, ...right].some((other) => amountKey(one) === amountKey(other))
  return allLeft.some(same) && allRight.some(same)
}

function settled(bounds: readonly Requirement[], values: readonly Requirement[]): Judgement {
  const place = placeOf(values, bounds)
  if (place !== 'inside') return apart(bounds, values, place)
  const [from, to] = [amountsInWords(bounds), amountsInWords(values)]
  return { relation: 'STRICTER', reason: { zh: `由${from.zh}定为${to.zh}`, en: `${from.en} becomes exactly ${to.en}` } }
}

function opened(values: readonly Requirement[], bounds: readonly Requirement[]): Judgement {
  const place = placeOf(values, bounds)
  if (place !== 'inside') return apart(values, bounds, place)
  const [from, to] = [amountsInWords(values), amountsInWords(bounds)]
  return { relation: 'LOOSER', reason: { zh: `由${from.zh}放宽为${to.zh}`, en: `exactly ${from.en} becomes ${to.en}` } }
}

function placeOf(values: readonly Requirement[], bounds: readonly Requirement[]): 'inside' | 'edge' | 'outside' {
  const places = values.map(({ threshold: { value, unit } }) => placeAmong(scaled(value, unit), bounds))
  return places.includes('outside') ? 'outside' : places.includes('edge') ? 'edge' : 'inside'
}

function apart(left: readonly Requirement[], right: readonly Requirement[], place: 'edge' | 'outside'): Judgement {
  const [from, to] = [amountsInWords(left), amountsInWords(right)]
  const why =
    place === 'edge'
      ? { zh: '该数是定数还是限数未写明', en: 'whether the number is fixed or a limit is not stated' }
      : { zh: '互不包含', en: 'neither lies within the other' }
  return {
    relation: 'DIFFERENT',
    reason: { zh: `由${from.zh}改为${to.zh}，${why.zh}`, en: `${from.en} becomes ${to.en}; ${why.en}` },
  }
}

function replaced(left: readonly Requirement[], right: readonly Requirement[]): Judgement {
  const [from, to] = [amountsInWords(left), amountsInWords(right)]
  return {
    relation: 'DIFFERENT',
    reason: { zh: `由${from.zh}改为${to.zh}，不分宽严`, en: `${from.en} becomes ${to.en}, which no rule orders` },
  }
}

function spoken(zh: string, en: string, side: readonly Requirement[]): Sentence {
  const words = amountsInWords(side)
  return { zh: zh + words.zh, en: en + words.en }
}

/** Whether both sides have the same amounts, whatever they are called. */
export function sameAmounts(left: readonly Requirement[], right: readonly Requirement[]): boolean {
  const keysOf = (side: readonly Requirement[]) => [...new Set(side.map(amountKey))].sort().join(' ')
  return keysOf(left) === keysOf(right)
}

export function amountKey({ threshold }: Requirement): string {
  const { comparator, value, upper, unit } = threshold
  const ends = [scaled(value, unit), upper === null ? null : upperOf(threshold)]
  return [comparator, ...ends.map((end) => end?.toPrecision(9) ?? '')].join('_')
}

/** The amounts of a side, each once: 3年、5年. */
export function amountsInWords(side: readonly Requirement[]): Sentence {
  const words = [...new Map(side.map((one) => [amountKey(one), boundInWords(one.threshold)])).values()]
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}
