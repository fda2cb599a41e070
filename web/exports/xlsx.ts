import writeExcelFile from 'write-excel-file/universal'
import type { CellObject, Row, SheetOptions } from 'write-excel-file/universal'
import { citeGbt7714 } from './citations.ts'
import type { Cell, Sheet, Source } from './model.ts'
import { plainCell } from './plain.ts'
import { aboutLines, WORDS } from './words.ts'
import { printing } from './xlsx-print.ts'
import { xmlText } from './xml-text.ts'

/** The most that Excel takes in one cell; what is longer goes on in a row below. */
const LONGEST = 32_767
const FONT = { fontFamily: 'SimSun', fontSize: 10 } as const
const HEAD = { fontWeight: 'bold', backgroundColor: '#efece4', alignVertical: 'center', wrap: true } as const
const BODY = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#d9d4c7' } as const
/** Excel measures widths in half-width characters. */
const HALVES = 2
const USUAL_WIDTH = 16
const LONGEST_NAME = 31
const ABOUT_WIDTH = 60 * HALVES
/** Points: a line of the font, and the most that Excel gives a row. */
const LINE = 13.5
const TALLEST = 409

/** The table as an Excel file: the table, its sources, and a sheet that says what it is. Texts are typed as texts: never formulas. */
export async function writeXlsx(sheet: Sheet): Promise<Blob> {
  const words = WORDS[sheet.lang]
  const table = tableOf(sheet)
  const name = sheetName(sheet.title, [words.sources, words.about])
  const book = [
    { ...table, sheet: name, stickyRowsCount: 1, stickyColumnsCount: stickyColumns(sheet) },
    { ...sourcesOf(sheet), sheet: words.sources, stickyRowsCount: 1 },
    { data: aboutRows(sheet), columns: [{ width: ABOUT_WIDTH }], sheet: words.about },
  ]
  const features = [
    printing({
      name,
      names: stickyColumns(sheet),
      rows: table.data.length,
      columns: sheet.columns.length,
      width: table.columns.reduce((sum, { width }) => sum + (width ?? 0), 0),
    }),
  ]
  return writeExcelFile(
    book.map((it) => ({ orientation: 'landscape' as const, ...it })),
    { ...FONT, features },
  ).toBlob()
}

type Part = Required<Pick<SheetOptions<Blob>, 'columns'>> & { readonly data: Row[] }

function tableOf({ columns, rows }: Sheet): Part {
  const head = columns.map(({ label, detail }) => headCell([label, detail ?? ''].filter(Boolean).join('\n')))
  const widths = columns.map(({ width }) => (width ?? USUAL_WIDTH) * HALVES)
  return {
    data: [tall(head, widths), ...rows.flatMap((row) => rowsOf(row, widths))],
    columns: widths.map((width) => ({ width })),
  }
}

/** The columns that name a row stay in view. */
function stickyColumns({ columns }: Sheet): number {
  const names = columns.findIndex(({ role }) => role !== 'group' && role !== 'head')
  return Math.max(1, names)
}

/** One row, or several where a cell is longer than Excel takes. */
function rowsOf(row: readonly Cell[], widths: readonly number[]): Row[] {
  const columns = row.map((cell) => (cell.number === undefined ? pieces(xmlText(plainCell(cell))) : [cell.number]))
  const height = Math.max(1, ...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    tall(
      columns.map((column) => bodyCell(column[line])),
      widths,
    ),
  )
}

function pieces(text: string): readonly string[] {
  const found: string[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + LONGEST, text.length)
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1
    found.push(text.slice(start, end))
    start = end
  }
  return found
}

function bodyCell(value: string | number | undefined): CellObject | null {
  if (value === undefined || value === '') return null
  if (typeof value === 'number') return { ...BODY, type: Number, value }
  return { ...BODY, type: String, format: '@', value: escaped(value) }
}

/** The row as high as its longest cell needs: LibreOffice, unlike Excel, shows one line where a file says nothing. */
function tall(cells: readonly (CellObject | null)[], widths: readonly number[]): Row {
  const lines = cells.map((cell, index) => linesIn(String(cell?.value ?? ''), widths[index] ?? 1))
  const height = Math.min(TALLEST, Math.max(1, ...lines) * LINE + 3)
  return cells.map((cell, index) => (index === 0 ? { ...(cell ?? BODY), height } : cell))
}

function linesIn(text: string, width: number): number {
  const room = Math.max(2, width - 1)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halvesOf(line) / room)), 0)
}

/** Width in half-width characters: what is beyond Latin takes two. */
function halvesOf(line: string): number {
  return line.length + (line.match(/[\u1100-\uffff]/g)?.length ?? 0)
}

function headCell(text: string): CellObject {
  return { ...HEAD, type: String, format: '@', value: escaped(xmlText(text)) }
}

/**
 * Excel reads _x0041_ as A: the first line is written as _x005F_, so that the words stay as they are (ECMA-376, ST_Xstring). The
 * library drops U+FFFD, the sign of a byte that could not be read: it is shown as □, as print shows a missing character.
 */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\ufffd', '□')
}

const SOURCE_WIDTHS = {
  title: 34,
  docNumber: 18,
  issuers: 22,
  jurisdiction: 10,
  validity: 10,
  address: 34,
  citation: 60,
}
const SOURCE_WIDTH = 12

function sourcesOf({ lang, sources }: Sheet): Part {
  const labels = Object.entries(WORDS[lang].source)
  const widths = labels.map(([key]) => (new Map(Object.entries(SOURCE_WIDTHS)).get(key) ?? SOURCE_WIDTH) * HALVES)
  const rows = sources.map((source) => labels.map(([key]) => bodyCell(xmlText(sourceText(source, key)))))
  return {
    data: [labels.map(([, label]) => headCell(label)), ...rows.map((row) => tall(row, widths))],
    columns: widths.map((width) => ({ width })),
  }
}

function sourceText(source: Source, key: string): string {
  if (key === 'issuers') return source.issuers.join('、')
  if (key === 'citation') return citeGbt7714(source, { address: source.address })
  const value = new Map<string, unknown>(Object.entries(source)).get(key)
  return typeof value === 'string' ? value : ''
}

function aboutRows(sheet: Sheet): Row[] {
  const marked = sheet.rows.some((row) => row.some(({ pieces: found }) => found !== undefined))
  const lines = [...aboutLines(sheet), ...(marked ? [WORDS[sheet.lang].plainMarks] : [])]
  return [[headCell(sheet.title)], ...lines.map((line) => tall([bodyCell(xmlText(line))], [ABOUT_WIDTH]))]
}

/** What Excel allows in the name of a sheet: 31 characters, none of []/\\:*?, no apostrophe at either end, no name twice. */
function sheetName(title: string, taken: readonly string[]): string {
  const name = xmlText(title)
    .replace(/[[\]/\\:*?\n\t]/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/^['\s]+|['\s]+$/g, '')
  return name === '' || taken.includes(name) ? 'Sheet' : name
}
