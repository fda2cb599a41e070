import type { Pin, PinnedInstrument } from '../../dossier/pin.ts'
import { citeBibtex, citeGbt7714, citeRis, type Cited } from '../../exports/citations.ts'
import type { Quote, Sheet, Source } from '../../exports/sheet.ts'
import type { Messages } from '../../messages/messages.ts'
import { parseRoute, printRoute, visit, type Route } from '../../route.ts'

/** How the pins are laid out. */
export const ARRANGEMENTS = ['hand', 'topics', 'documents'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** The arrangement in the address; by hand when it says nothing. */
export function arrangementOf({ views }: Route): Arrangement {
  return ARRANGEMENTS.find((it) => views.includes(it)) ?? 'hand'
}

/** The heading that a pin stands under; empty when they stand in one list. */
export function headingOf(pin: Pin, arrangement: Arrangement, m: Messages): string {
  if (arrangement === 'hand') return ''
  return arrangement === 'topics' ? pin.group || m.dossier.noGroup : pin.instrument.title || m.untitled
}

/** The relation or match in words. */
export function relationWord({ relation }: Pin, m: Messages): string {
  if (relation === null) return ''
  const words: Readonly<Record<string, string>> = { ...m.align.match, ...m.compare.relation }
  return words[relation] ?? relation
}

export function reasonOf(pin: Pin, lang: Route['lang']): string {
  return (lang === 'en' ? pin.reasonEn : pin.reason) ?? pin.reason ?? ''
}

/** The address at which it was pinned, in the language of now. */
export function backTo(pin: Pin, { lang }: Route): string {
  return printRoute({ ...parseRoute(pin.address), lang })
}

/** Documents of the pins, each once, in the order of the pins. */
export function documentsOf(pins: readonly Pin[]): readonly PinnedInstrument[] {
  const all = pins.flatMap(({ instrument, against }) => (against === null ? [instrument] : [instrument, against]))
  return [...new Map(all.map((it) => [it.id, it])).values()]
}

/** What the citation of a pin points to: its place and its permalink. */
export function citedOf(pin: Pin, origin: string, accessedOn: string): Cited {
  const [only, ...others] = [...new Set(pin.quotes.map(({ provision }) => provision))]
  return {
    pinpoint: pin.place,
    provision: others.length === 0 ? (only ?? null) : null,
    address: origin + pin.address,
    accessedOn,
  }
}

/** The reference of a pin, as it stands in the list of references. */
export function referenceOf(pin: Pin, origin: string, accessedOn: string): string {
  return citeGbt7714(pin.instrument, citedOf(pin, origin, accessedOn))
}

/** The citations of a pin that the menu offers. */
export function citationsOf(pin: Pin, cited: Cited): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'GB/T 7714', text: citeGbt7714(pin.instrument, cited) },
    { name: 'BibTeX', text: citeBibtex(pin.instrument, cited) },
    { name: 'RIS', text: citeRis(pin.instrument, cited) },
  ]
}

interface Setting {
  readonly route: Route
  readonly origin: string
  /** The date of the address, or today. */
  readonly asOf: string
  readonly today: string
}

/** The pins as a sheet, a row each, in the order of the screen: what every file is written from. */
export function sheetOf(pins: readonly Pin[], { route, origin, asOf, today }: Setting, m: Messages): Sheet {
  const { columns } = m.dossier
  return {
    title: m.pages.dossier,
    lang: route.lang,
    address: origin + printRoute(route),
    asOf,
    fingerprint: null,
    notes: [m.dossier.sheetNote(pins.length)],
    columns: [
      { key: 'group', label: columns.group, width: 10, role: 'group' },
      { key: 'number', label: columns.number, width: 3, role: 'head' },
      { key: 'heading', label: columns.heading, width: 10, role: 'head' },
      { key: 'jurisdiction', label: columns.jurisdiction, width: 5 },
      { key: 'document', label: columns.document, width: 12 },
      { key: 'words', label: columns.words, width: 30 },
      { key: 'relation', label: columns.relation, width: 11 },
      { key: 'note', label: columns.note, width: 11 },
      { key: 'pinnedOn', label: columns.pinnedOn, width: 7 },
      { key: 'citation', label: columns.citation, width: 30, printed: false },
      { key: 'address', label: columns.address, width: 30, printed: false },
    ],
    references: pins.map((pin) => referenceOf(pin, origin, today)),
    rows: pins.map((pin, index) => [
      { text: pin.group },
      { number: index + 1 },
      { text: pin.heading },
      { text: pin.instrument.jurisdiction },
      { text: [pin.instrument.title, pin.instrument.docNumber ?? ''].filter(Boolean).join('\n') },
      { ...(pin.quotes.length === 0 && { text: pin.place }), quotes: pin.quotes as readonly Quote[] },
      { relation: relationWord(pin, m), reason: reasonOf(pin, route.lang) },
      { note: pin.note },
      { text: pin.pinnedOn },
      { text: referenceOf(pin, origin, today) },
      { text: origin + pin.address },
    ]),
    sources: documentsOf(pins).map((it) => sourceOf(it, { route, origin })),
  }
}

function sourceOf(it: PinnedInstrument, { route, origin }: Pick<Setting, 'route' | 'origin'>): Source {
  const address = origin + printRoute(visit(route, { page: 'read', instrument: it.id }))
  return { ...it, effectiveUntil: null, validity: null, address }
}
