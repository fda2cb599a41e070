import { parseDocument } from '../document/parse.ts'
import { readEligibility } from '../facts/eligibility.ts'
import { readThresholds } from '../facts/thresholds.ts'
import { readTopics } from '../facts/topics.ts'
import type { Extraction } from '../model/extraction.ts'
import type { RawText } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { cleanText } from '../text/clean.ts'

/** Everything that the readers find in one text. */
export function extract(raw: RawText, vocabulary: Vocabulary): Extraction {
  const document = parseDocument(raw, vocabulary.jurisdictions, cleanText)
  const thresholds = readThresholds(document, vocabulary)
  return {
    contract: 1,
    source: { name: raw.name, sha256: raw.sha256, length: raw.text.length },
    meta: document.meta,
    provisions: document.provisions,
    thresholds,
    citations: [],
    references: [],
    roles: [],
    norms: [],
    procedure: [],
    eligibility: readEligibility(document, { thresholds }),
    evaluation: [],
    funding: [],
    topics: readTopics(document, vocabulary),
    problems: document.problems,
  }
}
