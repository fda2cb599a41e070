import type { Hit } from '../../graphql/documents.ts'
import type { Run } from '../../parts/emphasis.ts'

type Instrument = Hit['provision']['instrument']

/** Jurisdictions of the hits with the number of hits, most first. */
export function facets(
  hits: readonly Hit[],
): readonly { readonly jurisdiction: Instrument['jurisdiction']; readonly count: number }[] {
  const places = new Map(
    hits.map(({ provision }) => [provision.instrument.jurisdiction.id, provision.instrument.jurisdiction]),
  )
  return [...places.values()]
    .map((jurisdiction) => ({ jurisdiction, count: hits.filter((hit) => placeOf(hit) === jurisdiction.id).length }))
    .sort((a, b) => b.count - a.count)
}

const VALIDITIES = [
  'IN_FORCE',
  'NOT_YET',
  'UNKNOWN',
  'EXPIRED',
  'REPEALED',
] as const satisfies readonly Instrument['validity'][]

/**
 * Hits under their instruments: those in force first, the expired and repealed last, else in the order in which they first
 * occur; `place` narrows to a jurisdiction.
 */
export function groupHits(
  hits: readonly Hit[],
  place: string,
): readonly { readonly instrument: Instrument; readonly hits: readonly Hit[] }[] {
  const shown = hits.filter((hit) => place === '' || placeOf(hit) === place)
  const instruments = new Map(shown.map(({ provision }) => [provision.instrument.id, provision.instrument]))
  const rank = ({ validity }: Instrument) => VALIDITIES.indexOf(validity)
  const ordered = [...instruments.values()].sort((a, b) => rank(a) - rank(b))
  return ordered.map((instrument) => ({
    instrument,
    hits: shown.filter(({ provision }) => provision.instrument.id === instrument.id),
  }))
}

function placeOf({ provision }: Hit): string {
  return provision.instrument.jurisdiction.id
}

/** The snippet in runs, the found words strong; page breaks closed up. */
export function snippetRuns({ snippet, highlights }: Pick<Hit, 'snippet' | 'highlights'>): readonly Run[] {
  const cuts = [...new Set([0, snippet.length, ...highlights.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= snippet.length)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? snippet.length
    return {
      text: tidy(snippet.slice(from, to)),
      strong: highlights.some(({ start, end }) => start <= from && to <= end),
    }
  })
}

function tidy(text: string): string {
  return text.replace(/\*\*|^#+ */gm, '').replace(/(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])/g, '')
}

/**
 * Where the first found words stand in the instrument's text. A snippet is a readable form (no page breaks, no markup,
 * one width of digits), so it is looked for in the same form; null when the words are not in the provision.
 */
export function markOf({ snippet, highlights, provision }: Hit): readonly [start: number, end: number] | null {
  const [first] = highlights
  if (first === undefined) return null
  const text = fold(provision.text)
  const words = fold(snippet.slice(first.start, first.end)).text
  const before = fold(snippet.slice(snippet.startsWith('…') ? 1 : 0, first.start)).text
  const inContext = text.text.indexOf(before + words)
  const at = inContext === -1 ? text.text.indexOf(words) : inContext + before.length
  const [start, last] = [text.offsets[at], text.offsets[at + words.length - 1]]
  if (words === '' || start === undefined || last === undefined) return null
  return [provision.start + start, provision.start + last + 1]
}

interface Folded {
  readonly text: string
  /** Offset of each character in what was folded. */
  readonly offsets: readonly number[]
}

/** A text without white space and markup, characters in one width and case. */
function fold(text: string): Folded {
  const kept = [...text.matchAll(/[^\s*#_]/g)].map(({ 0: char, index }) => ({
    char: char.normalize('NFKC')[0] ?? char,
    index,
  }))
  return { text: kept.map(({ char }) => char.toLowerCase()).join(''), offsets: kept.map(({ index }) => index) }
}
