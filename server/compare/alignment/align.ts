import type { AlignedPair, AlignedSide, AlignedText } from '../../model/alignment.ts'
import { bare } from '../likeness.ts'
import { orderPairs } from './order.ts'
import { newReason, omittedReason, pairReason } from './reasons.ts'
import { sharedWeight, shingle, weigh, weightOf, type Shingled } from './shingles.ts'

/**
 * Which provision of the right document answers which of the left, by common wording, headings, subjects and, as a hint,
 * order. A provision that several answer, or that answers several, stands in several pairs: the strongest first, the
 * others marked `part`. Pairs come in the order of the left text, new ones where they stand in the right.
 * 1,260 × 1,260 articles take about a second.
 */
export function alignProvisions(left: AlignedSide, right: AlignedSide): readonly AlignedPair[] {
  const [ones, twos] = [readSide(left), readSide(right)]
  const weights = weigh([...ones, ...twos].map(({ shingled }) => shingled))
  for (const { lead } of [...ones, ...twos]) lead.weight = weightOf(lead.runs, weights)
  const candidates = candidatesOf(ones, twos, weights)
  const chosen = choose(candidates)
  const [bestLeft, bestRight] = [bestOf(candidates, ({ one }) => one), bestOf(candidates, ({ two }) => two)]
  const pairs = chosen.map((candidate) => pairOf(candidate, left.name))
  const [leftTaken, rightTaken] = [
    new Set(chosen.map(({ one }) => one.source.id)),
    new Set(chosen.map(({ two }) => two.source.id)),
  ]
  const omitted = left.texts
    .filter(({ id }) => !leftTaken.has(id))
    .map(({ id }) => lonely('OMITTED', { left: id, right: null, best: bestLeft.get(id) ?? null }))
  const added = right.texts
    .filter(({ id }) => !rightTaken.has(id))
    .map(({ id }) => lonely('NEW', { left: null, right: id, best: bestRight.get(id) ?? null }))
  return orderPairs([...pairs, ...omitted, ...added], { left: left.texts, right: right.texts })
}

/** A provision, prepared. */
export interface Trait {
  readonly source: AlignedText
  /** Place in its document, 0 to 1. */
  readonly at: number
  readonly shingled: Shingled
  readonly heading: string
  readonly under: string
  /** What it opens with: 申请领域类中心应具备下列条件. */
  readonly lead: Shingled
  readonly subjects: ReadonlySet<string>
}

export interface Candidate {
  readonly one: Trait
  readonly two: Trait
  /** Weighted share of common wording of both together, and of the shorter alone. */
  readonly shared: number
  readonly contained: number
  /** Share of common wording of what they open with. */
  readonly lead: number
  readonly subject: number
  readonly headed: number
  readonly score: number
}

function readSide({ texts, ownNames }: AlignedSide): readonly Trait[] {
  return texts.map((source, index) => ({
    source,
    at: texts.length < 2 ? 0 : index / (texts.length - 1),
    shingled: shingle(source.text, ownNames),
    heading: bare(source.heading ?? '', ownNames),
    under: bare(source.under ?? '', ownNames),
    lead: shingle(leadOf(source), ownNames),
    subjects: new Set(source.subjects),
  }))
}

/** The words that lead into a list, else the first clause, with the second where the first is short. */
const LIST_LEAD = /^[^。；：:;\n]{4,80}(?=[：:])/
const FIRST_CLAUSE = /^[^。；：:;，,\n]{0,80}(?:(?<=^.{0,7})，[^。；：:;，,\n]{0,40})?/

function leadOf({ text }: AlignedText): string {
  return (LIST_LEAD.exec(text) ?? FIRST_CLAUSE.exec(text))?.[0] ?? ''
}

