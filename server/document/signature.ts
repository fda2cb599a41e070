import { findDates, wholeDate } from '../grammar/dates.ts'
import type { CleanText } from '../model/text.ts'
import type { Block } from './blocks.ts'
import { clip } from './clip.ts'
import { isBodyName } from './shapes.ts'

/** Who signed a stretch of text and when; lines of contacts may stand below. */
export interface Signature {
  /** Names as they stand, one entry a line. */
  readonly names: readonly CleanText[]
  /** Null where only year and month stand there. */
  readonly date: string | null
  /** Index of the first block of the signature. */
  readonly from: number
}

/**
 * The last signature of a stretch: names above a date, or before it on one line; a date alone has no names.
 * @example signatureOf(blocks)?.date // 2021-02-10
 */
export function signatureOf(blocks: readonly Block[]): Signature | null {
  let alone: Signature | null = null
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    if (block === undefined || block.label !== null) continue
    const signed = onOneLine(block, at) ?? below(blocks, at)
    if (signed !== null && signed.names.length > 0) return { ...signed, date: signed.date ?? alone?.date ?? null }
    if (signed?.date !== null) alone ??= signed
  }
  return alone
}

function below(blocks: readonly Block[], at: number): Signature | null {
  const text = blocks[at]?.clean.text ?? ''
  const date = wholeDate(text)
  if (date === null && !MONTH.test(text)) return null
  const names: CleanText[] = []
  let from = at
  for (let above = at - 1; above >= 0; above--) {
    const block = blocks[above]
    if (
      block === undefined ||
      block.label !== null ||
      !isBodyName(block.clean.text.replace(/（(?:章|盖章|印章)）$/, ''))
    )
      break
    names.unshift(block.clean)
    from = above
  }
  return { names, date, from }
}

const MONTH =
  /^[（(]?(?:(?:19|20)\d{2}|[一二][〇○零OoО0一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[）)]?$/

/** 某市人民政府 2017年2月7日 */
function onOneLine({ clean }: Block, at: number): Signature | null {
  if (clean.text.length > 60) return null
  const [hit, second] = findDates(clean.text)
  if (hit === undefined || second !== undefined || hit.end !== clean.text.length) return null
  const name = clean.text.slice(0, hit.start)
  return isBodyName(name) ? { names: [clip(clean, 0, hit.start)], date: hit.iso, from: at } : null
}
