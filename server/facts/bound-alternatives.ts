import type { Framed } from './frame.ts'

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
