import { boundInWords, valueInWords } from '../grammar/amounts-in-words.ts'
import type { Sentence } from '../model/comparison.ts'
import type { FitThreshold, Verdict } from '../model/fit.ts'
import { yearsOf } from './amounts.ts'
import type { Judged } from './judge.ts'
import type { Requirement } from './requirements.ts'

/**
 * What a threshold demands, in words: 近3年合计不少于2000万元.
 * @example requiredOf(threshold).zh
 */
export function requiredOf(threshold: FitThreshold): Sentence {
  const bound = boundInWords(threshold)
  const years = yearsOf(threshold)
  const over = threshold.window === null ? null : OVER[threshold.aggregation ?? 'none']
  if (over === null || /^P\d+Y$/.test(threshold.window ?? '') === false) return bound
  return { zh: over.zh(years) + bound.zh, en: bound.en + over.en(years) }
}

const OVER = {
  each: { zh: (n: number) => `近${String(n)}年每年`, en: (n: number) => ` in each of the last ${String(n)} years` },
  sum: { zh: (n: number) => `近${String(n)}年合计`, en: (n: number) => ` in total over the last ${String(n)} years` },
  mean: {
    zh: (n: number) => `近${String(n)}年平均`,
    en: (n: number) => ` on average over the last ${String(n)} years`,
  },
  none: { zh: (n: number) => `近${String(n)}年`, en: (n: number) => ` in the last ${String(n)} years` },
} as const

/** What a test asks for, in words; null for what only the words of the text say. */
export function requiredBy(requirement: Requirement): Sentence | null {
  return requirement.kind === 'test' && 'threshold' in requirement.test ? requiredOf(requirement.test.threshold) : null
}

/**
 * Why a condition got its verdict, in one sentence.
 * @example sentenceOf(judged).zh // 有49人，要求不少于50人，差1人
 */
export function sentenceOf({ requirement, verdict, outcome, parts }: Judged): Sentence {
  if (outcome === null || requirement.kind !== 'test') return groupSentence(requirement, verdict, parts)
  const { test } = requirement
  if ('threshold' in test) return amountSentence(test.threshold, { requirement, verdict, outcome, parts })
  const field = test.field.label
  switch (outcome.reason) {
    case 'wrong place':
      return { zh: '注册地不在要求的地域内', en: 'registered outside the place that is asked for' }
    case 'wrong type':
      return { zh: '申报主体不属于这一类', en: 'another type of applicant' }
    case 'no evidence':
      return { zh: `尚未填写：${field.zh}`, en: `not told yet: ${field.en}` }
    case 'needs judgement':
      return {
        zh: '没有数字或栏目可以判定，由主管部门判断',
        en: 'no number or field decides this; an official judges it',
      }
    case 'answered no':
      return { zh: '自评为不符合', en: 'answered with no' }
    case 'not applicable':
      return ASIDE
    default:
      return { zh: '符合', en: 'met' }
  }
}

const ASIDE: Sentence = { zh: '不适用于这一主体或类别', en: 'does not apply to this applicant or track' }

function amountSentence(threshold: FitThreshold, { verdict, outcome, requirement }: Judged): Sentence {
  const required = requiredOf(threshold)
  if (verdict === 'NOT_APPLICABLE') return ASIDE
  if (outcome?.have == null) {
    const { zh, en } = requirement.kind === 'test' ? requirement.test.field.label : { zh: '', en: '' }
    return { zh: `尚未填写：${zh}（要求${required.zh}）`, en: `not told yet: ${en} (${required.en})` }
  }
  const have = valueInWords(outcome.have, threshold)
  if (outcome.gap === null)
    return { zh: `有${have.zh}，符合${required.zh}`, en: `has ${have.en}; ${required.en} is met` }
  const short = shortfall(threshold, outcome.gap, outcome.reason === 'below')
  const hedge = hedged(threshold)
  return {
    zh: `有${have.zh}，要求${required.zh}，${short.zh}${hedge.zh}`,
    en: `has ${have.en}, ${required.en} is asked for, ${short.en}${hedge.en}`,
  }
}

function shortfall(threshold: FitThreshold, gap: number, isBelow: boolean): Sentence {
  if (gap < Math.abs(threshold.value) * NOTHING)
    return { zh: '恰在界限上，界限本身不算', en: 'exactly at the limit, which does not count' }
  const words = valueInWords(gap, threshold)
  return isBelow
    ? { zh: `差${words.zh}`, en: `short by ${words.en}` }
    : { zh: `超出${words.zh}`, en: `over by ${words.en}` }
}

/** A gap that no figure would show. */
const NOTHING = 1e-9

function hedged({ hedge, strength }: FitThreshold): Sentence {
  if (hedge !== null) {
    return {
      zh: `；原文写“${hedge}”，由主管部门判断`,
      en: `; hedged in the text (“${hedge}”), so an official judges it`,
    }
  }
  return strength === 'must' ? { zh: '', en: '' } : { zh: '；不作硬性要求', en: '; not a strict demand' }
}

function groupSentence(requirement: Requirement, verdict: Verdict, parts: readonly Judged[]): Sentence {
  if (verdict === 'NOT_APPLICABLE') return ASIDE
  const count = (wanted: Verdict): number => parts.filter((part) => part.verdict === wanted).length
  if (requirement.kind === 'any') {
    const [passed, open] = [count('PASS'), count('UNKNOWN') + count('JUDGEMENT')]
    if (passed > 0) return { zh: `任一即可，已有${String(passed)}项符合`, en: `one is enough; ${String(passed)} met` }
    if (verdict === 'FAIL') return { zh: '任一即可，但都不符合', en: 'one would be enough, but none is met' }
    return { zh: `任一即可，${String(open)}项未定`, en: `one is enough; ${String(open)} still open` }
  }
  const failed = count('FAIL')
  if (verdict === 'FAIL' && failed > 0) return { zh: `${String(failed)}项不符合`, en: `${String(failed)} not met` }
  return GROUPS[verdict]
}

const GROUPS: Readonly<Record<Verdict, Sentence>> = {
  PASS: { zh: '符合', en: 'met' },
  FAIL: { zh: '不符合', en: 'not met' },
  UNKNOWN: { zh: '尚有未填写的内容', en: 'something is not told yet' },
  JUDGEMENT: { zh: '尚待主管部门判断', en: 'an official judges the rest' },
  NOT_APPLICABLE: ASIDE,
}
