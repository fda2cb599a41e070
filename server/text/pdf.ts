import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'

/** Whether the bytes are those of a pdf file. */
export function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46].every((byte, at) => bytes[at] === byte)
}

/** Not read yet. @throws Failure UNSUPPORTED_FORMAT */
export function readPdf(_bytes: Uint8Array, name: string): RawText | Promise<RawText> {
  throw new Failure('UNSUPPORTED_FORMAT', `no reader for pdf in ${name}: save it as .txt or .md`)
}
