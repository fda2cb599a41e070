/** A stretch of a text, half-open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Sentences of a text: they end at 。！？ outside brackets and quotation marks.
 * @example sentences('甲。乙；丙。').length // 2
 */
export function sentences(text: string): readonly Stretch[] {
  return cut(text, { from: 0, to: text.length }, '。！？')
}

/** Parts of a sentence that conditions do not outlive: they end at ；. */
export function segments(text: string, within: Stretch): readonly Stretch[] {
  return cut(text, within, '；;')
}

/** The segments of all sentences of a text, in order. */
export function segmentsOf(text: string): readonly Stretch[] {
  return sentences(text).flatMap((sentence) => segments(text, sentence))
}

/** Clauses of a segment: they end at ，and ：. */
export function clauses(text: string, within: Stretch): readonly Stretch[] {
  return cut(text, within, '，,：:')
}

const OPENING = '（(“「『《〈【'
const CLOSING = '）)”」』》〉】'
/** Almost all characters neither end nor open anything, so that is told by one look into a table. */
const PLAIN = new Uint8Array(65_536).fill(1)
for (const mark of `${OPENING}。！？；;，,：:`) PLAIN[mark.charCodeAt(0)] = 0
/** An unclosed bracket must not swallow the rest of a paragraph. */
const LONGEST_BRACKET = 400

function cut(text: string, { from, to }: Stretch, ends: string): readonly Stretch[] {
  const found: Stretch[] = []
  let start = from
  for (let at = from; at < to; at++) {
    if (PLAIN[text.charCodeAt(at)] === 1) continue
    if (OPENING.includes(text.charAt(at))) at = closing(text, at, to)
    else if (ends.includes(text.charAt(at)) && !isInsideNumber(text, at)) {
      if (at > start) found.push({ from: start, to: at })
      start = at + 1
    }
  }
  if (to > start) found.push({ from: start, to })
  return found
}

/** The offset of the bracket that closes the one at `at`, or `at` itself when none does. */
function closing(text: string, at: number, to: number): number {
  let depth = 0
  for (let next = at; next < Math.min(to, at + LONGEST_BRACKET); next++) {
    if (OPENING.includes(text.charAt(next))) depth++
    else if (CLOSING.includes(text.charAt(next)) && --depth === 0) return next
  }
  return at
}

/** 3:1 and 2,000 are numbers, not the end of a clause. */
function isInsideNumber(text: string, at: number): boolean {
  return isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}
