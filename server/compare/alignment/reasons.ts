import type { AlignedSide } from '../../model/alignment.ts'
import type { Sentence } from '../../model/comparison.ts'
import type { Candidate } from './candidates.ts'
import type { Chosen } from './choose.ts'
import type { MovedPassage } from './passages.ts'

/** Why two provisions are a pair, in the figures that decided it. */
export function pairReason(
  { shared, contained, subject, headed, one, two, passage }: Chosen,
  { isVerbatim, name }: { readonly isVerbatim: boolean; readonly name: AlignedSide['name'] },
): Sentence {
  if (isVerbatim) return { zh: '文字相同', en: 'same wording' }
  if (passage !== null) return passageReason(passage)
  const shorter = one.shingled.weight <= two.shingled.weight
  const parts: Sentence[] = [{ zh: `文字重合${percent(shared)}`, en: `${percent(shared)} of the wording shared` }]
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

/** Why a provision of the left document has no answer. */
export function omittedReason(best: Candidate | null): Sentence {
  return best === null
    ? { zh: '没有文字或主题相近的条款', en: 'nothing alike in wording or subject' }
    : {
        zh: `最相近的是${labelOf(best.two)}，${alike(best).zh}`,
        en: `nearest: ${labelOf(best.two)}, ${alike(best).en}`,
      }
}

/** Why a provision of the right document answers nothing. */
export function newReason(best: Candidate | null): Sentence {
  return best === null
    ? { zh: '没有文字或主题相近的条款', en: 'nothing alike in wording or subject' }
    : {
        zh: `最相近的是${labelOf(best.one)}，${alike(best).zh}`,
        en: `nearest: ${labelOf(best.one)}, ${alike(best).en}`,
      }
}

function alike({ shared }: Candidate): Sentence {
  return { zh: `文字只重合${percent(shared)}`, en: `only ${percent(shared)} of the wording shared` }
}

function labelOf({ source }: Candidate['one']): string {
  return source.label ?? source.heading ?? source.id
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}
