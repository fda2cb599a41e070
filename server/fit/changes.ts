import type { Answer, FitThreshold, Profile, Verdict } from '../model/fit.ts'
import { isCounted, measureSeries, yearsOf } from './amounts.ts'
import { fieldsOf, testsOf } from './fields.ts'
import type { Judge } from './judge.ts'
import { nearest, nearestOutside, rangeOf } from './range.ts'
import type { Field, Requirement, Requirements, Test } from './requirements.ts'
import { verdictOf } from './whole.ts'

/** One field of a profile set to another value. Of a series: every year raised, or lowered, to `to` at least. */
export interface Change {
  readonly field: Field
  /** 0 and 1 for no and yes. */
  readonly from: number | null
  readonly to: number
  /** How far it is, as a share of the larger of both. */
  readonly distance: number
  readonly profile: Profile
}

/**
 * Every single change that could turn a failed condition: each failed amount to the nearest that meets it, each no to yes.
 * What nobody changes at will (an age, a place, a type) is left out.
 */
export function changesOf(requirements: readonly Requirements[], profile: Profile): readonly Change[] {
  const found = new Map<string, Change>()
  for (const test of requirements.flatMap(({ trees }) => trees.flatMap(({ root }) => testsOf(root)))) {
    for (const aim of AIMS) {
      const change = changeFor(test, aim, profile)
      if (change !== null) found.set(`${change.field.key} ${String(change.to)}`, change)
    }
  }
  return [...found.values()]
}

/** What a change is to do with a condition: meet it, or, under a not, break it. */
export type Aim = 'meet' | 'break'
const AIMS: readonly Aim[] = ['meet', 'break']

/** The change of one field that meets or breaks one test; null when it is so, open, or not to be changed. */
export function changeFor(test: Test, aim: Aim, profile: Profile): Change | null {
  const field = fieldsOf(test).at(-1)
  if (field === undefined || !field.reachable) return null
  const answer = profile.values.get(field.key)
  if (answer === undefined) return null
  if ('flag' in answer) return flagChange(field, { flag: answer.flag, aim, profile })
  if (!('threshold' in test)) return null
  if ('number' in answer) return numberChange(field, test.threshold, { amount: answer.number, aim, profile })
  return aim === 'meet' ? seriesChange(field, test.threshold, { series: answer.series, profile }) : null
}

function flagChange(
  field: Field,
  { flag, aim, profile }: { flag: boolean; aim: Aim; profile: Profile },
): Change | null {
  const wanted = aim === 'meet'
  if (flag === wanted) return null
  return changed(field, { from: Number(flag), to: Number(wanted), answer: { flag: wanted } }, profile)
}

interface Step {
  readonly from: number
  readonly to: number
  readonly answer: Answer
}

function changed(field: Field, { from, to, answer }: Step, profile: Profile): Change {
  const distance = Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE)
  const values = new Map(profile.values).set(field.key, answer)
  return { field, from, to, distance, profile: { ...profile, values } }
}

function numberChange(
  field: Field,
  threshold: FitThreshold,
  { amount, aim, profile }: { amount: number; aim: Aim; profile: Profile },
): Change | null {
  const find = aim === 'meet' ? nearest : nearestOutside
  const to = find(rangeOf(threshold), amount, isCounted(threshold.unit))
  return to === null || to === amount || to < 0
    ? null
    : changed(field, { from: amount, to, answer: { number: to } }, profile)
}

/** The level to which the weakest years must rise, or the strongest fall; null while a year of the window is open. */
function seriesChange(
  field: Field,
  threshold: FitThreshold,
  { series, profile }: { series: readonly (number | null)[]; profile: Profile },
): Change | null {
  const years = yearsOf(threshold)
  const asked = Array.from({ length: years }, (_, at) => series[at] ?? null)
  if (asked.some((amount) => amount === null)) return null
  const known = asked.filter((amount) => amount !== null)
  const level = levelFor(threshold, known)
  if (level === null) return null
  const isRaise = level > Math.min(...known)
  const bend = isRaise ? Math.max : Math.min
  const bent = (to: number): readonly (number | null)[] =>
    series.map((amount, at) => (amount === null || at >= years ? amount : bend(amount, to)))
  const to = enough(level, isRaise, (tried) => measureSeries(threshold, bent(tried)).verdict === 'PASS')
  const from = isRaise ? Math.min(...known) : Math.max(...known)
  return to === null || from === to ? null : changed(field, { from, to, answer: { series: bent(to) } }, profile)
}

