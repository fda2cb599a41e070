import type { Alignment, Inherited, Pair } from '../../graphql/documents.ts'
import type { Messages } from '../../messages/messages.ts'
import { printRoute, type Route } from '../../route.ts'
import { type Dated, eIdOf, versionDay } from '../names.ts'
import { isSubstantive } from './substance.ts'

export const MATCHES = ['VERBATIM', 'ADAPTED', 'NEW', 'OMITTED'] as const
export type Match = (typeof MATCHES)[number]

/** The name of a pair in the address: eIds of both sides, an empty one for none. */
export function keyOf({ left, right }: Pair): string {
  return `${left ? eIdOf(left.id) : ''}~${right ? eIdOf(right.id) : ''}`
}

/** The address of a view without its pair, to which &at=… can be added: it has at least one field. */
export function addressWithout(route: Route): string {
  const address = printRoute({ ...route, at: '' })
  return address.includes('?') ? address : `${address}?`
}

/** How many pairs there are of each kind; a provision that stands in several pairs counts once. */
export function countMatches(pairs: readonly Pair[]): ReadonlyMap<Match, number> {
  const counts = new Map<Match, number>()
  for (const { match, part } of pairs) if (!part) counts.set(match, (counts.get(match) ?? 0) + 1)
  return counts
}

/** The pairs that a filter leaves: a kind, `changed` for all but the verbatim ones, `substance`, anything else for all. */
export function filterPairs(pairs: readonly Pair[], filter: string): readonly Pair[] {
  if (filter === 'changed') return pairs.filter(isChange)
  if (filter === 'substance') return pairs.filter(isSubstantive)
  return MATCHES.some((match) => match === filter) ? pairs.filter(({ match }) => match === filter) : pairs
}

/** A pair whose words differ. */
export function isChange({ match }: Pair): boolean {
  return match !== 'VERBATIM'
}

interface Placed {
  readonly pinpoint: string
  readonly label: string | null
  readonly heading: string | null
}

/** Where a side stands, as a lawyer writes it; empty where there is none. */
export function placeOf(side: Placed | null): string {
  return side === null ? '' : side.pinpoint || side.label || side.heading || ''
}

/** 第十条 → 第十二条, where an article stands under another number than before; null where it does not. */
export function renumbered({ left, right, part }: Pair): { readonly from: string; readonly to: string } | null {
  if (left === null || right === null || part) return null
  const [from, to] = [left.label ?? '', right.label ?? '']
  const isSame = from === '' || to === '' || plain(from) === plain(to)
  return isSame ? null : { from: plain(from), to: plain(to) }
}

function plain(label: string): string {
  return label.replace(/[\s*]+/g, '')
}

/** How a pair matches, in words: versions of one text are kept, amended, added or deleted. */
export function matchWords({ match }: Pick<Pair, 'match'>, m: Messages, versions: boolean): string {
  return (versions ? m.align.amended : m.align.match)[match]
}

/** One provision in a strip. */
export interface StripCell {
  readonly key: string
  readonly label: string
  /** Share that stands in the original; null for what is new. */
  readonly share: number | null
}

/** One cell for each provision of the right text, in its order. */
export function stripOf({ pairs }: Pick<Alignment, 'pairs'>): readonly StripCell[] {
  const cells = pairs.flatMap((pair) => (pair.right === null || pair.part ? [] : [{ pair, right: pair.right }]))
  const sorted = [...cells].sort((one, two) => one.right.start - two.right.start)
  return sorted.map(({ pair, right }) => ({
    key: keyOf(pair),
    label: right.pinpoint || right.label || right.heading || '',
    share: pair.match === 'NEW' ? null : (pair.inherited ?? 0),
  }))
}

/** Sign of each kind, so that colour is never alone. */
export const SIGNS = { VERBATIM: '＝', ADAPTED: '◇', NEW: '＋', OMITTED: '－' } as const satisfies Record<Match, string>

/** The strip of a document that is not aligned yet. */
export function stripOfDocument({ provisions }: Inherited): readonly StripCell[] {
  return provisions.map(({ share, provision }) => ({
    key: eIdOf(provision.id),
    label: provision.pinpoint || provision.label || provision.heading || '',
    share,
  }))
}

/** How two versions of one text are called beside each other: by their years, by their days where the years are the same. */
export function versionNames(left: Dated, right: Dated): { readonly left: string; readonly right: string } {
  const [one, two] = [versionDay(left), versionDay(right)]
  const isOneYear = one.slice(0, 4) === two.slice(0, 4)
  return isOneYear ? { left: one, right: two } : { left: one.slice(0, 4), right: two.slice(0, 4) }
}
