import { createHash } from 'node:crypto'
import type { Extraction } from '../model/extraction.ts'

/**
 * The id of a text that does not ship with the project: the same for every spelling of its title, and for a corrected copy
 * of the text. A version that takes in another amendment is another text, by the year of the amendment. A text without a title is known by its bytes.
 * @example instrumentId(extraction) // cn-sx-2023-6a1f03b2
 */
export function instrumentId({ meta, source }: Pick<Extraction, 'meta' | 'source'>): string {
  const jurisdiction = (meta.jurisdiction ?? 'zz').toLowerCase()
  const year = (meta.amendedOn ?? meta.issuedOn ?? meta.effectiveFrom ?? '').slice(0, 4) || 'undated'
  const name = meta.title === null ? source.sha256 : plain(meta.title)
  return `${jurisdiction}-${year}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

/** Widths, spaces, brackets and quotation marks make no other title; 试行 does. */
function plain(title: string): string {
  return title.normalize('NFKC').replace(/[\s()〔〕[\]【】《》<>“”"'‘’]/gu, '')
}
