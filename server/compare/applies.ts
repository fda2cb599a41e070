import type { ApplicantType } from '../model/facts.ts'
import type { ComparedInstrument } from '../model/comparison.ts'
import type { Entry, RowPlan } from './rows.ts'

export interface Applicability {
  readonly applicantType?: ApplicantType | null
  readonly track?: string | null
}

interface Bound {
  readonly applicantTypes: readonly ApplicantType[]
  readonly track: string | null
}

/**
 * The instrument without what binds other types of applicant or other tracks; what names neither binds all.
 * `onlyWhatApplies(yunnan, { applicantType: 'university' })` loses 建设单位是企业的，资产负债率低于70%.
 */
export function onlyWhatApplies(instrument: ComparedInstrument, who: Applicability): ComparedInstrument {
  if (!who.applicantType && !who.track) return instrument
  return {
    ...instrument,
    thresholds: instrument.thresholds.filter((fact) => binds(fact, who)),
    marks: instrument.marks.filter((fact) => binds(fact, who)),
  }
}

/** The rows without what binds others; a row that is left empty goes. What meets in a row is the same for whoever asks. */
export function appliedPlans(plans: readonly RowPlan[], who: Applicability): readonly RowPlan[] {
  if (!who.applicantType && !who.track) return plans
  const kept = plans.map((plan) => ({ ...plan, entries: plan.entries.map((entry) => appliedEntry(entry, who)) }))
  return kept.filter(({ entries }) => entries.some(({ thresholds, marks }) => thresholds.length + marks.length > 0))
}

function appliedEntry({ thresholds, marks, around, sequels }: Entry, who: Applicability): Entry {
  const applied = <F extends Bound>(facts: readonly F[]) => facts.filter((fact) => binds(fact, who))
  return {
    thresholds: applied(thresholds),
    marks: applied(marks),
    around: applied(around),
    sequels: applied(sequels),
  }
}

function binds(fact: Bound, { applicantType, track }: Applicability): boolean {
  const typeFits = !applicantType || fact.applicantTypes.length === 0 || fact.applicantTypes.includes(applicantType)
  return typeFits && (!track || fact.track === null || sameTrack(fact.track, track))
}

/** 领域类 and 领域类创新中心 are one track. */
export function sameTrack(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}
