import { citeGbt7714 } from './citations.ts'
import type { Cell, Sheet } from './model.ts'

/** The whole table as JSON that explains itself: every cell by the key of its column, every quote with its offsets. */
export function jsonText(sheet: Sheet): string {
  const { columns, rows, sources, ...about } = sheet
  const cited = sources.map((source) => ({ ...source, citation: citeGbt7714(source, { address: source.address }) }))
  const keyed = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index): [string, Cell] => [key, row[index] ?? {}])),
  )
  return JSON.stringify(
    { format: 'tiaolan-sheet', version: 1, ...about, columns, rows: keyed, sources: cited },
    null,
    2,
  )
}

export function writeJson(sheet: Sheet): Blob {
  return new Blob([jsonText(sheet)], { type: 'application/json' })
}
