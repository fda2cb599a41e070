import type { ApplicantType } from '../model/facts.ts'
import type { ComparedInstrument } from '../model/comparison.ts'

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

function binds(fact: Bound, { applicantType, track }: Applicability): boolean {
  const typeFits = !applicantType || fact.applicantTypes.length === 0 || fact.applicantTypes.includes(applicantType)
  return typeFits && (!track || fact.track === null || sameTrack(fact.track, track))
}

/** 领域类 and 领域类创新中心 are one track. */
function sameTrack(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}
