import { wholeDocNumber } from '../grammar/doc-numbers.ts'
import type { Block } from './blocks.ts'
import { carrierOf } from './carrier.ts'
import { headerField } from './header-fields.ts'
import type { Regions } from './regions.ts'
import { isBodyName, isHistory } from './shapes.ts'

/**
 * A document's own number (文号): on a line of its own before the text, over two lines in a decree, in a law's history, or
 * among the fields of a page. Numbers that it cites do not count.
 * @example readOwnNumber(regions) // 卫生部令第36号
 */
export function readOwnNumber(regions: Regions): string | null {
  const carrier = carrierOf(regions)
  return (
    firstOf(carrier, (block, at) => wholeLine(block) ?? decreeOver(carrier, at)) ??
    firstOf([...regions.titleBlocks, ...carrier], inHistory) ??
    headerField(carrier, 'number') ??
    firstOf([...regions.titleBlocks, ...carrier.slice(0, 4)], (block) => behindTitle(block) ?? wholeLine(block))
  )
}

function firstOf(blocks: readonly Block[], read: (block: Block, at: number) => string | null): string | null {
  for (const [at, block] of blocks.entries()) {
    const found = read(block, at)
    if (found !== null) return found
  }
  return null
}

const NUMBER = '[\\d〇○零一二三四五六七八九十百千]{1,6}'
/** 第 12 号, （2021年第3号), 第12号令 */
const REST = new RegExp(`^[（(]?(?:(?:19|20)\\d{2}年)?第?${NUMBER}号[）)]?$`)
const WHOLE: readonly RegExp[] = [
  // 〔2003〕12号, [2003]12
  /^[\u4e00-\u9fffA-Za-z]{0,14}[〔［\[【(（](?:19|20)\d{2}[〕］\]】)）]第?\d{1,5}号?$/,
  // 2021年第3号公告, 某部公告2021年第3号, 某省人民政府令第226号, 海关总署第61号令
  new RegExp(`^[\\u4e00-\\u9fff、]{0,60}(?:(?:19|20)\\d{2}年)?第${NUMBER}号(?:令|公告|通告)$`),
  new RegExp(`^[\\u4e00-\\u9fff、]{2,60}(?:令|公告|通告)[（(]?(?:(?:19|20)\\d{2}年)?第?${NUMBER}号[）)]?$`),
]

function wholeLine({ clean, label }: Block): string | null {
  if (label !== null || clean.text.length > LONGEST_LINE) return null
  const text = bare(clean.text)
  const whole = wholeDocNumber(clean.text) ?? (WHOLE.some((pattern) => pattern.test(text)) ? text : null)
  return whole?.replace(/^([^（(]*)[）)]$/, '$1') ?? NAMED.exec(text)?.[1] ?? null
}

/** 某总署公告2022年第21号（关于…的公告） */
const NAMED = new RegExp(
  `^([\\u4e00-\\u9fff、]{2,40}(?:公告|通告)(?:19|20)\\d{2}年第${NUMBER}号)[（(]关于.{2,60}[）)]$`,
)

const LONGEST_LINE = 90

function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(/^[（(](?=\D)(.*)[）)]$/, '$1')
}

/** 中华人民共和国某部令 on one line and 第80号 on the next; names of several above a line that says 令 alone. */
function decreeOver(blocks: readonly Block[], at: number): string | null {
  const text = bare(blocks[at]?.clean.text ?? '')
  const rest = bare(blocks[at + 1]?.clean.text ?? '')
  if (!DECREE.test(text) || !REST.test(rest) || blocks[at]?.label !== null) return null
  const names: string[] = []
  for (let above = at - 1; text.length <= 2 && above >= 0; above--) {
    const name = blocks[above]?.clean.text ?? ''
    if (!isBodyName(name)) break
    names.unshift(name)
  }
  return names.join('、') + text + rest.replace(/[（()）]/g, '')
}

const DECREE = /^[^，。；：《》]{0,60}(?:令|公告|通告)$/

/** 2013年6月19日某某令第693号公布 */
function inHistory({ clean: { text } }: Block): string | null {
  // What was amended later has its number in the part before.
  const first = /号(?:公布|发布|颁布)/.test(text) ? (text.split(/根据|修[改正订]/)[0] ?? '') : text
  if (!isDecreeHistory(first)) return null
  return IN_HISTORY.exec(first)?.[1]?.replace(/\s+/g, '') ?? null
}

const IN_HISTORY = new RegExp(
  `(?:日|[（(]|通过|^)\\s*([^，。；《》（()）日]{0,60}?(?:令\\s*(?:(?:19|20)\\d{2}年\\s*)?第?\\s*${NUMBER}\\s*号|第\\s*${NUMBER}\\s*号令|公告\\s*(?:(?:19|20)\\d{2}年\\s*)?第?\\s*${NUMBER}\\s*号))`,
)

function isDecreeHistory(text: string): boolean {
  if (text.length > 200 || /修[改正订]/.test(text)) return false
  return (
    (isHistory(text) && /(?:公布|发布|颁布)(?:施行)?[）)]?\s*$/.test(text)) ||
    /[（(][^（()）]*号(?:公布|发布|颁布)?[）)]$/.test(text) ||
    DATED_DECREE.test(text)
  )
}

const DATED_DECREE = /^[（(]?\d{4}年\d{1,2}月\d{1,2}日[^，。；]{2,60}号[）)]?$/

/** …的批复（国函〔2019〕5号） on the line of the title. */
function behindTitle({ clean: { text } }: Block): string | null {
  const hit = /[（(]([^（()）]{2,14}[〔［\[]\d{4}[〕］\]]\d{1,5}号)[）)]$/.exec(text)
  return hit === null || /《/.test(text.slice(-40)) ? null : (hit[1] ?? null)
}
