import { readDecimal, readLabel } from '../grammar/labels.ts'
import type { Label, LabelForm } from '../grammar/labels.ts'
import type { Line } from './lines.ts'

/** The last number of every row of labels, as far as a text was read. */
export interface Rows {
  readonly last: Map<LabelForm, number>
  /** The path of the last decimal label, 2.1 as [2, 1]; null for texts that are not numbered so. */
  decimal: readonly number[] | null
}

/**
 * Rows at the start of a text; decimal ones only where the text has 1.1 with a neighbour, so that amounts stay text.
 * @example startRows(['1 总则', '1.1 目的', '1.2 依据']).decimal // []
 */
export function startRows(lines: readonly Line[]): Rows {
  const openings = new Set(lines.map(({ text }) => OPENING_DECIMAL.exec(text)?.[1]))
  const isDecimal = openings.has('1.1') && (openings.has('1.2') || openings.has('2.1') || openings.has('1.1.1'))
  return { last: new Map(), decimal: isDecimal ? [] : null }
}

const OPENING_DECIMAL = /^(?:#{1,6}\s+)?(?:\*\*)?([12]\.[12](?:\.1)?)(?![\d%％.])/

/** The label that a line opens with, in the rows of its text; decimal numbers are labels only where they go on. */
export function labelIn(rows: Rows, line: Line): Label | null {
  const decimal = rows.decimal === null ? null : readDecimal(line.text)
  if (decimal !== null && goesOnFrom(rows.decimal ?? [], decimal.path ?? [])) return decimal
  return readLabel(line.text)
}

/** Whether a number is the next of its row, or the first of a new one. */
export function isNext({ last }: Rows, { form, number, suffix, path }: Label): boolean {
  if (path !== undefined || number === null || number === 1) return true
  const before = last.get(form) ?? 0
  return number === before + 1 || (suffix !== null && number === before)
}

/** Takes a label into its row; a division of the text starts the rows of its inner divisions again. */
export function advance(rows: Rows, { form, number, path }: Label): void {
  if (path !== undefined) rows.decimal = path
  if (number === null) return
  rows.last.set(form, number)
  for (const inner of INNER[form] ?? []) rows.last.delete(inner)
}

const ITEMS = ['hanParen', 'arabic', 'arabicParen', 'arabicClose', 'circled'] as const
const INNER: Partial<Record<LabelForm, readonly LabelForm[]>> = {
  part: ['subpart', 'chapter', 'section'],
  subpart: ['chapter', 'section'],
  chapter: ['section'],
  article: ['han', ...ITEMS],
  han: ITEMS,
}

/** 2.1 is followed by 2.1.1, 2.2 or 3; one number may have got lost. */
function goesOnFrom(last: readonly number[], path: readonly number[]): boolean {
  const depth = path.length
  const number = path.at(-1) ?? 0
  if (path.slice(0, -1).some((part, at) => part !== last[at]))
    return depth === 2 && number === 1 && path[0] === (last[0] ?? 0) + 1
  const before = depth <= last.length ? (last[depth - 1] ?? 0) : 0
  return number > before && number <= before + (depth <= last.length ? 2 : 1)
}
