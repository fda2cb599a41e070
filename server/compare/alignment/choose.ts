import type { Candidate } from './candidates.ts'
import { chance, isMutual, ranksOf } from './ranks.ts'
import { movedPassages, type MovedPassage } from './passages.ts'
import { sharedWeight, weightOf } from './shingles.ts'
import type { Trait } from './traits.ts'

/** A candidate that became a pair. */
export interface Chosen extends Candidate {
  /** A side of it stands in a stronger pair already. */
  readonly part: boolean
  /** The sentence that made it a pair; null where the whole did. */
  readonly passage: MovedPassage | null
}

export interface Choice {
  readonly ones: readonly Trait[]
  readonly twos: readonly Trait[]
  readonly runs: ReadonlyMap<number, number>
}

/** A pair that stands by itself, whatever else there is. */
const STRONG = 0.3
/** A pair that stands where nothing better was found; more where any two provisions of both texts are that alike. */
const WEAK = 0.18
/** A pair of which nothing else comes near either side. */
const MUTUAL = 0.15
/** What a provision needs to join one that is taken: words that the other partner does not have, or a list that opens alike. */
const LINK = 0.3
const LEAD_LINK = 0.5
/** That much of the shorter of both, at least. */
const HOLDS = 0.15
/** A sentence that is this much of a provision speaks for all of it. */
const MOSTLY = 0.4
/** A provision is no longer alone when a sentence that is this much of it stands elsewhere. */
const MUCH = 0.2
/** A provision whose partner has this much of it asks for no second one by its opening. */
const ANSWERED = 0.6

/**
 * Pairs in five passes: the plain ones, best first and each side once; provisions that are mostly one sentence of another;
 * weaker pairs of what is still alone; what is left joins a taken one that holds for it what the other partner lacks; and
 * last, single sentences that moved.
 */
export function choose(candidates: readonly Candidate[], { ones, twos, runs }: Choice): readonly Chosen[] {
  const sorted = candidates.toSorted((a, b) => b.score - a.score)
  const ranks = ranksOf(sorted)
  const weak = Math.max(WEAK, chance(ranks, ones))
  const isWeak = (candidate: Candidate): boolean =>
    candidate.score >= weak || (candidate.score >= MUTUAL && isMutual(candidate, ranks))
  const known = byLeft(candidates)
  const book = openBook()
  const addPassages = (isWanted: (passage: MovedPassage) => boolean) => {
    for (const passage of movedPassages(ones, twos, { partner: book.partner, runs })) {
      const candidate = known.get(passage.one)?.find(({ two }) => two === passage.two)
      const part = book.has(passage.one) || book.has(passage.two)
      if (candidate && isWanted(passage)) book.add({ ...candidate, part, passage })
    }
  }
  for (const candidate of sorted) if (candidate.score >= STRONG) pairIfFree(candidate, book)
  addPassages(({ one, two, weight }) => weight >= MOSTLY * Math.min(one.shingled.weight, two.shingled.weight))
  for (const candidate of sorted) if (isWeak(candidate)) pairIfFree(candidate, book)
  for (const candidate of sorted) if (candidate.score >= weak && joins(candidate, book, runs)) addPart(candidate, book)
  addPassages(({ one, two, weight }) =>
    [one, two].every((trait) => book.has(trait) || weight >= MUCH * trait.shingled.weight),
  )
  return book.chosen()
}

function byLeft(candidates: readonly Candidate[]): ReadonlyMap<Trait, readonly Candidate[]> {
  const known = new Map<Trait, Candidate[]>()
  for (const candidate of candidates) {
    const some = known.get(candidate.one)
    if (some === undefined) known.set(candidate.one, [candidate])
    else some.push(candidate)
  }
  return known
}

interface Book {
  readonly partner: ReadonlyMap<Trait, Trait>
  has(trait: Trait): boolean
  add(chosen: Chosen): void
  chosen(): readonly Chosen[]
}

/** The pairs so far: each two provisions once, and the partner with which each stands by itself. */
function openBook(): Book {
  const pairs = new Map<string, Chosen>()
  const partner = new Map<Trait, Trait>()
  const taken = new Set<Trait>()
  return {
    partner,
    has: (trait) => taken.has(trait),
    add(chosen) {
      const key = keyOf(chosen.one, chosen.two)
      if (pairs.has(key)) return
      pairs.set(key, chosen)
      for (const trait of [chosen.one, chosen.two]) taken.add(trait)
      if (chosen.part) return
      partner.set(chosen.one, chosen.two)
      partner.set(chosen.two, chosen.one)
    },
    chosen: () => [...pairs.values()],
  }
}

function keyOf(one: Trait, two: Trait): string {
  return `${one.source.id}\n${two.source.id}`
}

function pairIfFree(candidate: Candidate, book: Book): void {
  if (book.has(candidate.one) || book.has(candidate.two)) return
  book.add({ ...candidate, part: false, passage: null })
}

function addPart(candidate: Candidate, book: Book): void {
  book.add({ ...candidate, part: true, passage: null })
}

/** One side is alone, and the other has something for it that its own partner has not. */
function joins({ one, two, lead, ...candidate }: Candidate, book: Book, runs: ReadonlyMap<number, number>): boolean {
  const [hasOne, hasTwo] = [book.has(one), book.has(two)]
  if (hasOne === hasTwo) return false
  const [alone, taken] = hasOne ? [two, one] : [one, two]
  const partner = book.partner.get(taken)
  if (partner === undefined) return candidate.contained >= LINK
  const isAnswered = sharedWeight(taken.shingled.runs, partner.shingled.runs, runs) >= ANSWERED * taken.shingled.weight
  const opensAlike = one.leadsList && two.leadsList && lead >= LEAD_LINK
  return (opensAlike && !isAnswered) || holdsWhatIsLeft(alone, taken, { partner, runs })
}

interface Taken {
  readonly partner: Trait
  readonly runs: ReadonlyMap<number, number>
}

/** Of the words of a provision that is alone, those that the partner lacks stand in the one that is taken. */
function holdsWhatIsLeft({ shingled }: Trait, taken: Trait, { partner, runs }: Taken): boolean {
  const held = new Set(partner.shingled.runs)
  const left = shingled.runs.filter((run) => !held.has(run))
  const weight = sharedWeight(left, taken.shingled.runs, runs)
  return weight >= LINK * weightOf(left, runs) && weight >= HOLDS * Math.min(shingled.weight, taken.shingled.weight)
}
