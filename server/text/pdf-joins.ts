import { ordinaryIdeographs } from '../model/ideographs.ts'
import type { PdfLine } from './pdf-page.ts'

/** The lines of one paragraph so far. */
export interface Paragraph {
  readonly lines: PdfLine[]
  readonly indented: boolean
}

/** How a document is set. */
export interface Style {
  /** Size of its running text. */
  readonly size: number
  /** Distance between the lines of a paragraph, in sizes. */
  readonly lead: number
  /** Whether paragraphs begin with an indent. */
  readonly indents: boolean
  /** Whether paragraphs stand further apart than their lines. */
  readonly gaps: boolean
}

interface Place {
  readonly style: Style
  readonly above: PdfLine | null
}

/**
 * What most lines of a document have in common.
 * @example styleOf(lines) // { size: 16, lead: 1.75, indents: true, gaps: false }
 */
export function styleOf(lines: readonly PdfLine[]): Style {
  const size = commonest(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length]))
  const running = lines.filter((line) => !line.isRow && Math.abs(line.size - size) < 1)
  const leads = lines.flatMap((line, at) => leadOf(lines[at - 1], line))
  const indented = running.filter((line) => depth(line) > 1.2 && depth(line) < 3.5 && !isCentred(line)).length
  const within = lines.flatMap((line, at) =>
    isFull(lines[at - 1]) && depth(line) < 1.2 ? leadOf(lines[at - 1], line) : [],
  )
  const lead = commonest((within.length > 0 ? within : leads).map((value) => [value, 1]))
  const wider = leads.filter((value) => value > lead + APART).length
  return { size, lead, indents: indented > running.length * 0.08, gaps: wider > leads.length * 0.12 }
}

function isFull(line: PdfLine | undefined): boolean {
  return line !== undefined && !line.isRow && room(line) < 1.2
}

/** Distance between two lines of one column and size. */
function leadOf(above: PdfLine | undefined, line: PdfLine): readonly number[] {
  if (above === undefined || line.isRow || above.isRow || above.column !== line.column) return []
  const lead = (line.y - above.y) / line.size
  return lead > 0.8 && lead < 4 && isSameSize(above, line) ? [Math.round(lead * 20) / 20] : []
}

function commonest(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight)
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])[0]
}

/** A paragraph that shows as one by its indent, or by the gap above it, is written with an indent. */
export function startParagraph(line: PdfLine, { style, above }: Place): Paragraph {
  const isIndented = style.indents && depth(line) > 1.2 && depth(line) < 3.5
  const isParted = style.gaps && above !== null && isApart(above, line, style)
  return { lines: [line], indented: (isIndented || isParted) && !line.isRow && !isTitleLine(line, style) }
}

/**
 * Whether a line belongs to the paragraph above it: the paragraph's last line was full, and the new one stands where its
 * lines stand.
 * @example goesOn(paragraph, second, { style, above: first }) // true
 */
export function goesOn(paragraph: Paragraph, line: PdfLine, place: Place): boolean {
  const last = paragraph.lines.at(-1)
  if (last === undefined || last.isRow || line.isRow || opensBox(line) || !isSameSize(last, line)) return false
  if (place.above === last && isApart(last, line, place.style)) return false
  if (isMiddle(line, place.style) && isTitleLine(last, place.style)) return isTitleOpen(paragraph, line, place.style)
  if (isCentred(line) && depth(line) > 3.5) return false
  return !hasRoom(last, line) && standsUnder(paragraph, line, place)
}

/** A line of boxes to tick. */
function opensBox(line: PdfLine): boolean {
  return /^[□☐]/.test(line.text)
}

function isSameSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size)
}

const APART = 0.4

/** Further below than the lines of a paragraph are from each other. */
function isApart(last: PdfLine, line: PdfLine, { lead }: Style): boolean {
  return last.column === line.column && (line.y - last.y) / line.size > Math.max(lead, 1) + APART
}

/** Distance from the left edge of the column, in sizes. */
function depth(line: PdfLine): number {
  return (line.x - line.column.left) / line.size
}

function room(line: PdfLine): number {
  return (line.column.right - line.right) / line.size
}

/** Centred, and not a paragraph that begins with an indent and ends as far from the right edge. */
function isMiddle(line: PdfLine, style: Style): boolean {
  return isCentred(line) && (depth(line) > 2.5 || !style.indents || isLarge(line, style))
}

function isLarge(line: PdfLine, { size }: Style): boolean {
  return line.size > size * LARGE
}

