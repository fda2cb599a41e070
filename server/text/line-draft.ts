/** A line in the making: its pieces and what is known of its end. */
export interface LineDraft {
  readonly pieces: string[]
  /** Last sign so far; empty at the start of a line. */
  last: string
  /** Signs inside links. */
  linked: number
  cells: number
  /** Width of the space that stays before the first sign: of no-break and full-width spaces, or of a style. */
  indent: number
}

export function newDraft(): LineDraft {
  return { pieces: [], last: '', linked: 0, cells: 0, indent: 0 }
}

const HAN = '\\u2014\\u2018-\\u201d\\u3000-\\u303f\\u3400-\\u9fff\\uff01-\\uff60'
/** A source line that ends between Chinese signs is no space. */
const WRAPPED = new RegExp(`(?<=[${HAN}]) {0,200}[\\r\\n][ \\t\\r\\n]*(?=[${HAN}])`, 'g')

/**
 * Adds text to a line as a page shows it: a run of layout space is one space, none at the start; returns how many signs it had.
 * @example addSigns(newDraft(), '\n  第一条\n为了') // 5
 */
export function addSigns(line: LineDraft, raw: string): number {
  if (PLAIN.test(raw)) return push(line, raw)
  const text = raw
    .replace(WRAPPED, '')
    .replace(/[ \t\r\n\f\v]+/g, ' ')
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
  if (line.last === '') line.indent += widthOf(LEAD.exec(text)?.[0] ?? '')
  const shown = line.last === '' ? text.trimStart() : line.last === ' ' && raw.startsWith(' ') ? text.slice(1) : text
  return shown === '' ? 0 : push(line, shown)
}

const PLAIN = /^[^\s\u2000-\u200f\u202f\u2060\u00ad]+$/

function push(line: LineDraft, shown: string): number {
  line.pieces.push(shown)
  line.last = shown.slice(-1)
  return shown.trim().length
}

const LEAD = /^[\s\u3000]+/

/** A full-width space is as wide as two or more narrow ones; a single narrow one may stand for a line end of the source. */
function widthOf(lead: string): number {
  return [...lead].reduce((width, sign) => width + (sign === '\u3000' ? 2 : 1), 0)
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Adds a raised number: m² is an area, 10^5 a power; the number of a note behind a word is put in brackets. */
export function addRaised(line: LineDraft, raw: string): number {
  const digits = raw.trim()
  if (!/^\d{1,3}$/.test(digits)) return addSigns(line, raw)
  if (/[A-Za-z]/.test(line.last))
    return addSigns(line, [...digits].map((digit) => RAISED.charAt(Number(digit))).join(''))
  return addSigns(line, /\d/.test(line.last) ? `^${digits}` : `[${digits}]`)
}

/** A break inside a line. */
export function addBreak(line: LineDraft): void {
  if (line.last !== '' && !/\s/.test(line.last)) addSigns(line, ' ')
}

/** Opens a cell: a tab before all but the first. */
export function addCell(line: LineDraft): void {
  if (line.cells++ > 0) line.pieces.push('\t')
  line.last = line.cells > 1 ? '\t' : ''
}

/** The text of a finished line, without space at its edges and around its tabs; empty when it shows nothing. */
export function endDraft(line: LineDraft): string {
  const text = line.pieces.join('')
  const cells = line.cells > 1 ? text.split('\t').map((cell) => cell.trim()) : [text]
  return cells.join('\t').trim()
}

/** The indent of a paragraph is two signs wide, however the page made it; narrower space is none. */
export function indentOf(line: LineDraft): string {
  return line.cells === 0 && line.indent > 2 ? '\u3000\u3000' : ''
}
