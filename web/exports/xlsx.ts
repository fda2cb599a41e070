import type { Sheet } from './model.ts'

export function writeXlsx(sheet: Sheet): Promise<Blob> {
  throw new Error(`no writer for ${sheet.title} yet`)
}
