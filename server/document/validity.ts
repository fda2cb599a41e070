import { addDays, addMonths, addYears, findDates } from '../grammar/dates.ts'
import { readNumeral } from '../grammar/numerals.ts'
import type { Meta, Passage } from '../model/document.ts'

/** What 自发布之日起, 自通过之日起 and 自批准之日起 count from. */
interface Days {
  readonly issuedOn: string | null
  readonly adoptedOn: string | null
  readonly approvedOn: string | null
  /** The day that the history gives, where the text does not. */
  readonly startsOn?: string | null
}

type Validity = Pick<Meta, 'effectiveFrom' | 'effectiveUntil' | 'effectiveUntilBasis'>

/**
 * From when and until when a document applies, in its own words: 自…起施行, 有效期至…, 有效期五年.
 * @example readValidity(passages, { issuedOn: null, adoptedOn: null, approvedOn: null }) // { effectiveFrom: '2023-07-01', effectiveUntil: '2028-06-30', effectiveUntilBasis: 'derived' }
 */
export function readValidity(passages: readonly Passage[], days: Days): Validity {
  const texts = [...inOrder(passages, 'body').reverse(), ...inOrder(passages, 'carrier').reverse()].filter(tellsTime)
  const effectiveFrom = first(texts, (text) => startOf(text, days)) ?? days.startsOn ?? null
  const closing = texts.filter((text) => OWN_TERM.test(text) || startOf(text, days) !== null)
  const explicit = first(closing, untilOf)
  if (explicit !== null) return { effectiveFrom, effectiveUntil: explicit, effectiveUntilBasis: 'explicit' }
  const derived = effectiveFrom === null ? null : first(closing, (text) => termOf(text, effectiveFrom))
  return { effectiveFrom, effectiveUntil: derived, effectiveUntilBasis: derived === null ? null : 'derived' }
}

/** Most paragraphs tell no day and no term, which a look at two words shows. */
function tellsTime(text: string): boolean {
  return /施行|实施|执行|生效|试行|有效|期限?[为是至：]/.test(text) && /[日年月]/.test(text)
}

/** 有效期 of the document itself, not of a certificate. */
const OWN_TERM =
  /本[^，。；、]{1,10}(?:的)?(?:有效期|试行期|执行期|实施期|施行期|暂行期|自|从|至|有效)|^(?:有效期|试行期)/

function inOrder(passages: readonly Passage[], part: Passage['part']): string[] {
  return passages.filter((passage) => passage.part === part).map(({ clean }) => clean.text)
}

