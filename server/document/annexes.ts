import { readNumeral } from '../grammar/numerals.ts'
import type { Block } from './blocks.ts'
import { isTitleLike, isTitleTail } from './shapes.ts'

const MARK = /^(附\s*(?:件|录|表|图)?\s*(?:([0-9]{1,2}|[一二三四五六七八九十]{1,3})|[A-Z])?)\s*[：:．.、]?\s*/

/** Label and number of an annex as its first line writes them: 附件2. */
export function annexLabel(mark: Block): { label: string; number: number | null } {
  const hit = MARK.exec(mark.clean.text)
  return {
    label: hit?.[1]?.replace(/\s/g, '') ?? mark.clean.text,
    number: hit?.[2] === undefined ? null : (readNumeral(hit[2], 0)?.value ?? null),
  }
}

/** The title of an annex, on the line of its mark or on the lines below, and the blocks behind it. */
export function annexTitle(mark: Block, blocks: readonly Block[]): { heading: string | null; rest: readonly Block[] } {
  const same = mark.clean.text.replace(MARK, '')
  if (same !== '') return { heading: same, rest: blocks }
  const first = blocks[0]
  if (first === undefined || first.label !== null || first.tabular || !isTitleLike(first.clean.text))
    return { heading: null, rest: blocks }
  const second = blocks[1]
  const tail = second !== undefined && second.label === null && isTitleTail(second.clean.text) ? second.clean.text : ''
  return { heading: first.clean.text + tail, rest: blocks.slice(tail === '' ? 1 : 2) }
}
