import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { readBook, readCsv, readWordTables } from './read-back.ts'

export const FORMATS = { csv: 'CSV', json: 'JSON', xlsx: 'Excel', docx: 'Word' } as const
export type Format = keyof typeof FORMATS

export interface Saved {
  readonly name: string
  readonly blob: Blob
}

/** Chooses a format in the export menu of a page and gives the file that the browser saved. */
export async function exported(page: Page, format: Format): Promise<Saved> {
  const menu = page.locator('.export')
  await menu.locator('summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    menu.getByRole('button', { name: FORMATS[format] }).click(),
  ])
  return { name: download.suggestedFilename(), blob: new Blob([readFileSync(await download.path())]) }
}

/**
 * The rows of a file as the texts of their cells, without the head, whatever the format: what a test holds against the screen.
 * Word's tables follow each other, the bands of the groups are rows of one cell; JSON gives the parts of a cell as lines.
 */
export async function rowsOf(format: Format, { blob }: Saved): Promise<readonly (readonly string[])[]> {
  if (format === 'csv') return readCsv(await blob.text()).slice(1)
  if (format === 'xlsx')
    return ((await readBook(blob))[0]?.cells ?? []).slice(1).map((row) => row.map((cell) => cell?.value ?? ''))
  if (format === 'json')
    return (JSON.parse(await blob.text()) as JsonSheet).rows.map((row) => Object.values(row).map(linesOf))
  const tables = await readWordTables(blob)
  return tables.flatMap(({ rows }) =>
    rows.filter(({ isHead }) => !isHead).map(({ cells }) => cells.map(({ lines }) => lines.join('\n'))),
  )
}

interface JsonSheet {
  readonly rows: readonly Readonly<Record<string, JsonCell>>[]
}
interface JsonCell {
  readonly text?: string
  readonly number?: number
  readonly relation?: string
  readonly reason?: string
  readonly note?: string
  readonly quotes?: readonly { readonly place: string; readonly text: string }[]
  readonly pieces?: readonly { readonly text: string }[]
}

function linesOf({ text, number, relation, reason, note, quotes = [], pieces = [] }: JsonCell): string {
  const lines = [
    text,
    number,
    relation,
    reason,
    ...quotes.flatMap((it) => [it.place, it.text]),
    ...pieces.map((it) => it.text),
  ]
  return [...lines, note].filter((line) => line !== undefined).join('\n')
}
