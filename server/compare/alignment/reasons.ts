import type { AlignedSide } from '../../model/alignment.ts'
import type { Sentence } from '../../model/comparison.ts'
import type { Chosen } from './choose.ts'
import type { MovedPassage } from './passages.ts'
import type { Trait } from './traits.ts'

/** Why two provisions are a pair, in the figures that decided it. */
export function pairReason(
  { shared, contained, subject, headed, one, two, passage }: Chosen,
  { isVerbatim, name }: { readonly isVerbatim: boolean; readonly name: AlignedSide['name'] },
): Sentence {
  if (isVerbatim) return { zh: '文字相同', en: 'same wording' }
  if (passage !== null) return passageReason(passage)
  const shorter = one.shingled.weight <= two.shingled.weight
  // What rounds to all of it is not all of it: something differs.
  const common = percent(Math.min(0.99, shared))
  const parts: Sentence[] = [{ zh: `文字重合${common}`, en: `${common} of the wording shared` }]
  if (contained >= shared + 0.2) {
    parts.push(
      shorter
        ? { zh: `${name.zh}的${percent(contained)}在这里`, en: `${percent(contained)} of ${name.en} stands here` }
        : { zh: `这里的${percent(contained)}来自${name.zh}`, en: `${percent(contained)} of this stands in ${name.en}` },
    )
  }
  if (headed === 1) parts.push({ zh: '标题相同', en: 'same heading' })
  if (subject >= 0.5) parts.push({ zh: '主题相同', en: 'same subject' })
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

/** The sentence of the left text that stands in the right provision, and how much of it does. */
function passageReason({ left, alike }: MovedPassage): Sentence {
  const quote = left.length > QUOTED ? `${left.slice(0, QUOTED - 1)}…` : left
  return {
    zh: `“${quote}”一句在这里，文字重合${percent(alike)}`,
    en: `“${quote}” stands here, ${percent(alike)} shared`,
  }
}

const QUOTED = 28

/** The provision that came nearest to one that has no partner. */
export interface Nearest {
  readonly near: Trait
  readonly shared: number
  /** What that is paired with. */
  readonly partner: Trait | null
}

/** Why a provision answers nothing, or has no answer: how near the nearest came, and whose that is already. */
export function lonelyReason(nearest: Nearest | null): Sentence {
  if (nearest === null) return { zh: '没有文字或主题相近的条款', en: 'nothing alike in wording or subject' }
  const [label, share] = [labelOf(nearest.near), percent(nearest.shared)]
  const taken = nearest.partner === null || nearest.shared < NEAR ? null : labelOf(nearest.partner)
  return {
    zh: `最相近的是${label}，文字${taken === null ? '只' : ''}重合${share}${taken === null ? '' : `，但它对应${taken}`}`,
    en: `nearest: ${label}, ${taken === null ? 'only ' : ''}${share} of the wording shared${taken === null ? '' : `, but that is paired with ${taken}`}`,
  }
}

/** From this share on a reader would ask why the two are no pair. */
const NEAR = 0.3

function labelOf({ source }: Trait): string {
  return source.label ?? source.heading ?? source.id
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}
