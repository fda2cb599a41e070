import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Judgement } from './judgement.ts'
import { scaled } from './measure.ts'
import type { Requirement } from './requirement.ts'

interface Sides {
  readonly left: readonly Requirement[]
  readonly right: readonly Requirement[]
}

/**
 * Findings on the amounts that hold in one case, under one measure: the binding lower bound, the binding upper bound
 * and the exact values. A side without a bound asks for nothing there. `sides` are all cases, to tell narrowing.
 */
export function compareAmounts(
  left: readonly Requirement[],
  right: readonly Requirement[],
  sides: Sides,
): readonly Judgement[] {
  return [
    compareBound(binding(left, LOWER), binding(right, LOWER), sides),
    compareBound(binding(left, UPPER), binding(right, UPPER), sides),
    compareExact(exact(left), exact(right), sides),
  ].filter((finding) => finding !== null)
}

interface Direction {
  readonly inclusive: '>=' | '<='
  readonly strict: '>' | '<'
  /** Multiplied by this, the higher amount is the stricter one. */
  readonly sign: 1 | -1
}
const LOWER: Direction = { inclusive: '>=', strict: '>', sign: 1 }
const UPPER: Direction = { inclusive: '<=', strict: '<', sign: -1 }

interface Bound {
  readonly requirement: Requirement
  readonly direction: Direction
  readonly weight: number
  readonly strict: boolean
}

function binding(side: readonly Requirement[], direction: Direction): Bound | null {
  const bounds = side.flatMap((requirement) => boundOf(requirement, direction))
  return bounds.reduce<Bound | null>((best, next) => (best === null || order(next, best) > 0 ? next : best), null)
}

function boundOf(requirement: Requirement, direction: Direction): readonly Bound[] {
  const { comparator, value, unit } = requirement.threshold
  if (comparator !== direction.inclusive && comparator !== direction.strict) return []
  const weight = direction.sign * scaled(value, unit)
  return [{ requirement, direction, weight, strict: comparator === direction.strict }]
}

/** Positive when the first is the stricter one; thirds written as decimals are equal. */
function order(one: Bound, two: Bound): number {
  const gap = one.weight - two.weight
  const near = 1e-9 * Math.max(Math.abs(one.weight), Math.abs(two.weight), 1)
  return Math.abs(gap) > near ? gap : Number(one.strict) - Number(two.strict)
}

function compareBound(left: Bound | null, right: Bound | null, sides: Sides): Judgement | null {
  if (!left && !right) return null
  if (!right) return gone(left?.requirement, sides)
  if (!left) return besides(right.requirement, sides)
  const gap = order(right, left)
  if (gap === 0) return null
  const reason = changed(left, right)
  if (!right.requirement.ordered) return { relation: 'DIFFERENT', reason }
  return { relation: gap > 0 ? 'STRICTER' : 'LOOSER', reason }
}

function changed(left: Bound, right: Bound): Sentence {
  const rises = left.direction.sign * (right.weight - left.weight) > 0
  const name = left.direction.sign > 0 ? { zh: '下限', en: 'minimum' } : { zh: '上限', en: 'maximum' }
  const [from, to] = [boundInWords(left.requirement.threshold), boundInWords(right.requirement.threshold)]
  if (left.weight === right.weight) return { zh: `由${from.zh}改为${to.zh}`, en: `from ${from.en} to ${to.en}` }
  return {
    zh: `${name.zh}${rises ? '提高' : '降低'}：由${from.zh}到${to.zh}`,
    en: `${rises ? 'higher' : 'lower'} ${name.en}: from ${from.en} to ${to.en}`,
  }
}

function besides(requirement: Requirement, { left }: Sides): Judgement {
  const words = boundInWords(requirement.threshold)
  const wider = left.some((one) => sameBound(one, requirement))
  return {
    relation: requirement.ordered ? 'STRICTER' : 'DIFFERENT',
    reason: wider
      ? { zh: `不限于${narrow(left).zh}`, en: `not only for ${narrow(left).en}` }
      : { zh: `另要求${forWhom(requirement).zh}${words.zh}`, en: `also asks ${words.en}${forWhom(requirement).en}` },
  }
}

function gone(requirement: Requirement | undefined, { right }: Sides): Judgement | null {
  if (!requirement) return null
  const words = boundInWords(requirement.threshold)
  const narrower = right.some((one) => sameBound(one, requirement))
  return {
    relation: requirement.ordered ? 'LOOSER' : 'DIFFERENT',
    reason: narrower
      ? { zh: `只对${narrow(right).zh}`, en: `only for ${narrow(right).en}` }
      : {
          zh: `不再要求${forWhom(requirement).zh}${words.zh}`,
          en: `no longer asks ${words.en}${forWhom(requirement).en}`,
        },
  }
}

function sameBound(one: Requirement, two: Requirement): boolean {
  return one.threshold.comparator.charAt(0) === two.threshold.comparator.charAt(0)
}

function narrow(side: readonly Requirement[]): Sentence {
  const scopes = side.filter(({ scope }) => !scope.everybody).map(({ scope }) => scope.words)
  return { zh: scopes.map(({ zh }) => zh).join('、'), en: scopes.map(({ en }) => en).join(', ') }
}

function forWhom({ scope }: Requirement): Sentence {
  if (scope.everybody) return { zh: '', en: '' }
  return { zh: `${scope.words.zh}`, en: ` of ${scope.words.en}` }
}

/** Values that are stated and not bounded: 周期3年, 5个档次. No rule orders them. */
function exact(side: readonly Requirement[]): readonly Requirement[] {
  return side.filter(({ threshold }) => threshold.comparator === '=' || threshold.comparator === 'between')
}

function compareExact(left: readonly Requirement[], right: readonly Requirement[], sides: Sides): Judgement | null {
  if (keyOf(left) === keyOf(right) || keyOf(exact(sides.left)) === keyOf(exact(sides.right))) return null
  const [from, to] = [valuesOf(left), valuesOf(right)]
  if (left.length === 0) return { relation: 'DIFFERENT', reason: { zh: `另规定${to.zh}`, en: `also states ${to.en}` } }
  if (right.length === 0)
    return { relation: 'DIFFERENT', reason: { zh: `不再规定${from.zh}`, en: `no longer states ${from.en}` } }
  return {
    relation: 'DIFFERENT',
    reason: { zh: `由${from.zh}改为${to.zh}，不分宽严`, en: `${from.en} becomes ${to.en}, which no rule orders` },
  }
}

function keyOf(side: readonly Requirement[]): string {
  return [...new Set(side.map(({ threshold }) => exactKey(threshold)))].sort().join(' ')
}

function valuesOf(side: readonly Requirement[]): Sentence {
  const words = [...new Map(side.map(({ threshold }) => [exactKey(threshold), boundInWords(threshold)])).values()]
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}

function exactKey({ value, upper, unit }: Requirement['threshold']): string {
  return [value, upper ?? value].map((amount) => scaled(amount, unit).toPrecision(9)).join('-')
}
