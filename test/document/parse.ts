import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { parseDocument } from '../../server/document/parse.ts'
import type { RegulationDocument } from '../../server/model/document.ts'
import { cleanText } from '../../server/text/clean.ts'
import { readText } from '../../server/text/plain.ts'

const { jurisdictions } = loadVocabulary()

/** Parses a text as the pipeline does. */
export function parse(text: string, name = 'text.txt'): RegulationDocument {
  return parseDocument(readText(Buffer.from(text), name), jurisdictions, cleanText)
}

/** The tree as one line a node: kind, label, heading, id. */
export function treeOf(document: RegulationDocument): readonly string[] {
  return document.provisions.map(({ id, kind, label, heading }) =>
    [kind, label ?? '-', ...(heading === null ? [] : [heading]), id].join(' '),
  )
}

/** The passages of one provision, or of what stands outside the tree. */
export function textOf(document: RegulationDocument, provision: string | null): readonly string[] {
  return document.passages.filter((passage) => passage.provision === provision).map(({ clean }) => clean.text)
}
