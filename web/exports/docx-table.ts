import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { cellParagraphs, FONTS, runs } from './docx-cell.ts'
import type { Cell, Sheet } from './model.ts'
import type { PrintedColumn, PrintedPart } from './print-layout.ts'

/** Text area of a landscape page of A4 with margins of 2 cm, in twentieths of a point. */
export const PAGE_TWIPS = 14_570
const SHADES = { head: 'EFECE4', band: 'F7F5F0', base: 'FBFAF6' } as const
const MARGINS = { top: 50, bottom: 50, left: 85, right: 85 } as const

/** One printed table: head row repeated on every page, a band where the group changes, rows that may run over pages. */
export function printedTable(sheet: Sheet, { columns }: PrintedPart): Table {
  const widths = columns.map(({ share }) => Math.round(share * PAGE_TWIPS))
  const group = sheet.columns.findIndex(({ role }) => role === 'group')
  const rows = sheet.rows.flatMap((row, index) => {
    const band = bandOf(row, sheet.rows[index - 1], group)
    const cells = columns.map((it, at) => bodyCell(row[it.index] ?? {}, it, widths[at] ?? 0))
    return [...(band === null ? [] : [bandRow(band, columns.length)]), new TableRow({ children: cells })]
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: PAGE_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    margins: MARGINS,
    rows: [headRow(columns, widths), ...rows],
  })
}

function headRow(columns: readonly PrintedColumn[], widths: readonly number[]): TableRow {
  const children = columns.map(({ column }, at) => {
    const lines = [column.label, column.detail ?? ''].filter(Boolean)
    return new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADES.head },
      children: lines.map((line, index) => headLine(line, index === 0)),
    })
  })
  return new TableRow({ tableHeader: true, cantSplit: true, children })
}

function headLine(line: string, first: boolean): Paragraph {
  return new Paragraph({ children: runs(line, first ? { font: FONTS.head, bold: true } : {}) })
}

/** The group's name where it is another one than in the row before; null where it goes on. */
function bandOf(row: readonly Cell[], before: readonly Cell[] | undefined, group: number): string | null {
  if (group === -1) return null
  const name = row[group]?.text ?? ''
  return name === '' || name === before?.[group]?.text ? null : name
}

function bandRow(name: string, columns: number): TableRow {
  const cell = new TableCell({
    columnSpan: columns,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADES.band },
    children: [new Paragraph({ keepNext: true, children: runs(name, { font: FONTS.head, bold: true }) })],
  })
  return new TableRow({ cantSplit: true, children: [cell] })
}

function bodyCell(cell: Cell, { column }: PrintedColumn, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(column.role === 'base' ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADES.base } } : {}),
    children: cellParagraphs(cell),
  })
}
