import { readLabel } from '../grammar/labels.ts'
import type { Label, LabelForm } from '../grammar/labels.ts'
import type { CleanText } from '../model/text.ts'
import { readLines } from './lines.ts'
import type { Line } from './lines.ts'
import { isHistory, isOpening } from './shapes.ts'

/** How a stretch of raw text is read; see `cleanText`. */
export type Clean = (raw: string, start: number, end: number) => CleanText

/** A paragraph of the text: its lines joined, its label apart. */
export interface Block {
  /** Raw span, indent and markup left out. */
  readonly start: number
  readonly end: number
  readonly label: Label | null
  /** Text behind the label, clean. */
  readonly clean: CleanText
  readonly level: number
  readonly tabular: boolean
  /** Stray characters of recognition: a line that opens with the end of a sentence where none is open. */
  readonly noise: boolean
  /** The label stands for a number that got lost: it is not in the text. */
  readonly inferred?: boolean
}

/**
 * Joins the lines of a text into paragraphs: a line without a label goes on with the line before it when that one is open
 * (no end of a sentence, an unclosed bracket).
 * @example readBlocks('第一条 注\n\n册资金', cleanText)[0]?.clean.text // 注册资金
 */
export function readBlocks(raw: string, clean: Clean): readonly Block[] {
  const drafts: Draft[] = []
  const last = new Map<LabelForm, number>()
  for (const line of readLines(raw).flatMap(splitAtArticles)) {
    const before = drafts.at(-1)
    const label = acceptLabel(line, before, last)
    if (label !== null && label.number !== null) last.set(label.form, label.number)
    if (label === null && before !== undefined && goesOn(before, line)) extend(before, line)
    else drafts.push(draftOf(line, label, before))
  }
  return drafts.map((draft) => blockOf(raw, draft, clean))
}

const INLINE =
  /(?<=[。；：]|[^#*>\s-][ \t\u3000]{1,8})(?=(?:\*\*)?第[〇零一二三四五六七八九十百千\d]{1,7}[条章](?:\*\*)?(?:[ \t\u3000]|本))/
const INLINE_ITEM = /(?<=[：；。][ \t\u3000]{0,4})(?=[（(][一二三四五六七八九十]{1,3}[）)])/

/** Articles that layout left on one line: … 制定。第四十二条 本条例…; where they do not follow in number they stay text. */
function splitAtArticles(line: Line): readonly Line[] {
  const pieces = cut(line, INLINE)
  return pieces.length === 1 ? pieces : pieces.flatMap((piece) => cut(piece, INLINE_ITEM))
}

function cut(line: Line, before: RegExp): readonly Line[] {
  if (line.text.length < 12 || !before.test(line.text)) return [line]
  let at = 0
  return line.text.split(new RegExp(before, 'g')).flatMap((piece, index) => {
    const start = line.start + at + (piece.length - piece.trimStart().length)
    at += piece.length
    const text = piece.trim()
    const inline = line.inline === true || index > 0
    const level = index === 0 ? line.level : 0
    return text === '' ? [] : [{ ...line, start, end: start + text.length, text, level, inline }]
  })
}

interface Draft {
  readonly lines: Line[]
  readonly label: Label | null
  readonly noise: boolean
  /** The last stretch of the paragraph, enough to see whether it is open. */
  tail: string
  end: number
  length: number
}

function draftOf(line: Line, label: Label | null, before: Draft | undefined): Draft {
  const noise = /^[。！？；]/.test(line.text) && (before === undefined || before.noise || ENDED.test(before.tail))
  return { lines: [line], label, noise, tail: line.text, end: line.end, length: line.text.length }
}

const LONGEST_TAIL = 240

function extend(draft: Draft, line: Line): void {
  draft.lines.push(line)
  draft.tail = (draft.tail + line.text).slice(-LONGEST_TAIL)
  draft.end = line.end
  draft.length += line.text.length
}

/** 第三条的规定 at the start of a wrapped line is a reference: a label stands apart or is the next in its row. */
function acceptLabel(line: Line, before: Draft | undefined, last: ReadonlyMap<LabelForm, number>): Label | null {
  const label = readLabel(line.text)
  if (label === null) return null
  const isNext = label.number === null || label.number === 1 || label.number === (last.get(label.form) ?? 0) + 1
  if (line.inline === true && !followsInline(label, last)) return null
  if (isNext && !REFERS.test(line.text.slice(label.end))) return label
  if (STRUCTURAL.has(label.form) && !label.spaced && !label.text.startsWith('*')) return isNext ? label : null
  return before !== undefined && isUnfinished(before) && !isNext ? null : label
}

/** Inside a line only the next number of its row is a label, or the first of a list. */
function followsInline({ form, number }: Label, last: ReadonlyMap<LabelForm, number>): boolean {
  return number === (last.get(form) ?? 0) + 1 || (number === 1 && form === 'hanParen')
}

const STRUCTURAL: ReadonlySet<LabelForm> = new Set(['part', 'chapter', 'section', 'article'])
const REFERS = /^(?:的?规定|所列|至第|、第|和第|或者?第|及第|第[一二三四五六七八九十]+[款项])/

function isUnfinished(draft: Draft): boolean {
  return !ENDED.test(draft.tail) && isProse(draft)
}

const ENDED = /[。！？；：:;!?][”"’』」）)》\]*_]*$/
const HANGING = /[，、,—]$/

function goesOn(before: Draft, line: Line): boolean {
  if (line.inline === true) return true
  const first = before.lines[0]
  if (line.level > 0 || (first?.level ?? 0) > 0 || before.noise) return false
  if (line.tabular || before.lines.at(-1)?.tabular) return false
  if (isBracketOpen(before.tail)) return true
  if (/^[。！？；]/.test(line.text)) return !ENDED.test(before.tail)
  if (ENDED.test(before.tail) || isHistory(before.tail) || isOpening(line.text)) return false
  if (line.indented && first?.indented) return false
  return HANGING.test(before.tail) || isProse(before)
}

/** Running text, as against titles, headings, names and cells. */
function isProse({ tail, label, length }: Draft): boolean {
  return (
    /[，。；]/.test(tail) || (label !== null && length > (label.form === 'article' ? LONGEST_TITLE : LONGEST_HEADING))
  )
}

const LONGEST_HEADING = 36
/** Articles carry a title in few laws, and a short one. */
const LONGEST_TITLE = 20
const LONGEST_BRACKET = 160

/** An opening 《 or （ that the paragraph has not closed. */
function isBracketOpen(tail: string): boolean {
  return PAIRS.some(([open, close]) => {
    const at = Math.max(...[...open].map((char) => tail.lastIndexOf(char)))
    if (at < 0 || tail.length - at > LONGEST_BRACKET) return false
    return ![...close].some((char) => tail.includes(char, at)) && !/[。；]/.test(tail.slice(at))
  })
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['（(', '）)'],
]

function blockOf(raw: string, { lines, label, end, noise }: Draft, clean: Clean): Block {
  const first = lines[0]
  const lineStart = first?.start ?? 0
  const start = lineStart + (label?.start ?? leadOf(first?.text ?? ''))
  return {
    start,
    end,
    label,
    clean: clean(raw, label === null ? start : lineStart + label.end, end),
    level: first?.level ?? 0,
    tabular: lines.some((line) => line.tabular),
    noise,
  }
}

function leadOf(text: string): number {
  return /^(?:#{1,6}\s+)?(?:[-*+•]\s+|>\s+)?(?:\*\*|__)?\s*/.exec(text)?.[0].length ?? 0
}
