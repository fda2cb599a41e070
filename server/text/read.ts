import type { RawText } from '../model/text.ts'
import { Failure } from '../model/failure.ts'
import { isHtml, readHtml } from './html.ts'
import { isDocx, readDocx } from './docx.ts'
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

const FOREIGN = [
  {
    type: 'an old Word or WPS file (.doc)',
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    advice: 'open it and save it as .docx',
  },
  { type: 'RTF', signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: 'open it and save it as .docx' },
] as const

function refuseForeign(bytes: Uint8Array, name: string): void {
  const found = FOREIGN.find(({ signature }) => signature.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return
  throw new Failure('UNSUPPORTED_FORMAT', `${name} is ${found.type}, which is not read: ${found.advice}`)
}
