import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import { yearsOf } from './measure.ts'
import type { Requirement } from './requirement.ts'

/** What an instrument asks of one quantity, by year. */
export interface Party {
  readonly name: Sentence
  readonly requirements: readonly Requirement[]
}

/**
 * Statements that hold although the measures differ: who meets the one always meets the other. Derived for amounts that
 * add up over years and are never negative, from lower bounds alone (rule `yearly-amounts`):
 * each of n years ≥ a gives at least min(n, m) × a in total over m years; a total over n years stands in any longer
 * period; an average over n years is the n-th part of the total. The bounds are tight, so what does not follow is
 * refuted: 反之不然.
 */
export function boundedStatements(parties: readonly Party[]): readonly Sentence[] {
  const known = parties.flatMap(yearlyOf)
  return known.flatMap((premise, index) => known.slice(index + 1).flatMap((other) => between(premise, other)))
}

interface Yearly {
  readonly name: Sentence
  readonly requirement: Requirement
  readonly kind: 'each' | 'total'
  readonly years: number
  readonly amount: number
}

const ADDS_UP = new Set(['CNY', 'item', 'time'])

/** One lower bound by year, or nothing where the instrument asks otherwise (several bounds, no window, a share). */
function yearlyOf({ name, requirements }: Party): readonly Yearly[] {
  const [requirement, ...more] = requirements
  if (!requirement || more.length > 0) return []
  const { threshold, measure } = requirement
  const years = yearsOf(measure.window)
  if (!isPlainMinimum(requirement) || years === null || measure.aggregation === null) return []
  const kind = measure.aggregation === 'each' ? 'each' : 'total'
  const amount = measure.aggregation === 'mean' ? threshold.value * years : threshold.value
  return [{ name, requirement, kind, years, amount }]
}

/** A duty without an escape: an alternative or 原则上 would let somebody pass with less. */
function isPlainMinimum({ threshold, direction }: Requirement): boolean {
  const isMinimum = threshold.comparator === '>=' && threshold.value >= 0 && ADDS_UP.has(threshold.unit)
  return (
    isMinimum &&
    direction.kind === 'demand' &&
    threshold.strength === 'must' &&
    !threshold.hedge &&
    !threshold.alternativeGroup
  )
}

function between(one: Yearly, two: Yearly): readonly Sentence[] {
  const [forth, back] = [implies(one, two), implies(two, one)]
  if (forth === back) return []
  return forth ? [statement(one, two)] : [statement(two, one)]
}

/** Whoever the premise binds must be covered, and what it guarantees over the conclusion's years must be enough. */
function implies(premise: Yearly, conclusion: Yearly): boolean {
  const guaranteed = conclusion.kind === 'each' ? eachOf(premise, conclusion.years) : totalOf(premise, conclusion.years)
  return guaranteed >= conclusion.amount
}

function totalOf(premise: Yearly, years: number): number {
  if (premise.kind === 'each') return Math.min(premise.years, years) * premise.amount
  return years >= premise.years ? premise.amount : 0
}

function eachOf(premise: Yearly, years: number): number {
  if (premise.kind === 'each') return years <= premise.years ? premise.amount : 0
  return premise.years === 1 && years === 1 ? premise.amount : 0
}

function statement(premise: Yearly, conclusion: Yearly): Sentence {
  const { scope } = premise.requirement
  const who = scope.everybody ? { zh: '', en: '' } : { zh: `对${scope.words.zh}，`, en: `for ${scope.words.en}, ` }
  const [given, result] = [inFull(premise), reached(premise, conclusion)]
  return {
    zh: `${who.zh}满足${premise.name.zh}的必满足${conclusion.name.zh}（${given.zh}，则${result.zh}），反之不然。`,
    en: `${capital(`${who.en}whoever meets ${premise.name.en} meets ${conclusion.name.en}`)} (${given.en}, hence ${result.en}), not the reverse.`,
  }
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
