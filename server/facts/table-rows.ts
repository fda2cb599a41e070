import type { Stretch } from '../grammar/clauses.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'

/**
 * The cells of a passage that is a row of a table, by their place in its clean text; null for running text. Readers part
 * cells with tabs (or bars, in markdown), which clean text leaves out.
 * @example cellsOf(document.raw.text, passage)?.length // 3
 */
export function cellsOf(raw: string, { clean }: Passage): readonly Stretch[] | null {
  const { text, offsets } = clean
  const start = offsets[0] ?? 0
  const end = (offsets[text.length - 1] ?? start) + 1
  if (!SEPARATOR.test(raw.slice(start, end))) return null
  const cells: Stretch[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const isBar = SEPARATOR.test(text.charAt(at))
    const isCut = at > 0 && at < text.length && SEPARATOR.test(raw.slice((offsets[at - 1] ?? 0) + 1, offsets[at] ?? 0))
    if (at < text.length && !isBar && !isCut) continue
    if (at > from) cells.push({ from, to: at })
    from = isBar ? at + 1 : at
  }
  return cells.length > 1 ? cells : null
}

const SEPARATOR = /[\t|]/

/** The passage of one cell, as if nothing else stood in its row. */
export function cellPassage(passage: Passage, { from, to }: Stretch): Passage {
  const { text, offsets } = passage.clean
  const last = offsets[to - 1] ?? offsets[from] ?? 0
  return { ...passage, clean: { text: text.slice(from, to), offsets: [...offsets.slice(from, to), last + 1] } }
}

/** Rows of a table behind the passage that introduces it, with their cells. */
export interface Row {
  readonly passage: Passage
  readonly cells: readonly Stretch[]
}

/**
 * The rows right behind a passage of the document.
 * @example rowsBehind(document, passage).length // 4
 */
export function rowsBehind(
  { raw, passages }: Pick<RegulationDocument, 'raw' | 'passages'>,
  lead: Passage,
): readonly Row[] {
  const rows: Row[] = []
  for (let at = passages.indexOf(lead) + 1; at > 0 && at < passages.length; at++) {
    const passage = passages[at]
    const cells = passage === undefined ? null : cellsOf(raw.text, passage)
    if (passage === undefined || cells === null) break
    rows.push({ passage, cells })
  }
  return rows
}
