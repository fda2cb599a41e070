import type { Profile, ProfileField, Verdict } from '../model/fit.ts'
import { fieldsOf } from './fields.ts'
import type { Judge } from './judge.ts'
import type { Requirement, Requirements } from './requirements.ts'
import { verdictOf } from './whole.ts'

/**
 * The unanswered field that decides most verdicts: for how many instruments that have not failed some answer could fail
 * them, then in how many of them it is the last that is open, then how many conditions wait for it. Null when nothing is open.
 * @example nextQuestionOf(requirements, fields, { profile, judge })?.key // 'rd_spend'
 */
export function nextQuestionOf(
  requirements: readonly Requirements[],
  fields: readonly ProfileField[],
  { profile, judge }: { profile: Profile; judge: Judge },
): ProfileField | null {
  const open = requirements.filter(({ trees }) => verdictOf(trees, profile, judge) === 'UNKNOWN')
  const waiting = open.map((one) => waitingIn(one, profile, judge))
  const scores = fields.map((field) => ({ field, score: scoreOf(field.key, waiting) }))
  const [best] = scores
    .filter(({ score: [decides] }) => decides > 0)
    .toSorted((one, two) => compare(two.score, one.score))
  return best?.field ?? null
}

/** How many conditions wait for each field. */
type Waiting = ReadonlyMap<string, number>

function waitingIn({ trees }: Requirements, profile: Profile, judge: Judge): Waiting {
  const counts = new Map<string, number>()
  const isOpen = (track: string | null): boolean => track === null || profile.track === null || track === profile.track
  const tracks = new Set(trees.flatMap(({ track }) => track ?? []))
  if (tracks.size > 1 && profile.track === null) counts.set('track', 1)
  for (const { track, root } of trees) {
    if (!isOpen(track)) continue
    for (const key of openFields(root, profile, judge)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The fields that the open parts of a requirement wait for. */
function openFields(requirement: Requirement, profile: Profile, judge: Judge): readonly string[] {
  const verdict: Verdict = judge.verdict(requirement, profile)
  if (verdict !== 'UNKNOWN') return []
  switch (requirement.kind) {
    case 'all':
    case 'any':
      return requirement.operands.flatMap((operand) => openFields(operand, profile, judge))
    case 'not':
      return openFields(requirement.operand, profile, judge)
    case 'if': {
      const isGuardOpen = judge.guard(requirement, profile) === 'UNKNOWN'
      const branches = [requirement.then, ...(requirement.otherwise ? [requirement.otherwise] : [])]
      return isGuardOpen
        ? [requirement.guard.field.key]
        : branches.flatMap((branch) => openFields(branch, profile, judge))
    }
    case 'test':
      return fieldsOf(requirement.test)
        .slice(0, 1)
        .map(({ key }) => key)
  }
}

type Score = readonly [decides: number, last: number, conditions: number]

function scoreOf(key: string, waiting: readonly Waiting[]): Score {
  const asking = waiting.filter((counts) => counts.has(key))
  const last = asking.filter((counts) => counts.size === 1).length
  return [asking.length, last, asking.reduce((sum, counts) => sum + (counts.get(key) ?? 0), 0)]
}

function compare(one: Score, two: Score): number {
  return one[0] - two[0] || one[1] - two[1] || one[2] - two[2]
}
