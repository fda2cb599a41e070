import { sharedWeight } from './shingles.ts'
import type { Trait } from './traits.ts'

/** Two provisions that may be partners, with what speaks for it, each 0 to 1. */
export interface Candidate {
  readonly one: Trait
  readonly two: Trait
  /** Weighted share of common wording of both together, and of the shorter alone. */
  readonly shared: number
  readonly contained: number
  /** Share of common wording of what they open with. */
  readonly lead: number
  /** Share of common subjects; a subject that most provisions have counts for nothing. */
  readonly subject: number
  readonly headed: number
  readonly score: number
}

export interface Weights {
  /** Of the runs of two characters, and of the keys of subjects. */
  readonly runs: ReadonlyMap<number, number>
  readonly subjects: ReadonlyMap<string, number>
}

/** So many candidates of one provision are looked at more closely: enough for all but a law of a thousand like articles. */
const MOST = 48

/** Every pair that shares wording worth looking at; runs that most provisions have find no partner by themselves. */
export function candidatesOf(ones: readonly Trait[], twos: readonly Trait[], weights: Weights): readonly Candidate[] {
  const holders = holdersOf(twos)
  const shared = new Float64Array(twos.length)
  return ones.flatMap((one) => {
    shared.fill(0)
    for (const run of one.shingled.runs) {
      const weight = weights.runs.get(run) ?? 0
      for (const index of holders.get(run) ?? []) shared[index] = (shared[index] ?? 0) + weight
    }
    return nearest(one, twos, shared).flatMap(({ two, weight }) => {
      const candidate = candidateOf(one, two, { weight, weights })
      return candidate.score >= CANDIDATE ? [candidate] : []
    })
  })
}

/** Those that may reach the least score, and of very many the ones with the most wording in common. */
function nearest(one: Trait, twos: readonly Trait[], shared: Float64Array) {
  const reaching = twos.flatMap((two, index) => {
    const weight = shared[index] ?? 0
    const wording = wordingOf(one, two, weight)
    return mayReach(wording, weight) ? [{ two, weight, wording }] : []
  })
  return reaching.length <= MOST ? reaching : reaching.sort((a, b) => b.wording - a.wording).slice(0, MOST)
}

/** Subjects that few provisions speak of weigh up to 1, one that all speak of weighs nothing. */
export function subjectWeights(traits: readonly Trait[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { subjects } of traits) for (const key of subjects) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.log(Math.max(2, traits.length / 2))
  const weightOf = (count: number): number => Math.min(1, Math.log(traits.length / count) / most)
  return new Map([...counts].map(([key, count]) => [key, Math.max(0, weightOf(count))]))
}

function holdersOf(traits: readonly Trait[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>()
  for (const [index, { shingled }] of traits.entries()) {
    for (const run of shingled.runs) {
      const held = holders.get(run)
      if (held === undefined) holders.set(run, [index])
      else held.push(index)
    }
  }
  return holders
}

const WEIGHTS = { shared: 0.45, contained: 0.15, lead: 0.2, subject: 0.1, headed: 0.05, order: 0.05 }
const CANDIDATE = 0.12

/** What common wording alone adds to the score. */
function wordingOf(one: Trait, two: Trait, weight: number): number {
  const [left, right] = [one.shingled.weight, two.shingled.weight]
  const shared = (WEIGHTS.shared * 2 * weight) / Math.max(1e-9, left + right)
  return shared + (WEIGHTS.contained * weight) / Math.max(1e-9, Math.min(left, right))
}

/** With the best of everything that is costly to count. */
function mayReach(wording: number, weight: number): boolean {
  return weight > 0 && wording + WEIGHTS.lead + WEIGHTS.subject + WEIGHTS.headed + WEIGHTS.order >= CANDIDATE
}

interface Shared {
  readonly weight: number
  readonly weights: Weights
}

function candidateOf(one: Trait, two: Trait, { weight, weights }: Shared): Candidate {
  const [left, right] = [one.shingled.weight, two.shingled.weight]
  const shared = left + right === 0 ? 0 : (2 * weight) / (left + right)
  const contained = Math.min(left, right) === 0 ? 0 : weight / Math.min(left, right)
  const lead =
    (2 * sharedWeight(one.lead.runs, two.lead.runs, weights.runs)) / Math.max(1e-9, one.lead.weight + two.lead.weight)
  const subject = overlap(one.subjects, two.subjects, weights.subjects)
  const headed = isSame(one.heading, two.heading) ? 1 : isSame(one.under, two.under) ? 0.5 : 0
  const order = 1 - Math.abs(one.at - two.at)
  const score =
    WEIGHTS.shared * shared +
    WEIGHTS.contained * contained +
    WEIGHTS.lead * lead +
    WEIGHTS.subject * subject +
    WEIGHTS.headed * headed +
    WEIGHTS.order * order
  return { one, two, shared, contained, lead, subject, headed, score: shared > 1 - 1e-9 ? 1 : score }
}

export function isSame(one: string, two: string): boolean {
  return one !== '' && one === two
}

function overlap(one: ReadonlySet<string>, two: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0]
  for (const key of one) {
    const weight = weights.get(key) ?? 0
    all += weight
    if (two.has(key)) common += weight
  }
  for (const key of two) if (!one.has(key)) all += weights.get(key) ?? 0
  return common / Math.max(1, all)
}
