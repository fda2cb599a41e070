import { expect } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import type { RawText } from '../../server/model/text.ts'
import { cleanText } from '../../server/text/clean.ts'

const vocabulary = loadVocabulary()

/** Asserts that two forms of a regulation are read alike: metadata, provisions and every kind of fact. */
export function expectSameFacts(formed: RawText, plain: RawText): void {
  const [found, wanted] = [extract(formed, vocabulary), extract(plain, vocabulary)]
  for (const [kind, facts] of Object.entries(wanted)) {
    if (OF_THE_FILE.has(kind)) continue
    expect({ [kind]: comparable(found[kind as keyof Extraction]) }).toEqual({ [kind]: comparable(facts) })
  }
}

/** Problems tell of the form itself. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['source', 'problems', 'furniture'])
const PLACES: ReadonlySet<string> = new Set(['start', 'end'])

/** Where a fact stands differs from form to form, and so do width, space, radicals for characters and marks of Markdown. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string')
    return cleanText(value, 0, value.length)
      .text.normalize('NFKC')
      .replace(/[\s*#]/g, '')
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => (PLACES.has(key) ? [] : [[key, comparable(inside)]])),
  )
}
