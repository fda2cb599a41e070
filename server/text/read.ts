import type { RawText } from '../model/text.ts'
import { isHtml, readHtml } from './html.ts'
import { isDocx, readDocx } from './docx.ts'
import { refuseForeign } from './foreign.ts'
import { isPdf, readPdf } from './pdf.ts'
import { readText } from './plain.ts'

/**
 * Reads a file of any format that there is a reader for, told by its bytes and not by its name: PDF, Word (.docx), web pages,
 * Markdown and plain text. Refuses the others with a `Failure` that says what to do.
 * @example (await readRaw(bytes, '办法.pdf')).format // pdf
 */
export async function readRaw(bytes: Uint8Array, name: string): Promise<RawText> {
  refuseForeign(bytes, name)
  if (isPdf(bytes)) return readPdf(bytes, name)
  if (isDocx(bytes)) return readDocx(bytes, name)
  return isHtml(bytes, name) ? readHtml(bytes, name) : readText(bytes, name)
}
