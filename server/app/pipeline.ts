import { parseDocument } from '../document/parse.ts'
import { readThresholds } from '../facts/thresholds.ts'
import type { Extraction } from '../model/extraction.ts'
import type { RawText } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { cleanText } from '../text/clean.ts'

/** Everything that the readers find in one text. */
export function extract(raw: RawText, vocabulary: Vocabulary): Extraction {
  const document = parseDocument(raw, vocabulary.jurisdictions, cleanText)
  return {
    contract: 1,
    source: { name: raw.name, sha256: raw.sha256, length: raw.text.length },
    meta: document.meta,
    provisions: document.provisions,
    thresholds: readThresholds(document, vocabulary),
    citations: [],
    references: [],
    roles: [],
    norms: [],
    procedure: [],
    eligibility: [],
    evaluation: [],
    funding: [],
    topics: [],
    problems: document.problems,
  }
}
