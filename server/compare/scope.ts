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
  const who =
    applicantTypes.length > 0
      ? ofTypes(applicantTypes, asked)
      : (punished(threshold) ?? (appliesIf === null ? null : ofCase(appliesIf)))
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

/** 对单位处…, 对个人处…: whom a penalty is for. */
function punished({ purpose, quote, appliesIf }: ComparedThreshold): Who | null {
  const found = purpose === 'sanction' ? PUNISHED.find(([, pattern]) => pattern.test(quote)) : undefined
  if (!found) return null
  const [words] = found
  return appliesIf === null ? { cases: [words.zh], words } : null
}

/** Those who answer for an organization are punished besides it: a penalty that names nobody is not theirs. */
export const RESPONSIBLE: Sentence = { zh: '责任人员', en: 'those responsible' }
const PUNISHED: readonly (readonly [Sentence, RegExp])[] = [
  [RESPONSIBLE, /对[^，。；]{0,16}(?:责任人|主管人员|负责人)/],
  [{ zh: '单位', en: 'organizations' }, /对[^，。；]{0,8}(?:单位|法人|企业|机构|组织)/],
  [{ zh: '个人', en: 'individuals' }, /对[^，。；]{0,8}(?:个人|自然人|公民)/],
]
const ALL_PUNISHED = new Set(PUNISHED.map(([{ zh }]) => zh))

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
  const isOfPunished = [...cases].every((one) => ALL_PUNISHED.has(one))
  const everyCase =
    cases.size > 1 && isOfPunished ? [...cases] : cases.size === 0 ? [TYPES[0]] : [...new Set([...TYPES, ...cases])]
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
