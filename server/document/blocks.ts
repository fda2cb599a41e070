import type { Label, LabelForm } from '../grammar/labels.ts'
import type { CleanText, RawText, Span } from '../model/text.ts'
import { goesOn, isNoise, isUnfinished } from './joining.ts'
import type { Draft } from './joining.ts'
import { readLines } from './lines.ts'
import type { Line } from './lines.ts'
import { quotedLines } from './quoted.ts'
import { advance, isNext, labelIn, startRows } from './rows.ts'
import type { Rows } from './rows.ts'
import { cutBeforeFirst, cutLine } from './run-together.ts'

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
 * @example readBlocks(rawOf('第一条 注\n\n册资金'), cleanText)[0]?.clean.text // 注册资金
 */
export function readBlocks(source: Pick<RawText, 'text' | 'furniture'>, clean: Clean): readonly Block[] {
  const lines = readLines(source.text, source.furniture)
  return draftsOf(lines, source.text.length).map((draft) => blockOf(source, draft, clean))
}

function draftsOf(lines: readonly Line[], whole: number): readonly Draft[] {
  const drafts: Draft[] = []
  const rows = startRows(lines)
  const quoted = quotedLines(lines)
  lines.forEach((given, index) => {
    const cut = quoted.has(index)
      ? [given]
      : cutBeforeFirst(given, lines[index + 1]).flatMap((line) => cutLine(line, rows, whole))
    for (const line of cut) {
      const before = drafts.at(-1)
      const label = quoted.has(index) ? null : acceptLabel(line, before, rows)
      if (label !== null) advance(rows, label)
      if (label === null && before !== undefined && goesOn(before, line)) extend(before, line)
      else drafts.push(draftOf(line, label, { before, inHead: rows.last.size === 0 }))
    }
  })
  return drafts
}

interface Setting {
  readonly before: Draft | undefined
  readonly inHead: boolean
}

function draftOf(line: Line, label: Label | null, { before, inHead }: Setting): Draft {
  const noise = isNoise(line, before)
  return { lines: [line], label, noise, inHead, tail: line.text, end: line.end, length: line.text.length }
}

const LONGEST_TAIL = 240

function extend(draft: Draft, line: Line): void {
  draft.lines.push(line)
  draft.tail = (draft.tail + line.text).slice(-LONGEST_TAIL)
  draft.end = line.end
  draft.length += line.text.length
}

/** 第三条的规定 at the start of a wrapped line is a reference: a label stands apart, opens a paragraph or is the next in its row. */
function acceptLabel(line: Line, before: Draft | undefined, rows: Rows): Label | null {
  const label = labelIn(rows, line)
  if (label === null || line.inline === true) return label
  const next = isNext(rows, label)
  const refers = REFERS.test(line.text.slice(label.end, label.end + 12))
  const isOpen = before !== undefined && isUnfinished(before)
  if (isOpen && line.level === 0 && label.form === 'han' && isBrokenWord(before.tail, label)) return null
  if (next && !refers) return label
  if (STRUCTURAL.has(label.form) && !label.spaced && !label.text.startsWith('*')) {
    return next || (!isOpen && !refers) ? label : null
  }
  return isOpen && !next ? null : label
}

/** 国家统 and 一、主权 are one word that a line end broke, so are 第二十 and 一、. */
function isBrokenWord(tail: string, { number }: Label): boolean {
  return /[一二三四五六七八九十百]$/.test(tail) || (number === 1 && /[统唯之第同单任专逐万不其每某另]$/.test(tail))
}

const STRUCTURAL: ReadonlySet<LabelForm> = new Set(['part', 'subpart', 'chapter', 'section', 'article'])
const REFERS = /^(?:的?规定|所列|至第|、第|和第|或者?第|及第|第[一二三四五六七八九十]+[款项])/

function blockOf(
  { text: raw, furniture = [] }: Pick<RawText, 'text' | 'furniture'>,
  draft: Draft,
  clean: Clean,
): Block {
  const { lines, label, end, noise } = draft
  const first = lines[0]
  const lineStart = first?.start ?? 0
  const start = lineStart + (label?.start ?? leadOf(first?.text ?? ''))
  const from = label === null ? start : lineStart + label.end
  return {
    start,
    end,
    label,
    clean:
      lines.length === 1
        ? clean(raw, from, end)
        : cleanAround({ start: from, end }, furniture, (a, b) => clean(raw, a, b)),
    level: first?.level ?? 0,
    tabular: lines.some((line) => line.tabular),
    noise,
  }
}

/** A paragraph that goes over a page: the running heads inside it are no part of its words. */
function cleanAround(
  { start, end }: Span,
  furniture: readonly Span[],
  clean: (from: number, to: number) => CleanText,
): CleanText {
  const inside = furniture.filter((span) => span.start >= start && span.end <= end)
  if (inside.length === 0) return clean(start, end)
  const starts = [start, ...inside.map((span) => span.end)]
  const stops = [...inside.map((span) => span.start), end]
  const parts = starts.map((from, at) => clean(from, Math.max(from, stops[at] ?? end)))
  return {
    text: parts.map(({ text }) => text).join(''),
    offsets: [...parts.flatMap(({ text, offsets }) => offsets.slice(0, text.length)), end],
  }
}

function leadOf(text: string): number {
  return /^(?:#{1,6}\s+)?(?:[-*+•]\s+|>\s+)?(?:\*\*|__)?\s*/.exec(text)?.[0].length ?? 0
}
