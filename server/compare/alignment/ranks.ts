import type { Candidate } from './candidates.ts'
import type { Trait } from './traits.ts'

/** The two best candidates of each provision, of either side. */
export type Ranks = ReadonlyMap<Trait, readonly [Candidate, Candidate | null]>

/** `sorted` is best first. */
export function ranksOf(sorted: readonly Candidate[]): Ranks {
  const ranks = new Map<Trait, readonly [Candidate, Candidate | null]>()
  for (const candidate of sorted) {
    for (const trait of [candidate.one, candidate.two]) {
      const known = ranks.get(trait)
      if (known === undefined) ranks.set(trait, [candidate, null])
      else if (known[1] === null) ranks.set(trait, [known[0], candidate])
    }
  }
  return ranks
}

/** What any two provisions of these texts have in common: the median of the second best scores of one side. */
export function chance(ranks: Ranks, ones: readonly Trait[]): number {
  const seconds = ones.map((one) => ranks.get(one)?.[1]?.score ?? 0).sort((a, b) => b - a)
  return seconds[Math.floor(seconds.length / 2)] ?? 0
}

/** Each is the best for the other, and the next best is far behind on both sides. */
const MARGIN = 1.3

export function isMutual(candidate: Candidate, ranks: Ranks): boolean {
  return [candidate.one, candidate.two].every((trait) => {
    const [best, next] = ranks.get(trait) ?? []
    return best === candidate && candidate.score >= MARGIN * (next?.score ?? 0)
  })
}
