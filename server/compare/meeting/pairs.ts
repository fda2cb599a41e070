import type { Matter } from './matter.ts'
import { resemblance } from './resemblance.ts'
import { sameness } from './vector.ts'

/** Two matters, by their places in the lists of their texts, and how much they resemble each other. */
export interface Pair {
  readonly left: number
  readonly right: number
  readonly likeness: number
}

/** A list of matters with an index by their rarest features. */
export interface Shelf {
  readonly matters: readonly Matter[]
  readonly telling: readonly Int32Array[]
  readonly holders: ReadonlyMap<number, readonly number[]>
}

export function shelfOf(matters: readonly Matter[]): Shelf {
  const telling = matters.map(({ words }) => tellingFeatures(words))
  const holders = new Map<number, number[]>()
  telling.forEach((features, at) => {
    for (const feature of features) {
      const known = holders.get(feature)
      if (known) known.push(at)
      else holders.set(feature, [at])
    }
  })
  return { matters, telling, holders }
}

const FEWEST_TELLING = 16
const TELLING_SHARE = 0.35

/** The features that weigh most: two matters that share none of them are not the same. */
function tellingFeatures({ features, weights }: Matter['words']): Int32Array {
  const order = Array.from(features.keys()).sort((one, two) => (weights[two] ?? 0) - (weights[one] ?? 0))
  const most = Math.max(FEWEST_TELLING, Math.ceil(order.length * TELLING_SHARE))
  return Int32Array.from(order.slice(0, most), (at) => features[at] ?? 0)
}

/** From here on two matters may be one. */
export const LEAST_LIKE = 0.2
const LEAST_SHARED = 2
const SHARED_PART = 0.08

/** Long statements share a few features by chance. */
function leastShared(one: Int32Array, two: Int32Array = one): number {
  return Math.max(LEAST_SHARED, Math.ceil(SHARED_PART * Math.min(one.length, two.length)))
}

/**
 * Every two matters of two texts that may be one; which text comes first does not matter. Those that have no better
 * partner in the other text gain, those that have lose.
 */
export function pairsOf(one: Shelf, two: Shelf): readonly Pair[] {
  const pairs = candidates(one, two)
  if (one === two) return pairs.filter(({ left, right }) => left < right)
  const [bestOfLeft, bestOfRight] = [new Map<number, number>(), new Map<number, number>()]
  for (const { left, right, likeness } of pairs) {
    bestOfLeft.set(left, Math.max(likeness, bestOfLeft.get(left) ?? 0))
    bestOfRight.set(right, Math.max(likeness, bestOfRight.get(right) ?? 0))
  }
  return pairs.map(({ left, right, likeness }) => {
    const share = likeness / Math.max(bestOfLeft.get(left) ?? 0, bestOfRight.get(right) ?? 0)
    return { left, right, likeness: Math.min(1, likeness * (SECOND + (BEST - SECOND) * share)) }
  })
}

/** What the best partner gains, and what one loses that is far from the best. */
const BEST = 1.1
const SECOND = 0.6

function candidates(one: Shelf, two: Shelf): readonly Pair[] {
  const pairs: Pair[] = []
  one.telling.forEach((features, left) => {
    const shared = new Map<number, number>()
    for (const feature of features)
      for (const right of two.holders.get(feature) ?? []) shared.set(right, (shared.get(right) ?? 0) + 1)
    for (const [right, count] of shared) {
      if (count < leastShared(features, two.telling[right])) continue
      const [here, there] = [one.matters[left], two.matters[right]]
      const likeness = here && there ? likenessOf(here, there) : 0
      if (likeness >= LEAST_LIKE) pairs.push({ left, right, likeness })
    }
  })
  return pairs
}

/** Within one text the words alone tell whether it says a thing twice. */
function likenessOf(one: Matter, two: Matter): number {
  if (one.instrument !== two.instrument) return resemblance(one, two)
  return one.side === two.side ? sameness(one.words, two.words) : 0
}
