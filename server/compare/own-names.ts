import type { Sentence } from '../model/comparison.ts'
import { bare } from './likeness.ts'

/** What is known of a document's names. */
export interface Named {
  /** Short name for sentences: 国家, 云南 … */
  readonly name: Sentence
  /** How the document calls itself. */
  readonly ownNames?: readonly string[]
  /** Its statements, in text order. */
  readonly marks: readonly { readonly quote: string }[]
}

/**
 * The names by which a document calls itself, its subject and its place, as they stand in bare text: those given, its
 * jurisdiction, and the alias it gives itself. The longest first, so that a name within a name leaves nothing behind.
 */
export function ownNamesOf({ ownNames = [], name, marks }: Named): readonly string[] {
  const names = [...ownNames, name.zh, aliasIn(marks)].map((own) => bare(own, [])).filter((own) => own !== '')
  return [...new Set(names)].sort((one, two) => two.length - one.length)
}

const ALIAS = /(?:以下)?简称[:：]?[“"「]?([^”"」）)，。]{2,12})[”"」]?[）)]/

/** A text names its subject before anybody else: the first 以下简称 is its own. */
function aliasIn(marks: Named['marks']): string {
  const first = marks.find(({ quote }) => quote.includes('简称'))
  return ALIAS.exec(first?.quote ?? '')?.[1] ?? ''
}