/** As much room on both sides; where that is no more than an indent, exactly as much. */
function isCentred(line: PdfLine): boolean {
  const most = depth(line) < 2.5 ? 0.3 : 1.2
  return depth(line) > 1.5 && room(line) > 1.5 && Math.abs(depth(line) - room(line)) < most
}

/** A centred line, or one in large letters that leaves as little room on both sides. */
function isTitleLine(line: PdfLine, style: Style): boolean {
  return isMiddle(line, style) || (isLarge(line, style) && Math.abs(depth(line) - room(line)) < 1.2)
}

const LARGE = 1.12
const TITLE_END =
  /(?:办法|规定|条例|细则|方案|通知|意见|决定|公告|通告|规划|纲要|指南|规程|规则|标准|准则|章程|法|批复|函|文件|令|目录|目次)(?:[（(][^（）()]{1,16}[）)])?[》”]?$/
const DATED = /\d{4}年|[〔[［]\d{4}[〕\]］]|号$/

/** In lines. */
const LONGEST_TITLE = 5

/** A title over several centred lines, in letters larger than the text. */
function isTitleOpen({ lines }: Paragraph, line: PdfLine, style: Style): boolean {
  const text = lines.map((one) => one.text).join('')
  if (lines.length > LONGEST_TITLE) return false
  if (text.lastIndexOf('《') > text.lastIndexOf('》') || /^(?:的|和|与|及|暨)/.test(line.text)) return true
  if (opensLabel(text) || opensLabel(line.text) || DATED.test(line.text) || /^[（(]/.test(line.text)) return false
  return isLarge(line, style) && !TITLE_END.test(text) && !DATED.test(text)
}

/** Whether the first word of a line would have found room on the line above: then that line was ended on purpose. */
function hasRoom(last: PdfLine, line: PdfLine): boolean {
  return room(last) > firstWord(line.text) + 0.6
}

const LONGEST_WORD = 16

/** Brackets, marks and words between which no line ends. */
const UNBROKEN =
  /^(?:[“‘（《〈「『【〔]|[\x21-\x7e\u00a1-\u024f]+(?=[”’）》〉」』】〕，。；：、！？])|[”’）》〉」』】〕](?=[\x21-\x7e\u00a1-\u024f]))*(?:[\x21-\x7e\u00a1-\u024f]+|.?)[”’）》〉」』】〕，。；：、！？]*/u

/** Width in sizes of what cannot be parted at the start of a line. */
function firstWord(text: string): number {
  const word = UNBROKEN.exec(text)?.[0] ?? ''
  const latin = word.replace(/[^\x21-\x7e]+/g, '').length
  return Math.min(word.length - latin * 0.4, LONGEST_WORD)
}

const ENDED = /[。！？；：:;][”’」』）)》\]]*$/
const SAME = 0.7

function standsUnder({ lines }: Paragraph, line: PdfLine, { style, above }: Place): boolean {
  const [first, second] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return false
  const ended = ENDED.test(last.text)
  const label = opensLabel(line.text)
  if (second !== undefined) return isAt(depth(line), depth(second)) && !(ended && label)
  const step = depth(line) - depth(first)
  if (step < -SAME) return !(ended && label)
  if (step > SAME) return step < 6 && !label && opensLabel(first.text)
  // Two lines with the same indent: a title or a name of a document over another line, or a block set in.
  if (depth(first) > 1.2) return !ended && !label && !TITLE_END.test(last.text) && !last.text.endsWith('》')
  return atTheEdge({
    ended,
    label,
    spaced: /^\S{2,9}[　 ]/.test(line.text),
    parted: style.indents || (style.gaps && above === last),
  })
}

function isAt(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME
}

interface Signs {
  readonly ended: boolean
  readonly label: boolean
  readonly spaced: boolean
  /** A new paragraph would show by its indent or by the gap above it. */
  readonly parted: boolean
}

/** Two lines at the left edge: a label tells a new paragraph, else the end of a sentence where nothing else would. */
function atTheEdge({ ended, label, spaced, parted }: Signs): boolean {
  return label ? !ended && !spaced : !ended || parted
}

const LABEL =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,8}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳⑴-⒇㈠-㈩]|附[件录表][\d一二三四五]*[：:]?$)/

/** Whether a line opens with 第三条, 一、, （二）, 1. */
function opensLabel(text: string): boolean {
  return LABEL.test(ordinaryIdeographs(text.slice(0, LONGEST_LABEL)))
}

const LONGEST_LABEL = 14
