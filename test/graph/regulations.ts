import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Regulation } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'

const FOLDER = new URL('../../data/regulations/', import.meta.url)

/** The regulations that ship with the project, as the readers read them. */
export function shipped(): readonly Regulation[] {
  const vocabulary = loadVocabulary()
  return readdirSync(FOLDER)
    .toSorted()
    .map((id) => {
      const raw = readText(readFileSync(new URL(`${id}/text.txt`, FOLDER)), 'text.txt')
      return { id, raw: raw.text, extraction: extract(raw, vocabulary) }
    })
}
