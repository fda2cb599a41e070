import type { Block } from './blocks.ts'
import type { Regions } from './regions.ts'
import { isBodyName, isDateLine, isDocNumberLine } from './shapes.ts'

/**
 * What carries the regulation: its letterhead, notice or decree, from there to its text. Where one notice forwards another,
 * the inner one, since the regulation's own number, issuers and day are there.
 * @example carrierOf(regions).map(({ clean }) => clean.text) // ['关于印发《…》的通知', '某发〔2004〕9号', …]
 */
export function carrierOf({ front }: Pick<Regions, 'front'>): readonly Block[] {
  const texts = front.map(({ clean }) => clean.text)
  const outer = texts.findIndex((text) => (FORWARDS.test(text) && isNoticeTitle(text)) || SENT_ON.test(text))
  if (outer < 0) return front
  const inner = texts.findIndex((text, at) => at > outer && isNoticeTitle(text) && !FORWARDS.test(text))
  return inner < 0 ? front : front.slice(headOf(front, inner))
}

const FORWARDS = /^(?:[^《》“]{0,30})?(?:转发|批转)/

/** The words of the outer notice, where its title is not in the text. */
const SENT_ON = /转发(?:给你|给各|如下)|(?:现予|予以|现)转发/

function isNoticeTitle(text: string): boolean {
  return text.length <= 160 && /(?:通知|公告|通告|意见|决定|请示|报告|函)[》”]?$/.test(text) && !/[。；]/.test(text)
}

/** The letterhead above a title: names and a number, up to what ended before. */
function headOf(front: readonly Block[], title: number): number {
  let from = title
  while (from > 0 && isLetterhead(front[from - 1]?.clean.text ?? '')) from--
  return from
}

function isLetterhead(text: string): boolean {
  return !isDateLine(text) && (isBodyName(text.replace(/文件$/, '')) || isDocNumberLine(text))
}
