import type { Pin, PinnedInstrument } from '../../dossier/pin.ts'
import type { Quote, Source } from '../../exports/sheet.ts'
import type { Alignment, Pair } from '../../graphql/documents.ts'
import { printRoute, visit, type Route } from '../../route.ts'
import { today } from '../../today.ts'
import { keyOf, placeOf } from './pairs.ts'
import { permalink } from './permalink.ts'

export interface Seen {
  readonly alignment: Alignment
  readonly route: Route
  /** The date of the view. */
  readonly asOf: string
}

/** The id under which a pair is in the dossier, whatever its words. */
export function pinId(pair: Pair, { left, right }: Pick<Alignment, 'left' | 'right'>): string {
  return `pair:${left.id}:${right.id}:${keyOf(pair)}`
}

/** A pair as it is put into the dossier: the words of both sides, how they match, and the link that opens it again. */
export function pinOf(pair: Pair, { alignment, route, asOf }: Seen): Pin {
  const { left, right } = alignment
  const isLeft = pair.right === null
  return {
    id: pinId(pair, alignment),
    kind: 'pair',
    heading: pair.right?.heading ?? pair.left?.heading ?? '',
    group: '',
    instrument: instrumentOf(isLeft ? left : right),
    against: pair.left === null || isLeft ? null : instrumentOf(left),
    place: placeOf(pair.right ?? pair.left),
    quotes: quotesOf(pair, alignment),
    relation: pair.match,
    reason: pair.reason,
    reasonEn: pair.reasonEn,
    address: permalink({ ...route, at: keyOf(pair), match: '' }, alignment, asOf),
    fingerprint: alignment.fingerprint,
    pinnedOn: today(),
    note: '',
  }
}

/** What each side says, as it is drawn. */
export function quotesOf(pair: Pair, { left, right }: Pick<Alignment, 'left' | 'right'>): readonly Quote[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const provision = pair[side]
    if (provision === null) return []
    const { id, start, end } = provision
    const instrument = (side === 'left' ? left : right).id
    return [{ text: wordsOf(pair, side), place: placeOf(provision), instrument, provision: id, start, end }]
  })
}

/** The words of one side of a pair, without those of the other. */
export function wordsOf({ diff }: Pick<Pair, 'diff'>, side: 'left' | 'right'): string {
  const other = side === 'left' ? 'insert' : 'delete'
  return diff.map(({ op, text, left }) => (op === other ? '' : side === 'left' ? (left ?? text) : text)).join('')
}

function instrumentOf(it: Alignment['left']): PinnedInstrument {
  const { id, title, docNumber, issuers, issuedOn, effectiveFrom } = it
  return { id, title, docNumber, jurisdiction: it.jurisdiction.name, issuers, issuedOn, effectiveFrom }
}

/** A side as a document to cite. */
export function sourceOf(
  it: Alignment['left'],
  { route, origin, validity }: { readonly route: Route; readonly origin: string; readonly validity: string },
): Source {
  const { id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil } = it
  return {
    ...{ id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil, validity },
    jurisdiction: route.lang === 'en' ? it.jurisdiction.nameEn : it.jurisdiction.name,
    address: origin + printRoute(visit(route, { page: 'read', instrument: id })),
  }
}
