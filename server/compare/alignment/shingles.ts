import { bare } from '../likeness.ts'

/** What a text is recognised by: its distinct two-character runs, sorted, each with its weight in the two documents. */
export interface Shingled {
  readonly bare: string
  readonly runs: Int32Array
  /** Sum of the runs' weights. */
  weight: number
}

/** The distinct runs of two characters of a text, without width, spaces, punctuation and the document's own names. */
export function shingle(text: string, ownNames: readonly string[]): Shingled {
  const plain = bare(text, ownNames)
  const all = new Int32Array(Math.max(0, plain.length - 1))
  for (let at = 0; at < all.length; at += 1) all[at] = (plain.charCodeAt(at) << 16) | plain.charCodeAt(at + 1)
  all.sort()
  return { bare: plain, runs: all.filter((run, at) => at === 0 || run !== all[at - 1]), weight: 0 }
}

/**
 * Weight of each run: the rarer in both documents together, the more it says (inverse document frequency, squared so that
 * phrases that every article has count for little).
 */
export function weigh(texts: readonly Shingled[]): ReadonlyMap<number, number> {
  const frequency = new Map<number, number>()
  for (const { runs } of texts) for (const run of runs) frequency.set(run, (frequency.get(run) ?? 0) + 1)
  const weights = new Map<number, number>()
  for (const [run, count] of frequency) weights.set(run, Math.log(1 + texts.length / count))
  for (const text of texts) text.weight = weightOf(text.runs, weights)
  return weights
}

/** Sum of the runs' weights. */
export function weightOf(runs: Int32Array, weights: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const run of runs) sum += weights.get(run) ?? 0
  return sum
}

/** Sum of the weights of what both have; both sorted. */
export function sharedWeight(one: Int32Array, two: Int32Array, weights: ReadonlyMap<number, number>): number {
  let [sum, left, right] = [0, 0, 0]
  while (left < one.length && right < two.length) {
    const [a = 0, b = 0] = [one[left], two[right]]
    if (a === b) sum += weights.get(a) ?? 0
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  return sum
}
