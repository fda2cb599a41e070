import type { JurisdictionTerm } from '../model/vocabulary.ts'
import type { FitThreshold, Profile, Verdict } from '../model/fit.ts'
import { type Measured, measureNumber, measureSeries } from './amounts.ts'
import { liesIn } from './criteria.ts'
import type { Test } from './requirements.ts'

/** Why a verdict is what it is. */
export type ReasonCode =
  | 'met'
  | 'below'
  | 'above'
  | 'wrong type'
  | 'wrong place'
  | 'answered no'
  | 'no evidence'
  | 'needs judgement'
  | 'not applicable'

export interface Outcome {
  readonly verdict: Verdict
  readonly reason: ReasonCode
  readonly have: number | null
  readonly gap: number | null
}

/**
 * What a profile says of one leaf.
 * @example settle(test, profile, jurisdictions) // { verdict: 'FAIL', reason: 'below', have: 49, gap: 1 }
 */
export function settle(test: Test, profile: Profile, jurisdictions: readonly JurisdictionTerm[]): Outcome {
  switch (test.by) {
    case 'number':
    case 'series':
      return amountOutcome(test.threshold, measured(test, profile), profile)
    case 'place': {
      if (profile.jurisdiction === null) return SILENT
      return liesIn(profile.jurisdiction, test.jurisdiction, jurisdictions) ? MET : plain('FAIL', 'wrong place')
    }
    case 'type': {
      if (profile.applicantType === null) return SILENT
      if (!test.types.includes(profile.applicantType)) return plain('FAIL', 'wrong type')
      return test.judged === null ? MET : flagOutcome(flagOf(profile, test.judged.key), 'JUDGEMENT', false)
    }
    case 'flag':
      return flagOutcome(flagOf(profile, test.field.key), test.silent, test.judged)
  }
}

function plain(verdict: Verdict, reason: ReasonCode): Outcome {
  return { verdict, reason, have: null, gap: null }
}

const MET = plain('PASS', 'met')
const SILENT = plain('UNKNOWN', 'no evidence')
const JUDGED = plain('JUDGEMENT', 'needs judgement')
const ASIDE = plain('NOT_APPLICABLE', 'not applicable')

function flagOf({ values }: Profile, key: string): boolean | null {
  const answer = values.get(key)
  return answer !== undefined && 'flag' in answer ? answer.flag : null
}

function flagOutcome(flag: boolean | null, silent: Verdict, judged: boolean): Outcome {
  if (flag === false)
    return silent === 'NOT_APPLICABLE' ? plain('FAIL', 'not applicable') : plain('FAIL', 'answered no')
  if (flag === true) return judged ? JUDGED : MET
  return silent === 'UNKNOWN' ? SILENT : silent === 'JUDGEMENT' ? JUDGED : ASIDE
}

function measured(test: Extract<Test, { by: 'number' | 'series' }>, { values }: Profile): Measured {
  const answer = values.get(test.field.key)
  if (test.by === 'number')
    return measureNumber(test.threshold, answer !== undefined && 'number' in answer ? answer.number : null)
  return measureSeries(test.threshold, answer !== undefined && 'series' in answer ? answer.series : [])
}

function amountOutcome(threshold: FitThreshold, { verdict, have, gap }: Measured, profile: Profile): Outcome {
  const { applicantTypes, hedge, strength } = threshold
  const { applicantType } = profile
  if (applicantTypes.length > 0 && applicantType !== null && !applicantTypes.includes(applicantType)) return ASIDE
  const reason =
    verdict === 'PASS' ? 'met' : verdict === 'UNKNOWN' ? 'no evidence' : below(threshold, have) ? 'below' : 'above'
  const isBinding = hedge === null && strength === 'must'
  return { verdict: verdict === 'FAIL' && !isBinding ? 'JUDGEMENT' : verdict, reason, have, gap }
}

function below({ comparator, value }: FitThreshold, have: number | null): boolean {
  return (
    comparator !== '<' && comparator !== '<=' && have !== null && (comparator === '>' ? have <= value : have < value)
  )
}
