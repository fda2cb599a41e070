import { findDocNumbers, wholeDocNumber } from '../grammar/doc-numbers.ts'
import { findLawNames } from '../grammar/law-names.ts'
import { findPinpoints } from '../grammar/pinpoints.ts'
import { findTitles, type TitleMention } from '../grammar/titles.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Citation, CitationRelation } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { kindOf, ownNames, type OwnNames } from './citation-kinds.ts'
import { documentNames } from './reference-documents.ts'

/**
 * Every document that a text names in 《…》, in text order: forms and the document itself are told apart from documents,
 * and the words around each say what for (根据 basis, 参照 models, 废止 repeals …).
 * @example readCitations(document)[0] // { title: '国家技术创新中心建设运行管理办法（暂行）', relation: 'models', … }
 */
export function readCitations(document: RegulationDocument): readonly Citation[] {
  const own = ownNames(document)
  const names = documentNames(document).bare
  return document.passages.flatMap((passage) => readPassage(passage, { raw: document.raw.text, own, names }))
}

interface Context {
  readonly raw: string
  readonly own: OwnNames
  /** Names of other documents that may stand without brackets. */
  readonly names: readonly string[]
}

function readPassage(passage: Passage, { raw, own, names }: Context): readonly Citation[] {
  const { text } = passage.clean
  const mentions = mentionsIn(text, names)
  return mentions.map((mention, index) => {
    const span = rawSpan(passage.clean, mention.start, mention.end)
    const title = mention.title.replace(/\s+/g, '')
    const { relation, by } = relationOf(text, mentions, index)
    return {
      provision: passage.provision,
      ...span,
      quote: raw.slice(span.start, span.end),
      title,
      docNumber: mention.docNumber,
      relation,
      kind: kindOf(mention, text, { own, relation }),
      rule: `${formOf(mention, text)}; ${by}`,
    }
  })
}

function formOf({ start, title, docNumber }: TitleMention, text: string): string {
  if (title === docNumber) return 'number alone'
  return /[\u4e00-\u9fff]/.test(text.charAt(start)) ? 'name without brackets' : 'title in brackets'
}

interface Unbracketed {
  readonly start: number
  readonly end: number
  readonly title: string
  readonly docNumber?: string
}

/** Titles in brackets, laws named without them, and documents that only their number names; in order. */
function mentionsIn(text: string, names: readonly string[]): readonly TitleMention[] {
  const titled = findTitles(text)
  const bare: readonly Unbracketed[] = [...findLawNames(text), ...lawsOfPlaces(text, names), ...numbersAlone(text)]
  if (bare.length === 0) return titled
  const all = [...titled, ...bare.map(({ docNumber = null, ...mention }) => ({ ...mention, docNumber }))]
  const first = new Map(titled.map((mention) => [mention, 0]))
  all.sort((a, b) => (first.get(a) ?? 1) - (first.get(b) ?? 1) || a.start - b.start)
  return withoutOverlap(all)
}

/** Of mentions that overlap the one given first, in text order. */
function withoutOverlap(given: readonly TitleMention[]): readonly TitleMention[] {
  const taken = new Set<number>()
  const kept = given.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false
    for (let at = start; at < end; at++) taken.add(at)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

/** 刑法第三百条: a law by its bare name, cited by one of its places. */
function lawsOfPlaces(text: string, names: readonly string[]): readonly Unbracketed[] {
  if (!/[法例则定)）典释](?:[的中]|总则|分则)?第[〇零一二三四五六七八九十百千\d]/.test(text)) return []
  return findPinpoints(text, names).flatMap(({ document }) => {
    if (document?.kind !== 'named' || document.titled || document.name.startsWith('原')) return []
    return [{ start: document.start, end: document.start + document.name.length, title: document.name }]
  })
}

/** 按照国办发〔2019〕1号文件; a line that is a number is the text's own. */
function numbersAlone(text: string): readonly Unbracketed[] {
  if (!text.includes('号') || wholeDocNumber(text) !== null) return []
  return findDocNumbers(text).flatMap(({ text: number, start, end }) => {
    const cited =
      CITED_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || CITED_BEHIND.test(text.slice(end, end + 8))
    return cited && !/(?:公布|[发颁]布|[印下]发)$/.test(text.slice(end, end + 4))
      ? [{ start, end, title: number, docNumber: number }]
      : []
  })
}

