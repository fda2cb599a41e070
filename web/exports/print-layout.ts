import type { Column } from './model.ts'

/** One printed table: the columns in it, by their place in the sheet, with widths that sum to the width of the page. */
export interface PrintedPart {
  readonly columns: readonly PrintedColumn[]
}

export interface PrintedColumn {
  readonly index: number
  readonly column: Column
  /** Share of the width of the page, 0 to 1. */
  readonly share: number
}

/** What fits side by side on a landscape page of A4, in full-width characters of the size of the table. */
export const PAGE_CHARACTERS = 80
/** No column needs more to be read; what is longer runs on below. */
const MOST_WIDTH = 13

/**
 * How a wide table is printed: as several tables under each other, each with the columns that name the rows and the base
 * repeated at the left, the others shared out evenly. That is what lawyers print: every part can be read alone and held
 * against the base. Group columns are no columns in print but bands across the table.
 * @example printedParts(columns).length // 8 for 31 instruments
 */
export function printedParts(columns: readonly Column[]): readonly PrintedPart[] {
  const all = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.role !== 'group' && column.printed !== false)
  const names = all.filter(({ column }) => column.role === 'head')
  const base = all.filter(({ column }) => column.role === 'base')
  const repeated = [...names, ...base]
  const others = all.filter(({ column }) => column.role === undefined)
  const room = Math.max(PAGE_CHARACTERS - widthOf(repeated), PAGE_CHARACTERS / 3)
  const parts = Math.max(1, Math.min(others.length, Math.ceil(widthOf(others) / room)))
  if (parts === 1) return [{ columns: shared(all, asGiven) }]
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * others.length) / parts)
    const to = Math.floor(((part + 1) * others.length) / parts)
    return { columns: shared([...repeated, ...others.slice(from, to)], atMost) }
  })
}

type Placed = Omit<PrintedColumn, 'share'>
type Width = (column: Column) => number

function widthOf(columns: readonly Placed[]): number {
  return columns.reduce((sum, { column }) => sum + atMost(column), 0)
}

const asGiven: Width = ({ width = MOST_WIDTH }) => width
const atMost: Width = (column) => Math.min(asGiven(column), MOST_WIDTH)

function shared(columns: readonly Placed[], width: Width): readonly PrintedColumn[] {
  const whole = columns.reduce((sum, { column }) => sum + width(column), 0)
  return columns.map((it) => ({ ...it, share: width(it.column) / whole }))
}
