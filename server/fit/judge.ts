import type { Profile, Verdict } from '../model/fit.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'
import { type Outcome, settle } from './outcome.ts'
import type { Requirement } from './requirements.ts'
import { allOf, anyOf, ifOf, notOf } from './verdicts.ts'

/** A requirement with what a profile makes of it and of its parts. */
export interface Judged {
  readonly requirement: Requirement
  readonly verdict: Verdict
  /** Of a leaf; null for a group, whose verdict comes from its parts. */
  readonly outcome: Outcome | null
  readonly parts: readonly Judged[]
}

/** Verdicts of requirements that count one by one: an alternative is one, however many ways it has. */
export type Counts = { readonly [V in Verdict]: number }

/** Judges profiles by requirements; `jurisdictions` tells which place lies in which. */
export interface Judge {
  /** The verdict alone, for those who ask often. */
  verdict(requirement: Requirement, profile: Profile): Verdict
  judged(requirement: Requirement, profile: Profile): Judged
  /** Whether the case of an if is given. */
  guard(requirement: Extract<Requirement, { kind: 'if' }>, profile: Profile): Verdict
}

/**
 * @example judgeWith(vocabulary.jurisdictions).verdict(tree.root, profile) // 'FAIL'
 */
export function judgeWith(jurisdictions: readonly JurisdictionTerm[]): Judge {
  const guard: Judge['guard'] = (requirement, profile) => settle(requirement.guard, profile, jurisdictions).verdict

  const verdict = (requirement: Requirement, profile: Profile): Verdict => {
    const below = (one: Requirement): Verdict => verdict(one, profile)
    switch (requirement.kind) {
      case 'all':
        return allOf(requirement.operands.map(below))
      case 'any':
        return anyOf(requirement.operands.map(below))
      case 'not':
        return notOf(below(requirement.operand))
      case 'if':
        return ifOf({
          guard: guard(requirement, profile),
          then: below(requirement.then),
          otherwise: requirement.otherwise ? below(requirement.otherwise) : 'NOT_APPLICABLE',
        })
      case 'test':
        return settle(requirement.test, profile, jurisdictions).verdict
    }
  }

  const judged = (requirement: Requirement, profile: Profile): Judged => {
    const below = (one: Requirement): Judged => judged(one, profile)
    switch (requirement.kind) {
      case 'all':
      case 'any': {
        const parts = requirement.operands.map(below)
        const combine = requirement.kind === 'all' ? allOf : anyOf
        return { requirement, verdict: combine(parts.map((part) => part.verdict)), outcome: null, parts }
      }
      case 'not': {
        const part = below(requirement.operand)
        return { requirement, verdict: notOf(part.verdict), outcome: null, parts: [part] }
      }
      case 'if':
        return judgedIf(requirement, profile)
      case 'test': {
        const outcome = settle(requirement.test, profile, jurisdictions)
        return { requirement, verdict: outcome.verdict, outcome, parts: [] }
      }
    }
  }

  /** A branch that does not hold is shown as such, all the way down. */
  const judgedIf = (requirement: Extract<Requirement, { kind: 'if' }>, profile: Profile): Judged => {
    const guard = settle(requirement.guard, profile, jurisdictions)
    const [then, otherwise] = [requirement.then, requirement.otherwise].map((one) => one && judged(one, profile))
    const branches = [
      then && (guard.verdict === 'FAIL' || guard.verdict === 'NOT_APPLICABLE' ? setAside(then) : then),
      otherwise && (guard.verdict === 'PASS' || guard.verdict === 'NOT_APPLICABLE' ? setAside(otherwise) : otherwise),
    ].filter((branch) => branch !== null && branch !== undefined)
    const verdict = ifOf({
      guard: guard.verdict,
      then: then?.verdict ?? 'NOT_APPLICABLE',
      otherwise: otherwise?.verdict ?? 'NOT_APPLICABLE',
    })
    return { requirement, verdict, outcome: guard, parts: branches }
  }

  return { verdict, judged, guard }
}

/** The same tree where nothing of it applies. */
export function setAside({ requirement, outcome, parts }: Judged): Judged {
  const aside = outcome && {
    ...outcome,
    verdict: 'NOT_APPLICABLE' as const,
    reason: 'not applicable' as const,
    gap: null,
  }
  return { requirement, verdict: 'NOT_APPLICABLE', outcome: aside, parts: parts.map(setAside) }
}

/** How many requirements got which verdict. What must all be met is counted one by one, alternatives together. */
export function countsOf(judged: readonly Judged[]): Counts {
  const counts = { PASS: 0, FAIL: 0, UNKNOWN: 0, JUDGEMENT: 0, NOT_APPLICABLE: 0 }
  for (const one of judged.flatMap(counted)) counts[one.verdict] += 1
  return counts
}

/** The requirements that count one by one. */
export function counted(judged: Judged): readonly Judged[] {
  const { requirement, parts, outcome } = judged
  if (requirement.kind === 'all') return parts.flatMap(counted)
  const isSettled = requirement.kind === 'if' && (outcome?.verdict === 'PASS' || outcome?.verdict === 'FAIL')
  return isSettled && parts.length > 0 ? parts.flatMap(counted) : [judged]
}
