import type { AlignedPair, AlignedSide } from '../../model/alignment.ts'
import { candidatesOf, subjectWeights, type Candidate } from './candidates.ts'
import { choose, type Chosen } from './choose.ts'
import { diffWords } from './diff.ts'
import { fairlyNamed } from './fair-names.ts'
import { orderPairs } from './order.ts'
import { lonelyReason, pairReason } from './reasons.ts'
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
  const partners = partnersOf(chosen)
  const lonely = lonelyOf(candidates, partners)
  return orderPairs(
    [
      ...chosen.map((candidate) => pairOf(candidate, left.name)),
      ...ones.filter((one) => !partners.has(one)).map((one) => lonely('OMITTED', one)),
      ...twos.filter((two) => !partners.has(two)).map((two) => lonely('NEW', two)),
    ],
    { left: left.texts, right: right.texts },
  )
}

/** What each provision is paired with, the strongest first. */
function partnersOf(chosen: readonly Chosen[]): ReadonlyMap<Trait, Trait> {
  const partners = new Map<Trait, Trait>()
  for (const { one, two } of chosen.toSorted((a, b) => Number(a.part) - Number(b.part))) {
    if (!partners.has(one)) partners.set(one, two)
    if (!partners.has(two)) partners.set(two, one)
  }
  return partners
}

/** What a provision without a partner comes to: how near the nearest came, and whose that is. */
function lonelyOf(candidates: readonly Candidate[], partners: ReadonlyMap<Trait, Trait>) {
  const [bestLeft, bestRight] = [bestOf(candidates, ({ one }) => one), bestOf(candidates, ({ two }) => two)]
  return (match: 'NEW' | 'OMITTED', trait: Trait): AlignedPair => {
    const best = (match === 'NEW' ? bestRight : bestLeft).get(trait) ?? null
    const near = best === null ? null : match === 'NEW' ? best.one : best.two
    return {
      left: match === 'NEW' ? null : trait.source.id,
      right: match === 'NEW' ? trait.source.id : null,
      match,
      score: rounded(1 - (best?.score ?? 0)),
      reason: lonelyReason(near && best && { near, shared: best.shared, partner: partners.get(near) ?? null }),
      part: false,
      passage: null,
    }
  }
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
  const isVerbatim = saysTheSame(chosen)
  return {
    left: one.source.id,
    right: two.source.id,
    match: isVerbatim ? 'VERBATIM' : 'ADAPTED',
    score: isVerbatim ? 1 : Math.min(ADAPTED, rounded(passage === null ? score : Math.max(score, passage.alike))),
    reason: pairReason(chosen, { isVerbatim, name }),
    part,
    passage: part && passage !== null ? { left: passage.left, right: passage.right } : null,
  }
}

/** Something differs: it is not certain. */
const ADAPTED = 0.99
/** Below this share of common wording no two provisions can say the same under other short names. */
const NEARLY = 0.5
/** 以下简称创新中心, in brackets: a name that is given, not a rule. */
const NAMING = /^[（(](?:以下|下同|统称|简称)[^（()）]{0,40}[）)]$/u

/** Word for word, but for what the word difference ignores and for names that are given in brackets. */
function saysTheSame({ one, two, shared }: Chosen): boolean {
  if (shared < NEARLY) return false
  const names = { left: one.ownNames, right: two.ownNames }
  return diffWords(one.source.text, two.source.text, names).every(({ op, text }) => op === 'equal' || NAMING.test(text))
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
