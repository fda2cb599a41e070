import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'
import { measureOf, measureOfMatter, type Measure } from './measure.ts'
import { scopeOf, type Scope } from './scope.ts'

/** A threshold with what it measures and whom it binds. */
export interface Requirement {
  readonly threshold: ComparedThreshold
  readonly measure: Measure
  readonly scope: Scope
  readonly ordered: boolean
}

export interface Reading {
  readonly metrics: ReadonlyMap<string, MetricTerm>
  readonly applicantType: ApplicantType | null
  /** What the row is about, where its facts met by their words: it is what they measure, and the case that they are for. */
  readonly matter?: Sentence | null
}

/** Reads a threshold for comparison; `applicantType` is the one that was asked for, null for all. */
export function requirementOf(
  threshold: ComparedThreshold,
  { metrics, applicantType, matter = null }: Reading,
): Requirement {
  const term = metrics.get(threshold.metricKey ?? '')
  return {
    threshold,
    measure: matter ? measureOfMatter(threshold, matter) : measureOf(threshold, term),
    scope: scopeOf(matter ? { ...threshold, appliesIf: null } : threshold, applicantType),
    ordered: isOrdered(threshold, term),
  }
}

/** More of a fine, a grant, a target or a period of validity is neither stricter nor looser. */
function isOrdered({ purpose }: ComparedThreshold, term: MetricTerm | undefined): boolean {
  return term?.ordered ?? !['sanction', 'target', 'validity', 'other'].includes(purpose)
}
