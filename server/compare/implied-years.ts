import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Proof } from './implication-rules.ts'
import { yearsOf } from './measure.ts'
import type { Requirement } from './requirement.ts'

/** A least amount by year: so much in each of some years, or so much in all of them together. */
export interface Yearly {
  readonly requirement: Requirement
  readonly kind: 'each' | 'total'
  readonly years: number
  readonly amount: number
  /** Whether the amount itself does not pass (>). */
  readonly isStrict: boolean
}

/** Money is spent and things come about year by year: what adds up over years and is never negative. */
const ADDS_UP = new Set(['CNY', 'item', 'time', 'article'])

/** The amount by year; null for what does not add up, has no window, or is asked otherwise. */
export function yearlyOf(requirement: Requirement): Yearly | null {
  const { threshold, measure } = requirement
  const years = yearsOf(measure.window)
  const { comparator, value, unit } = threshold
  if ((comparator !== '>=' && comparator !== '>') || value < 0 || !ADDS_UP.has(unit)) return null
  if (years === null || measure.aggregation === null || measure.per === 'term') return null
  const amount = measure.aggregation === 'mean' ? value * years : value
  const kind = measure.aggregation === 'each' ? 'each' : 'total'
  return { requirement, kind, years, amount, isStrict: comparator === '>' }
}

/**
 * Each of n years ≥ a gives at least min(n, m) × a in total over m years; a total over n years stands in any longer period;
 * an average over n years is the n-th part of the total. The bounds are tight, so what does not follow is refuted.
 */
export function proofByYears(given: Requirement, required: Requirement): Proof | null {
  const [premise, conclusion] = [yearlyOf(given), yearlyOf(required)]
  return premise && conclusion && proofBetween(premise, conclusion)
}

/** The same of amounts that were worked out. */
export function proofBetween(premise: Yearly, conclusion: Yearly): Proof | null {
  if (!implies(premise, conclusion)) return null
  return {
    rule: ruleOf(premise, conclusion),
    given: inFull(premise),
    result: reached(premise, conclusion),
    isRefuted: !implies(conclusion, premise),
  }
}

function implies(premise: Yearly, conclusion: Yearly): boolean {
  const guaranteed = conclusion.kind === 'each' ? eachOf(premise, conclusion.years) : totalOf(premise, conclusion.years)
  const isEnough = guaranteed >= conclusion.amount
  return conclusion.isStrict ? guaranteed > conclusion.amount || (isEnough && premise.isStrict) : isEnough
}

function totalOf(premise: Yearly, years: number): number {
  if (premise.kind === 'each') return Math.min(premise.years, years) * premise.amount
  return years >= premise.years ? premise.amount : 0
}

function eachOf(premise: Yearly, years: number): number {
  if (premise.kind === 'each') return years <= premise.years ? premise.amount : 0
  return premise.years === 1 && years === 1 ? premise.amount : 0
}

const RULES = {
  fewer: { zh: '每年达到的，其中各年也达到', en: 'what holds in each year holds in each of fewer' },
  added: { zh: '逐年相加', en: 'years add up' },
  mean: { zh: '平均数乘以年数等于合计', en: 'an average times the years is the total' },
  longer: { zh: '期间更长，合计不减', en: 'a total stands in any longer period' },
} as const satisfies Record<string, Sentence>

function ruleOf(premise: Yearly, conclusion: Yearly): Sentence {
  const isMean = [premise, conclusion].some(({ requirement }) => requirement.measure.aggregation === 'mean')
  if (premise.kind === 'each') return conclusion.kind === 'each' ? RULES.fewer : RULES.added
  return isMean ? RULES.mean : RULES.longer
}

/** Where a total is asked for, the total that the premise leads to: it may be far above what is asked. */
function reached(premise: Yearly, conclusion: Yearly): Sentence {
  const { threshold, measure } = conclusion.requirement
  const value = measure.aggregation === 'sum' ? totalOf(premise, conclusion.years) : threshold.value
  return inFull({ ...conclusion, requirement: { ...conclusion.requirement, threshold: { ...threshold, value } } })
}

const RHYTHM = {
  each: { zh: '每年', en: 'in each of' },
  sum: { zh: '合计', en: 'in total over' },
  mean: { zh: '平均', en: 'on average over' },
} as const

function inFull({ requirement, years }: Yearly): Sentence {
  const bound = boundInWords(requirement.threshold)
  const rhythm = RHYTHM[requirement.measure.aggregation ?? 'sum']
  const span = years === 1 ? 'the last year' : `the last ${String(years)} years`
  return { zh: `近${String(years)}年${rhythm.zh}${bound.zh}`, en: `${bound.en} ${rhythm.en} ${span}` }
}
