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
  const quoted = quotedTitles(text)
  const titled = bracketedTitles(text)
  if (quoted.length === 0) return titled
  const outside = titled.filter(({ start }) => !quoted.some((title) => title.start < start && start < title.end))
  return [...outside, ...quoted].sort((a, b) => a.start - b.start)
}

/** “关于印发《…》的通知”, “…管理办法”（京中科[1999]44号）: quotation marks where a title's brackets should be. */
const QUOTED = /[“"]([^“”"。；]{3,80}(?:办法|条例|规定|细则|通知|意见|方案|规划|公告|决定)(?:（[^（）]{1,6}）)?)[”"]/g

function quotedTitles(text: string): readonly TitleMention[] {
  if (!/[”"]/.test(text)) return []
  return [...text.matchAll(QUOTED)].flatMap((hit) => {
    const title = (hit[1] ?? '').trim()
    const close = hit.index + hit[0].length
    const behind = numberBehind(text, close)
    const docNumber = behind?.docNumber ?? numberBefore(text, hit.index)
    if (docNumber === null && !/^关于.*的|《/.test(title)) return []
    return [{ start: hit.index, end: behind?.end ?? close, title, docNumber }]
  })
}

function bracketedTitles(text: string): readonly TitleMention[] {
  const found: TitleMention[] = []
  for (let at = text.indexOf('《'); at >= 0; at = text.indexOf('《', at)) {
    const close = closing(text, at)
    if (close === null) at += 1
    else {
      const title = text.slice(at + 1, close).trim()
      const behind = numberBehind(text, close + 1)
      const docNumber = behind?.docNumber ?? numberBefore(text, at)
      if (title !== '') found.push({ start: at, end: behind?.end ?? close + 1, title, docNumber })
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
const OPENING = '[〔［\\[【（(﹝]'
const CLOSING = '[〕］\\]】）)﹞]'
const YEAR = `${OPENING}\\s{0,4}(?:19|20)?\\d{2}\\s{0,4}年?\\s{0,4}${CLOSING}`
const ORDINAL = '第?\\s{0,4}[\\d一二三四五六七八九十百零〇]{1,6}\\s{0,4}号'
/** 国科发区〔2021〕17号, 云科联发[2022]6号, [1997]外经贸发第292号 */
const YEARLY = `${AGENCY}\\s{0,4}${YEAR}\\s{0,4}${ORDINAL}|${YEAR}\\s{0,4}[\\u4e00-\\u9fff]{2,10}${ORDINAL}`
/** 卫生部令第52号, 国务院令第619号, 公安部第15号令, 2009年第3号公告, 国家发展改革委、商务部令2017年第4号 */
const ORDER = `[\\u4e00-\\u9fff、]{0,30}(?:令|公告|通告)\\s{0,4}(?:(?:19|20)\\d{2}\\s{0,4}年)?\\s{0,4}第?\\s{0,4}[\\d一二三四五六七八九十百零〇]{1,6}\\s{0,4}号|[\\u4e00-\\u9fff、]{1,30}(?:(?:19|20)\\d{2}\\s{0,4}年)?\\s{0,4}第\\s{0,4}[\\d一二三四五六七八九十百零〇]{1,6}\\s{0,4}号(?:令|公告)|(?:19|20)\\d{2}\\s{0,4}年第\\s{0,4}\\d{1,5}\\s{0,4}号(?:令|公告)?`
const DOC_NUMBER = new RegExp(`${YEARLY}|${ORDER}`, 'y')
const OPEN = /\s*[（(【［[]\s*/y
/** 《…》国办发〔2016〕1号, where no title follows that the number may belong to. */
const UNWRAPPED = new RegExp(`(?:${YEARLY})(?!《|[文通]|[印公发])`, 'y')

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
  if (open === null) return unwrapped(text, at)
  const number = readDocNumber(text, at + open[0].length) ?? readSequence(text, at + open[0].length)
  if (number === null) return null
  const closed = /^\s*[）)】］\]]/.exec(text.slice(number.end, number.end + 4))
  return { docNumber: number.docNumber, end: number.end + (closed?.[0].length ?? 0) }
}

function unwrapped(text: string, at: number): NumberAt | null {
  UNWRAPPED.lastIndex = at
  const hit = UNWRAPPED.exec(text)
  return hit && { docNumber: hit[0].replace(/\s/g, ''), end: at + hit[0].length }
}

/** （〔1982〕3号）: the agency left out behind a title that names it. */
const SEQUENCE = new RegExp(`${YEAR}\\s{0,4}${ORDINAL}`, 'y')

function readSequence(text: string, at: number): NumberAt | null {
  SEQUENCE.lastIndex = at
  const hit = SEQUENCE.exec(text)
  return hit && { docNumber: hit[0].replace(/\s/g, ''), end: at + hit[0].length }
}

/** 国发〔2015〕28号《…》, 国务院令第10号公布的《…》, 京政发〔1985〕167号文件发布的《…》 */
const BEFORE = new RegExp(
  `(?:^|[日，。；、（(：:和原]|根据|按照|依据|落实|贯彻|文件)(${YEARLY}|[\\u4e00-\\u9fff]{2,24}(?:令第\\s*\\d{1,5}\\s*号|第\\s*\\d{1,5}\\s*号令))(?:文件?|通知)?(?:(?:公布|发布|颁布|印发|下发)的?)?$`,
)

const CUE = /^(?:根据|按照|依据|落实|贯彻|日|原|由)+/

function numberBefore(text: string, open: number): string | null {
  const before = text.slice(Math.max(0, open - 60), open)
  if (!/(?:[号文令]|文件|通知|[公发颁]布的?|[印下]发的?)$/.test(before)) return null
  const hit = BEFORE.exec(before)
  if (hit?.[1] === undefined) return null
  return hit[1].replace(/\s/g, '').replace(CUE, '')
}
