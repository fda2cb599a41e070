/** A document named in 《…》 and, where one follows, its number. Offsets are in the text that was searched. */
export interface TitleMention {
  readonly start: number
  /** Behind the number, or behind 》 when there is none. */
  readonly end: number
  /** Without the outer brackets; inner 〈…〉 kept. */
  readonly title: string
  readonly docNumber: string | null
}

/**
 * Every 《…》 of a text with the 文号 that stands right behind it, outermost brackets only.
 * @example findTitles('参照《管理办法（暂行）》（国科发区〔2021〕17号）')[0]?.docNumber // 国科发区〔2021〕17号
 */
export function findTitles(text: string): readonly TitleMention[] {
  const found: TitleMention[] = []
  for (let at = text.indexOf('《'); at >= 0; at = text.indexOf('《', at)) {
    const close = closing(text, at)
    if (close === null) at += 1
    else {
      const number = numberBehind(text, close + 1) ?? numberBefore(text, at)
      found.push({
        start: at,
        end: number?.end ?? close + 1,
        title: text.slice(at + 1, close).trim(),
        docNumber: number?.docNumber ?? null,
      })
      at = close + 1
    }
  }
  return found
}

/** Titles run to some 120 characters; a bracket that never closes must not swallow the paragraph. */
const LONGEST_TITLE = 240

/** The offset of the 》 that closes 《 at `open`; a second 《 before it is nested, as some printers write 〈. */
function closing(text: string, open: number): number | null {
  const limit = Math.min(text.length, open + LONGEST_TITLE)
  let depth = 0
  let last: number | null = null
  for (let at = open; at < limit; at++) {
    const char = text.charAt(at)
    if (char === '《') depth++
    else if (char === '》') {
      last = at
      if (--depth === 0) return at
    } else if (char === '。' || char === '；') return last
  }
  return last
}

const AGENCY = '[\\u4e00-\\u9fffA-Za-z]{1,24}'
const YEAR = '[〔［\\[【（(]\\s*(?:19|20)\\d{2}\\s*(?:年)?[〕］\\]】）)]'
/** 国科发区〔2021〕17号, 云科联发[2022]6号 */
const YEARLY = `${AGENCY}\\s*${YEAR}\\s*第?\\s*\\d{1,5}\\s*号`
/** 卫生部令第52号, 国务院令第619号, 2009年第3号公告, 国家发展改革委、商务部令2017年第4号 */
const ORDER = `[\\u4e00-\\u9fff、]{0,30}(?:令|公告)\\s*(?:(?:19|20)\\d{2}\\s*年)?\\s*第?\\s*[\\d一二三四五六七八九十百零〇]{1,5}\\s*号`
const DOC_NUMBER = new RegExp(`${YEARLY}|${ORDER}`, 'y')
const OPEN = /\s*[（(]\s*/y

interface NumberAt {
  readonly docNumber: string
  readonly end: number
}

/**
 * The document number that starts at `at`, as written without spaces.
 * @example readDocNumber('国发〔2015〕28号', 0)?.docNumber // 国发〔2015〕28号
 */
export function readDocNumber(text: string, at: number): NumberAt | null {
  DOC_NUMBER.lastIndex = at
  const hit = DOC_NUMBER.exec(text)
  return hit && { docNumber: hit[0].replace(/\s/g, ''), end: at + hit[0].length }
}

/** 《…》（国发〔2015〕28号）, 《…》（国发〔2015〕28号，以下简称《…》） */
function numberBehind(text: string, at: number): NumberAt | null {
  OPEN.lastIndex = at
  const open = OPEN.exec(text)
  if (open === null) return null
  const number = readDocNumber(text, at + open[0].length)
  if (number === null) return null
  const closed = /^\s*[）)]/.exec(text.slice(number.end, number.end + 4))
  return { docNumber: number.docNumber, end: number.end + (closed?.[0].length ?? 0) }
}

const BEFORE = new RegExp(`(?:^|[，。；、（(：:]|根据|按照|依据|落实|贯彻)(${YEARLY})$`)

const CUE = /^(?:根据|按照|依据|落实|贯彻)+/

/** 国发〔2015〕28号《…》 */
function numberBefore(text: string, open: number): NumberAt | null {
  const hit = BEFORE.exec(text.slice(Math.max(0, open - 40), open))
  if (hit?.[1] === undefined) return null
  return { docNumber: hit[1].replace(/\s/g, '').replace(CUE, ''), end: text.indexOf('》', open) + 1 }
}
