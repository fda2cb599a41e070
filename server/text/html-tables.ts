import type { PageNode } from './html-tree.ts'

/**
 * The tables of a page that hold rows of data, by the index of their node; the others only place things on the page: they hold
 * tables, or one cell a row, or one cell that is the page itself.
 * @example dataTables(readPage('<table><tr><td>甲<td>乙</table>')).size // 1
 */
export function dataTables(nodes: readonly PageNode[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [at, table] of layOutTables(nodes)) if (isData(table)) found.add(at)
  return found
}

interface Table {
  nested: boolean
  /** Signs of text in each cell, row by row. */
  readonly rows: number[][]
}

function layOutTables(nodes: readonly PageNode[]): ReadonlyMap<number, Table> {
  const tables = new Map<number, Table>()
  const open: { readonly at: number; readonly table: Table }[] = []
  for (const [at, { tag, text, end }] of nodes.entries()) {
    while (open.length > 0 && (nodes[open.at(-1)?.at ?? 0]?.end ?? 0) <= at) open.pop()
    const table = open.at(-1)?.table
    if (tag === 'table') {
      if (table !== undefined) table.nested = true
      const own: Table = { nested: false, rows: [] }
      tables.set(at, own)
      if (end > at + 1) open.push({ at, table: own })
    } else if (table !== undefined) addTo(table, tag, text)
  }
  return tables
}

function addTo({ rows }: Table, tag: string, text: string): void {
  if (tag === 'tr' || rows.length === 0) rows.push([])
  const row = rows.at(-1) ?? []
  if (tag === 'td' || tag === 'th') row.push(0)
  if (text === '') return
  const cell = Math.max(0, row.length - 1)
  row[cell] = (row[cell] ?? 0) + text.trim().length
}

const LARGE = 600

function isData({ nested, rows }: Table): boolean {
  if (nested || !rows.some((row) => row.filter((length) => length > 0).length > 1)) return false
  const cells = rows.flat()
  let largest = 0
  let all = 0
  for (const length of cells) {
    largest = Math.max(largest, length)
    all += length
  }
  return largest <= LARGE || largest < all / 2
}
