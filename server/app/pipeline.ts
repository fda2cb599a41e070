import { parseDocument } from '../document/parse.ts'
import { readCitations } from '../facts/citations.ts'
import { readEligibility } from '../facts/eligibility.ts'
import { readEvaluation } from '../facts/evaluation.ts'
import { readFunding } from '../facts/funding.ts'
import { readNorms } from '../facts/norms.ts'
import { readProcedure } from '../facts/procedure.ts'
import { readReferences } from '../facts/references.ts'
import { readRoles } from '../facts/roles.ts'
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
  const roles = readRoles(document, vocabulary)
  const norms = readNorms(document, { roles, vocabulary })
  return {
    contract: 1,
    source: { name: raw.name, sha256: raw.sha256, length: raw.text.length },
    meta: document.meta,
    provisions: document.provisions,
    thresholds,
    citations: readCitations(document),
    references: readReferences(document),
    roles,
    norms,
    procedure: readProcedure(document, { roles, vocabulary, norms }),
    eligibility: readEligibility(document, { thresholds }),
    evaluation: readEvaluation(document, { thresholds }),
    funding: readFunding(document),
    topics: readTopics(document, vocabulary),
    problems: document.problems,
    ...(raw.furniture === undefined || raw.furniture.length === 0 ? {} : { furniture: raw.furniture }),
  }
}
