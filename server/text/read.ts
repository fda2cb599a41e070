import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'

/** Decodes a file's bytes (UTF-8, UTF-16, GB18030). Refuses empty and binary files with a `Failure`. */
export function readText(bytes: Uint8Array, name: string): RawText {
  if (bytes.length === 0) throw new Failure('EMPTY_FILE', `${name} is empty: give the file that holds the text`)
  const { text, encoding } = decode(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, text, format: /\.(md|markdown)$/i.test(name) ? 'md' : 'txt', encoding, sha256 }
}

function decode(bytes: Uint8Array, name: string): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  if (bytes.includes(0)) throw new Failure('BINARY_FILE', `${name} is not a text: save it as .txt or .md`)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      continue
    }
  }
  throw new Failure('UNKNOWN_ENCODING', `${name} is neither UTF-8, UTF-16 nor GB18030: save it as UTF-8`)
}
