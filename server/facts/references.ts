import { findPinpoints, type Ordinal, type Pinpoint, type Pointer } from '../grammar/pinpoints.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Reference, ReferenceTarget } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { treeIndex, type Standing, type TreeIndex } from './places-in-tree.ts'
import { documentNames, documentReader, type DocumentNames, type DocumentReader } from './reference-documents.ts'
import { candidates, levelsAbove, namesTop } from './reference-hosts.ts'

/**
 * Every reference to a place (第十条第二款, 前款, 本条例第五条至第八条, 《…》第三条), in text order, each target with the provision
 * it leads to: `id` is null and `exists` false where the text has no such place, null for another document.
 * @example readReferences(document)[0]?.targets[0] // { article: 8, item: 2, id: 'art_8__item_2', exists: true, … }
 */
export function readReferences(document: RegulationDocument): readonly Reference[] {
  const names = documentNames(document)
  const context = { raw: document.raw.text, tree: treeIndex(document), names, documents: documentReader(names) }
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
}

function readPassage(passage: Passage, context: Context): readonly Reference[] {
  const { text } = passage.clean
  const pinpoints = findPinpoints(text, context.names.bare).filter((pinpoint) => points(text, pinpoint))
  if (pinpoints.length === 0) return []
  const foreign = context.documents.read(text, pinpoints)
  const found: Reference[] = []
  let host: Host = { pointer: null, document: null, end: 0 }
  for (const [index, pinpoint] of pinpoints.entries()) {
    if (text.slice(host.end, pinpoint.start).includes('。')) host = { pointer: null, document: null, end: 0 }
    const place = { passage, pinpoint, document: foreign[index] ?? null, host: host.pointer }
    const { pointers, targets, document } = placeOf(place, context)
    if (isLoose(text, pinpoint) && host.pointer === null && !targets.every(({ exists }) => exists)) continue
    host = { pointer: pointers.at(-1) ?? host.pointer, document, end: pinpoint.end }
    const span = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
    const scope = document === null ? ('internal' as const) : ('external' as const)
    const quote = context.raw.slice(span.start, span.end)
    found.push({ provision: passage.provision, ...span, quote, scope, document, targets })
  }
  return found
}

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
function placeOf({ passage, pinpoint, document, host }: Place, { tree, names }: Context): Placed {
  const { start } = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
  const standing = tree.standing(passage.provision, start)
  if (document !== null) return elsewhere(pinpoint, document, host)
  const options = candidates(pinpoint, {
    standing,
    host,
    named: listBefore(passage.clean.text, pinpoint, tree),
    lead: () => leadHost(passage.provision, tree, names),
  })
  const readings = options.map((pointers) => ({ pointers, targets: resolve(pointers, tree, standing), document: null }))
  const first = readings.find(({ targets }) => targets.every(({ exists }) => exists)) ?? readings[0]
  if (first === undefined) return { pointers: [], targets: [], document: null }
  const lacks = first.targets.some(({ exists }) => !exists) && pinpoint.document === null && namesArticle(pinpoint)
  return lacks && names.subject !== null ? elsewhere(pinpoint, names.subject, host) : first
}

/** 孕期禁忌从事的劳动范围的第一项: the list whose lead ends with these words. */
function listBefore(text: string, { start, pointers }: Pinpoint, tree: TreeIndex): Pointer | null {
  const [pointer] = pointers
  if (pointer?.item === undefined || namesTop(pointer) || pointer.paragraph) return null
  const words = LIST_WORDS.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  return words === undefined ? null : tree.listCalled(words)
}

const LIST_WORDS = /([\u4e00-\u9fff]{2,20}(?:范围|情形|条件|材料|行为|事项|内容|标准|职责|程序))的?$/

function resolve(pointers: readonly Pointer[], tree: TreeIndex, standing: Standing): readonly ReferenceTarget[] {
  return pointers.map((pointer) => tree.resolve(pointer, standing))
}

function namesArticle({ pointers }: Pinpoint): boolean {
  return pointers.every(({ article }) => article !== undefined && 'number' in article)
}

/** The last article that the words before a list name: 违反第十条规定的，按照下列规定处罚：（一）违反第一项的…. */
function leadHost(provision: string | null, tree: TreeIndex, names: DocumentNames): Pointer | null {
  for (const lead of tree.leads(provision)) {
    const last = findPinpoints(lead, names.bare).findLast(({ pointers }) => pointers.some(namesTop))
    if (last === undefined) continue
    return last.document === null || last.document.kind === 'own' ? (last.pointers.at(-1) ?? null) : null
  }
  return null
}

/** A number of an item without brackets may count things: 第二项; it points where a word says so or a place answers. */
const REFERS = /^(?:的?(?:规定|所[列称指述]|情[形况]|范围|要求|条件|标准|内容|行为)|、|和|或|，)/

function isLoose(text: string, { start, end, pointers }: Pinpoint): boolean {
  const [pointer] = pointers
  if (pointer === undefined || namesTop(pointer) || pointer.paragraph || pointers.length > 1) return false
  const relative = [pointer.item, pointer.subitem].some((ordinal) => ordinal && 'back' in ordinal)
  return !relative && !/[（(]/.test(text.slice(start, end)) && !REFERS.test(text.slice(end, end + 4))
}

const OF_DOCUMENT = /(?:详?见|按照?|依照|参照|参考|执行|[（(]|列[入于在]|由|填[写报])$/

/** 附件 means the text's own where it is numbered or its title follows; at the head of a line it opens the list of annexes. */
function pointsAtAnnex(text: string, { start, end, document }: Pinpoint): boolean {
  if (document !== null || OF_DOCUMENT.test(text.slice(Math.max(0, start - 3), start))) return true
  if (start === 0 || /^[：:]/.test(text.slice(end)) || /[.．、]$/.test(text.slice(0, start))) return false
  return text.charAt(end) === '《' || /[\d一二三四五六七八九十]$/.test(text.slice(start, end))
}

function points(text: string, pinpoint: Pinpoint): boolean {
  const { end, pointers } = pinpoint
  const [pointer] = pointers
  if (pointer === undefined) return false
  if (pointer.annex && !pointer.article) return pointsAtAnnex(text, pinpoint)
  if (pointer.item && 'back' in pointer.item && pointer.item.back === 0)
    return pointers.length > 1 || pointer.subitem !== undefined || REFERS.test(text.slice(end, end + 4))
  // 香港法例第13章《…》 counts the chapters of a collection.
  return !(pointer.chapter && text.charAt(end) === '《')
}

/** Places of another document, which is not at hand: numbers only. */
function elsewhere({ pointers, hosted }: Pinpoint, document: string, host: Pointer | null): Placed {
  const whole = pointers.map((pointer) => {
    if (namesTop(pointer) && !hosted) return pointer
    return host === null ? pointer : { ...levelsAbove(host, pointer), ...pointer }
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
