import type { Threshold } from '../model/facts.ts'
import type { Framed } from './frame.ts'
import type { Place } from './places.ts'

const OR_HERE = /^(?:[（(][^（）()]{0,120}[）)])?(?:[，、；]?(?:或者?|或是))/
const OR_LATER = /[，、；](?:或者?)[^，。；]{0,40}$/

/**
 * A name for each run of bounds joined by 或, null for a bound that stands alone.
 * @example alternatives('专利3件以上或著作权10项以上', bounds, 'art_1') // ['art_1@2', 'art_1@2']
 */
export function alternatives(text: string, bounds: readonly Framed[], provision: string): readonly (string | null)[] {
  const joined = bounds.map((bound, index) => {
    const next = bounds[index + 1]
    if (next === undefined || isFine(text, bound)) return false
    const gap = text.slice(bound.at.to, next.at.from)
    return !/[。；]/.test(gap) && (OR_HERE.test(gap) || OR_LATER.test(gap))
  })
  return bounds.map((bound, index) => {
    if (!joined[index] && !joined[index - 1]) return null
    let first = index
    while (joined[first - 1]) first--
    return `${provision}@${bounds[first]?.quantity.start ?? bound.quantity.start}`
  })
}

function isFine(text: string, { at }: Framed): boolean {
  return /^的?罚/.test(text.slice(at.to, at.to + 2))
}

/**
 * Items of a list that asks for one of its conditions (符合下列条件之一) are alternatives; an item with several bounds asks for
 * all of its own and is left as it is, and so are fines.
 */
export function groupedByLead(
  thresholds: readonly Threshold[],
  places: ReadonlyMap<string, Place>,
): readonly Threshold[] {
  const counts = new Map<string, number>()
  for (const { provision } of thresholds) counts.set(provision, (counts.get(provision) ?? 0) + 1)
  return thresholds.map((threshold) => {
    const list = places.get(threshold.provision)?.levels[1]
    const isAlone =
      threshold.alternativeGroup === null && threshold.purpose !== 'sanction' && counts.get(threshold.provision) === 1
    return isAlone && list !== undefined && ANY_OF.test(list.lead)
      ? { ...threshold, alternativeGroup: `${list.id}@any` }
      : threshold
  })
}

const ANY_OF = /(?:条件|要求|标准|资格)之一[^。；]{0,60}[：:]$/
