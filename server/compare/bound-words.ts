import type { Sentence } from '../model/comparison.ts'
import type { Bound } from './ends.ts'
import type { Judgement } from './judgement.ts'
import type { Requirement } from './requirement.ts'

/** Both sides of a cell under one measure, in all situations. */
export interface Sides {
  readonly left: readonly Requirement[]
  readonly right: readonly Requirement[]
}

/** 下限提高：由不少于50人到不少于100人. `isNear` when only the bound itself passes or not. */
export function changed(left: Bound, right: Bound, isNear: boolean): Sentence {
  const [from, to] = [left.words, right.words]
  if (isNear) return { zh: `由${from.zh}改为${to.zh}`, en: `from ${from.en} to ${to.en}` }
  const rises = left.sign * (right.weight - left.weight) > 0
  const name = left.sign > 0 ? { zh: '下限', en: 'minimum' } : { zh: '上限', en: 'maximum' }
  return {
    zh: `${name.zh}${rises ? '提高' : '降低'}：由${from.zh}到${to.zh}`,
    en: `${rises ? 'higher' : 'lower'} ${name.en}: from ${from.en} to ${to.en}`,
  }
}

/** What the other side does not ask is stricter. */
export function besides({ requirement, words }: Bound, { left }: Sides): Judgement {
  const wider = left.some((one) => sameBound(one, requirement))
  return {
    relation: 'STRICTER',
    reason: wider
      ? { zh: `不限于${narrow(left).zh}`, en: `not only for ${narrow(left).en}` }
      : told(requirement, words, [
          { zh: '另要求', en: 'also asks' },
          { zh: '另鼓励', en: 'also encourages' },
        ]),
  }
}

/** What is no longer asked is looser. */
export function gone({ requirement, words }: Bound, { right }: Sides): Judgement {
  const narrower = right.some((one) => sameBound(one, requirement))
  return {
    relation: 'LOOSER',
    reason: narrower
      ? { zh: `只对${narrow(right).zh}`, en: `only for ${narrow(right).en}` }
      : told(requirement, words, [
          { zh: '不再要求', en: 'no longer asks' },
          { zh: '不再鼓励', en: 'no longer encourages' },
        ]),
  }
}

function told(requirement: Requirement, words: Sentence, [asks, encourages]: readonly [Sentence, Sentence]): Sentence {
  const verb = requirement.threshold.strength === 'encouraged' ? encourages : asks
  const whom = forWhom(requirement)
  return { zh: verb.zh + whom.zh + words.zh, en: `${verb.en} ${words.en}${whom.en}` }
}

function sameBound(one: Requirement, two: Requirement): boolean {
  return !one.scope.everybody && one.threshold.comparator.charAt(0) === two.threshold.comparator.charAt(0)
}

function narrow(side: readonly Requirement[]): Sentence {
  const scopes = side.filter(({ scope }) => !scope.everybody).map(({ scope }) => scope.words)
  const words = [...new Map(scopes.map((scope) => [scope.zh, scope])).values()]
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}

export function forWhom({ scope }: Requirement): Sentence {
  if (scope.everybody) return { zh: '', en: '' }
  return { zh: scope.words.zh, en: ` of ${scope.words.en}` }
}
