import type { Matter } from './matter.ts'
import { sameness } from './vector.ts'

/** How much two matters are the same, 0 to 1: by their words first, then by what they ask, of whom, and where. */
export function resemblance(one: Matter, two: Matter): number {
  if (one.side !== two.side) return 0
  const words = sameness(one.words, two.words)
  if (words < LEAST_WORDS) return 0
  const where = WHERE * sameness(one.surroundings, two.surroundings)
  return ((1 - WHERE) * words + where) * kindFit(one, two) * turnFit(one, two) * subjectFit(one, two)
}

const LEAST_WORDS = 0.12
/** Share of the article around in the whole. */
const WHERE = 0.12

/**
 * Amounts of one kind, which tell more where the kind is seldom (a length) than where it is common (a period); or amounts
 * here and words there. Amounts of other kinds are seldom the same matter.
 */
function kindFit({ side, units }: Matter, other: Matter): number {
  if (side === 'penalty') return PENALTY
  if (units.length === 0 && other.units.length === 0) return WORDS_ALONE
  if (units.length === 0 || other.units.length === 0) return WORDS_HERE
  const shared = units.filter((unit) => other.units.includes(unit))
  if (shared.length === 0) return OTHER_KIND
  return shared.some((unit) => unit !== 'time') ? SELDOM_KIND : SAME_KIND
}

/** Penalties share more formulas than what they are for. */
const PENALTY = 0.95
const WORDS_ALONE = 0.9
const WORDS_HERE = 0.92
const OTHER_KIND = 0.5
const SAME_KIND = 1.18
const SELDOM_KIND = 1.32

/** What one forbids and the other asks for. */
function turnFit(one: Matter, two: Matter): number {
  return one.forbids === two.forbids ? 1 : 0.9
}

function subjectFit({ subject: one }: Matter, { subject: two }: Matter): number {
  if (one === '' || two === '') return 1
  return [...one].some((character, at) => two.includes(character + (one[at + 1] ?? '\n'))) ? 1.04 : 0.9
}
