const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/** What a body's name ends with, long and short. */
const ORGAN = /[部厅局委办署院会]$/u
const BODY_AHEAD = /^(?:[部厅局委办署院]|行政|主管)/u
const JOINING = /^[和与及、]$/u

/**
 * Whether two runs of words are the short and the long name of one body: 科技部 and 科学技术部, 发改 and 发展和改革 before 委.
 * The short name takes words of the long one in their order, each from its first character; `ahead` is what follows both.
 * @example isSameBody('市场监管局', '市场监督管理局', '') // true
 */
export function isSameBody(one: string, two: string, ahead: string): boolean {
  const [short = '', long = ''] = [one.trim(), two.trim()].sort((a, b) => a.length - b.length)
  if (short.length < 2 || short.length === long.length || long.length > 5 * short.length) return false
  if (!(ORGAN.test(short) || BODY_AHEAD.test(ahead))) return false
  return isAbbreviation(short, wordsOf(long))
}

function wordsOf(name: string): readonly string[] {
  return [...WORDS.segment(name)].map(({ segment }) => segment).filter((word) => !JOINING.test(word))
}

function isAbbreviation(short: string, words: readonly string[]): boolean {
  let at = 0
  for (const [place, word] of words.entries()) {
    if (word[0] !== short[at]) {
      if (place === 0) return false
      continue
    }
    at += 1
    for (const character of word.slice(1)) if (character === short[at]) at += 1
  }
  return at === short.length && sameEnd(short, words.at(-1) ?? '')
}

/** 部 for 部, 委 for 委员会: a short name that names a kind of body names the same kind. */
function sameEnd(short: string, last: string): boolean {
  const end = short.at(-1) ?? ''
  return !ORGAN.test(short) || last.includes(end) || (end === '委' && last === '会')
}
