import { LEVELS, type Ordinal, type Pinpoint, type Pointer } from '../grammar/pinpoints.ts'
import type { Standing } from './places-in-tree.ts'

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
}

/**
 * The places that a pinpoint may mean, likeliest first. 第二款 and 第（一）项 alone count inside a place in a row with them
 * (违反第四十二条第一项的…；违反第三项的…), inside their own article, or inside the one their list speaks of.
 */
export function candidates(pinpoint: Pinpoint, around: Around): readonly (readonly Pointer[])[] {
  const { pointers, hosted } = pinpoint
  const [first] = pointers
  const { host, named } = around
  if (first === undefined) return []
  if (hosted) return host === null ? [] : [pointers.map((pointer) => insideHost(host, pointer))]
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
  return parallel ? [...inside(host), own(), ...inLead] : [...inLead, own(), ...inside(host)]
}

/** Whether the host names the same level: 第一款…第二款, 第一项…第三项. */
function innermost(pointer: Pointer, host: Pointer): boolean {
  const level = pointer.paragraph ? 'paragraph' : pointer.item ? 'item' : 'subitem'
  return host[level] !== undefined
}

function isRelative(pointer: Pointer): boolean {
  return Object.values(pointer).some((ordinal) => 'back' in ordinal)
}

/** 同条第二款: the article of the host with the levels below. */
function insideHost(host: Pointer, { article: _article, ...pointer }: Pointer): Pointer {
  return { ...levelsAbove(host, pointer), ...pointer }
}

function insideOwn(pointer: Pointer, { article, paragraph }: Standing): Pointer {
  const here: Ordinal = { back: 0 }
  const relativeItem = pointer.item !== undefined && 'back' in pointer.item
  const inParagraph = pointer.paragraph === undefined && paragraph !== null && relativeItem
  return { ...(article === null ? {} : { article: here }), ...(inParagraph ? { paragraph: here } : {}), ...pointer }
}
