import type { Span } from '../model/text.ts'

/** A line of raw text that holds something, trimmed; offsets are into the raw text. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Level of a markdown heading, 0 for none. */
  readonly level: number
  readonly indented: boolean
  /** Cells of a table or form: a tab or bar inside the line. */
  readonly tabular: boolean
  /** Cut out of a line, behind a sentence of it. */
  readonly inline?: boolean
}

/** Lines that belong to the page and not to the text: page numbers, comments, rules. */
const FURNITURE =
  /^(?:[-—–－]{1,2}[ \t]*\d{1,4}[ \t]*[-—–－]{1,2}|第[ \t]*\d{1,4}[ \t]*页.{0,12}|<!--.*-->|[-=_*─━]{3,}|\d{1,3}\s*\/\s*\d{1,3})$/

/**
 * The lines of a text that say something; the running heads that the reader of a format marked are left out.
 * @example readLines('# 办法\n\n第一条 …').length // 2
 */
export function readLines(raw: string, furniture: readonly Span[] = []): readonly Line[] {
  const lines: Line[] = []
  let at = 0
  let mark = 0
  while (at < raw.length) {
    const newline = raw.indexOf('\n', at)
    const stop = newline < 0 ? raw.length : newline
    const line = readLine(raw, at, stop)
    while ((furniture[mark]?.end ?? Infinity) <= (line?.start ?? at)) mark++
    const isFurniture = line !== null && (furniture[mark]?.start ?? Infinity) < line.end
    if (line !== null && !isFurniture) lines.push(line)
    at = stop + 1
  }
  return lines
}

function readLine(raw: string, from: number, stop: number): Line | null {
  const whole = raw.slice(from, stop).replace(/[\u00a0\u2000-\u200f\u202f\ufeff]/g, ' ')
  const text = whole.trim()
  if (text === '' || FURNITURE.test(text)) return null
  const lead = whole.length - whole.trimStart().length
  return {
    start: from + lead,
    end: from + lead + text.length,
    text,
    level: /^(#{1,6})\s/.exec(text)?.[1]?.length ?? 0,
    indented: /^(?:\u3000{2}| {3}|\t)/.test(whole),
    tabular: /\t|\S\s*\|\s*\S|□|☐/.test(text),
  }
}
