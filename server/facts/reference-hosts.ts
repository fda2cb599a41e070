import { findPinpoints, LEVELS, type Ordinal, type Pinpoint, type Pointer } from '../grammar/pinpoints.ts'
import type { Standing, TreeIndex } from './places-in-tree.ts'
import type { DocumentNames } from './reference-documents.ts'

/** Whether a pointer names a level from which its place can be found without the place that says so. */
export function namesTop({ annex, part, chapter, section, article }: Pointer): boolean {
  return Boolean(annex ?? part ?? chapter ?? section ?? article)
}

/** The levels of a host above those that a pointer names. */
export function levelsAbove(host: Pointer, pointer: Pointer): Pointer {
  const top = LEVELS.findIndex((level) => pointer[level] !== undefined)
  const upper = LEVELS.slice(0, top < 0 ? LEVELS.length : top)
  return Object.fromEntries(upper.flatMap((level) => (host[level] ? [[level, host[level]]] : [])))
}

interface Around {
  readonly standing: Standing
  /** The place named before in the same sentence. */
  readonly host: Pointer | null
  /** The list called by its words right before: 申请条件的第三项. */
  readonly named: Pointer | null
  /** The place named by the words that the list hangs on. */
  readonly lead: () => Pointer | null
  /** The place named last by an earlier paragraph of the same article. */
  readonly earlier: () => Pointer | null
}

/**
 * The places that the pointers of a pinpoint may mean, likeliest first. 第二款 and 第（一）项 alone count inside a place in a row with them
 * (违反第四十二条第一项的…；违反第三项的…), inside their own article, or inside the one their list speaks of.
 */
export function candidates(pointers: readonly Pointer[], around: Around): readonly (readonly Pointer[])[] {
  const [first] = pointers
  const { host, named } = around
  if (first === undefined) return []
  if (namesTop(first)) return [pointers]
  const own = () => pointers.map((pointer) => (namesTop(pointer) ? pointer : insideOwn(pointer, around.standing)))
  if (isRelative(first)) return [own()]
  const inside = (place: Pointer | null) =>
    place === null
      ? []
      : [pointers.map((pointer) => (namesTop(pointer) ? pointer : { ...levelsAbove(place, pointer), ...pointer }))]
  const inLead = around.standing.item !== null ? inside(around.lead()) : []
  const parallel = host !== null && innermost(first, host)
  if (named !== null) return inside(named)
  const rest = parallel ? [...inside(host), own(), ...inLead] : [...inLead, own(), ...inside(host)]
  return [...rest, ...(first.item === undefined ? [] : inside(around.earlier()))]
}

/** Whether the host names the same level: 第一款…第二款, 第一项…第三项. */
function innermost(pointer: Pointer, host: Pointer): boolean {
  const level = pointer.paragraph ? 'paragraph' : pointer.item ? 'item' : 'subitem'
  return host[level] !== undefined
}

function isRelative(pointer: Pointer): boolean {
  return Object.values(pointer).some((ordinal) => 'back' in ordinal)
}

/**
 * The places that 同条第二款, 该款 or 各该款 name again: the last of those named before, or each of them, down to that level.
 * @example namedAgain(pinpoint, [{ article: { number: 8 }, item: { number: 2 } }]) // 该条第三款: [{ article: 8, paragraph: 3 }]
 */
export function namedAgain({ pointers, again }: Pinpoint, before: readonly Pointer[]): readonly Pointer[] {
  const level = LEVELS.find((name) => pointers.some((pointer) => isBack(pointer[name])))
  if (level === undefined) return []
  const down = (place: Pointer) => ({
    ...levelsAbove(place, { [level]: { back: 0 } }),
    [level]: place[level] ?? { back: 0 },
  })
  const places = (again === 'each' ? before : before.slice(-1)).map(down)
  const below = pointers.map((pointer) =>
    Object.fromEntries(Object.entries(pointer).filter(([, ordinal]) => !isBack(ordinal))),
  )
  return places.flatMap((place) => below.map((levels: Pointer) => ({ ...place, ...levels })))
}

function isBack(ordinal: Ordinal | undefined): boolean {
  return ordinal !== undefined && 'back' in ordinal
}

function insideOwn(pointer: Pointer, { article, paragraph }: Standing): Pointer {
  const here: Ordinal = { back: 0 }
  const relativeItem = pointer.item !== undefined && 'back' in pointer.item
  const inParagraph = pointer.paragraph === undefined && paragraph !== null && relativeItem
  return { ...(article === null ? {} : { article: here }), ...(inParagraph ? { paragraph: here } : {}), ...pointer }
}

/** The last article that the words before a list name: 违反第十条规定的，按照下列规定处罚：（一）违反第一项的…. */
export function leadHost(provision: string | null, tree: TreeIndex, names: DocumentNames): Pointer | null {
  for (const lead of tree.leads(provision)) {
    const last = findPinpoints(lead, names.bare).findLast(({ pointers }) => pointers.some(namesTop))
    if (last === undefined) continue
    return last.document === null || last.document.kind === 'own' ? (last.pointers.at(-1) ?? null) : null
  }
  return null
}

/** 孕期禁忌从事的劳动范围的第一项: the list whose lead ends with these words. */
export function listBefore(text: string, { start, pointers }: Pinpoint, tree: TreeIndex): Pointer | null {
  const [pointer] = pointers
  if (pointer?.item === undefined || namesTop(pointer) || pointer.paragraph) return null
  const words = LIST_WORDS.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  return words === undefined ? null : tree.listCalled(words)
}

const LIST_WORDS = /([\u4e00-\u9fff]{2,20}(?:范围|情形|条件|材料|行为|事项|内容|标准|职责|程序))的?$/

/** The place that the paragraphs of an article named last: 违反第六十六条第二项…，next line 违反第四项…. */
export interface EarlierPlaces {
  note(standing: Standing, pointers: readonly Pointer[]): void
  last(standing: Standing): Pointer | null
}

/** A memory of such places, to be asked in text order. */
export function earlierPlaces(): EarlierPlaces {
  let article: string | undefined
  let place: Pointer | null = null
  return {
    note(standing, pointers) {
      const named = pointers.findLast((pointer) => pointer.article && 'number' in pointer.article)
      if (named === undefined) return
      article = standing.article?.id
      place = named
    },
    last: (standing) => (article !== undefined && article === standing.article?.id ? place : null),
  }
}
