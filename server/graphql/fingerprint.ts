import { createHash } from 'node:crypto'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { InstrumentRow } from './loaders.ts'

type Column = Pick<InstrumentRow, 'id' | 'hash' | 'repealedFrom'>

/**
 * What a comparison of these columns rests on, as 16 hex digits: their texts, what was read from them, whether a held text
 * repeals them, the vocabulary, and what persons decided about rows. The order of the columns and the filters are no part of it.
 * @example fingerprintOf(columns, vocabulary, []) // '3f0c…'
 */
export function fingerprintOf(columns: readonly Column[], vocabulary: Vocabulary, decisions: unknown = null): string {
  const held = columns.map(({ id, hash, repealedFrom }) => [id, hash, repealedFrom]).sort(byId)
  return digest(JSON.stringify([held, vocabularyDigest(vocabulary), decisions]))
}

/** The text of one instrument and everything read from it, corrections included; null for a ghost. */
export function instrumentFingerprint({ hash }: Pick<InstrumentRow, 'hash'>): string | null {
  return hash === null ? null : hash.slice(0, DIGITS)
}

const DIGITS = 16
const digests = new WeakMap<Vocabulary, string>()

/** Remembered, for it is long and the same for as long as the server runs. */
function vocabularyDigest(vocabulary: Vocabulary): string {
  const known = digests.get(vocabulary) ?? digest(JSON.stringify(vocabulary))
  digests.set(vocabulary, known)
  return known
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}

function byId([one = '']: readonly (string | null)[], [two = '']: readonly (string | null)[]): number {
  return String(one) < String(two) ? -1 : 1
}
