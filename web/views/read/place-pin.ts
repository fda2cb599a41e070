import type { Pin } from '../../dossier/pin.ts'
import type { Provision, Reading } from '../../graphql/documents.ts'
import { printRoute, visit, type Route } from '../../route.ts'
import { eIdOf } from '../names.ts'

/** What the address points to in a text: marked words, or a provision as a whole. */
export interface Pointed {
  readonly provision: Provision | null
  readonly start: number
  readonly end: number
}

/** The place that the address names; null when it names none, or none of this text. */
export function pointedAt(reading: Reading, { mark, at }: Route): Pointed | null {
  if (mark !== null) {
    const [start, end] = mark
    return end > reading.text.length ? null : { provision: around(reading, start, end), start, end }
  }
  const provision = reading.provisions.find(({ id }) => at !== '' && eIdOf(id) === at)
  return provision === undefined ? null : { provision, start: provision.start, end: provision.end }
}

/** The deepest provision that holds all the words. */
function around({ provisions }: Reading, start: number, end: number): Provision | null {
  return provisions.findLast((it) => it.start <= start && end <= it.end) ?? null
}

/** The place as it is put into the dossier, under the heading of its chapter. */
export function pinOfPlace(
  reading: Reading,
  { provision, start, end }: Pointed,
  route: Route & { readonly today: string },
): Pin {
  const { id, title, docNumber, issuers, issuedOn, effectiveFrom, jurisdiction } = reading
  const place = provision?.pinpoint ?? ''
  const [chapter] = reading.provisions.filter((it) => it.depth === 0 && it.start <= start && end <= it.end)
  const mark = [start, end] as const
  const at = provision === null ? '' : eIdOf(provision.id)
  return {
    id: `provision:${id}:${start}-${end}`,
    kind: 'provision',
    heading: provision?.heading ?? (place || title),
    group: chapter?.heading ?? '',
    instrument: { id, title, docNumber, jurisdiction: jurisdiction.name, issuers, issuedOn, effectiveFrom },
    against: null,
    place,
    quotes: [
      { text: reading.text.slice(start, end), place, instrument: id, provision: provision?.id ?? null, start, end },
    ],
    relation: null,
    reason: null,
    reasonEn: null,
    address: printRoute(visit(route, { page: 'read', instrument: id, at, mark })),
    fingerprint: null,
    pinnedOn: route.today,
    note: '',
  }
}