function first(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

const BEGINS = '(?:正式)?(?:施行|实施|执行|生效|试行|起?算)'
const ON_DATE = new RegExp(
  `(?:自|从|于|定于)?([^。；，自从至到]{0,24}?日)(?:零时|0时|（含）)?(?:起|开始)?(?:正式)?[，]?${BEGINS}`,
  'g',
)
const EVENT = '发布实施|公布施行|发布|公布|印发|颁布|下发|发文|签发|颁发|[^，。；日]{0,16}通过|[^，。；日]{0,16}批准'
const COUNT = '\\d+|[一二两三四五六七八九十]+'
const DELAY = `(?:第?(?<count>${COUNT})(?<unit>个月|日|天)(?:以后|之后|后|起|届满)*)?`
/** 自发布之日起施行, 自印发之日起满三十日后施行, 自公布后30日施行 */
const ON_ISSUE = new RegExp(
  `(?:自|从|于)(?:本[^，。；]{1,6})?(?<event>${EVENT})(?:之?日|后)(?:起|后)?满?${DELAY}起?${BEGINS}`,
)
/** 自2021年1月1日起至2022年12月31日执行, 执行期限为2021年1月1日至2022年12月31日 */
const RANGE = new RegExp(
  `(?:(?:自|从)([^。；，自从至]{6,20}?日)起?(?:施行|实施|执行)?[，]?(?:有效期)?至([^。；，至]{6,20}?日)止?(?:施行|实施|执行|有效|。|$)|(?:执行|实施|施行|有效|试行)(?:期限?|时间)(?:为|是|：)?(?:自|从)?([^。；，自从至]{6,20}?日)(?:起)?至([^。；，至]{6,20}?日))`,
)
/** 第五条自…起施行 sets a day for one article, 原《…》自…起施行 tells of another document. */
const PARTIAL = /第[一二三四五六七八九十百\d]+[条款项章]|其中|》[^，。；）]{0,6}$/
/** A label that the layout left inside a paragraph. */
const INLINE_LABEL = /^\s*第[一二三四五六七八九十百零\d]+条(?=本)/

function startOf(text: string, days: Days): string | null {
  for (const part of text.split(/[。；]/)) {
    const sentence = part.replace(INLINE_LABEL, '')
    const range = rangeOf(sentence)
    if (range !== null && !PARTIAL.test(sentence.slice(0, range.at))) return range.from
    const clause = ON_ISSUE.exec(sentence)
    if (clause !== null && !PARTIAL.test(sentence.slice(0, clause.index))) return later(clause, days)
    for (const hit of sentence.matchAll(ON_DATE)) {
      const before = sentence.slice(0, hit.index)
      const date = findDates(hit[1] ?? '').at(-1)
      if (date !== undefined && !PARTIAL.test(before) && !/(?:原|曾|已)$/.test(before)) return date.iso
    }
  }
  return null
}

interface DateRange {
  readonly from: string
  readonly until: string
  readonly at: number
}

function rangeOf(sentence: string): DateRange | null {
  const hit = RANGE.exec(`${sentence}。`)
  const from = findDates(hit?.[1] ?? hit?.[3] ?? '')[0]?.iso
  const until = findDates(hit?.[2] ?? hit?.[4] ?? '')[0]?.iso
  return hit === null || from === undefined || until === undefined ? null : { from, until, at: hit.index }
}

function later(clause: RegExpExecArray, { issuedOn, adoptedOn, approvedOn }: Days): string | null {
  const word = clause.groups?.['event'] ?? ''
  const event = word.endsWith('通过') ? adoptedOn : word.endsWith('批准') ? approvedOn : issuedOn
  if (event === null) return null
  const count = clause.groups?.['count'] === undefined ? 0 : (readNumeral(clause.groups['count'], 0)?.value ?? 0)
  return clause.groups?.['unit'] === '个月' ? addMonths(event, count) : addDays(event, count)
}

const UNTIL =
  /(?:有效期限?|试行期限?|施行期限?|执行期限?|实施期限?|有效)[^。；《》]{0,24}?(?:至|到|截至|截止(?:至|到)?)([^。；，]{0,16}?日)/
/** 自…起施行，执行至2025年12月31日, 自…起实施，至2022年12月31日止 */
const RUNS_UNTIL =
  /起(?:正式)?(?:施行|实施|执行|试行)[，]?(?:暂)?(?:执行|实施|施行|试行)?(?:至|到)([^。；，]{0,16}?日)(?:止|$|[。；，])/

function untilOf(text: string): string | null {
  for (const sentence of text.split(/[。；]/)) {
    const range = rangeOf(sentence)
    if (range !== null && !PARTIAL.test(sentence.slice(0, range.at))) return range.until
  }
  const hit = UNTIL.exec(text) ?? RUNS_UNTIL.exec(text)
  return hit === null ? null : (findDates(hit[1] ?? '').at(-1)?.iso ?? null)
}

/** 有效期五年, 试行期限为两年, 自…起试行一年 */
const TERM = new RegExp(
  `(?:(?:^|[，。；、（])(?:本[^，。；]{1,8})?(?:的)?(?:有效期限?|试行期限?|暂行期限?|执行期限?|实施期限?|施行期限?)(?:为|是|：)?(?:自[^，。；]{2,12}起)?(?:计算)?(?:暂定)?|起(?:试行|施行|实施|执行)(?:期限?为?)?)(${COUNT})(年|个月)`,
)

/** The last day of a term that starts with the commencement: start + N years − 1 day. */
function termOf(text: string, start: string): string | null {
  const hit = TERM.exec(text)
  const count = hit?.[1] === undefined ? null : (readNumeral(hit[1], 0)?.value ?? null)
  if (hit === null || count === null) return null
  return addDays(hit[2] === '年' ? addYears(start, count) : addMonths(start, count), -1)
}
