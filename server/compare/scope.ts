import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import { sameTrack, type Applicability } from './applies.ts'

const TYPES = [
  'enterprise',
  'university',
  'research_institute',
  'technology_institution',
] as const satisfies readonly ApplicantType[]

const TYPE_NAMES = {
  enterprise: { zh: '企业', en: 'enterprises' },
  university: { zh: '高校', en: 'universities' },
  research_institute: { zh: '科研院所', en: 'research institutes' },
  technology_institution: { zh: '技术机构', en: 'technology institutions' },
} as const satisfies Record<ApplicantType, Sentence>

/**
 * Whom a threshold binds: everybody, types of applicant or those in a case told in words, and of these one track or all.
 * What binds the type or the track that was asked for, binds without condition.
 */
export interface Scope {
  readonly everybody: boolean
  /** Empty when every case is bound. */
  readonly cases: readonly string[]
  readonly track: string | null
  readonly words: Sentence
}

export function scopeOf(threshold: ComparedThreshold, asked: Applicability = {}): Scope {
  const { applicantTypes, appliesIf } = threshold
  const who = applicantTypes.length > 0 ? ofTypes(applicantTypes, asked) : appliesIf === null ? null : ofCase(appliesIf)
  const track = asked.track ? null : threshold.track
  if (!track) return who ? { everybody: false, track: null, ...who } : EVERYBODY
  const words = who ? { zh: `${track}的${who.words.zh}`, en: `${who.words.en} in ${track}` } : { zh: track, en: track }
  return { everybody: false, cases: who?.cases ?? [], track, words }
}

const EVERYBODY: Scope = {
  everybody: true,
  cases: [],
  track: null,
  words: { zh: '各类单位', en: 'every applicant' },
}

type Who = Pick<Scope, 'cases' | 'words'>

function ofTypes(types: readonly ApplicantType[], { applicantType }: Applicability): Who | null {
  if (applicantType) return null
  return {
    cases: types,
    words: {
      zh: types.map((type) => TYPE_NAMES[type].zh).join('、'),
      en: types.map((type) => TYPE_NAMES[type].en).join(', '),
    },
  }
}

function ofCase(appliesIf: string): Who {
  const inner = appliesIf
    .replace(/^对于?/, '')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
  const words = `“${inner}”`
  return { cases: [appliesIf], words: { zh: words, en: words } }
}

/** One case in one track: what tells thresholds apart that bind different applicants. */
export interface Situation {
  readonly case: string
  /** Null for whoever is in none of the tracks that are told apart. */
  readonly track: string | null
}

/** Every situation that tells the thresholds apart: an unconditional one holds in each. */
export function situationsOf(scopes: readonly Scope[]): readonly Situation[] {
  const cases = new Set(scopes.flatMap((scope) => scope.cases))
  const tracks = distinctTracks(scopes.flatMap(({ track }) => track ?? []))
  // Two tracks or more are all there are; of one alone nobody says what holds beside it.
  const everyTrack = tracks.length === 1 ? [...tracks, null] : tracks.length === 0 ? [null] : tracks
  const everyCase = cases.size === 0 ? [TYPES[0]] : [...new Set([...TYPES, ...cases])]
  return everyCase.flatMap((one) => everyTrack.map((track) => ({ case: one, track })))
}

function distinctTracks(tracks: readonly string[]): readonly string[] {
  return tracks.filter((track, at) => tracks.findIndex((other) => sameTrack(track, other)) === at)
}

export function holdsIn({ cases, track }: Scope, situation: Situation): boolean {
  const inCase = cases.length === 0 || cases.includes(situation.case)
  return inCase && (track === null || (situation.track !== null && sameTrack(track, situation.track)))
}

/** Whether anybody is bound by both. */
export function overlap(one: Scope, two: Scope): boolean {
  const sameCase = one.cases.length === 0 || two.cases.length === 0 || one.cases.some((own) => two.cases.includes(own))
  return sameCase && (one.track === null || two.track === null || sameTrack(one.track, two.track))
}

/** Whether whoever the second binds is bound by the first. */
export function covers(one: Scope, two: Scope): boolean {
  const everyCase =
    one.cases.length === 0 || (two.cases.length > 0 && two.cases.every((own) => one.cases.includes(own)))
  return everyCase && (one.track === null || (two.track !== null && sameTrack(one.track, two.track)))
}
