import type { ComparedThreshold } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'
import { measureOf, type Measure } from './measure.ts'
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
}

/** Reads a threshold for comparison; `applicantType` is the one that was asked for, null for all. */
export function requirementOf(threshold: ComparedThreshold, { metrics, applicantType }: Reading): Requirement {
  const term = metrics.get(threshold.metricKey ?? '')
  return {
    threshold,
    measure: measureOf(threshold, term),
    scope: scopeOf(threshold, applicantType),
    ordered: isOrdered(threshold, term),
  }
}

/** More of a grant, a target or a period of validity is neither stricter nor looser. */
function isOrdered({ purpose }: ComparedThreshold, term: MetricTerm | undefined): boolean {
  return term?.ordered ?? !['target', 'validity', 'other'].includes(purpose)
}