/** Every pair that shares wording worth looking at; runs that most provisions have find no partner by themselves. */
function candidatesOf(
  ones: readonly Trait[],
  twos: readonly Trait[],
  weights: ReadonlyMap<number, number>,
): readonly Candidate[] {
  const holders = holdersOf(twos)
  const shared = new Float64Array(twos.length)
  return ones.flatMap((one) => {
    shared.fill(0)
    for (const run of one.shingled.runs) {
      const weight = weights.get(run) ?? 0
      for (const index of holders.get(run) ?? []) shared[index] = (shared[index] ?? 0) + weight
    }
    return twos.flatMap((two, index) => {
      if (shared[index] === 0 && overlap(one.subjects, two.subjects) === 0) return []
      const candidate = candidateOf(one, two, { weight: shared[index] ?? 0, weights })
      return candidate.score >= CANDIDATE ? [candidate] : []
    })
  })
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

interface Shared {
  readonly weight: number
  readonly weights: ReadonlyMap<number, number>
}

function candidateOf(one: Trait, two: Trait, { weight, weights }: Shared): Candidate {
  const [left, right] = [one.shingled.weight, two.shingled.weight]
  const shared = left + right === 0 ? 0 : (2 * weight) / (left + right)
  const contained = Math.min(left, right) === 0 ? 0 : weight / Math.min(left, right)
  const lead =
    (2 * sharedWeight(one.lead.runs, two.lead.runs, weights)) / Math.max(1e-9, one.lead.weight + two.lead.weight)
  const subject = overlap(one.subjects, two.subjects)
  const headed = isSame(one.heading, two.heading) ? 1 : isSame(one.under, two.under) ? 0.5 : 0
  const order = 1 - Math.abs(one.at - two.at)
  const score =
    WEIGHTS.shared * shared +
    WEIGHTS.contained * contained +
    WEIGHTS.lead * lead +
    WEIGHTS.subject * subject +
    WEIGHTS.headed * headed +
    WEIGHTS.order * order
  return { one, two, shared, contained, lead, subject, headed, score: shared === 1 ? 1 : score }
}

function isSame(one: string, two: string): boolean {
  return one !== '' && one === two
}

function overlap(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  if (one.size === 0 || two.size === 0) return 0
  let common = 0
  for (const key of one) if (two.has(key)) common += 1
  return common / (one.size + two.size - common)
}

/**
 * From `PAIR` a pair stands by itself. A provision joins one that is taken already, as a split or a merge, where enough of
 * its words or of its opening stand there.
 */
const PAIR = 0.18
const LINK = 0.3
const LEAD_LINK = 0.5

/** The best pairs first, each side once; then what is left over joins a partner that holds most of it. */
function choose(candidates: readonly Candidate[]): readonly (Candidate & { part: boolean })[] {
  const sorted = [...candidates].sort((a, b) => b.score - a.score)
  const [lefts, rights] = [new Set<Trait>(), new Set<Trait>()]
  const chosen: (Candidate & { part: boolean })[] = []
  for (const candidate of sorted) {
    if (candidate.score < PAIR || lefts.has(candidate.one) || rights.has(candidate.two)) continue
    lefts.add(candidate.one)
    rights.add(candidate.two)
    chosen.push({ ...candidate, part: false })
  }
  for (const candidate of sorted) {
    const [hasLeft, hasRight] = [lefts.has(candidate.one), rights.has(candidate.two)]
    if (hasLeft && hasRight) continue
    if (candidate.score < PAIR || (candidate.contained < LINK && candidate.lead < LEAD_LINK)) continue
    lefts.add(candidate.one)
    rights.add(candidate.two)
    chosen.push({ ...candidate, part: true })
  }
  return chosen
}

function bestOf(
  candidates: readonly Candidate[],
  side: (candidate: Candidate) => Trait,
): ReadonlyMap<string, Candidate> {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const { id } = side(candidate).source
    if ((best.get(id)?.score ?? 0) < candidate.score) best.set(id, candidate)
  }
  return best
}

function pairOf(candidate: Candidate & { part: boolean }, name: AlignedSide['name']): AlignedPair {
  const { one, two, score, part } = candidate
  const isVerbatim = isSame(one.shingled.bare, two.shingled.bare)
  return {
    left: one.source.id,
    right: two.source.id,
    match: isVerbatim ? 'VERBATIM' : 'ADAPTED',
    score: rounded(score),
    reason: pairReason(candidate, { isVerbatim, name }),
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
