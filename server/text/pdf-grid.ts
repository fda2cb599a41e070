import type { Piece } from './pdf-pieces.ts'
import type { Row, Segment } from './pdf-rows.ts'
import { rowsOf } from './pdf-rows.ts'
import type { Rule } from './pdf-rules.ts'

/** The rows of the tables that lines are drawn for, and the pieces of text that stand in none of them. */
export interface Gridded {
  readonly rows: readonly Row[]
  readonly rest: readonly Piece[]
}

/**
 * Puts text into the cells that the lines of a page part: a cell of several lines is one, a cell over several rows belongs
 * to the first.
 * @example intoCells(pieces, rules).rows[0]?.segments.map(({ text }) => text) // ['序号', '名称', '数量']
 */
export function intoCells(pieces: readonly Piece[], rules: readonly Rule[]): Gridded {
  const rows: Row[] = []
  let rest = pieces
  for (const grid of gridsOf(rules)) {
    const inside = rest.filter((piece) => holds(grid, piece))
    if (inside.length === 0) continue
    rest = rest.filter((piece) => !holds(grid, piece))
    rows.push(...rowsIn(grid, inside))
  }
  return { rows, rest }
}

/** Where the lines of one table stand. */
interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rules: readonly Rule[]
}

/** In points: lines that touch, or are drawn twice. */
const NEAR = 3
const MOST_LINES = 300
/** More lines are a drawing. */
const MOST_RULES = 2000

function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  return (rules.length > MOST_RULES ? [] : groupsOf(rules)).flatMap((group) => {
    const ys = distinct(group.filter(({ across }) => across))
    const xs = distinct(group.filter(({ across }) => !across))
    // A frame around a page has two lines down; a table parts its columns.
    return xs.length > 2 && ys.length > 1 && xs.length + ys.length < MOST_LINES ? [{ xs, ys, rules: group }] : []
  })
}

/** Lines that touch each other belong together. */
function groupsOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const touched = groups.filter((group) => group.some((other) => touches(rule, other)))
    const [first, ...others] = touched
    if (first === undefined) groups.push([rule])
    else {
      first.push(rule, ...others.flat())
      for (const group of others) groups.splice(groups.indexOf(group), 1)
    }
  }
  return groups
}

function touches(a: Rule, b: Rule): boolean {
  if (a.across === b.across) return Math.abs(a.at - b.at) < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR
  return within(a.at, b.from, b.to) && within(b.at, a.from, a.to)
}

function within(at: number, from: number, to: number): boolean {
  return at > from - NEAR && at < to + NEAR
}

function distinct(rules: readonly Rule[]): readonly number[] {
  const sorted = rules.map(({ at }) => at).sort((a, b) => a - b)
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > NEAR)
}

function holds({ xs, ys }: Grid, { x, right, y, size }: Piece): boolean {
  return within((x + right) / 2, xs[0] ?? 0, xs.at(-1) ?? 0) && within(y - size * 0.4, ys[0] ?? 0, ys.at(-1) ?? 0)
}

function rowsIn(grid: Grid, pieces: readonly Piece[]): readonly Row[] {
  const cells = new Map<number, Piece[]>()
  const roots = joinedCells(grid)
  for (const piece of pieces) {
    const root = roots(indexIn(grid.ys, piece.y - piece.size * 0.4), indexIn(grid.xs, (piece.x + piece.right) / 2))
    cells.set(root, [...(cells.get(root) ?? []), piece])
  }
  const width = grid.xs.length
  return grid.ys.flatMap((top, row) => {
    const own = [...cells].filter(([root]) => Math.floor(root / width) === row).sort(([a], [b]) => a - b)
    const segments = own.map(([root, inside]) => cellOf(inside, grid.xs[root % width] ?? 0))
    const [first] = own[0]?.[1] ?? []
    if (first === undefined) return []
    const right = Math.max(...segments.map((segment) => segment.right))
    return [{ segments, x: segments[0]?.x ?? 0, right, y: top + first.size, size: first.size, isTable: true }]
  })
}

function indexIn(edges: readonly number[], at: number): number {
  const behind = edges.findIndex((edge) => edge > at)
  return Math.max(0, (behind < 0 ? edges.length - 1 : behind) - 1)
}

/** The first of the cells that no line parts, as row × width + column. */
function joinedCells({ xs, ys, rules }: Grid): (row: number, column: number) => number {
  const width = xs.length
  const parents = Array.from({ length: width * ys.length }, (_, at) => at)
  const root = (at: number): number => (parents[at] === at ? at : root(parents[at] ?? at))
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((one, other) => one - other)
    parents[high ?? a] = low ?? a
  }
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < width - 1; column++) {
      const at = row * width + column
      const [x, y] = [middle(xs, column), middle(ys, row)]
      if (column < width - 2 && !isRuled(rules, { across: false, at: xs[column + 1] ?? 0, through: y }))
        join(at, at + 1)
      if (row < ys.length - 2 && !isRuled(rules, { across: true, at: ys[row + 1] ?? 0, through: x }))
        join(at, at + width)
    }
  }
  return (row, column) => root(row * width + column)
}

function middle(edges: readonly number[], at: number): number {
  return ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2
}

interface Border {
  readonly across: boolean
  readonly at: number
  readonly through: number
}

function isRuled(rules: readonly Rule[], { across, at, through }: Border): boolean {
  return rules.some(
    (rule) => rule.across === across && Math.abs(rule.at - at) < NEAR * 2 && within(through, rule.from, rule.to),
  )
}

/** The lines of a cell, put together. */
function cellOf(pieces: readonly Piece[], left: number): Segment {
  const rows = rowsOf(pieces)
  const text = rows.map(({ segments }) => segments.map((segment) => segment.text).join('　')).reduce(joinLines)
  return { text, x: left, right: Math.max(...pieces.map(({ right }) => right)) }
}

/** Chinese goes on without a space, words in Latin letters with one. */
export function joinLines(before: string, after: string): string {
  const apart = /[A-Za-z,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)
  const apartDigit = /[0-9]$/.test(before) && /^[A-Za-z]/.test(after)
  return before + (apart || apartDigit ? ' ' : '') + after
}
