import type { Sentence } from '../model/comparison.ts'
import { amountsInWords, sameAmounts } from './exact.ts'
import { isNear, upperOf } from './ends.ts'
import type { Judgement } from './judgement.ts'
import { scaled } from './measure.ts'
import type { Requirement } from './requirement.ts'

/**
 * How penalties of one measure in one situation stand to each other: heavier when neither end of the range falls and one
 * rises. Where a side has several for one case, no rule says which answers which.
 */
export function comparePenalties(left: readonly Requirement[], right: readonly Requirement[]): Judgement | null {
  if (sameAmounts(left, right)) return null
  const [one, two] = [left[0], right[0]]
  if (!one) return { relation: 'STRICTER', reason: words(right, '另处', 'also punished with ') }
  if (!two) return { relation: 'LOOSER', reason: words(left, '不再处', 'no longer punished with ') }
  const [from, to] = [amountsInWords(left), amountsInWords(right)]
  if (left.length > 1 || right.length > 1)
    return {
      relation: 'DIFFERENT',
      reason: {
        zh: `由${from.zh}改为${to.zh}，多项处罚不能一一对应`,
        en: `${from.en} becomes ${to.en}; which penalty answers which is not stated`,
      },
    }
  const [low, high] = [steps(floorOf(one), floorOf(two)), steps(ceilingOf(one), ceilingOf(two))]
  const [relation, zh, en] =
    low >= 0 && high >= 0
      ? (['STRICTER', '处罚加重', 'heavier'] as const)
      : low <= 0 && high <= 0
        ? (['LOOSER', '处罚减轻', 'lighter'] as const)
        : (['DIFFERENT', '处罚幅度改变，不分宽严', 'another range, which no rule orders'] as const)
  const scope = [two.scope, one.scope].find(({ everybody }) => !everybody)
  const whom = scope ? { zh: `对${scope.words.zh}`, en: ` for ${scope.words.en}` } : { zh: '', en: '' }
  return {
    relation,
    reason: { zh: `${whom.zh}${zh}：由${from.zh}到${to.zh}`, en: `${en}${whom.en}: from ${from.en} to ${to.en}` },
  }
}

function words(side: readonly Requirement[], zh: string, en: string): Sentence {
  const amounts = amountsInWords(side)
  const scope = side.find((one) => !one.scope.everybody)?.scope
  if (scope) return { zh: `对${scope.words.zh}${zh}${amounts.zh}`, en: `${scope.words.en} ${en}${amounts.en}` }
  return { zh: zh + amounts.zh, en: en + amounts.en }
}

/** An end of a range; `beyond` is 1 where it lies just above the amount, -1 just below it. */
interface End {
  readonly amount: number
  readonly beyond: number
}

function steps(from: End, to: End): number {
  const isSame = isNear(from.amount, to.amount)
  return Math.sign(isSame ? to.beyond - from.beyond : to.amount - from.amount)
}

/** What must be imposed at least; nothing where only a highest amount is told. */
function floorOf({ threshold: { comparator, value, unit } }: Requirement): End {
  if (comparator === '<=' || comparator === '<') return { amount: 0, beyond: 0 }
  return { amount: scaled(value, unit), beyond: comparator === '>' ? 1 : 0 }
}

function ceilingOf({ threshold }: Requirement): End {
  const { comparator, value, upper, unit } = threshold
  if (comparator === '>=' || comparator === '>') return { amount: Infinity, beyond: 0 }
  const amount = upper === null ? scaled(value, unit) : upperOf(threshold)
  return { amount, beyond: comparator === '<' ? -1 : 0 }
}
