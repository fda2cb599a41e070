import type { Profile } from '../model/fit.ts'
import { type Aim, type Change, changeFor } from './changes.ts'
import type { Judge } from './judge.ts'
import type { Requirement, Requirements } from './requirements.ts'
import { verdictOf } from './whole.ts'

/** More ways than these through alternatives are not followed: the cheapest so far go on. */
const MOST_WAYS = 48

/**
 * The smallest set of changes after which an instrument no longer fails: the fewest fields, then the smallest changes.
 * Empty when it does not fail; null when no change that somebody can make is enough.
 * @example smallestChanges(requirements, profile, judge) // [{ field: fixed_staff, from: 49, to: 50 }]
 */
export function smallestChanges({ trees }: Requirements, profile: Profile, judge: Judge): readonly Change[] | null {
  if (verdictOf(trees, profile, judge) !== 'FAIL') return []
  const common = trees.filter(({ track }) => track === null)
  const tracks = [...new Set(trees.flatMap(({ track }) => track ?? []))]
  const open = profile.track === null ? tracks : tracks.filter((track) => track === profile.track)
  const choices = open.length > 0 ? open.map((track) => trees.filter((tree) => tree.track === track)) : [[]]
  const ways = choices.flatMap((chosen) =>
    together([...common, ...chosen].map(({ root }) => waysOf(root, 'meet', { profile, judge }))),
  )
  const enough = ways.filter((way) => verdictOf(trees, applied(way, profile), judge) !== 'FAIL')
  return enough.toSorted(compareWays)[0] ?? null
}

/** A set of changes, each field once. */
type Way = readonly Change[]

/** The sets of changes after which a requirement no longer fails, or under a not no longer passes; none when nothing helps. */
function waysOf(requirement: Requirement, aim: Aim, search: Search): readonly Way[] {
  const { profile, judge } = search
  if (judge.verdict(requirement, profile) !== WRONG[aim]) return [[]]
  const below = (one: Requirement): readonly Way[] => waysOf(one, aim, search)
  switch (requirement.kind) {
    case 'all':
    case 'any': {
      const needsEach = (requirement.kind === 'all') === (aim === 'meet')
      const parts = requirement.operands.map(below)
      return needsEach ? together(parts) : cheapest(parts.flat())
    }
    case 'not':
      return waysOf(requirement.operand, aim === 'meet' ? 'break' : 'meet', search)
    case 'if':
      return cheapest(branchesOf(requirement, search).flatMap(below))
    case 'test': {
      const change = changeFor(requirement.test, aim, profile)
      return change === null ? [] : [[change]]
    }
  }
}

const WRONG = { meet: 'FAIL', break: 'PASS' } as const

interface Search {
  readonly profile: Profile
  readonly judge: Judge
}

/** The branch that holds; where the case is open one of both is enough. */
function branchesOf(
  requirement: Extract<Requirement, { kind: 'if' }>,
  { profile, judge }: Search,
): readonly Requirement[] {
  const { then, otherwise } = requirement
  const guard = judge.guard(requirement, profile)
  return [guard === 'FAIL' ? null : then, guard === 'PASS' ? null : otherwise].filter((branch) => branch !== null)
}

/** Every way of the one with every way of the next. */
function together(parts: readonly (readonly Way[])[]): readonly Way[] {
  return parts.reduce<readonly Way[]>(
    (ways, part) => cheapest(ways.flatMap((way) => part.map((next) => joined(way, next)))),
    [[]],
  )
}

/** Of two changes of one field the one that goes further stays: it meets both, or the check at the end says no. */
function joined(one: Way, two: Way): Way {
  const further = two.filter((change) => {
    const known = one.find(({ field }) => field.key === change.field.key)
    return known === undefined || change.distance > known.distance
  })
  const kept = one.filter(({ field }) => !further.some((change) => change.field.key === field.key))
  return [...kept, ...further]
}

function cheapest(ways: readonly Way[]): readonly Way[] {
  return ways.length > MOST_WAYS ? ways.toSorted(compareWays).slice(0, MOST_WAYS) : ways
}

function compareWays(one: Way, two: Way): number {
  return one.length - two.length || sum(one) - sum(two)
}

function sum(way: Way): number {
  return way.reduce((total, { distance }) => total + distance, 0)
}

/** The profile after all changes. */
export function applied(way: Way, profile: Profile): Profile {
  const values = new Map(profile.values)
  for (const { field, profile: after } of way) {
    const answer = after.values.get(field.key)
    if (answer !== undefined) values.set(field.key, answer)
  }
  return { ...profile, values }
}
