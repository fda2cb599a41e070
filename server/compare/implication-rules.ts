import type { Sentence } from '../model/comparison.ts'
import { proofByDuration } from './implied-durations.ts'
import { proofByRate } from './implied-rates.ts'
import { proofByShare } from './implied-shares.ts'
import { proofByYears } from './implied-years.ts'
import type { Requirement } from './requirement.ts'

/** Why meeting one requirement is meeting another. */
export interface Proof {
  readonly rule: Sentence
  readonly given: Sentence
  readonly result: Sentence
  /** True where meeting the second is shown not to be meeting the first. */
  readonly isRefuted: boolean
}

/** All that an instrument asks, in any row. */
export type Known = readonly Requirement[]

/** A demand without an escape: an alternative or 原则上 would let somebody pass with less. */
export function isFirm({ threshold, direction }: Requirement): boolean {
  const { strength, hedge, alternativeGroup } = threshold
  return direction.kind === 'demand' && strength === 'must' && !hedge && !alternativeGroup
}

/** The proof by the first rule that gives one; null where none does. */
export function proofOf(given: Requirement, required: Requirement, known: Known = []): Proof | null {
  return (
    proofByYears(given, required) ??
    proofByRate(given, required) ??
    proofByDuration(given, required) ??
    proofByShare(given, required, known)
  )
}
