import type { CleanText } from '../model/text.ts'

/**
 * The readable form of `raw.slice(start, end)`: soft line breaks, layout spaces, markup and page numbers left out, widths
 * and variant characters unified; every character leads back to its raw offset.
 * @example cleanText('固\n\n定人员不少于 50 人', 0, 14).text // 固定人员不少于50人
 */
export function cleanText(raw: string, start: number, end: number): CleanText {
  const draft: Draft = { chars: [], offsets: [] }
  const parens: boolean[] = []
  let at = start
  while (at < end) {
    if (ORDINARY[raw.charCodeAt(at)] === 1) {
      draft.chars.push(raw.charAt(at))
      draft.offsets.push(at++)
      continue
    }
    const skipped = skip(raw, at, end)
    if (skipped > at) {
      if (joinsWords(raw, at, skipped, draft)) push(draft, ' ', at)
      at = skipped
    } else {
      at = readChar(raw, at, end, { draft, parens })
    }
  }
  return { text: draft.chars.join(''), offsets: [...draft.offsets, end] }
}

interface Draft {
  readonly chars: string[]
  readonly offsets: number[]
}

function push(draft: Draft, text: string, at: number): void {
  for (const char of text.split('')) {
    draft.chars.push(char)
    draft.offsets.push(at)
  }
}

const SPACE = /[\s\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u00ad]/
/** Lines of a page's edge: — 3 —, - 3 -, 第3页 共8页. */
export const PAGE_NUMBER =
  /^[ \t\u3000]*(?:[-—–－]{1,2}[ \t]*\d{1,4}[ \t]*[-—–－]{1,2}|第[ \t]*\d{1,4}[ \t]*页(?:[ \t，,/]*共[ \t]*\d{1,4}[ \t]*页)?)[ \t\u3000]*(?=\r?\n|$)/
const PAGE_LINE = new RegExp(PAGE_NUMBER.source.slice(1), 'y')
const COMMENT = /<!--[\s\S]{0,2000}?-->/y
const EMPHASIS = /\*\*|__(?=[^_\w])|(?<![_\w])__|&nbsp;|&emsp;|&ensp;/y
const LINE_MARKUP = /(?:#{1,6}(?=[ \t\u3000])|>(?=[ \t])|[-+•·●◆■](?=[ \t\u3000]))/y

/** What space, markup and page numbers can begin with; anything else is read at once. */
const SKIPPABLE = /[\s\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u00ad<*_&#>\-+•·●◆■—–－第]/

/** Behind the space, markup and page numbers that start at `at`. */
function skip(raw: string, at: number, end: number): number {
  if (!SKIPPABLE.test(raw.charAt(at))) return at
  let next = at
  for (;;) {
    const from = next
    while (next < end && SPACE.test(raw.charAt(next))) next++
    for (const pattern of [COMMENT, EMPHASIS]) next = behind(pattern, raw, next, end)
    if (isLineStart(raw, next)) for (const pattern of [PAGE_LINE, LINE_MARKUP]) next = behind(pattern, raw, next, end)
    if (next === from) return next
  }
}

function behind(pattern: RegExp, raw: string, at: number, end: number): number {
  if (at >= end) return at
  pattern.lastIndex = at
  const hit = pattern.exec(raw)
  return hit === null ? at : Math.min(end, at + hit[0].length)
}

function isLineStart(raw: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && /[ \t\u3000]/.test(raw.charAt(before))) before--
  return before < 0 || raw.charAt(before) === '\n'
}

/** A space is kept, once, between two words or numbers in Latin letters. */
function joinsWords(raw: string, at: number, next: number, { chars }: Draft): boolean {
  if (!SPACE.test(raw.charAt(at))) return false
  return /[A-Za-z0-9.,)]/.test(chars.at(-1) ?? '') && /[A-Za-z0-9]/.test(raw.charAt(next))
}

interface State {
  readonly draft: Draft
  /** For each open parenthesis, whether it was widened. */
  readonly parens: boolean[]
}

function readChar(raw: string, at: number, end: number, { draft, parens }: State): number {
  const word = foreignAnd(raw, at, end, draft)
  if (word > at) {
    push(draft, '和', at)
    return word
  }
  const char = raw.charAt(at)
  push(draft, PUNCTUATION.has(char) ? punctuation(raw, at, end, { draft, parens }) : plain(char), at)
  return at + 1
}

const AND = /and(?=\s*[\u4e00-\u9fff])/y

/** A stray English “and” between Han characters stands for 和. */
function foreignAnd(raw: string, at: number, end: number, { chars }: Draft): number {
  return HAN.test(chars.at(-1) ?? '') ? behind(AND, raw, at, end) : at
}

const HAN = /[\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/
const WIDE = /[\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff（），：；！？％“”‘’—…×]/
const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['：', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
  ['<', '〈'],
  ['>', '〉'],
  ['＜', '〈'],
  ['＞', '〉'],
])

function punctuation(raw: string, at: number, end: number, { draft, parens }: State): string {
  const char = raw.charAt(at)
  const wide = PUNCTUATION.get(char) ?? char
  if (char === ')') return parens.pop() === false ? char : wide
  const before = draft.chars.at(-1) ?? ''
  const after = raw.charAt(skip(raw, at + 1, end))
  if (wide === '：' && /\d/.test(before) && /[0-9０-９]/.test(after)) return ':'
  const isWide = WIDE.test(before) || WIDE.test(after) || char > '\u00ff'
  if (char === '(') parens.push(isWide)
  if (char === ',' && /\d/.test(before) && /\d/.test(after)) return char
  return isWide ? wide : char
}

/** Variants that readers of old print and OCR leave behind, beside those that Unicode itself unifies. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['髙', '高'],
  ['囯', '国'],
  ['囬', '回'],
  ['亇', '个'],
  ['夲', '本'],
  ['迠', '建'],
  ['氺', '水'],
  ['産', '产'],
  ['內', '内'],
  ['戶', '户'],
  ['淸', '清'],
  ['説', '说'],
  ['㈠', '（一）'],
  ['㈡', '（二）'],
  ['㈢', '（三）'],
  ['㈣', '（四）'],
  ['㈤', '（五）'],
  ['㈥', '（六）'],
  ['㈦', '（七）'],
  ['㈧', '（八）'],
  ['㈨', '（九）'],
  ['㈩', '（十）'],
  ['²', '2'],
  ['³', '3'],
  ['﹪', '%'],
  ['″', '”'],
  ['〝', '“'],
  ['〞', '”'],
])
/** Compatibility letters and squared units; full-width digits, letters and signs; not the punctuation of Chinese. */
const COMPATIBILITY =
  /[\u2f00-\u2fdf\uf900-\ufaff\u3300-\u33ff\uff04\uff05\uff0b\uff0d-\uff19\uff1d\uff20-\uff3a\uff3c\uff41-\uff5a\uffe5\u2460-\u2473]/

/** Characters that are read as they stand: almost all of a text, so they are told by one look into a table. */
const ORDINARY = Uint8Array.from({ length: 65536 }, (_, code) => {
  const char = String.fromCharCode(code)
  const special = SKIPPABLE.test(char) || PUNCTUATION.has(char) || VARIANTS.has(char) || COMPATIBILITY.test(char)
  return special || char === 'a' ? 0 : 1
})

function plain(char: string): string {
  const variant = VARIANTS.get(char)
  if (variant !== undefined) return variant
  if (char >= '\u2460' && char <= '\u2473') return char
  return COMPATIBILITY.test(char) ? char.normalize('NFKC') : char
}
