/** An amount in the canonical unit of its field, one amount a year (the latest first, null for a year not told), or yes and no. */
export type Answer = number | boolean | readonly (number | null)[]

/** What an applicant tells. Nothing told is an empty string or a missing key, never zero. */
export interface Profile {
  readonly applicantType: string
  /** Id of a jurisdiction: CN-YN. */
  readonly jurisdiction: string
  /** Words of the text: 领域类. */
  readonly track: string
  /** The year of the first amount of every series; 0 while there is none. */
  readonly latestYear: number
  readonly values: Readonly<Record<string, Answer>>
}

export const EMPTY: Profile = { applicantType: '', jurisdiction: '', track: '', latestYear: 0, values: {} }

/** Nothing is told. */
export function isEmpty({ applicantType, jurisdiction, track, values }: Profile): boolean {
  return applicantType === '' && jurisdiction === '' && track === '' && Object.keys(values).length === 0
}

/**
 * A profile with one answer changed; null takes it back. A series without any year told is not told.
 * @example withAnswer(profile, 'fixed_staff', 99).values // { fixed_staff: 99 }
 */
export function withAnswer(profile: Profile, key: string, answer: Answer | null): Profile {
  const { [key]: _, ...rest } = profile.values
  const isNothing = answer === null || (typeof answer === 'object' && answer.every((amount) => amount === null))
  // In its old place, so that a link changes only where the answer does.
  return { ...profile, values: isNothing ? rest : { ...profile.values, [key]: trimmed(answer) } }
}

/** Years at the end that are not told say nothing. */
function trimmed(answer: Answer): Answer {
  if (typeof answer !== 'object') return answer
  const last = answer.findLastIndex((amount) => amount !== null)
  return answer.slice(0, last + 1)
}

interface Given {
  key: string
  number?: number
  series?: (number | null)[]
  flag?: boolean
}

/** The profile as the server takes it: only the fields that it asks for; the others stay with the applicant. */
export function inputOf(profile: Profile, known: ReadonlySet<string>) {
  const values = Object.entries(profile.values)
    .filter(([key]) => known.has(key))
    .map(([key, answer]): Given => {
      if (typeof answer === 'number') return { key, number: answer }
      return typeof answer === 'boolean' ? { key, flag: answer } : { key, series: [...answer] }
    })
  return {
    applicantType: profile.applicantType || null,
    jurisdiction: profile.jurisdiction || null,
    track: profile.track || null,
    values,
  }
}

/** Keys that no condition asks for: kept in the link and the file, used by nothing. */
export function asideOf(profile: Profile, known: ReadonlySet<string>): readonly string[] {
  return Object.keys(profile.values).filter((key) => !known.has(key))
}
