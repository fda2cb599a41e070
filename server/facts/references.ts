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
  leadHost,
  levelsAbove,
  listBefore,
  namedAgain,
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
  const context = { raw: document.raw.text, tree, names, documents: documentReader(names), before: earlierPlaces() }
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
  const standing = context.tree.standing(passage.provision, passage.clean.offsets[0] ?? 0)
  let before: readonly Pointer[] = []
  let behind = 0
  for (const [index, pinpoint] of pinpoints.entries()) {
    const isNewSentence = text.slice(behind, pinpoint.start).includes('。')
    const host = isNewSentence && pinpoint.again === null ? [] : before
    const placed = placeOf({ passage, standing, pinpoint, document: foreign[index] ?? null, host }, context)
    if (placed === null || !isMeant(text, pinpoint, { placed, host })) continue
    before = placed.pointers
    behind = pinpoint.end
    if (placed.document === null || context.names.amended !== null) context.before.note(standing, placed.pointers)
    found.push(referenceOf(passage, pinpoint, { placed, raw: context.raw }))
  }
  return found
}

interface Place {
  readonly passage: Passage
  readonly standing: Standing
  readonly pinpoint: Pinpoint
  readonly document: string | null
  /** The places named before in the same sentence. */
  readonly host: readonly Pointer[]
}

interface Placed {
  readonly pointers: readonly Pointer[]
  readonly targets: readonly ReferenceTarget[]
  readonly document: string | null
}

function isMeant(
  text: string,
  pinpoint: Pinpoint,
  { placed, host }: { placed: Placed; host: readonly Pointer[] },
): boolean {
  if (placed.targets.every(({ exists }) => exists !== false)) return true
  return !isFirstLoose(text, pinpoint) && !(isLoose(text, pinpoint) && host.length === 0)
}

function referenceOf(
  passage: Passage,
  pinpoint: Pinpoint,
  { placed, raw }: { placed: Placed; raw: string },
): Reference {
  const { targets, document } = placed
  const span = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
  const scope = document === null ? ('internal' as const) : ('external' as const)
  const quote = raw.slice(span.start, span.end)
  return { provision: passage.provision, ...span, quote, scope, document, targets, rule: formOf(pinpoint) }
}

/** How the words point: by number or counted from here, and the document right before them. */
function formOf({ pointers, again, document }: Pinpoint): string {
  const counted = pointers.some((pointer) => Object.values(pointer).some((ordinal) => 'back' in ordinal))
  const how = again === null ? (counted ? 'counted from here' : 'by number') : `named again, ${again}`
  return `${how}; ${document === null ? 'no document before it' : `${document.kind} document ${document.name}`}`
}

/** The first reading of a pinpoint that leads somewhere, else the first. */
function placeOf(
  { passage, standing, pinpoint, document, host }: Place,
  { tree, names, before }: Context,
): Placed | null {
  const pointers = pinpoint.again === null ? pinpoint.pointers : namedAgain(pinpoint, host)
  if (pointers.length === 0) return null
  if (document !== null) {
    // 将刑法第十条修改为：“…”, next line “违反第一款的…”: counted in the article that is amended.
    const amended = names.amended === null ? null : before.last(standing)
    return elsewhere(pointers, document, host.at(-1) ?? amended)
  }
  const options = candidates(pointers, {
    standing,
    host: host.at(-1) ?? null,
    named: listBefore(passage.clean.text, pinpoint, tree),
    lead: () => leadHost(passage.provision, tree, names),
    earlier: () => before.last(standing),
  })
  const readings = options.map((places) => ({
    pointers: places,
    targets: resolve(places, tree, standing),
    document: null,
  }))
  const first = readings.find(({ targets }) => targets.every(({ exists }) => exists)) ?? readings[0] ?? null
  const lacks = first?.targets.some(({ exists }) => !exists) && pinpoint.document === null && namesArticle(pinpoint)
  return lacks && names.subject !== null ? elsewhere(pointers, names.subject, null) : first
}

function resolve(pointers: readonly Pointer[], tree: TreeIndex, standing: Standing): readonly ReferenceTarget[] {
  return pointers.map((pointer) => tree.resolve(pointer, standing))
}

function namesArticle({ pointers }: Pinpoint): boolean {
  return pointers.every(({ article }) => article !== undefined && 'number' in article)
}

/** Places of another document, which is not at hand: numbers only. */
function elsewhere(pointers: readonly Pointer[], document: string, host: Pointer | null): Placed {
  const whole = pointers.map((pointer) =>
    host === null || namesTop(pointer) ? pointer : { ...levelsAbove(host, pointer), ...pointer },
  )
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
