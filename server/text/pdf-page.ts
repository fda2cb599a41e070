import { splitColumns } from './pdf-columns.ts'
import { edgesOf } from './pdf-edges.ts'
import type { PagePieces } from './pdf-pieces.ts'
import { rowsOf } from './pdf-rows.ts'
import { intoCells } from './pdf-grid.ts'
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
export function layOut({ width, height, pieces, aside, rules }: PagePieces): PageLines {
  const { rows: cells, rest } = intoCells(pieces, rules)
  const blocks = splitColumns([...rowsOf(rest), ...cells].sort((a, b) => a.y - b.y))
  const lines = blocks.flatMap(({ rows }) => {
    const column = edgesOf(rows, blocks.length === 1 ? width : 0)
    return linesOf(rows).map((line) => ({ ...line, column }))
  })
  return { width, height, lines, aside }
}
