import type { ComparedInstrument, Sentence } from '../../model/comparison.ts'
import { clustersOf, type Edge } from './clusters.ts'
import { headlineOf, whyOf } from './headline.ts'
import { keyOf } from './key.ts'
import type { Reading } from './matters.ts'
import type { Matter } from './matter.ts'
import type { Pair, Shelf } from './pairs.ts'
import { keptPairs, keptShelf } from './shelves.ts'

/** Matters of several texts that are the same. */
export interface Meeting {
  /** Topic and words of its head: stays the same while they do, whoever else is compared. */
  readonly id: string
  readonly label: Sentence
  readonly topic: string
  readonly matters: readonly Matter[]
  /** Mean likeness of the loosest text to the others; null where only one text speaks. */
  readonly score: number | null
  readonly why: Sentence | null
}

/** From this mean likeness on, matters stand in one row. */
const MEETS = 0.3

/**
 * The matters that the vocabulary has no row for, those that are the same in one meeting each: for each two texts what
 * their matters share, then groups by mean likeness. Every matter is in exactly one; the order of the texts does not
 * matter, and a text that shares nothing with the others changes nothing. `reading` is made of the `vocabulary`.
 */
export function meetingsOf(
  instruments: readonly ComparedInstrument[],
  reading: Reading,
  vocabulary: object,
): readonly Meeting[] {
  const shelves = [...new Map(instruments.map((instrument) => [instrument.id, instrument])).values()]
    .sort((one, two) => (one.id < two.id ? -1 : 1))
    .map((instrument) => keptShelf(instrument, reading, vocabulary))
  const starts = shelves.map((_, at) => shelves.slice(0, at).reduce((sum, { matters }) => sum + matters.length, 0))
  const matters = shelves.flatMap((shelf) => shelf.matters)
  const edges = shelves.flatMap((one, at) =>
    shelves.slice(at).flatMap((two, further) => edgesOf(one, two, [starts[at] ?? 0, starts[at + further] ?? 0])),
  )
  const likeness = likenessOf(edges)
  const groups = clustersOf(
    matters.map(({ instrument }) => instrument),
    edges,
    MEETS,
  )
  const used = new Map<string, number>()
  return groups.map((group) => meetingOf(group, { matters, likeness, used }))
}

function edgesOf(one: Shelf, two: Shelf, [first, second]: readonly [number, number]): readonly Edge[] {
  return keptPairs(one, two).map(({ left, right, likeness }: Pair) => ({
    one: first + left,
    two: second + right,
    likeness,
  }))
}

type Likeness = (one: number, two: number) => number

function likenessOf(edges: readonly Edge[]): Likeness {
  const known = new Map(edges.map(({ one, two, likeness }) => [one * 2 ** 20 + two, likeness]))
  return (one, two) => known.get(Math.min(one, two) * 2 ** 20 + Math.max(one, two)) ?? 0
}

interface Setting {
  readonly matters: readonly Matter[]
  readonly likeness: Likeness
  /** How often an id was given. */
  readonly used: Map<string, number>
}

function meetingOf(group: readonly number[], { matters, likeness, used }: Setting): Meeting {
  const members = [...group].sort((one, two) => one - two)
  const within = members.flatMap((at) => matters[at] ?? [])
  const id = headOf(within)
  const times = (used.get(id) ?? 0) + 1
  used.set(id, times)
  const ties = tiesOf(members, matters, likeness)
  const score = ties === null ? null : Math.min(1, Math.min(...ties.values()))
  const label = headlineOf(within)
  return {
    id: times === 1 ? id : `${id}-${String(times)}`,
    label,
    topic: commonest(within.map(({ topic }) => topic)),
    matters: within,
    score: score === null ? null : Math.round(score * 100) / 100,
    why: score === null ? null : whyOf(within, label, score),
  }
}

/** The head is the same one whoever else is there, unless a newcomer comes before it: the least by the mixed-up key. */
function headOf(matters: readonly Matter[]): string {
  const ranked = matters.map(({ topic, key }) => ({ id: `${topic}/~${key}`, rank: keyOf(key) }))
  return ranked.reduce((best, one) => (one.rank < best.rank ? one : best)).id
}

/** Mean likeness of each text to the others of the group; null where there is but one text. */
function tiesOf(members: readonly number[], matters: readonly Matter[], likeness: Likeness) {
  const texts = [...new Set(members.map((at) => matters[at]?.instrument))]
  if (texts.length < 2) return null
  return new Map(
    texts.map((text) => {
      const own = members.filter((at) => matters[at]?.instrument === text)
      const others = members.filter((at) => matters[at]?.instrument !== text)
      const best = others.map((other) => Math.max(...own.map((at) => likeness(at, other))))
      return [text, best.reduce((sum, one) => sum + one, 0) / best.length] as const
    }),
  )
}

/** The commonest word; of equally common ones the first in the alphabet. */
function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [[best] = ['']] = [...counts].sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1))
  return best
}
