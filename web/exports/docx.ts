import type { Sheet } from './model.ts'

export function writeDocx(sheet: Sheet): Promise<Blob> {
  throw new Error(`no writer for ${sheet.title} yet`)
}
