import type { Meta, Passage, RegulationDocument } from '../model/document.ts'
import { ordinaryIdeographs } from '../model/ideographs.ts'
import type { RawText } from '../model/text.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'
import { readBlocks } from './blocks.ts'
import type { Block, Clean } from './blocks.ts'
import { readMeta } from './meta.ts'
import { findProblems } from './problems.ts'
import { splitRegions } from './regions.ts'
import { buildTree } from './tree.ts'

/**
 * Reads a text into its metadata and provision tree. Never refuses a text: doubts are problems. `clean` says how a stretch
 * of raw text is read.
 * @example parseDocument(raw, vocabulary.jurisdictions, cleanText).provisions[0]?.id // chp_1
 */
export function parseDocument(
  raw: RawText,
  jurisdictions: readonly JurisdictionTerm[],
  clean: Clean,
): RegulationDocument {
  // Radicals that PDFs write for characters are read as those; offsets stay the same.
  const text = ordinaryIdeographs(raw.text)
  const blocks = readBlocks({ ...raw, text }, clean)
  const regions = splitRegions(blocks)
  const tree = buildTree(regions)
  const passages = [
    ...[...regions.front, ...regions.titleBlocks].flatMap((block) => outside(block, 'carrier')),
    ...tree.passages,
    ...regions.back.flatMap((block) => outside(block, 'carrier')),
  ].sort((a, b) => (a.clean.offsets[0] ?? 0) - (b.clean.offsets[0] ?? 0))
  const meta: Meta = readMeta({ regions, passages, jurisdictions })
  return {
    raw,
    meta,
    provisions: tree.provisions,
    passages,
    problems: [
      ...(raw.problems ?? []),
      ...findProblems({ raw: text, regions, meta, provisions: tree.provisions, passages }),
    ],
  }
}

function outside(block: Block, part: Passage['part']): readonly Passage[] {
  return block.clean.text === '' ? [] : [{ provision: null, part, clean: block.clean }]
}
