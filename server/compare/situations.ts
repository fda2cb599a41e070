import { compareDemands } from './bounds.ts'
import type { Sides } from './bound-words.ts'
import { byForce, compareRungs } from './force.ts'
import type { Judgement } from './judgement.ts'
import { scaled } from './measure.ts'
import { comparePenalties } from './penalties.ts'
import type { Requirement } from './requirement.ts'
import { holdsIn, RESPONSIBLE, type Situation, situationsOf } from './scope.ts'
import { compareUnordered } from './unordered.ts'

/**
 * Findings on amounts of one measure, in every situation that either side tells apart: what binds an applicant there on
 * the one side against what binds the same applicant on the other.
 */
export function compareSituations(
  left: readonly Requirement[],
  right: readonly Requirement[],
): readonly (Judgement | null)[] {
  const situations = situationsOf([...left, ...right].map(({ scope }) => scope))
  return situations.flatMap((situation) =>
    compareKinds(binding(left, situation), binding(right, situation), { left, right }),
  )
}

/** What binds in a situation: a rule for it goes before one for everybody, and of alternatives the easiest counts. */
function binding(side: readonly Requirement[], situation: Situation): readonly Requirement[] {
  const isBesides = situation.case === RESPONSIBLE.zh
  const all = side.filter(
    ({ scope, direction }) =>
      holdsIn(scope, situation) && !(isBesides && scope.everybody && direction.kind === 'penalty'),
  )
  const special = all.filter(({ scope }) => !scope.everybody)
  const general = all.filter((one) => one.scope.everybody && !special.some((other) => sideOf(other) === sideOf(one)))
  return easiest([...special, ...general])
}

function sideOf({ threshold: { comparator } }: Requirement): string {
  return comparator === 'between' ? comparator : comparator.charAt(0)
}

/** 不少于50人或不少于30人: who meets the lower of two minimums, or the higher of two maximums, meets the rule. */
function easiest(side: readonly Requirement[]): readonly Requirement[] {
  return side.filter((one) => !side.some((other) => isEasierChoice(other, one)))
}

function isEasierChoice(other: Requirement, one: Requirement): boolean {
  const group = one.threshold.alternativeGroup
  if (group === null || other === one || other.threshold.alternativeGroup !== group) return false
  if (sideOf(other) !== sideOf(one)) return false
  const gap = scaled(other.threshold.value, other.threshold.unit) - scaled(one.threshold.value, one.threshold.unit)
  return sideOf(one) === '>' ? gap < 0 : sideOf(one) === '<' && gap > 0
}

function compareKinds(left: readonly Requirement[], right: readonly Requirement[], sides: Sides): readonly Judgement[] {
  const kinds = new Set(left.map(({ direction }) => direction.kind))
  const isApart = left.length > 0 && right.length > 0 && !right.some(({ direction }) => kinds.has(direction.kind))
  // A demand against a target: they are of one matter, and nothing orders them.
  if (isApart) return [compareUnordered(left, right, sides)].filter((finding) => finding !== null)
  const of = (side: readonly Requirement[], kind: Requirement['direction']['kind']) =>
    side.filter(({ direction }) => direction.kind === kind)
  const findings = [
    ...compareForces(of(left, 'demand'), of(right, 'demand'), sides),
    comparePenalties(of(left, 'penalty'), of(right, 'penalty')),
    compareUnordered(of(left, 'none'), of(right, 'none'), sides),
  ]
  return findings.filter((finding) => finding !== null)
}

/**
 * Demands rung by rung: the firmest of one side against the firmest of the other, with the step on the ladder; then what
 * either asks less firmly besides (应不少于50人，鼓励达到100人).
 */
function compareForces(
  left: readonly Requirement[],
  right: readonly Requirement[],
  sides: Sides,
): readonly (Judgement | null)[] {
  const [there, here] = [byForce(left), byForce(right)]
  const longest = Math.max(there.length, here.length)
  return Array.from({ length: longest }).flatMap((_, at) => {
    const [from, to] = [there[at] ?? [], here[at] ?? []]
    return [...compareDemands(from, to, sides), compareRungs(from, to)]
  })
}
