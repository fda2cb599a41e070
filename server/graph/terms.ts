/**
 * Words of a search, folded: widths and case make no difference, punctuation and spaces divide; all must occur.
 * @example searchTerms('工作日 ５个，R&D') // ['工作日', '5个', 'r', 'd']
 */
export function searchTerms(query: string): readonly string[] {
  return [...new Set(fold(query).match(WORDS) ?? [])].slice(0, MOST_TERMS)
}

/** Longer lists are pasted text, not a search. */
const MOST_TERMS = 24

const WORDS = /[\p{L}\p{N}]+(?:\.\d+)?/gu

/** Runs of one script: Han characters, or letters and digits. */
export function runs(text: string): readonly string[] {
  return text.match(RUNS) ?? []
}

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

export function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run)
}

/** Widths and case unified; for Chinese text the result has as many characters as the text. */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (sign) => sign.normalize('NFKC')).toLowerCase()
}
