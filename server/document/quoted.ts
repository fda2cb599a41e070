import { readLabel } from '../grammar/labels.ts'
import type { Line } from './lines.ts'

/**
 * The lines that stand inside a quotation of several paragraphs: 将第三条修改为：“第三条 … ”. Their labels are those of the
 * text that is amended. A quotation that never closes, or runs into the next item of its list, holds one line only.
 * @example quotedLines(lines).has(3) // true
 */
export function quotedLines(lines: readonly Line[]): ReadonlySet<number> {
  const quoted = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    const end = opensQuote(lines[at]?.text ?? '') ? closingLine(lines, at) : null
    if (end === null) continue
    for (let inside = at + 1; inside <= end; inside++) quoted.add(inside)
    at = end
  }
  return quoted
}

const OPENS = /(?:[：:]\s*|^)[“"「]\s*(?=\S)[^”"」]*$/

/** An open “ that stands behind a colon or opens the line. */
function opensQuote(text: string): boolean {
  return OPENS.test(text.slice(-LONGEST_LINE))
}

const LONGEST_LINE = 2_000
const LONGEST_QUOTE = 400

function closingLine(lines: readonly Line[], from: number): number | null {
  const own = readLabel(lines[from]?.text ?? '')
  for (let at = from + 1; at < Math.min(lines.length, from + LONGEST_QUOTE); at++) {
    const text = lines[at]?.text ?? ''
    const label = readLabel(text)
    if (own !== null && label?.form === own.form && label.number === (own.number ?? 0) + 1 && own.form !== 'article')
      return null
    if (/[”"」][。；，]?$/.test(text)) return at
  }
  return null
}
