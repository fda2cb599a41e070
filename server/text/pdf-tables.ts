import type { PdfLine } from './pdf-page.ts'
import type { Row, Segment } from './pdf-rows.ts'

type Line = Omit<PdfLine, 'column'>

/**
 * Writes rows as lines; where rows with gaps at the same places follow each other they are a table, and the lines of its
 * cells are put together.
 * @example linesOf(rows).map(({ text }) => text) // ['附件：', '序号\t名称\t数量', '1\t实验台\t3']
 */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  const lines: Line[] = []
  let at = 0
  while (at < rows.length) {
    const end = tableEnd(rows, at)
    const row = rows[at]
    if (row?.isTable === true) lines.push(cellLine(row))
    else if (end > at) lines.push(...tableRows(rows.slice(at, end)).map(cellLine))
    else lines.push(...rows.slice(at, at + 1).map(plainLine))
    at = Math.max(end, at + 1)
  }
  return lines
}

function plainLine({ segments, x, right, y, size }: Row): Line {
  return { text: segments.map(({ text }) => text).join('　　'), x, right, y, size, isRow: false }
}

function cellLine({ segments, x, right, y, size }: Row): Line {
  return { text: segments.map(({ text }) => text).join('\t'), x, right, y, size, isRow: true }
}

/** Behind the table that begins with this row; the row itself when none does. */
function tableEnd(rows: readonly Row[], from: number): number {
  let end = from
  let full = 0
  let wide = 0
  for (let at = from; at < rows.length && continues(rows, from, at); at++) {
    if ((rows[at]?.segments.length ?? 0) < 2) continue
    full++
    wide = Math.max(wide, rows[at]?.segments.length ?? 0)
    end = at + 1
  }
  // Two rows of two cells are a signature as often as a table.
  return full >= 3 || (full === 2 && wide > 2) ? end : from
}

/** A row of cells, or one cell of a row whose other cells are shorter. */
function continues(rows: readonly Row[], from: number, at: number): boolean {
  const row = rows[at]
  const first = rows[from]
  if (row === undefined || first === undefined || first.segments.length < 2) return false
  if (row.isTable === true || first.isTable === true) return false
  if (at > from && row.y - (rows[at - 1]?.y ?? 0) > row.size * 4) return false
  const known = rows.slice(Math.max(from, at - 6), at).flatMap(({ segments }) => segments)
  if (row.segments.length >= 2)
    return at === from || row.segments.some((segment) => known.some((cell) => meets(cell, segment)))
  return (
    at > from && row.segments.some((segment) => known.some((cell) => meets(cell, segment)) && !isAcross(segment, first))
  )
}

function meets(a: Segment, b: Segment): boolean {
  return Math.min(a.right, b.right) > Math.max(a.x, b.x)
}

/** Runs over more than one cell of the first row: text behind the table. */
function isAcross(segment: Segment, { segments }: Row): boolean {
  return segments.filter((cell) => meets(cell, segment)).length > 1
}

/** Rows that stand closer than others are lines of the same cells. */
function tableRows(rows: readonly Row[]): readonly Row[] {
  const limit = cellGap(rows)
  const groups: Row[][] = []
  rows.forEach((row, at) => {
    const above = rows[at - 1]
    if (above !== undefined && row.y - above.y < limit) groups.at(-1)?.push(row)
    else groups.push([row])
  })
  return groups.map(mergeCells)
}

/** The widest jump between the gaps of a table's rows parts lines of a cell from rows; 0 when all are alike. */
function cellGap(rows: readonly Row[]): number {
  const gaps = rows.flatMap((row, at) => (at === 0 ? [] : [row.y - (rows[at - 1]?.y ?? 0)])).sort((a, b) => a - b)
  let best = { jump: 1.25, at: 0 }
  gaps.forEach((gap, at) => {
    const jump = at === 0 ? 0 : gap / Math.max(1, gaps[at - 1] ?? 1)
    if (jump > best.jump) best = { jump, at: (gap + (gaps[at - 1] ?? 0)) / 2 }
  })
  return best.at
}

function mergeCells(rows: readonly Row[]): Row {
  const [first] = rows
  if (first === undefined || rows.length === 1) return first ?? EMPTY
  const cells: Segment[] = []
  for (const segment of rows.flatMap(({ segments }) => segments)) {
    const at = cells.findIndex((cell) => meets(cell, segment))
    const cell = cells[at]
    if (cell === undefined) cells.push(segment)
    else
      cells[at] = {
        text: cell.text + segment.text,
        x: Math.min(cell.x, segment.x),
        right: Math.max(cell.right, segment.right),
      }
  }
  const segments = cells.sort((a, b) => a.x - b.x)
  return { ...first, segments, x: segments[0]?.x ?? 0, right: segments.at(-1)?.right ?? 0, y: rows.at(-1)?.y ?? 0 }
}

const EMPTY: Row = { segments: [], x: 0, right: 0, y: 0, size: 0 }
