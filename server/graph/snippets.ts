import type { Hit } from './store.ts'
import { fold } from './terms.ts'

/** Characters of a snippet, and how many of them stand before the first word found. */
const LENGTH = 120
const BEFORE = 30

/** The stretch of a provision's words around the first of the terms, with where the terms stand in it. */
export function snippetOf(wording: string, terms: readonly string[]): Pick<Hit, 'snippet' | 'highlights'> {
  const found = occurrences(fold(wording), terms)
  const first = found[0]?.start ?? 0
  const from = wording.length <= LENGTH ? 0 : Math.max(0, Math.min(first - BEFORE, wording.length - LENGTH))
  const to = Math.min(wording.length, from + LENGTH)
  const [opening, closing] = [from > 0 ? '…' : '', to < wording.length ? '…' : '']
  const highlights = found
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => ({ start: start - from + opening.length, end: end - from + opening.length }))
  return { snippet: opening + wording.slice(from, to) + closing, highlights }
}

/** Where the terms stand, in order and without overlap; neighbours are joined. */
function occurrences(text: string, terms: readonly string[]): readonly { start: number; end: number }[] {
  const all = terms.flatMap((term) => positions(text, term)).sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const next of all) {
    const last = joined.at(-1)
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
    else joined.push({ ...next })
  }
  return joined
}

function positions(text: string, term: string): readonly { readonly start: number; readonly end: number }[] {
  const found = []
  for (let at = text.indexOf(term); at !== -1 && term !== ''; at = text.indexOf(term, at + term.length)) {
    found.push({ start: at, end: at + term.length })
  }
  return found
}
