import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Proof } from './implication-rules.ts'
import { measureInWords } from './measure.ts'
import type { Requirement } from './requirement.ts'

interface Rate {
  readonly isMinimum: boolean
  readonly isStrict: boolean
  readonly amount: number
  readonly months: number
}

const RULE: Sentence = { zh: '长期间含整数个短期间', en: 'a longer period holds whole shorter ones' }

/**
 * At least a in every period gives a times the whole periods in a longer one; at most a in every period is at most a in a
 * shorter one, and a times the periods that a longer one touches. 每季度至少1次 gives 每年至少4次, not the reverse.
 */
export function proofByRate(given: Requirement, required: Requirement): Proof | null {
  if (given.measure.unit !== required.measure.unit || given.measure.window !== required.measure.window) return null
  const [premise, conclusion] = [rateOf(given), rateOf(required)]
  if (!premise || !conclusion || premise.months === conclusion.months || !implies(premise, conclusion)) return null
  return {
    rule: RULE,
    given: inFull(given),
    result: inFull(required),
    isRefuted: !implies(conclusion, premise),
  }
}

const COUNTED = new Set(['CNY', 'item', 'time', 'article'])
const LETTERS: Readonly<Record<string, number>> = { Y: 12, M: 1 }

/** The amount per period; null for what does not add up, or has no period of whole months. */
function rateOf({ threshold: { comparator, value, unit }, measure: { per, aggregation } }: Requirement): Rate | null {
  const [, count, letter = ''] = /^P(\d+)([YM])$/.exec(per ?? '') ?? []
  const size = LETTERS[letter]
  if (!size || !COUNTED.has(unit) || aggregation === 'mean' || comparator === '=' || comparator === 'between')
    return null
  return {
    isMinimum: comparator.startsWith('>'),
    isStrict: comparator.length === 1,
    amount: value,
    months: Number(count) * size,
  }
}

function implies(premise: Rate, conclusion: Rate): boolean {
  if (premise.isMinimum !== conclusion.isMinimum || premise.isStrict !== conclusion.isStrict) return false
  if (premise.isMinimum) return Math.floor(conclusion.months / premise.months) * premise.amount >= conclusion.amount
  const touched = conclusion.months <= premise.months ? 1 : Math.ceil(conclusion.months / premise.months)
  return touched * premise.amount <= conclusion.amount
}

function inFull(requirement: Requirement): Sentence {
  const [bound, rhythm] = [boundInWords(requirement.threshold), measureInWords(requirement.measure, ['per'])]
  if (requirement.threshold.unit === 'time' && bound.zh.startsWith('每')) return bound
  return { zh: `${rhythm.zh}${bound.zh}`, en: `${bound.en} ${rhythm.en}` }
}