/** A share of a sum is off by a hair: the next figure above or below is taken until it is enough. */
function enough(level: number, isRaise: boolean, isEnough: (level: number) => boolean): number | null {
  const step = Math.abs(level) * 1e-12 * (isRaise ? 1 : -1)
  return [level, level + step, level + 8 * step].find(isEnough) ?? null
}

function levelFor(threshold: FitThreshold, known: readonly number[]): number | null {
  const range = rangeOf(threshold)
  if (threshold.aggregation !== 'sum' && threshold.aggregation !== 'mean') {
    const worst = known.find((amount) => nearest(range, amount, false) !== amount)
    return worst === undefined ? null : nearest(range, worst, false)
  }
  const share = threshold.aggregation === 'mean' ? known.length : 1
  const total = known.reduce((sum, amount) => sum + amount, 0)
  const wanted = nearest(range, total / share, false) * share
  if (wanted === total) return null
  return wanted > total ? raisedTo(known, wanted) : loweredTo(known, wanted)
}

/** The level to which the lower amounts rise so that all together are `wanted`: the year that lacks most rises first. */
function raisedTo(known: readonly number[], wanted: number): number {
  const sorted = known.toSorted((one, two) => one - two)
  let rest = wanted - sorted.reduce((sum, amount) => sum + amount, 0)
  for (let at = 1; at <= sorted.length; at += 1) {
    const [level = 0, next = Infinity] = [sorted[at - 1], sorted[at]]
    const room = (next - level) * at
    if (room >= rest) return level + rest / at
    rest -= room
  }
  return wanted / known.length
}

function loweredTo(known: readonly number[], wanted: number): number {
  const mirrored = known.map((amount) => -amount)
  return -raisedTo(mirrored, -wanted)
}

/** A change with the instruments that lose their last failure by it. */
export interface Opening extends Change {
  readonly opens: readonly string[]
}

/**
 * The single change that takes the last failure from most instruments: of equals the one that opens most of `current`
 * (those in force), then the smallest. Null when no single change opens any.
 */
export function oneChangeOf(
  requirements: readonly Requirements[],
  profile: Profile,
  { judge, current }: { judge: Judge; current: ReadonlySet<string> },
): Opening | null {
  const failing = requirements.filter(({ trees }) => verdictOf(trees, profile, judge) === 'FAIL')
  const openings = changesOf(failing, profile).map((change) => ({
    ...change,
    opens: failing.filter(({ trees }) => verdictOf(trees, change.profile, judge) !== 'FAIL').map(({ id }) => id),
  }))
  const inForce = ({ opens }: Opening): number => opens.filter((id) => current.has(id)).length
  const [best] = openings
    .filter(({ opens }) => opens.length > 0)
    .toSorted(
      (one, two) => inForce(two) - inForce(one) || two.opens.length - one.opens.length || one.distance - two.distance,
    )
  return best ?? null
}

/** A condition whose verdict a change turns. */
export interface Flip {
  /** Id of the instrument. */
  readonly instrument: string
  /** Id of the condition. */
  readonly condition: string
  readonly from: Verdict
  readonly to: Verdict
}

/** The single conditions that two profiles turn out differently for. */
export function flipsOf(
  requirements: readonly Requirements[],
  { before, after, judge }: { before: Profile; after: Profile; judge: Judge },
): readonly Flip[] {
  return requirements.flatMap(({ id, trees }) =>
    trees.flatMap(({ root }) =>
      leavesOf(root).flatMap((leaf) => {
        const [from, to] = [judge.verdict(leaf, before), judge.verdict(leaf, after)]
        return from === to ? [] : [{ instrument: id, condition: leaf.of.id, from, to }]
      }),
    ),
  )
}

function leavesOf(requirement: Requirement): readonly Requirement[] {
  switch (requirement.kind) {
    case 'all':
    case 'any':
      return requirement.operands.flatMap(leavesOf)
    case 'not':
      return leavesOf(requirement.operand)
    case 'if':
      return [requirement.then, ...(requirement.otherwise ? [requirement.otherwise] : [])].flatMap(leavesOf)
    case 'test':
      return [requirement]
  }
}
