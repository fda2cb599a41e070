import type { Pinpoint } from '../grammar/pinpoints.ts'
import { namesTop } from './reference-hosts.ts'

/** Words behind a place that is referred to. */
const SAYS = '的?(?:规定|所[列称指述]|情[形况]|范围|要求|条件|标准|内容|行为)'
const REFERS = new RegExp(`^(?:${SAYS}|[、，和或])`)
const ANNEX_SAYS = new RegExp(`^${SAYS}`)

/** A number of an item without brackets may count things: 第二项; it points where a word says so or a place answers. */
export function isLoose(text: string, { start, end, pointers }: Pinpoint): boolean {
  const [pointer] = pointers
  if (pointer === undefined || namesTop(pointer) || pointer.paragraph || pointers.length > 1) return false
  return !/[（(]/.test(text.slice(start, end)) && !REFERS.test(text.slice(end, end + 4))
}

/** 前三项污染物 are the first three of a row, 以前项目 none at all. */
export function isFirstLoose(text: string, { end, pointers }: Pinpoint): boolean {
  const [pointer] = pointers
  const isRelative = pointer?.item !== undefined && 'back' in pointer.item && !pointer.paragraph && !pointer.article
  return isRelative && !REFERS.test(text.slice(end, end + 4))
}

const OF_DOCUMENT = /(?:详?见|按照?|依照|参照|参考|执行|[（(]|列[入于在]|由|填[写报])$/

/** 附件 means the text's own where it is numbered or its title follows; at the head of a line it opens the list of annexes. */
function pointsAtAnnex(text: string, { start, end, document }: Pinpoint): boolean {
  const isNumbered = /^附.[\d一二三四五六七八九十]/.test(text.slice(start, end))
  if (document !== null && (isNumbered || document.titled || document.kind === 'own')) return true
  if (OF_DOCUMENT.test(text.slice(Math.max(0, start - 3), start)) || ANNEX_SAYS.test(text.slice(end, end + 4)))
    return true
  if (start === 0 || /^[：:]/.test(text.slice(end)) || /[.．、。；）]$/.test(text.slice(0, start))) return false
  return isNumbered || text.charAt(end) === '《'
}

/** Whether words that look like a pinpoint point at a place of a text at all. */
export function points(text: string, pinpoint: Pinpoint): boolean {
  const { end, pointers } = pinpoint
  const [pointer] = pointers
  if (pointer === undefined) return false
  if (pointer.annex && !pointer.article) return pointsAtAnnex(text, pinpoint)
  if (pointer.item && 'back' in pointer.item && pointer.item.back === 0)
    return pointers.length > 1 || pointer.subitem !== undefined || REFERS.test(text.slice(end, end + 4))
  // 法例第13章《…》 counts the chapters of a collection.
  return !(pointer.chapter && text.charAt(end) === '《')
}
