import type { Comparison, Row } from '../../graphql/documents.ts'
import { statementsOf } from './statements.ts'

const HEAD = [
  ...['topic', 'requirement', 'instrument', 'jurisdiction', 'title', 'docNumber', 'validity', 'asOf', 'relation'],
  ...['reason', 'comparator', 'value', 'upper', 'unit', 'window', 'per', 'aggregation', 'appliesIf', 'applicantTypes'],
  ...['pinpoint', 'quote', 'start', 'end'],
] as const

/**
 * The rows as CSV (RFC 4180, with a byte order mark for spreadsheets): one line per quoted statement, and one for a silent
 * cell, so that silence is visible there too.
 */
export function toCsv(comparison: Comparison, rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(comparison, row, cell)))
  return `\ufeff${[HEAD, ...lines].map((line) => line.map(escape).join(',')).join('\r\n')}\r\n`
}

type Value = string | number | null | undefined

function linesOf(comparison: Comparison, row: Row, cell: Row['cells'][number]): readonly (readonly Value[])[] {
  const column = comparison.columns.find(({ id }) => id === cell.instrument)
  const head = [
    ...[row.topicLabel, row.label, cell.instrument, column?.jurisdiction.name, column?.title, column?.docNumber],
    ...[column?.validity, comparison.asOf, cell.relation, cell.reason],
  ]
  if (cell.silent) return [[...head, ...Array<null>(HEAD.length - head.length).fill(null)]]
  return statementsOf(cell).map(({ words, measure: it }) => [
    ...head,
    ...[it?.comparator, it?.value, it?.upper, it?.unit, it?.window, it?.per, it?.aggregation, it?.appliesIf],
    ...[it?.applicantTypes.join(' '), words.pinpoint, words.quote, words.start, words.end],
  ])
}

/** Quotes what needs it; a leading sign that spreadsheets take for a formula is made text. */
function escape(value: Value): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t]/.test(value ?? '') ? `'${value}` : (value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Hands a text to the person as a file; nothing leaves the machine. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
