import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'

/**
 * Decodes a file's bytes: UTF-8, UTF-16 (with or without mark) or GB18030. Refuses what is empty or no text
 * with a `Failure` that says what to do.
 * @example readText(bytes, '办法.txt').encoding // gb18030
 */
export function readText(bytes: Uint8Array, name: string): RawText {
  const { text, encoding } = decode(bytes, name)
  if (text.trim() === '') throw new Failure('EMPTY_FILE', `${name} is empty: give the file that holds the text`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, text, format: /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt', encoding, sha256 }
}

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** The text of bytes in whatever encoding they are. @throws Failure BINARY_FILE, UNKNOWN_ENCODING */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const found = byMark(bytes) ?? (bytes.includes(0) ? utf16WithoutMark(bytes) : (utf8(bytes) ?? gb18030(bytes)))
  if (found !== null) return found
  throw bytes.includes(0)
    ? new Failure('BINARY_FILE', `${name} is not a text: save it as .txt or .md`)
    : new Failure('UNKNOWN_ENCODING', `${name} is neither UTF-8, UTF-16 nor GB18030: save it as UTF-8`)
}

function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict(bytes, 'utf-16be')
  return null
}

function strict(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return isReadable(text) ? { text, encoding } : null
  } catch {
    return null
  }
}

/** Chinese UTF-16 shows zeros in its line ends alone; which half they stand in tells the order. */
function utf16WithoutMark(bytes: Uint8Array): Decoded | null {
  const zeros = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  return strict(bytes, (zeros[1] ?? 0) >= (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be')
}

/** A file cut inside a character or with a few broken bytes is still UTF-8. */
function utf8(bytes: Uint8Array): Decoded | null {
  const whole = strict(bytes, 'utf-8')
  if (whole !== null) return whole
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  return broken <= text.length / 500 && isReadable(text) ? { text, encoding: 'utf-8' } : null
}

function gb18030(bytes: Uint8Array): Decoded | null {
  return strict(bytes, 'gb18030')
}

/** Control characters other than line ends, tabs and page breaks are signs of a program, a picture or a wrong encoding. */
function isReadable(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff]/g)?.length ?? 0
  return controls <= sample.length / 100
}
