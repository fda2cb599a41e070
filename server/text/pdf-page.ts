import { splitColumns } from './pdf-columns.ts'
import type { PagePieces } from './pdf-pieces.ts'
import { rowsOf } from './pdf-rows.ts'
import type { Row } from './pdf-rows.ts'
import { linesOf } from './pdf-tables.ts'

/** The column that a line stands in. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** A line of a page in reading order; geometry in points. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** A row of a table: it stands alone. */
  readonly isRow: boolean
  readonly column: Column
}

export interface PageLines {
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
  readonly aside: readonly string[]
}

/**
 * The lines of a page in the order in which they are read: columns one after the other, rows of tables with tabs.
 * @example layOut(pieces).lines[0]?.text // 第一条　为规范管理，
 */
export function layOut({ width, height, pieces, aside }: PagePieces): PageLines {
  const blocks = splitColumns(rowsOf(pieces))
  const lines = blocks.flatMap(({ rows }) => {
    const column = columnOf(rows)
    return linesOf(rows).map((line) => ({ ...line, column }))
  })
  return { width, height, lines, aside }
}

/** From the outermost edges that more than one row reaches. */
function columnOf(rows: readonly Row[]): Column {
  const left = reached(
    rows.map(({ x, size }) => ({ at: x, size })),
    1,
  )
  const right = reached(
    rows.map(({ right, size }) => ({ at: -right, size })),
    1,
  )
  return { left, right: -right }
}

function reached(edges: readonly { readonly at: number; readonly size: number }[], others: number): number {
  const sorted = [...edges].sort((a, b) => a.at - b.at)
  const edge = sorted.find(({ at, size }, index) => (sorted[index + others]?.at ?? Infinity) - at < size * 0.7)
  return (edge ?? sorted[0])?.at ?? 0
}
