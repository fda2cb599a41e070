import type { Row, Segment } from './pdf-rows.ts'

/** Rows that are read one after the other: a whole stretch of a page, or one column of it. */
export interface Block {
  readonly rows: readonly Row[]
}

/** Fewer rows side by side are a table or a signature. */
const FEWEST_ROWS = 6
const NARROWEST = 9

/**
 * Parts a page at its gutter: stretches where all rows stop at the same place and both sides are filled with running text
 * are read column by column.
 * @example splitColumns(rows).length // 3: heading, left column, right column
 */
export function splitColumns(rows: readonly Row[]): readonly Block[] {
  if (rows.length < FEWEST_ROWS) return [{ rows }]
  const gutter = findGutter(rows)
  if (gutter === null) return [{ rows }]
  const { from, to, x } = gutter
  const side = (isLeft: boolean): readonly Row[] =>
    rows.slice(from, to).flatMap((row) => part(row, (segment) => middle(segment) < x === isLeft))
  return [rows.slice(0, from), side(true), side(false), rows.slice(to)]
    .filter((part) => part.length > 0)
    .map((part) => ({ rows: part }))
}

interface Gutter {
  readonly from: number
  readonly to: number
  readonly x: number
}

/** The place that the longest stretch of rows leaves free, if its sides are columns of running text. */
function findGutter(rows: readonly Row[]): Gutter | null {
  const left = Math.min(...rows.map(({ x }) => x))
  const right = Math.max(...rows.map((row) => row.right))
  let best: Gutter | null = null
  for (let share = 0.25; share <= 0.75; share += 0.02) {
    const x = left + (right - left) * share
    const stretch = longestFree(rows, x)
    if (stretch.to - stretch.from > (best === null ? 0 : best.to - best.from)) best = { ...stretch, x }
  }
  return best !== null && best.to - best.from >= FEWEST_ROWS && areColumns(rows.slice(best.from, best.to), best.x)
    ? best
    : null
}

function longestFree(rows: readonly Row[], x: number): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 }
  let from = 0
  rows.forEach((row, at) => {
    if (row.segments.some((segment) => segment.x < x && segment.right > x)) from = at + 1
    else if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 }
  })
  return best
}

function areColumns(rows: readonly Row[], x: number): boolean {
  return [true, false].every((isLeft) =>
    isRunningText(rows.flatMap((row) => part(row, (segment) => middle(segment) < x === isLeft))),
  )
}

/** Most lines run from one edge to the other. */
function isRunningText(rows: readonly Row[]): boolean {
  if (rows.length < FEWEST_ROWS) return false
  const left = Math.min(...rows.map(({ x }) => x))
  const right = Math.max(...rows.map((row) => row.right))
  const size = rows[rows.length >> 1]?.size ?? 1
  const full = rows.filter((row) => row.x - left < size * 3 && right - row.right < size * 1.5)
  return (right - left) / size >= NARROWEST && full.length >= rows.length * 0.35
}

function part(row: Row, belongs: (segment: Segment) => boolean): readonly Row[] {
  const segments = row.segments.filter(belongs)
  const [first, last] = [segments[0], segments.at(-1)]
  return first === undefined || last === undefined ? [] : [{ ...row, segments, x: first.x, right: last.right }]
}

function middle({ x, right }: Segment): number {
  return (x + right) / 2
}
