/** A cell of the matrix in the address: the row and the column; a row as a whole has no column. */
export interface Place {
  readonly row: string
  readonly instrument: string
}

/** @example printPlace({ row: 'eligibility/staff', instrument: 'yn-2022-tic' }) // eligibility/staff~yn-2022-tic */
export function printPlace({ row, instrument }: Place): string {
  return `${row}~${instrument}`
}

/** Inverse of printPlace; null for words that name no cell. */
export function parsePlace(text: string): Place | null {
  const at = text.lastIndexOf('~')
  return at <= 0 ? null : { row: text.slice(0, at), instrument: text.slice(at + 1) }
}

/** Row and column of the grid; column -1 is the head of the row. */
export interface Spot {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that a page holds. */
  readonly page: number
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const MOVES: Readonly<Record<string, (spot: Spot, extent: Extent) => Spot>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: row - page, column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: -1 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  'Ctrl Home': () => ({ row: 0, column: -1 }),
  'Ctrl End': (_spot, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/** Where a key leads to from a cell, as in any grid; null for other keys. Never outside. */
export function moved(spot: Spot, key: Key, extent: Extent): Spot | null {
  if (key.altKey || key.shiftKey) return null
  const move = MOVES[key.ctrlKey || key.metaKey ? `Ctrl ${key.key}` : key.key]
  if (move === undefined) return null
  const to = move(spot, extent)
  return { row: within(to.row, 0, extent.rows - 1), column: within(to.column, -1, extent.columns - 1) }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
