import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'

/** Whether the bytes are those of a html file. */
export function isHtml(bytes: Uint8Array): boolean {
  return /^[\\s\\uFEFF]*<(?:!doctype html|html|\\?xml)\\b/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 400)),
  )
}

/** Not read yet. @throws Failure UNSUPPORTED_FORMAT */
export function readHtml(_bytes: Uint8Array, name: string): RawText | Promise<RawText> {
  throw new Failure('UNSUPPORTED_FORMAT', `no reader for text/html in ${name}: save it as .txt or .md`)
}
