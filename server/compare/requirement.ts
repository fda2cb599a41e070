import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'
import { type Direction, directionOf } from './direction.ts'
import { measureOf, measureOfMatter, type Measure } from './measure.ts'
import { scopeOf, type Scope } from './scope.ts'
import { type Share, shareOf } from './shares.ts'

/** A threshold with what it measures and whom it binds. */
export interface Requirement {
  readonly threshold: ComparedThreshold
  readonly measure: Measure
  readonly scope: Scope
  readonly direction: Direction
  /** Set for a share of something. */
  readonly share: Share | null
  /** Family of its metric, or the metric; null where the vocabulary has none. */
  readonly family: string | null
}

export interface Reading {
  readonly metrics: ReadonlyMap<string, MetricTerm>
  readonly applicantType: ApplicantType | null
  readonly track?: string | null
  /** What the row is about, where its facts met by their words: it is what they measure, and the case that they are for. */
  readonly matter?: Sentence | null
}

/** Reads a threshold for comparison; `applicantType` and `track` are those that were asked for, null for all. */
export function requirementOf(
  threshold: ComparedThreshold,
  { metrics, matter = null, ...asked }: Reading,
): Requirement {
  const term = metrics.get(threshold.metricKey ?? '')
  return {
    threshold,
    measure: matter ? measureOfMatter(threshold, matter) : measureOf(threshold, term),
    scope: scopeOf(matter ? { ...threshold, appliesIf: null } : threshold, asked),
    direction: directionOf(threshold, term),
    share: shareOf(threshold, metrics),
    family: term ? (term.family ?? term.key) : null,
  }
}
