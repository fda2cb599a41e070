import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readRaw } from '../../server/text/read.ts'
import { FORMS } from './forms.ts'

const FOLDER = new URL('../../data/regulations/', import.meta.url)
const REGULATIONS = readdirSync(FOLDER)
const vocabulary = loadVocabulary()

/** Where a fact stands differs from form to form, and so do width, space and marks of Markdown; nothing else may. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/[\s*#]/g, '')
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => (PLACES.has(key) ? [] : [[key, comparable(inside)]])),
  )
}

const PLACES: ReadonlySet<string> = new Set(['start', 'end'])
/** Problems tell of the form itself. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['source', 'problems', 'furniture'])

async function factsOf(bytes: Uint8Array, name: string): Promise<Extraction> {
  return extract(await readRaw(bytes, name), vocabulary)
}

describe.each(REGULATIONS)('%s', (id) => {
  const bytes = readFileSync(new URL(`${id}/text.txt`, FOLDER))

  it.each(FORMS)('says the same as $title', async ({ file, make }) => {
    const [plain, formed] = [await factsOf(bytes, 'text.txt'), await factsOf(make(bytes.toString('utf8')), file)]
    for (const [kind, facts] of Object.entries(plain)) {
      if (OF_THE_FILE.has(kind)) continue
      expect({ [kind]: comparable(formed[kind as keyof Extraction]) }).toEqual({ [kind]: comparable(facts) })
    }
  })
})
