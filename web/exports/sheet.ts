import { writeApart } from './apart.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'
import type { Format, Sheet } from './model.ts'

export { FORMATS } from './model.ts'
export type { Cell, Column, Format, Piece, Quote, Sheet, Source } from './model.ts'
export { save } from './save.ts'

const WRITERS: Readonly<Record<Format, (sheet: Sheet) => Blob | Promise<Blob>>> = {
  csv: writeCsv,
  json: writeJson,
  xlsx: (sheet) => writeApart(sheet, 'xlsx'),
  docx: (sheet) => writeApart(sheet, 'docx'),
}

/**
 * A sheet as a file of the format; rejects with the reason when it cannot be written.
 * @example save(await write(sheet, 'xlsx'), `tiaolan-compare-${sheet.asOf}.xlsx`)
 */
export async function write(sheet: Sheet, format: Format): Promise<Blob> {
  return WRITERS[format](sheet)
}
