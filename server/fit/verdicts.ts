import type { Verdict } from '../model/fit.ts'

/**
 * The verdict of conditions that must all be met: a failure decides, then what is unknown, then what a person judges; what
 * does not apply is left out.
 * @example allOf(['PASS', 'UNKNOWN', 'FAIL']) // FAIL
 */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return first(verdicts, ['FAIL', 'UNKNOWN', 'JUDGEMENT', 'PASS'])
}

/**
 * The verdict of alternatives: one that passes is enough, whatever the others are.
 * @example anyOf(['FAIL', 'UNKNOWN', 'PASS']) // PASS
 */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return first(verdicts, ['PASS', 'UNKNOWN', 'JUDGEMENT', 'FAIL'])
}

export function notOf(verdict: Verdict): Verdict {
  return verdict === 'PASS' ? 'FAIL' : verdict === 'FAIL' ? 'PASS' : verdict
}

export interface Branches {
  /** Whether the case is given. */
  readonly guard: Verdict
  readonly then: Verdict
  readonly otherwise: Verdict
}

/** The verdict of an if: of the branch that holds; where the case is open, what both branches agree on. */
export function ifOf({ guard, then, otherwise }: Branches): Verdict {
  if (guard === 'PASS') return then
  if (guard === 'FAIL') return otherwise
  if (guard === 'NOT_APPLICABLE') return 'NOT_APPLICABLE'
  const both = [then, otherwise].filter((verdict) => verdict !== 'NOT_APPLICABLE')
  const [one = 'NOT_APPLICABLE', two = one] = both
  return one === two && (both.length !== 1 || one === 'PASS') ? one : guard
}

function first(verdicts: readonly Verdict[], order: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'NOT_APPLICABLE'
}
