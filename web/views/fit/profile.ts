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

/** The service knows these; another word is kept and named, but not sent. */
const TYPES: readonly string[] = ['enterprise', 'university', 'research_institute', 'technology_institution']

/** What may be asked with: the fields that the conditions ask for, and the provinces. */
export interface Asked {
  readonly fields: readonly { readonly key: string; readonly options: readonly string[] }[]
  readonly provinces: readonly string[]
}

/** The profile as the server takes it: only what it asks for and understands; the rest stays with the applicant. */
export function inputOf(profile: Profile, asked: Asked) {
  const known = new Set(asked.fields.map(({ key }) => key))
  const values = Object.entries(profile.values)
    .filter(([key]) => known.has(key))
    .map(([key, answer]): Given => {
      if (typeof answer === 'number') return { key, number: answer }
      return typeof answer === 'boolean' ? { key, flag: answer } : { key, series: [...answer] }
    })
  return {
    applicantType: TYPES.includes(profile.applicantType) ? profile.applicantType : null,
    jurisdiction: placeOf(profile.jurisdiction, asked),
    track: optionsOf('track', asked).includes(profile.track) ? profile.track : null,
    values,
  }
}

/** What of a profile is kept in the link and the file, but used by nothing: unknown keys, types, places and tracks. */
export function asideOf(profile: Profile, asked: Asked): readonly string[] {
  const known = new Set(asked.fields.map(({ key }) => key))
  const used = inputOf(profile, asked)
  const words = [
    [profile.applicantType, used.applicantType],
    [profile.jurisdiction, used.jurisdiction],
    [profile.track, used.track],
  ] as const
  return [
    ...words.flatMap(([told, sent]) => (told !== '' && sent === null ? [told] : [])),
    ...Object.keys(profile.values).filter((key) => !known.has(key)),
  ]
}

/** A profile without what is used by nothing. */
export function withoutAside(profile: Profile, asked: Asked): Profile {
  const { applicantType, jurisdiction, track } = inputOf(profile, asked)
  const known = new Set(asked.fields.map(({ key }) => key))
  return {
    ...profile,
    applicantType: applicantType ?? '',
    jurisdiction: jurisdiction === null ? '' : profile.jurisdiction,
    track: track ?? '',
    values: Object.fromEntries(Object.entries(profile.values).filter(([key]) => known.has(key))),
  }
}

/** A place that a condition names or a province; of another place the province that it is in. */
function placeOf(id: string, asked: Asked): string | null {
  if (optionsOf('jurisdiction', asked).includes(id)) return id
  return asked.provinces.find((province) => id === province || id.startsWith(`${province}-`)) ?? null
}

function optionsOf(key: string, { fields }: Asked): readonly string[] {
  return fields.find((field) => field.key === key)?.options ?? []
}
