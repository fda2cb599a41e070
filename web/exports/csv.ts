import type { Cell, Sheet } from './model.ts'
import { plainCell } from './plain.ts'

/**
 * The table as CSV (RFC 4180: CRLF, quotes doubled) with a byte order mark, so that spreadsheets read it as UTF-8. Nothing
 * in it is taken for a formula.
 */
export function csvText(sheet: Sheet): string {
  const head = sheet.columns.map(({ label }) => csvField(label))
  const lines = [head, ...sheet.rows.map((row) => row.map(csvCell))]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

export function writeCsv(sheet: Sheet): Blob {
  return new Blob([csvText(sheet)], { type: 'text/csv;charset=utf-8' })
}

function csvCell(cell: Cell): string {
  return cell.number === undefined ? csvField(plainCell(cell)) : String(cell.number)
}

/**
 * Beginnings that a spreadsheet takes for a formula, or looks behind for one; East Asian versions take the full-width signs too
 * (OWASP, CSV injection). A figure with its unit in Han characters (＝ 20 个) is no formula in any of them.
 */
const RISKY = /^(?:[=+\-@\t\r\n]|[＝＋－＠](?! ?[\d.,]{1,20} ?\p{Script=Han}))/u
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** One field: risky beginnings are made text by an apostrophe, but a plain number stays one. */
export function csvField(text: string): string {
  const safe = RISKY.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
