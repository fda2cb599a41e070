/** Whether an instrument binds on a date. UNKNOWN (the text states no commencement) is not in force. */
export type Validity = 'NOT_YET' | 'IN_FORCE' | 'EXPIRED' | 'REPEALED' | 'UNKNOWN'

export interface Term {
  readonly effectiveFrom: string | null
  /** Last day in force, inclusive. */
  readonly effectiveUntil: string | null
  /** First day on which a repeal takes effect, when a held instrument repeals this one. */
  readonly repealedFrom: string | null
}

/**
 * Validity on `asOf` (YYYY-MM-DD; ISO dates order as strings).
 * @example validityAt({ effectiveFrom: '2022-04-06', effectiveUntil: '2025-04-05', repealedFrom: null }, '2025-04-06') // EXPIRED
 */
export function validityAt(term: Term, asOf: string): Validity {
  if (term.repealedFrom !== null && term.repealedFrom <= asOf) return 'REPEALED'
  if (term.effectiveUntil !== null && term.effectiveUntil < asOf) return 'EXPIRED'
  if (term.effectiveFrom === null) return 'UNKNOWN'
  return term.effectiveFrom <= asOf ? 'IN_FORCE' : 'NOT_YET'
}

/** From what binds to what no longer does: the order in which instruments are shown. */
const BY_VALIDITY = ['IN_FORCE', 'NOT_YET', 'UNKNOWN', 'EXPIRED', 'REPEALED'] as const satisfies readonly Validity[]

/** Negative when `a` is shown before `b`: those in force first, the expired and repealed last. */
export function compareValidity(a: Validity, b: Validity): number {
  return BY_VALIDITY.indexOf(a) - BY_VALIDITY.indexOf(b)
}
