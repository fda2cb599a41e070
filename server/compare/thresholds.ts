import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import { amountsInWords } from './exact.ts'
import { compareChoice, hedgeNote } from './force.ts'
import { boundedStatements } from './implication.ts'
import { combine, type Judgement } from './judgement.ts'
import { differingDimensions, measureInWords } from './measure.ts'
import { requirementOf, type Reading, type Requirement } from './requirement.ts'
import { overlap } from './scope.ts'
import { compareSituations } from './situations.ts'

export interface Terms extends Reading {
  /** Short name of the base, for the sentences. */
  readonly base: Sentence
}

/**
 * How the thresholds of a cell stand to those of the base; both lists hold at least one. Amounts are ordered only under
 * one measure; ≥ is stricter when higher, ≤ when lower, and what is asked besides is stricter.
 * `relateThresholds([≥100 人], [≥50 人], terms)` is LOOSER, 下限由100人降到50人.
 */
export function relateThresholds(
  base: readonly ComparedThreshold[],
  other: readonly ComparedThreshold[],
  terms: Terms,
): Judgement {
  const [left, right] = [base, other].map((side) => side.map((threshold) => requirementOf(threshold, terms)))
  if (!left || !right) throw new Error('two sides')
  const shared = left.some((one) => right.some((two) => one.measure.key === two.measure.key))
  if (!shared) return differentMeasures(left, right, terms)
  if (!meet(left, right)) return differentCases(left, right, terms)
  const keys = [...new Set([...left, ...right].map((requirement) => requirement.measure.key))]
  const findings = keys.flatMap((key) => relateUnderMeasure(under(left, key), under(right, key)))
  return combine(findings, sameWords(left, right))
}

function under(side: readonly Requirement[], key: string): readonly Requirement[] {
  return side.filter((requirement) => requirement.measure.key === key)
}

/** Whether some case of some measure is settled on both sides. */
function meet(left: readonly Requirement[], right: readonly Requirement[]): boolean {
  return left.some((one) => right.some((two) => one.measure.key === two.measure.key && overlap(one.scope, two.scope)))
}

function relateUnderMeasure(left: readonly Requirement[], right: readonly Requirement[]): readonly Judgement[] {
  const findings = [...compareSituations(left, right), compareChoice(left, right)].filter((finding) => finding !== null)
  return [...new Map(findings.map((finding) => [finding.reason.zh, finding])).values()]
}

function differentMeasures(left: readonly Requirement[], right: readonly Requirement[], { base }: Terms): Judgement {
  const [one, two] = [left[0]?.measure, right[0]?.measure]
  if (!one || !two) throw new Error('a side without thresholds')
  const dimensions = differingDimensions([one, two])
  const [there, here] = [measureInWords(one, dimensions), measureInWords(two, dimensions)]
  const [bounded] = boundedStatements([
    { name: base, requirements: left },
    { name: HERE, requirements: right },
  ])
  const said = bounded
    ? { zh: `；${bounded.zh.replace(/。$/, '')}`, en: `; ${bounded.en.replace(/\.$/, '')}` }
    : NOTHING
  return {
    relation: 'NOT_COMPARABLE',
    reason: {
      zh: `口径不同：${base.zh}是${there.zh}，这里是${here.zh}${said.zh}`,
      en: `different measures: ${there.en} in ${base.en}, ${here.en} here${said.en}`,
    },
  }
}

const HERE: Sentence = { zh: '这里', en: 'this one' }
const NOTHING: Sentence = { zh: '', en: '' }

function differentCases(left: readonly Requirement[], right: readonly Requirement[], { base }: Terms): Judgement {
  const [there, here] = [left[0]?.scope.words, right[0]?.scope.words]
  if (!there || !here) throw new Error('a side without thresholds')
  return {
    relation: 'NOT_COMPARABLE',
    reason: {
      zh: `适用情形不同：${base.zh}对${there.zh}，这里对${here.zh}`,
      en: `different cases: ${there.en} in ${base.en}, ${here.en} here`,
    },
  }
}

function sameWords(left: readonly Requirement[], right: readonly Requirement[]): Sentence {
  const bounds = amountsInWords(right)
  const notes = [hedgeNote(left, right), scopeNote(left, right)].filter((note) => note !== null)
  return {
    zh: [`同为${bounds.zh}`, ...notes.map((note) => note.zh)].join('，'),
    en: [`both ${bounds.en}`, ...notes.map((note) => note.en)].join(', '),
  }
}

function scopeNote(left: readonly Requirement[], right: readonly Requirement[]): Sentence | null {
  const narrower = right.every(({ scope }) => !scope.everybody) ? right[0] : undefined
  if (!narrower || left.some(({ scope }) => !scope.everybody)) return null
  return { zh: `这里只对${narrower.scope.words.zh}`, en: `here only for ${narrower.scope.words.en}` }
}
