import type { Answer, Profile, ProfileField, Verdict } from '../model/fit.ts'
import { yearsOf } from './amounts.ts'
import { fieldsOf, testsOf } from './fields.ts'
import type { Judge } from './judge.ts'
import { rangeOf } from './range.ts'
import type { Requirements, Test } from './requirements.ts'
import { verdictOf } from './whole.ts'

/** A stretch of a field's values over which a verdict stays the same; an end that does not count belongs to the next one. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly fromCounts: boolean
  readonly toCounts: boolean
  readonly verdict: Verdict
}

export interface Curve {
  /** Id of the instrument. */
  readonly id: string
  readonly stretches: readonly Stretch[]
}

/**
 * The verdict of each instrument over all values of one number, all else as in the profile; of a series the same amount in
 * every year. Exact: between the values that the conditions name nothing can change, so each of them is tried, and one
 * value between each two.
 * @example whatIf(requirements, fixedStaff, { profile, judge })[0].stretches // FAIL below 50, JUDGEMENT from 50 on
 */
export function whatIf(
  requirements: readonly Requirements[],
  field: ProfileField,
  { profile, judge }: { profile: Profile; judge: Judge },
): readonly Curve[] {
  const breaks = breakPoints(requirements, field.key)
  const answered = (amount: number): Answer =>
    field.kind === 'series' ? { series: Array<number>(field.series ?? 1).fill(amount) } : { number: amount }
  const withAmount = (amount: number): Profile => ({
    ...profile,
    values: new Map(profile.values).set(field.key, answered(amount)),
  })
  return requirements.map(({ id, trees }) => {
    const verdictAt = (amount: number): Verdict => verdictOf(trees, withAmount(amount), judge)
    return { id, stretches: joined(pieces(breaks, verdictAt)) }
  })
}

/** Every value that a condition on the field names, and zero, in order; of a sum over years the share of one. */
function breakPoints(requirements: readonly Requirements[], key: string): readonly number[] {
  const tests = requirements.flatMap(({ trees }) => trees.flatMap(({ root }) => testsOf(root)))
  const ends = tests.flatMap((test) => (fieldsOf(test).some((field) => field.key === key) ? endsOf(test) : []))
  const met = ends.filter((end) => Number.isFinite(end) && end >= 0)
  return [...new Set([0, ...met])].sort((one, two) => one - two)
}

function endsOf(test: Test): readonly number[] {
  if (!('threshold' in test)) return []
  const { low, high } = rangeOf(test.threshold)
  const share = test.threshold.aggregation === 'sum' && test.by === 'series' ? yearsOf(test.threshold) : 1
  return [low / share, high / share]
}

/** Each break point by itself, and what lies behind it up to the next. */
function pieces(breaks: readonly number[], verdictAt: (amount: number) => Verdict): readonly Stretch[] {
  return breaks.flatMap((from, at) => {
    const to = breaks[at + 1] ?? Infinity
    const between = to === Infinity ? from * 2 + 1 : (from + to) / 2
    return [
      { from, to: from, fromCounts: true, toCounts: true, verdict: verdictAt(from) },
      { from, to, fromCounts: false, toCounts: false, verdict: verdictAt(between) },
    ]
  })
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  for (const next of stretches) {
    const last = whole.at(-1)
    if (last?.verdict !== next.verdict) whole.push(next)
    else whole[whole.length - 1] = { ...last, to: next.to, toCounts: next.toCounts }
  }
  return whole
}
