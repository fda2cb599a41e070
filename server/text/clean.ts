import type { CleanText } from '../model/text.ts'
import { GAP, isOrdinary, readSign, SPACE, unify } from './signs.ts'

/**
 * The readable form of `raw.slice(start, end)`: soft line breaks, layout spaces, markup and page numbers left out, widths
 * and variant characters unified; every character leads back to its raw offset.
 * @example cleanText('注\n\n册资金不低于 5 万元', 0, 14).text // 注册资金不低于5万元
 */
export function cleanText(raw: string, start: number, end: number): CleanText {
  const draft: Draft = { raw, end, chars: [], offsets: [], parens: [], close: -1 }
  let at = start
  while (at < end) {
    if (isOrdinary(raw.charCodeAt(at))) {
      draft.chars.push(raw.charAt(at))
      draft.offsets.push(at++)
    } else {
      at = readSpecial(draft, at)
    }
  }
  return { text: draft.chars.join(''), offsets: [...draft.offsets, end] }
}

interface Draft {
  readonly raw: string
  readonly end: number
  readonly chars: string[]
  readonly offsets: number[]
  /** For each open parenthesis, whether it was widened. */
  readonly parens: boolean[]
  /** Where the next comment ends, once looked for. */
  close: number
}

/** Space, markup, punctuation, a variant or a stray word; returns the offset behind it. */
function readSpecial(draft: Draft, at: number): number {
  const next = skip(draft, at)
  if (next > at) {
    if (joinsWords(draft, at, next)) push(draft, ' ', at)
    return next
  }
  const word = behindAnd(draft, at)
  if (word > at) {
    push(draft, '和', at)
    return word
  }
  push(draft, punctuation(draft, at) ?? unify(draft.raw.charAt(at)), at)
  return at + 1
}

function push(draft: Draft, text: string, at: number): void {
  for (const char of text) {
    draft.chars.push(char)
    draft.offsets.push(at)
  }
}

const EMPHASIS = /\*\*|__(?=[^_\w])|(?<![_\w])__|&nbsp;|&emsp;|&ensp;/y
/** Headings, quotes and bullets; fonts of symbols put their bullets at private places. */
const LINE_MARKUP = /(?:#{1,6}(?=[ \t\u00a0\u3000])|>(?=[ \t\u00a0])|[-+•·●◆■](?=[ \t\u00a0\u3000])|[\uf06c-\uf0fe])/y
/** Lines of a page's edge: — 3 —, - 3 -, 第3页 共8页. */
const PAGE_NUMBER =
  /(?:[-—–－]{1,2}[ \t]*\d{1,4}[ \t]*[-—–－]{1,2}|第[ \t]*\d{1,4}[ \t]*页(?:[ \t，,/]*共[ \t]*\d{1,4}[ \t]*页)?)[ \t\u3000]*(?=\r?\n|$)/y

/** Behind the space, markup and page numbers that start at `at`. */
function skip(draft: Draft, at: number): number {
  const { raw, end } = draft
  let next = at
  for (;;) {
    const from = next
    while (next < end && SPACE.test(raw.charAt(next))) next++
    next = behind(EMPHASIS, draft, behindComment(draft, next))
    if (isLineStart(raw, next)) for (const pattern of [PAGE_NUMBER, LINE_MARKUP]) next = behind(pattern, draft, next)
    if (next === from) return next
  }
}

const LONGEST_COMMENT = 2000

/** The end of a comment is looked for once, so that many openings without an end cost no more than one. */
function behindComment(draft: Draft, at: number): number {
  if (!draft.raw.startsWith('<!--', at)) return at
  if (draft.close < at + 4) draft.close = draft.raw.indexOf('-->', at + 4) >>> 0
  return draft.close - at > LONGEST_COMMENT ? at : Math.min(draft.end, draft.close + 3)
}

function behind(pattern: RegExp, { raw, end }: Draft, at: number): number {
  if (at >= end) return at
  pattern.lastIndex = at
  const hit = pattern.exec(raw)
  return hit === null ? at : Math.min(end, at + hit[0].length)
}

function isLineStart(raw: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && /[ \t\u00a0\u3000]/.test(raw.charAt(before))) before--
  return before < 0 || raw.charAt(before) === '\n'
}

/** A space is kept, once, between two words or numbers in Latin letters. */
function joinsWords({ raw, chars }: Draft, at: number, next: number): boolean {
  if (!/[A-Za-z0-9.,)]/.test(chars.at(-1) ?? '') || !/^[A-Za-z0-9]/.test(unify(raw.charAt(next)))) return false
  return GAP.test(raw.charAt(at)) || GAP.test(raw.slice(at, next))
}

const AND = /and(?=\s*[\u4e00-\u9fff])/y

/** Behind a stray English “and” between Han characters: it stands for 和. */
function behindAnd(draft: Draft, at: number): number {
  return /[\u3400-\u9fff]/.test(draft.chars.at(-1) ?? '') ? behind(AND, draft, at) : at
}

/** The sign at `at` in the width that its neighbours call for; null for other characters. */
function punctuation(draft: Draft, at: number): string | null {
  const { raw, end, chars, parens } = draft
  const sign = readSign(raw.charAt(at))
  if (sign === null) return null
  if (sign.half === ')') return parens.pop() === false ? sign.half : sign.wide
  const after = skip(draft, at + 1)
  const neighbours = { before: chars.at(-1) ?? '', after: after < end ? raw.charAt(after) : '' }
  const read = sign.between(neighbours)
  if (sign.half === '(') parens.push(read === sign.wide)
  return read
}
