import { unzipSync } from 'fflate'
import type { UnzipFileInfo } from 'fflate'
import { Failure } from '../model/failure.ts'

/** An opened package: the names of its parts, and their bytes on demand. */
export interface Zip {
  readonly names: ReadonlySet<string>
  /** Bytes of the parts that are there, by name. */
  readonly read: (names: readonly string[]) => ReadonlyMap<string, Uint8Array>
}

const MOST_PARTS = 10_000
/** Bytes of all parts that are read together. */
const MOST_BYTES = 200 * 1024 * 1024

/** @example isZip(bytesOf('PK\u0003\u0004…')) // true */
export function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte)
}

/**
 * Opens a package without inflating anything. What is damaged, locked, or made to blow up when inflated is refused.
 * @throws Failure DAMAGED_FILE, ENCRYPTED_FILE, TOO_LARGE
 */
export function openZip(bytes: Uint8Array, name: string): Zip {
  if (((bytes[6] ?? 0) & 1) === 1) {
    throw new Failure('ENCRYPTED_FILE', `${name} is locked with a password: unlock it and save it again`)
  }
  const names = new Set<string>()
  unzip(bytes, name, (part) => {
    names.add(part.name)
    if (names.size > MOST_PARTS) throw tooLarge(name, `more than ${MOST_PARTS} parts`)
    return false
  })
  return { names, read: (wanted) => readParts(bytes, name, new Set(wanted)) }
}

function readParts(bytes: Uint8Array, name: string, wanted: ReadonlySet<string>): ReadonlyMap<string, Uint8Array> {
  let total = 0
  const parts = unzip(bytes, name, (part) => {
    if (!wanted.has(part.name)) return false
    total += part.originalSize
    if (total > MOST_BYTES) throw tooLarge(name, `more than ${MOST_BYTES / 1024 / 1024} MB of text inside`)
    if (swells(part)) throw tooLarge(name, `a part that swells ${Math.round(part.originalSize / part.size)} times`)
    if (lies(part)) throw damaged(name)
    return true
  })
  return new Map(Object.entries(parts))
}

/** Text shrinks to a tenth or a fiftieth; a large part that shrinks far more holds nothing. */
function swells({ size, originalSize }: UnzipFileInfo): boolean {
  return originalSize > LARGE && originalSize > size * MOST_TIMES
}

const LARGE = 32 * 1024 * 1024
const MOST_TIMES = 200

/** Deflate never makes a part much longer: what says so hides its true size. */
function lies({ size, originalSize }: UnzipFileInfo): boolean {
  return size > originalSize + originalSize / 100 + 1024
}

function unzip(bytes: Uint8Array, name: string, filter: (part: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw error instanceof Failure ? error : damaged(name, error)
  }
}

function tooLarge(name: string, what: string): Failure {
  return new Failure('TOO_LARGE', `${name} has ${what}, which is not read: split it, or save its text as .txt`)
}

function damaged(name: string, cause?: unknown): Failure {
  return new Failure('DAMAGED_FILE', `${name} is damaged: open it in Word or WPS and save it again as .docx`, { cause })
}
