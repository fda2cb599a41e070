import type { Format, Sheet } from './model.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'

export { FORMATS } from './model.ts'
export type { Cell, Column, Format, Piece, Quote, Sheet, Source } from './model.ts'
export { save } from './save.ts'

/** The writers of large libraries are loaded when they are first asked for: they are no part of the page. */
const WRITERS: Readonly<Record<Format, (sheet: Sheet) => Blob | Promise<Blob>>> = {
  csv: writeCsv,
  json: writeJson,
  xlsx: async (sheet) => (await import('./xlsx.ts')).writeXlsx(sheet),
  docx: async (sheet) => (await import('./docx.ts')).writeDocx(sheet),
}

/**
 * A sheet as a file of the format; rejects when a library cannot be loaded.
 * @example save(await write(sheet, 'xlsx'), `tiaolan-compare-${sheet.asOf}.xlsx`)
 */
export async function write(sheet: Sheet, format: Format): Promise<Blob> {
  return WRITERS[format](sheet)
}
