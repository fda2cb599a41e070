import type { Column, PageLines } from './pdf-page.ts'
import type { Row } from './pdf-rows.ts'

/**
 * The edges of a column: the outermost that more than one row reaches; where no text fills it, as far from the right side
 * of the page as it begins from the left.
 * @example edgesOf(rows, 595) // { left: 85, right: 517 }
 */
export function edgesOf(all: readonly Row[], pageWidth: number): Column {
  const text = all.filter(({ isTable }) => isTable !== true)
  const rows = text.length > 0 ? text : all
  const left = reached(
    rows.map(({ x, size }) => ({ at: x, size })),
    INDENT,
  )
  const right = -reached(
    rows.map((row) => ({ at: -row.right, size: row.size })),
    NEAR,
  )
  return { left, right: isFilled(rows, { left, right }) ? right : Math.max(right, pageWidth - left) }
}

/** In ems; the narrowest column of running text. */
const NARROWEST = 9
const FEWEST_FULL = 0.25

function isFilled(rows: readonly Row[], { left, right }: Column): boolean {
  const full = rows.filter((row) => right - row.right < row.size * 1.2 && right - left > row.size * NARROWEST)
  return full.length >= Math.max(3, rows.length * FEWEST_FULL)
}

interface Edge {
  readonly at: number
  readonly size: number
}

const NEAR = 0.7
/** One line may stand out to the left of lines that all begin with an indent. */
const INDENT = 2.5

function reached(edges: readonly Edge[], most: number): number {
  const sorted = [...edges].sort((a, b) => a.at - b.at)
  const edge = sorted.find(({ at, size }, index) => (sorted[index + 1]?.at ?? Infinity) - at < size * most)
  return (edge ?? sorted[0])?.at ?? 0
}

interface Known {
  readonly column: Column
  lines: number
}

/**
 * Gives columns that no line fills (a last page, a form) the edges that the columns of other pages have at that place.
 * @example withSharedEdges(pages)[8]?.lines[0]?.column // { left: 85, right: 517 }
 */
export function withSharedEdges(pages: readonly PageLines[]): readonly PageLines[] {
  const known = knownColumns(pages)
  const shared = new Map<Column, Column>()
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      const column = shared.get(line.column) ?? widest(line.column, line.size, known)
      shared.set(line.column, column)
      return { ...line, column }
    }),
  }))
}

/** Share of the full lines. */
const RARE = 0.05

/** Columns that lines run through from edge to edge, the commonest first. */
function knownColumns(pages: readonly PageLines[]): readonly Known[] {
  const known: Known[] = []
  for (const { column, x, right, size, isRow } of pages.flatMap(({ lines }) => lines)) {
    if (isRow || x - column.left > size * NEAR || column.right - right > size * NEAR) continue
    const same = known.find(
      (other) => isNear(other.column.left, column.left, size) && isNear(other.column.right, column.right, size),
    )
    if (same === undefined) known.push({ column, lines: 1 })
    else same.lines++
  }
  const all = known.reduce((sum, { lines }) => sum + lines, 0)
  return known.filter(({ lines }) => lines > all * RARE).sort((a, b) => b.lines - a.lines)
}

function isNear(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) < size * NEAR
}

/** The known column that this one is a part of; one that begins at the same edge first. */
function widest(own: Column, size: number, known: readonly Known[]): Column {
  const holding = known.filter(
    ({ column }) => column.left - own.left < size * NEAR && own.right - column.right < size * NEAR,
  )
  return (holding.find(({ column }) => isNear(column.left, own.left, size)) ?? holding[0])?.column ?? own
}
