import { findPinpoints, type Ordinal, type Pinpoint, type Pointer } from '../grammar/pinpoints.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Reference, ReferenceTarget } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { treeIndex, type Standing, type TreeIndex } from './places-in-tree.ts'
import { documentNames, documentReader, type DocumentNames, type DocumentReader } from './reference-documents.ts'
import { isFirstLoose, isLoose, points } from './reference-forms.ts'
import {
  candidates,
  earlierPlaces,
  insideHost,
  leadHost,
  levelsAbove,
  listBefore,
  namesTop,
  type EarlierPlaces,
} from './reference-hosts.ts'

/**
 * Every reference to a place (第十条第二款, 前款, 本条例第五条至第八条, 《…》第三条), in text order, each target with the provision
 * it leads to: `id` is null and `exists` false where the text has no such place, null for another document.
 * @example readReferences(document)[0]?.targets[0] // { article: 8, item: 2, id: 'art_8__item_2', exists: true, … }
 */
export function readReferences(document: RegulationDocument): readonly Reference[] {
  const names = documentNames(document)
  const tree = treeIndex(document)
  const context = { raw: document.raw.text, tree, names, documents: documentReader(names), before: earlierPlaces(tree) }
  return document.passages.flatMap((passage) => {
    const found = readPassage(passage, context)
    context.documents.pass(passage.clean.text)
    return found
  })
}

interface Context {
  readonly raw: string
  readonly tree: TreeIndex
  readonly names: DocumentNames
  readonly documents: DocumentReader
  readonly before: EarlierPlaces
}

function readPassage(passage: Passage, context: Context): readonly Reference[] {
  const { text } = passage.clean
  const pinpoints = findPinpoints(text, context.names.bare).filter((pinpoint) => points(text, pinpoint))
  if (pinpoints.length === 0) return []
  const foreign = context.documents.read(text, pinpoints)
  const found: Reference[] = []
  let host: Host = NO_HOST
  for (const [index, pinpoint] of pinpoints.entries()) {
    if (text.slice(host.end, pinpoint.start).includes('。')) host = NO_HOST
    const place = { passage, pinpoint, document: foreign[index] ?? null, host: host.pointer }
    const { pointers, targets, document } = placeOf(place, context)
    const leads = targets.every(({ exists }) => exists !== false)
    if (!leads && (isFirstLoose(text, pinpoint) || (isLoose(text, pinpoint) && host.pointer === null))) continue
    host = { pointer: pointers.at(-1) ?? host.pointer, document, end: pinpoint.end }
    if (document === null) context.before.note(passage.provision, pointers)
    const span = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
    const scope = document === null ? ('internal' as const) : ('external' as const)
    const quote = context.raw.slice(span.start, span.end)
    found.push({ provision: passage.provision, ...span, quote, scope, document, targets })
  }
  return found
}

const NO_HOST: Host = { pointer: null, document: null, end: 0 }

interface Host {
  readonly pointer: Pointer | null
  readonly document: string | null
  readonly end: number
}

interface Place {
  readonly passage: Passage
  readonly pinpoint: Pinpoint
  readonly document: string | null
  readonly host: Pointer | null
}

interface Placed {
  readonly pointers: readonly Pointer[]
  readonly targets: readonly ReferenceTarget[]
  readonly document: string | null
}

/** The first reading of a pinpoint that leads somewhere, else the first. */
function placeOf({ passage, pinpoint, document, host }: Place, { tree, names, before }: Context): Placed {
  const { start } = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
  const standing = tree.standing(passage.provision, start)
  if (document !== null) return elsewhere(pinpoint, document, host)
  const options = candidates(pinpoint, {
    standing,
    host,
    named: listBefore(passage.clean.text, pinpoint, tree),
    lead: () => leadHost(passage.provision, tree, names),
    earlier: () => before.last(passage.provision),
  })
  const readings = options.map((pointers) => ({ pointers, targets: resolve(pointers, tree, standing), document: null }))
  const first = readings.find(({ targets }) => targets.every(({ exists }) => exists)) ?? readings[0]
  if (first === undefined) return { pointers: [], targets: [], document: null }
  const lacks = first.targets.some(({ exists }) => !exists) && pinpoint.document === null && namesArticle(pinpoint)
  return lacks && names.subject !== null ? elsewhere(pinpoint, names.subject, host) : first
}

function resolve(pointers: readonly Pointer[], tree: TreeIndex, standing: Standing): readonly ReferenceTarget[] {
  return pointers.map((pointer) => tree.resolve(pointer, standing))
}

function namesArticle({ pointers }: Pinpoint): boolean {
  return pointers.every(({ article }) => article !== undefined && 'number' in article)
}

/** Places of another document, which is not at hand: numbers only. */
function elsewhere({ pointers, hosted }: Pinpoint, document: string, host: Pointer | null): Placed {
  const whole = pointers.map((pointer) => {
    if (host === null || (namesTop(pointer) && !hosted)) return pointer
    return hosted ? insideHost(host, pointer) : { ...levelsAbove(host, pointer), ...pointer }
  })
  return { pointers: whole, targets: whole.map(numbersOnly), document }
}

function numbersOnly(pointer: Pointer): ReferenceTarget {
  const number = (ordinal: Ordinal | undefined) => (ordinal && 'number' in ordinal ? ordinal.number : null)
  return {
    article: number(pointer.article),
    paragraph: number(pointer.paragraph),
    item: number(pointer.item),
    subitem: number(pointer.subitem),
    annex: number(pointer.annex),
    chapter: number(pointer.chapter),
    id: null,
    exists: null,
  }
}