const CITED_BEFORE = /(?:根据|依据|按照?|依照|执行|落实|参照|符合|违反)$/
const CITED_BEHIND =
  /^(?:文件?(?!件?[公发颁印下])|第[一二三四五六七八九十百\d]+条|的?规定|要求|精神|[^，。；]{0,2}(?:同时|即行)?废止)/

type Cue = readonly [CitationRelation, RegExp]

/** Words before a title; the nearest wins. */
const CUES: readonly Cue[] = [
  ['repeals', /废止|取代|替代/g],
  ['models', /参照|比照/g],
  ['basis', /根据|依据|遵照|遵循/g],
  ['implements', /贯彻|落实|执行(?!机[构关]|异议|程序|案件|情况|措施|标的|职务|通知|人|[中时前后])|实施$/g],
  ['applies', /按照?|依照|依|符合|违反|适用|遵守/g],
  ['issues', /印发|发布|公布|转发|下发|颁布|制[定订]/g],
  ['mentions', /修[改订正]|推进|详?见|参见|称|对$/g],
]
const MAKES = /制[定订](?:了)?本|特制[定订]/
const ENDS = /(?:废止|不再[适执][用行]|停止[执施]行|失效)(?:[。；，]|$)/

/** What a title is named for, from the words of its sentence: those before it decide, 同时废止 behind it comes first. */
function relationOf(text: string, mentions: readonly TitleMention[], index: number): Cued {
  const mention = mentions[index]
  if (mention === undefined) return NO_CUE
  const near = mentions.slice(Math.max(0, index - FAR), index + FAR)
  const { from, to } = sentenceAround(text, mention)
  const behind = withoutTitles(text.slice(mention.end, to), near, mention.end)
  if (isRepealed(behind)) return { relation: 'repeals', by: 'repealed by the words behind' }
  const before = withoutTitles(text.slice(from, mention.start), near, from).replace(SHORT_NAME, '')
  const cue = nearestCue(before)
  const founds = cue?.relation === 'implements' || cue?.relation === 'applies'
  if (founds && MAKES.test(behind)) return { relation: 'basis', by: `${cue.by}, a text is made behind` }
  return cue ?? NO_CUE
}

/** A relation and what told it. */
interface Cued {
  readonly relation: CitationRelation
  readonly by: string
}

const NO_CUE: Cued = { relation: 'mentions', by: 'no cue reaches it' }

/** 《…》和《…》同时废止; not where a predicate of its own comes first: 按照《…》执行，《…》同时废止. */
function isRepealed(behind: string): boolean {
  const end = ENDS.exec(behind)
  return end !== null && !/(?:执行|施行|实施|适用|办理|处[理罚]|修改)[^，。；]{0,10}，/.test(behind.slice(0, end.index))
}

/** How many titles a list may hold. */
const FAR = 60
const LONGEST_SENTENCE = 1500

function sentenceAround(text: string, { start, end }: TitleMention): { from: number; to: number } {
  const earliest = Math.max(0, start - LONGEST_SENTENCE)
  const before = text.slice(earliest, start)
  const stop = text.slice(end, end + LONGEST_SENTENCE).indexOf('。')
  const to = stop < 0 ? Math.min(text.length, end + LONGEST_SENTENCE) : end + stop
  return { from: earliest + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1, to }
}

/** Stands where a title stood. */
const TITLE = '\u0001'
/** （以下简称…） behind a title says nothing of the next. */
const SHORT_NAME = new RegExp(`（[^（）]{0,30}简称[^（）]{0,30}）`, 'g')

/** The words between titles: a title may itself hold 印发 or 贯彻. */
function withoutTitles(words: string, mentions: readonly TitleMention[], offset: number): string {
  const inside = mentions.filter(({ start, end }) => start >= offset && end <= offset + words.length)
  return inside.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start - offset)}${TITLE}${rest.slice(end - offset)}`,
    words,
  )
}

/** A clause that ends before the title, other than at a title in the same list. */
const LEFT = new RegExp(`(?<!${TITLE}|规定|[、和及与])[，：]`)

function nearestCue(before: string): Cued | null {
  let nearest: (Cued & { at: number }) | null = null
  for (const [relation, pattern] of CUES) {
    for (const { index, 0: word } of before.matchAll(pattern)) {
      if (nearest === null || index > nearest.at) nearest = { relation, by: `${word} before`, at: index }
    }
  }
  return nearest === null || LEFT.test(before.slice(nearest.at)) ? null : nearest
}
