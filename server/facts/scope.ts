import type { Stretch } from '../grammar/clauses.ts'
import type { RegulationDocument } from '../model/document.ts'
import { placesOf } from './places.ts'
import type { Place } from './places.ts'

/**
 * Which track (综合类, 领域类) a provision belongs to; null when it holds for all. The tracks are the classes that the text
 * itself declares: 分为X类和Y类.
 * @example trackOf(document)('art_11__item_2') // 领域类
 */
export function trackOf(document: RegulationDocument): TrackOf {
  const tracks = declaredTracks(document)
  const places = placesOf(document)
  return (id, words = '') => {
    if (id === null || tracks.length < 2) return null
    const named = tracks.filter((track) => words.includes(track))
    return named.length === 1 ? (named[0] ?? null) : nearestTrack(places.get(id), tracks)
  }
}

/** By the provision's id; the words of the clause itself come before where it stands. */
type TrackOf = (provisionId: string | null, words?: string) => string | null

/**
 * The classes that a text divides its subject into, in its own words.
 * @example declaredTracks(document) // ['综合类', '领域类']
 */
function declaredTracks(document: RegulationDocument): readonly string[] {
  for (const { clean, part } of document.passages) {
    const hit = part === 'body' ? DIVISION.exec(clean.text) : null
    const names = hit?.[1]?.split(/和|与|、|及|以及/).map((name) => name.replace(/^[“"]|[”"]$/g, '')) ?? []
    if (names.length > 1 && names.every((name) => /^[^\d一二三四五]{1,8}[类型]$/.test(name))) return names
  }
  return []
}

const DIVISION = /(?:分为|划分为|包括|设)([^，。；：:]{2,60}[类型])(?:[两二三四五]类|[两二三四五]种)?(?:[。：:；，]|$)/

/** The nearest level whose heading or opening words name exactly one track. */
function nearestTrack(place: Place | undefined, tracks: readonly string[]): string | null {
  for (const { heading, lead } of place?.levels ?? []) {
    const opening = heading + lead.slice(0, LONGEST_OPENING)
    const named = tracks.filter((track) => opening.includes(track))
    if (named.length === 1) return named[0] ?? null
    if (named.length > 1) return null
  }
  return null
}

const LONGEST_OPENING = 40

/** A condition that holds up to the end of its segment. */
export interface Scope {
  readonly at: Stretch
  readonly words: string
}

/**
 * The condition under which the words at `at` apply, among the clauses of their segment: the last 的-clause, 对-phrase or
 * 以…为主体 before them. Conditions end with the segment, at ；and 。.
 * @example scopeAmong(text, clauses(text, segment), 9)?.words // 建设单位是企业的
 */
export function scopeAmong(text: string, segment: readonly Stretch[], at: number): Scope | null {
  for (let index = segment.length - 1; index >= 0; index--) {
    const clause = segment[index]
    if (clause === undefined || clause.from > at) continue
    const scope = clause.to <= at ? scopeOfClause(text, clause) : scopeInside(text, clause, at)
    if (scope !== null) return scope
  }
  return null
}

/** Demands end in 的 too (应当是依法设立的): a clause that demands is no condition. */
const DEMAND = /(?:应当?|必须|须|不得|可以)[^，]{0,30}的$/
const ADDRESSED =
  /对(?:于)?([^，]{0,60}?的[^，的]{1,16}?)(?=$|进行|给予|予以|实行|实施|开展|按照?|处以?|依法|由|采取|应当?|可以?)/
/** 对评估为“中”的创新中心 restricts, 对本市的中心 does not: the words before 的 hold a verb. */
const RESTRICTIVE =
  /认定|评估|评[为定选]|考核|承担|获得?|符合|通过|列入|纳入|入选|达到|超过|违反|取得|新[建设引]|首次|牵头|参[加与]|从事|设立|具有|拥有|完成|属于|[未不没已是为有在经]/

function scopeOfClause(text: string, { from, to }: Stretch): Scope | null {
  const words = text.slice(from, to)
  if (/的$/.test(words) && !DEMAND.test(words) && words.length > 2) return { at: { from, to }, words: trimmed(words) }
  return addressed(words, from)
}

function trimmed(words: string): string {
  return words.replace(/^(?:但是?|其中|同时|并且?|或者?)/, '')
}

function addressed(words: string, from: number): Scope | null {
  const hit = ADDRESSED.exec(words)
  if (hit === null || !RESTRICTIVE.test((hit[1] ?? '').replace(/的[^的]*$/, ''))) return null
  return { at: { from: from + hit.index, to: from + hit.index + hit[0].length }, words: hit[0] }
}

const LED_BY = /以[^，。；]{1,16}为主体[^，。；]{0,6}?的/
const ADJECTIVAL = /^([^，]{2,30}?的)(?=给予|予以|处以?|处|享受|限期|责令|奖励|补助|资助|按照?)/

/** A condition in the same clause as its consequence: 以企业为主体建设的配套资金…, “未通过”的给予1年整改期. */
function scopeInside(text: string, { from }: Stretch, at: number): Scope | null {
  const words = text.slice(from, at)
  const hit = LED_BY.exec(words) ?? ADJECTIVAL.exec(words)
  if (hit === null) return addressed(words, from)
  const found = hit[1] ?? hit[0]
  return { at: { from: from + hit.index, to: from + hit.index + found.length }, words: found }
}
