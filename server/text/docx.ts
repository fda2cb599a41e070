import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'

/** Whether the bytes are those of a docx file. */
export function isDocx(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte)
}

/** Not read yet. @throws Failure UNSUPPORTED_FORMAT */
export function readDocx(_bytes: Uint8Array, name: string): RawText | Promise<RawText> {
  throw new Failure('UNSUPPORTED_FORMAT', `no reader for docx in ${name}: save it as .txt or .md`)
}
