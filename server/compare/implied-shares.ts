import type { Sentence } from '../model/comparison.ts'
import { boundInWords, valueInWords } from '../grammar/amounts-in-words.ts'
import type { Known, Proof } from './implication-rules.ts'
import type { Requirement } from './requirement.ts'
import { covers } from './scope.ts'
import type { Named } from './shares.ts'

const RULE: Sentence = { zh: '比例乘以基数的下限', en: 'a share times the least of what it is a share of' }

/**
 * A share of something that the same instrument asks at least so much of is at least their product: 研发投入占营业收入不低于3%
 * with 营业收入不低于1亿元 is at least 300万元. All three of the same years.
 */
export function proofByShare(given: Requirement, required: Requirement, known: Known): Proof | null {
  const base = given.share
  if (!base || given.threshold.unit !== 'ratio' || !isMinimum(given) || !isMinimum(required)) return null
  if (!speaksOf(required, base.is) || !isSamePeriod(given, required)) return null
  const floors = known.filter((one) => speaksOf(one, base.of) && isMinimum(one) && one.threshold.unit !== 'ratio')
  const floor = floors.find(
    (one) =>
      one.threshold.unit === required.threshold.unit && isSamePeriod(one, given) && covers(one.scope, given.scope),
  )
  if (!floor) return null
  const least = given.threshold.value * floor.threshold.value
  if (!(least >= required.threshold.value) || required.threshold.comparator === '>') return null
  const [share, of] = [boundInWords(given.threshold), boundInWords(floor.threshold)]
  const product = valueInWords(least, required.threshold)
  return {
    rule: RULE,
    given: {
      zh: `${base.of.zh}${of.zh}、${base.is.zh}占其${share.zh}`,
      en: `${base.of.en} ${of.en} and ${base.is.en} ${share.en} of it`,
    },
    result: { zh: `${base.is.zh}不少于${product.zh}`, en: `${base.is.en} at least ${product.en}` },
    // The amount can be reached with a lower share of a higher base.
    isRefuted: true,
  }
}

function isMinimum({ threshold: { comparator, value } }: Requirement): boolean {
  return (comparator === '>=' || comparator === '>') && value >= 0
}

/** By its key or family, or by just its words. */
function speaksOf({ threshold, family }: Requirement, { key, zh }: Named): boolean {
  return key === null ? threshold.metric === zh : threshold.metricKey === key || family === key
}

function isSamePeriod({ measure: one }: Requirement, { measure: two }: Requirement): boolean {
  return one.window === two.window && one.per === two.per && one.aggregation === two.aggregation
}
