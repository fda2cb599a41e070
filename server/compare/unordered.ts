import type { Sides } from './bound-words.ts'
import { amountsInWords, isNarrowed, sameAmounts } from './exact.ts'
import type { Judgement } from './judgement.ts'
import type { Requirement } from './requirement.ts'

/** Amounts that no rule orders: the same, or different with the reason why more is neither stricter nor looser. */
export function compareUnordered(
  left: readonly Requirement[],
  right: readonly Requirement[],
  sides: Sides,
): Judgement | null {
  if (sameAmounts(left, right) || isNarrowed(left, right, sides)) return null
  const [from, to] = [amountsInWords(left), amountsInWords(right)]
  const because = [...right, ...left].flatMap(({ direction }) =>
    direction.kind === 'none' ? direction.because : [],
  )[0]
  const why = because
    ? { zh: `，${because.zh}，不分宽严`, en: `; ${because.en}, no rule orders them` }
    : { zh: '', en: '' }
  const told =
    left.length === 0
      ? { zh: `另有${to.zh}`, en: `also ${to.en}` }
      : right.length === 0
        ? { zh: `不再有${from.zh}`, en: `no longer ${from.en}` }
        : { zh: `由${from.zh}改为${to.zh}`, en: `${from.en} becomes ${to.en}` }
  return { relation: 'DIFFERENT', reason: { zh: told.zh + why.zh, en: told.en + why.en } }
}
