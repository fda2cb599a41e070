import type { Label } from '../grammar/labels.ts'
import type { Line } from './lines.ts'
import { isDateLine, isHistory, isOpening, isOpenHistory } from './shapes.ts'

/** A paragraph while its lines are gathered. */
export interface Draft {
  readonly lines: Line[]
  readonly label: Label | null
  readonly noise: boolean
  /** Before the first label of the text. */
  readonly inHead: boolean
  /** The last stretch of the paragraph, enough to see whether it is open. */
  tail: string
  end: number
  length: number
}

/**
 * Whether a line without a label goes on with the paragraph before it: that one is open (no end of a sentence, an unclosed
 * bracket, a history that has not come to 通过) and the line opens nothing.
 */
export function goesOn(before: Draft, line: Line): boolean {
  const first = before.lines[0]
  if (line.inline === true) return true
  if (isBareDivision(before)) return line.level === 0 && line.text.length <= LONGEST_HEADING && !isOpening(line.text)
  if (line.level > 0 || (first?.level ?? 0) > 0 || before.noise) return false
  if (line.tabular || before.lines.at(-1)?.tabular) return false
  if (isBracketOpen(before.tail)) return true
  if (before.inHead && isOpenHistory(before.tail)) return !isOpening(line.text) && !isHistory(line.text)
  if (/^[。！？；]/.test(line.text)) return !ENDED.test(before.tail)
  if (ENDED.test(before.tail) || isHistory(before.tail) || isOpening(line.text)) return false
  if (line.indented && first?.indented) return false
  return HANGING.test(before.tail) || isProse(before)
}

/** 第一章 alone: its heading is on the line below. */
function isBareDivision({ label, lines }: Draft): boolean {
  const isDivision =
    label?.form === 'chapter' || label?.form === 'section' || label?.form === 'part' || label?.form === 'subpart'
  return isDivision && lines.length === 1 && (lines[0]?.text.length ?? 0) <= label.end + 2
}

/** A paragraph that has not come to the end of a sentence. */
export function isUnfinished(draft: Draft): boolean {
  return !ENDED.test(draft.tail) && isProse(draft)
}

/** Whether stray signs open a line where no sentence is open. */
export function isNoise(line: Line, before: Draft | undefined): boolean {
  return /^[。！？；]/.test(line.text) && (before === undefined || before.noise || ENDED.test(before.tail))
}

const ENDED = /[。！？；：:;!?][”"’』」）)》\]*_]*$/
const HANGING = /[，、,—]$/

/** Running text, as against titles, headings, names and cells. */
function isProse({ tail, label, length, lines }: Draft): boolean {
  if (isDateLine(lines[0]?.text ?? '')) return false
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
