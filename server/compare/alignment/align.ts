import type { AlignedPair, AlignedSide } from '../../model/alignment.ts'
import { candidatesOf, isSame, subjectWeights, type Candidate } from './candidates.ts'
import { choose, type Chosen } from './choose.ts'
import { fairlyNamed } from './fair-names.ts'
import { orderPairs } from './order.ts'
import { newReason, omittedReason, pairReason } from './reasons.ts'
import { weigh, weightOf } from './shingles.ts'
import { traitsOf, type Trait } from './traits.ts'

/**
 * Which provision of the right document answers which of the left, by common wording, headings, subjects and, as a hint,
 * order. A provision that several answer, or that answers several, stands in several pairs: the strongest first, the
 * others marked `part`. Pairs come in the order of the left text, new ones where they stand in the right.
 * 1,260 × 1,260 articles take about two seconds.
 */
export function alignProvisions(left: AlignedSide, right: AlignedSide): readonly AlignedPair[] {
  const [ones, twos] = fairlyNamed(left, right).map(traitsOf) as [readonly Trait[], readonly Trait[]]
  const both = [...ones, ...twos]
  const runs = weigh(both.map(({ shingled }) => shingled))
  for (const { lead } of both) lead.weight = weightOf(lead.runs, runs)
  const candidates = candidatesOf(ones, twos, { runs, subjects: subjectWeights(both) })
  const chosen = choose(candidates, { ones, twos, runs })
  const taken = new Set(chosen.flatMap(({ one, two }) => [one, two]))
  const [bestLeft, bestRight] = [bestOf(candidates, ({ one }) => one), bestOf(candidates, ({ two }) => two)]
  const pairs = chosen.map((candidate) => pairOf(candidate, left.name))
  const omitted = ones
    .filter((one) => !taken.has(one))
    .map((one) => lonely('OMITTED', { left: one.source.id, right: null, best: bestLeft.get(one) ?? null }))
  const added = twos
    .filter((two) => !taken.has(two))
    .map((two) => lonely('NEW', { left: null, right: two.source.id, best: bestRight.get(two) ?? null }))
  return orderPairs([...pairs, ...omitted, ...added], { left: left.texts, right: right.texts })
}

function bestOf(
  candidates: readonly Candidate[],
  side: (candidate: Candidate) => Trait,
): ReadonlyMap<Trait, Candidate> {
  const best = new Map<Trait, Candidate>()
  for (const candidate of candidates) {
    const trait = side(candidate)
    if ((best.get(trait)?.score ?? 0) < candidate.score) best.set(trait, candidate)
  }
  return best
}

function pairOf(chosen: Chosen, name: AlignedSide['name']): AlignedPair {
  const { one, two, score, part, passage } = chosen
  const isVerbatim = isSame(one.shingled.bare, two.shingled.bare)
  return {
    left: one.source.id,
    right: two.source.id,
    match: isVerbatim ? 'VERBATIM' : 'ADAPTED',
    score: rounded(passage === null ? score : Math.max(score, passage.alike)),
    reason: pairReason(chosen, { isVerbatim, name }),
    part,
  }
}

interface Lonely {
  readonly left: string | null
  readonly right: string | null
  readonly best: Candidate | null
}

function lonely(match: 'NEW' | 'OMITTED', { left, right, best }: Lonely): AlignedPair {
  const reason = match === 'NEW' ? newReason(best) : omittedReason(best)
  return { left, right, match, score: rounded(1 - (best?.score ?? 0)), reason, part: false }
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
