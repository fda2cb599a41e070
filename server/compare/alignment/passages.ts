import { sharedWeight, shingle, weightOf, type Shingled } from './shingles.ts'
import type { Trait } from './traits.ts'

/** One sentence, or one item of a list, that moved to another provision than the rest of its own. */
export interface MovedPassage {
  readonly one: Trait
  readonly two: Trait
  /** As the left text writes it, and as the right one does. */
  readonly left: string
  readonly right: string
  /** Share of common wording, 0 to 1. */
  readonly alike: number
  /** Weight of the sentence that is the shorter. */
  readonly weight: number
}

interface Passage {
  readonly of: Trait
  readonly text: string
  readonly shingled: Shingled
}

export interface Settled {
  /** The partner of each provision that has one by itself. */
  readonly partner: ReadonlyMap<Trait, Trait>
  readonly runs: ReadonlyMap<number, number>
}

/**
 * Sentences of both sides that their provision's own partner does not hold and that answer each other: each the best for
 * the other, by a margin, so that phrases which every provision has find nothing. The most alike first.
 */
export function movedPassages(
  ones: readonly Trait[],
  twos: readonly Trait[],
  settled: Settled,
): readonly MovedPassage[] {
  const lefts = ones.flatMap((trait) => looseOf(trait, settled))
  const rights = twos.flatMap((trait) => looseOf(trait, settled))
  const [bestRight, bestLeft] = [lefts.map(noBest), rights.map(noBest)]
  const index = indexOf(rights)
  const shared = new Float64Array(rights.length)
  for (const [left, passage] of lefts.entries()) {
    for (const right of touched(passage, { index, shared, runs: settled.runs })) {
      const alike = alikeOf(passage, rights[right], shared[right] ?? 0)
      shared[right] = 0
      if (alike * MARGIN < ALIKE) continue
      bestRight[left] = better(bestRight[left], { at: right, of: rights[right]?.of, alike })
      bestLeft[right] = better(bestLeft[right], { at: left, of: passage.of, alike })
    }
  }
  return lefts
    .flatMap((passage, left) => {
      const [there, back] = [bestRight[left], bestLeft[bestRight[left]?.at ?? -1]]
      const other = rights[there?.at ?? -1]
      if (
        !there ||
        !back ||
        !other ||
        back.at !== left ||
        !isClear(there, passage.shingled) ||
        !isClear(back, other.shingled)
      )
        return []
      return [
        {
          one: passage.of,
          two: other.of,
          left: passage.text,
          right: other.text,
          alike: there.alike,
          weight: Math.min(passage.shingled.weight, other.shingled.weight),
        },
      ]
    })
    .sort((a, b) => b.alike - a.alike)
}

const SENTENCE = /[^。；;\n]+/g
/** Shorter ones are phrases. */
const SHORTEST = 8
/** From this share of it in the partner, a sentence is answered there. */
const ANSWERED = 0.55

function looseOf(trait: Trait, { partner, runs }: Settled): readonly Passage[] {
  const held = partner.get(trait)
  return [...trait.source.text.matchAll(SENTENCE)].flatMap(([words]) => {
    const shingled = shingle(words, trait.ownNames)
    if (shingled.bare.length < SHORTEST) return []
    shingled.weight = weightOf(shingled.runs, runs)
    const answered = held ? sharedWeight(shingled.runs, held.shingled.runs, runs) / shingled.weight : 0
    return answered >= ANSWERED ? [] : [{ of: trait, text: words.trim(), shingled }]
  })
}

function indexOf(passages: readonly Passage[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>()
  for (const [at, { shingled }] of passages.entries()) {
    for (const run of shingled.runs) {
      const held = index.get(run)
      if (held === undefined) index.set(run, [at])
      else held.push(at)
    }
  }
  return index
}

interface Counting {
  readonly index: ReadonlyMap<number, readonly number[]>
  /** Weight that each passage of the right side shares; the reader of a place sets it back to nothing. */
  readonly shared: Float64Array
  readonly runs: ReadonlyMap<number, number>
}

function touched({ shingled }: Passage, { index, shared, runs }: Counting): ReadonlySet<number> {
  const places = new Set<number>()
  for (const run of shingled.runs) {
    const weight = runs.get(run) ?? 0
    for (const at of index.get(run) ?? []) {
      shared[at] = (shared[at] ?? 0) + weight
      places.add(at)
    }
  }
  return places
}

/** A sentence that stands within a longer one counts for somewhat less than one that stands alone. */
const WITHIN = 0.75

function alikeOf({ shingled: one }: Passage, other: Passage | undefined, weight: number): number {
  if (other === undefined) return 0
  const two = other.shingled
  return Math.max((2 * weight) / (one.weight + two.weight), (WITHIN * weight) / Math.min(one.weight, two.weight))
}

interface Best {
  readonly at: number
  readonly of: Trait | undefined
  readonly alike: number
  /** The best in any other provision. */
  readonly next: number
}

function noBest(): Best {
  return { at: -1, of: undefined, alike: 0, next: 0 }
}

function better(best: Best | undefined, found: Omit<Best, 'next'>): Best {
  if (best === undefined || best.alike === 0) return { ...found, next: 0 }
  if (found.alike <= best.alike) {
    return found.of === best.of || found.alike <= best.next ? best : { ...best, next: found.alike }
  }
  return { ...found, next: found.of === best.of ? best.next : best.alike }
}

const ALIKE = 0.5
const MARGIN = 1.1

/** Of a short sentence more must be alike. */
const CHARACTERS = 8

function isClear({ alike, next }: Best, { bare: words }: Shingled): boolean {
  return alike >= ALIKE && alike * words.length >= CHARACTERS && alike >= next * MARGIN
}
