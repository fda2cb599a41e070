import { findPinpoints, type DocumentWords, type Ordinal, type Pinpoint, type Pointer } from '../grammar/pinpoints.ts'
import { sentences } from '../grammar/clauses.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Reference, ReferenceTarget } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { treeIndex, type Standing, type TreeIndex } from './places-in-tree.ts'

/**
 * Every reference to a place (第十条第二款, 前款, 本条例第五条至第八条, 《…》第三条), in text order, each target with the provision
 * it leads to: `id` is null and `exists` false where the text has no such place, null for another document.
 * @example readReferences(document)[0]?.targets[0] // { article: 8, item: 2, id: 'art_8__item_2', exists: true, … }
 */
export function readReferences(document: RegulationDocument): readonly Reference[] {
  const tree = treeIndex(document)
  return document.passages.flatMap((passage) => readPassage(passage, { raw: document.raw.text, tree }))
}

interface Context {
  readonly raw: string
  readonly tree: TreeIndex
}

function readPassage(passage: Passage, { raw, tree }: Context): readonly Reference[] {
  const { text } = passage.clean
  const pinpoints = findPinpoints(text).filter((pinpoint) => points(text, pinpoint))
  if (pinpoints.length === 0) return []
  const foreign = foreignDocuments(text, pinpoints)
  const hosts = hostsOf(text, pinpoints)
  return pinpoints.map((pinpoint, index) => {
    const span = rawSpan(passage.clean, pinpoint.start, pinpoint.end)
    const document = foreign[index] ?? null
    const standing = tree.standing(passage.provision, span.start)
    const resolve = document === null ? (p: Pointer) => tree.resolve(p, standing) : (p: Pointer) => elsewhere(p)
    return {
      provision: passage.provision,
      ...span,
      quote: raw.slice(span.start, span.end),
      scope: document === null ? ('internal' as const) : ('external' as const),
      document,
      targets: pinpoint.pointers.map((pointer) =>
        refersAbove(pointer) ? resolve(pointer) : resolve(below(pointer, standing, hosts[index] ?? null)),
      ),
    }
  })
}

/** 第二项 alone may count things; a bare item or subitem needs brackets or a word that refers. */
const REFERS = /^(?:的?(?:规定|所[列称指述]|情[形况]|范围|要求|条件|标准|内容|行为)|、|和|或|，)/

function points(text: string, { start, end, pointers, document }: Pinpoint): boolean {
  const [pointer] = pointers
  if (pointer === undefined) return false
  if (pointer.annex && !pointer.article)
    return document !== null || /(?:详?见|按照?|依照|参照|执行)$/.test(text.slice(Math.max(0, start - 3), start))
  if (pointer.article || pointer.paragraph || pointer.chapter || pointer.section) return true
  return /[（(]/.test(text.slice(start, end)) || REFERS.test(text.slice(end, end + 4))
}

/** Whether the pointer names a level from which its place can be found without the place that says so. */
function refersAbove({ annex, chapter, section, article }: Pointer): boolean {
  return Boolean(annex ?? chapter ?? section ?? article)
}

/**
 * 第二款, 前款 and 第（一）项 alone count inside the article, paragraph or item that says so; a number alone rather inside the
 * article that its sentence named before: 违反第四十二条第一项的…；违反第三项的….
 */
function below(pointer: Pointer, { article, paragraph }: Standing, host: Pointer | null): Pointer {
  const here: Ordinal = { back: 0 }
  const relative = Object.values(pointer).some((ordinal) => 'back' in ordinal)
  if (host !== null && !relative) return { ...levelsOf(host, pointer), ...pointer }
  const inParagraph =
    pointer.paragraph === undefined && paragraph !== null && pointer.item !== undefined && 'back' in pointer.item
  return { ...(article === null ? {} : { article: here }), ...(inParagraph ? { paragraph: here } : {}), ...pointer }
}

/** The levels of the host above those that the pointer names. */
function levelsOf({ annex, article, paragraph }: Pointer, pointer: Pointer): Pointer {
  return {
    ...(annex ? { annex } : {}),
    ...(article ? { article } : {}),
    ...(paragraph && !pointer.paragraph ? { paragraph } : {}),
  }
}

/** The last article named before each pinpoint in its sentence. */
function hostsOf(text: string, pinpoints: readonly Pinpoint[]): readonly (Pointer | null)[] {
  let host: Pointer | null = null
  let behind = 0
  return pinpoints.map(({ start, end, pointers }) => {
    if (text.slice(behind, start).includes('。')) host = null
    behind = end
    const before = host
    host = pointers.findLast(({ article }) => article !== undefined && 'number' in article) ?? host
    return before
  })
}

/** The other document of each pinpoint, null for the text itself: an unnamed one stays with the last named in its sentence. */
function foreignDocuments(text: string, pinpoints: readonly Pinpoint[]): readonly (string | null)[] {
  const bounds = sentences(text)
  let last: { readonly name: string | null; readonly sentence: number } = { name: null, sentence: -1 }
  let named: string | null = null
  let sentence = 0
  return pinpoints.map(({ start, document, pointers }) => {
    while (sentence < bounds.length - 1 && (bounds[sentence]?.to ?? 0) <= start) sentence++
    const name = document === null ? inherited(last, sentence, pointers) : nameOf(document, named)
    if (document?.kind === 'named') named = document.name
    last = { name, sentence }
    return name
  })
}

function nameOf(document: DocumentWords, named: string | null): string | null {
  if (document.kind === 'own') return null
  return document.kind === 'same' ? (named ?? document.name) : document.name.replace(/\s+/g, '')
}

/** 前款 and 本条 always mean the text itself. */
function inherited(
  last: { readonly name: string | null; readonly sentence: number },
  sentence: number,
  pointers: readonly Pointer[],
): string | null {
  const relative = pointers.some((pointer) => Object.values(pointer).some((ordinal) => 'back' in ordinal))
  return relative || last.sentence !== sentence ? null : last.name
}

function elsewhere(pointer: Pointer): ReferenceTarget {
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
