import { findTitles, type TitleMention } from '../grammar/titles.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Citation, CitationRelation } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'

/**
 * Every document that a text names in 《…》, in text order: forms and the document itself are told apart from documents,
 * and the words around each say what for (根据 basis, 参照 models, 废止 repeals …).
 * @example readCitations(document)[0] // { title: '国家技术创新中心建设运行管理办法（暂行）', relation: 'models', … }
 */
export function readCitations(document: RegulationDocument): readonly Citation[] {
  const own = ownNames(document)
  return document.passages.flatMap((passage) => readPassage(passage, document.raw.text, own))
}

interface OwnNames {
  readonly title: string
  /** Headings of annexes: a title that names one is a form of the document itself. */
  readonly annexes: ReadonlySet<string>
}

function ownNames({ meta, provisions }: RegulationDocument): OwnNames {
  const annexes = provisions.flatMap(({ kind, heading }) => (kind === 'annex' && heading ? [plain(heading)] : []))
  return { title: plain(meta.title ?? ''), annexes: new Set(annexes) }
}

function readPassage(passage: Passage, raw: string, own: OwnNames): readonly Citation[] {
  const { text } = passage.clean
  const mentions = findTitles(text)
  return mentions.map((mention, index) => {
    const span = rawSpan(passage.clean, mention.start, mention.end)
    const kind = passage.provision === null && amends(mention, own) ? 'self' : kindOf(mention, text, own)
    const title = mention.title.replace(/\s+/g, '')
    return {
      provision: passage.provision,
      ...span,
      quote: raw.slice(span.start, span.end),
      title,
      docNumber: mention.docNumber,
      relation: relationOf(text, mentions, index),
      kind,
    }
  })
}

/** A title without brackets, blanks and width: what makes two spellings one document. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s()〈〉<>《》“”"]/g, '')
    .replace(/[－–—]/g, '-')
}

/** Papers that are filled in, issued or printed, not enacted. */
const FORM =
  /(?<!白皮|蓝皮|建议|意见)(?:书|[^代]表|证|证件|执照|单|册|手册|卡|票据?|合同|协议|协议书|证明|报告|公报|(?<![通简])报|回执|收据|台账|登记簿|存根|函)$/
const SUFFIX = /[（(][^（）()]{0,20}[）)]$/
/** The note of a text's own history: 根据《关于修改〈…〉的决定》修正, where 〈…〉 is the text itself. */
function amends({ title }: TitleMention, own: OwnNames): boolean {
  return own.title !== '' && /修[改订正]/.test(title) && plain(title).includes(own.title)
}

/** 《…》（附件1）, 《…》(见附表) */
const ANNEXED = /^[（(](?:详?见)?(?:附件|附表|附录|附)\s*[\d一二三四五六七八九十]{0,3}[）)]/

function kindOf({ title, end }: TitleMention, text: string, own: OwnNames): Citation['kind'] {
  const bare = plain(title)
  if (bare !== '' && bare === own.title) return 'self'
  if (own.annexes.has(bare) || ANNEXED.test(text.slice(end, end + 12))) return 'form'
  return FORM.test(title.replace(SUFFIX, '')) && !ENACTED.test(title) ? 'form' : 'document'
}

/** 《关于…报告的通知》 ends as a document does; 《…管理办法（附表）》 too. */
const ENACTED =
  /(?:法|条例|规定|办法|细则|规则|决定|决议|通知|意见|方案|规划|纲要|通告|公告|批复)(?:[（(][^（）()]{0,20}[）)])?$/

type Cue = readonly [CitationRelation, RegExp]

/** Words before a title; the nearest wins. */
const CUES: readonly Cue[] = [
  ['repeals', /废止|取代|替代/g],
  ['models', /参照|比照/g],
  ['basis', /根据|依据|遵照|遵循/g],
  ['implements', /贯彻|落实|执行|实施(?=《)/g],
  ['applies', /按照?|依照|依|符合|违反|适用|遵守/g],
  ['issues', /印发|发布|公布|转发|下发|颁布|制定了?/g],
  ['mentions', /修[改订正]|推进|详?见|参见|称/g],
]
const MAKES = /制[定订](?:了)?本|特制[定订]/
const ENDS = /(?:同时|予以|自行)?废止/

/** What a title is named for, from the words of its sentence: those before it decide, 同时废止 behind it comes first. */
function relationOf(text: string, mentions: readonly TitleMention[], index: number): CitationRelation {
  const mention = mentions[index]
  if (mention === undefined) return 'mentions'
  const { from, to } = sentenceAround(text, mention.start)
  const behind = withoutTitles(text.slice(mention.end, to), mentions, mention.end)
  if (ENDS.test(behind)) return 'repeals'
  const before = withoutTitles(text.slice(from, mention.start), mentions, from)
  const cue = nearestCue(before)
  const founds = cue === 'implements' || cue === 'applies'
  return founds && MAKES.test(behind) ? 'basis' : (cue ?? 'mentions')
}

function sentenceAround(text: string, at: number): { from: number; to: number } {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1
  const end = text.indexOf('。', at)
  return { from, to: end < 0 ? text.length : end }
}

/** The words between titles: a title may itself hold 印发 or 贯彻. */
function withoutTitles(words: string, mentions: readonly TitleMention[], offset: number): string {
  const inside = mentions.filter(({ start, end }) => start >= offset && end <= offset + words.length)
  return inside.reduceRight((rest, { start, end }) => rest.slice(0, start - offset) + rest.slice(end - offset), words)
}

function nearestCue(before: string): CitationRelation | null {
  let nearest: { relation: CitationRelation; at: number } | null = null
  for (const [relation, pattern] of CUES) {
    for (const { index } of before.matchAll(pattern)) {
      if (nearest === null || index > nearest.at) nearest = { relation, at: index }
    }
  }
  return nearest?.relation ?? null
}
