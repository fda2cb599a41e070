import writeExcelFile from 'write-excel-file/universal'
import type { CellObject, Row, SheetOptions } from 'write-excel-file/universal'
import { citeGbt7714 } from './citations.ts'
import type { Cell, Sheet, Source } from './model.ts'
import { plainCell } from './plain.ts'
import { aboutLines, WORDS } from './words.ts'
import { xmlText } from './xml-text.ts'

/** The most that Excel takes in one cell; what is longer goes on in a row below. */
const LONGEST = 32_767
const FONT = { fontFamily: 'SimSun', fontSize: 10 } as const
const HEAD = { fontWeight: 'bold', backgroundColor: '#efece4', alignVertical: 'center', wrap: true } as const
const BODY = { alignVertical: 'top', wrap: true } as const
/** Excel measures widths in half-width characters. */
const HALVES = 2

/** The table as an Excel file: the table, its sources, and a sheet that says what it is. Texts are typed as texts: never formulas. */
export async function writeXlsx(sheet: Sheet): Promise<Blob> {
  const words = WORDS[sheet.lang]
  const book = [
    { ...tableOf(sheet), sheet: sheetName(sheet.title), stickyRowsCount: 1, stickyColumnsCount: stickyColumns(sheet) },
    { ...sourcesOf(sheet), sheet: words.sources, stickyRowsCount: 1 },
    { data: aboutRows(sheet), columns: [{ width: 60 * HALVES }], sheet: words.about },
  ]
  return writeExcelFile(
    book.map((it) => ({ orientation: 'landscape' as const, ...it })),
    FONT,
  ).toBlob()
}

type Part = Required<Pick<SheetOptions<Blob>, 'columns'>> & { readonly data: Row[] }

function tableOf({ columns, rows }: Sheet): Part {
  const head = columns.map(({ label, detail }) => headCell([label, detail ?? ''].filter(Boolean).join('\n')))
  return {
    data: [head, ...rows.flatMap(rowsOf)],
    columns: columns.map(({ width }) => ({ width: (width ?? 16) * HALVES })),
  }
}

/** The columns that name a row stay in view. */
function stickyColumns({ columns }: Sheet): number {
  const names = columns.findIndex(({ role }) => role !== 'group' && role !== 'head')
  return Math.max(1, names)
}

/** One row, or several where a cell is longer than Excel takes. */
function rowsOf(row: readonly Cell[]): Row[] {
  const columns = row.map((cell) => (cell.number === undefined ? pieces(xmlText(plainCell(cell))) : [cell.number]))
  const height = Math.max(1, ...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) => columns.map((column) => bodyCell(column[line])))
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
  const rows = sources.map((source) => labels.map(([key]) => bodyCell(xmlText(sourceText(source, key)))))
  const widths = labels.map(([key]) => new Map(Object.entries(SOURCE_WIDTHS)).get(key) ?? SOURCE_WIDTH)
  return {
    data: [labels.map(([, label]) => headCell(label)), ...rows],
    columns: widths.map((width) => ({ width: width * HALVES })),
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
  return [[headCell(sheet.title)], ...lines.map((line) => [bodyCell(xmlText(line))])]
}

/** What Excel allows in the name of a sheet: 31 characters, none of []/\\:*? and no apostrophe at either end. */
function sheetName(title: string): string {
  const name = xmlText(title)
    .replace(/[[\]/\\:*?\n\t]/g, ' ')
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  return name === '' ? 'Sheet' : name
}
