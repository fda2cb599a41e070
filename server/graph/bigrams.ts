import { fold, isHan, runs } from './terms.ts'

/**
 * Text as the tokens of an index without a segmenter: each run of Han characters as its bigrams and its last character,
 * so that a prefix query finds any single character; other runs as they are.
 * @example tokens('近3年研发') // '近 3 年研 研发 发'
 */
export function tokens(text: string): string {
  return runs(fold(text)).flatMap(bigrams).join(' ')
}

/**
 * One word of a search as a phrase of those tokens, in the grammar of FTS5. A last single character may begin a bigram.
 * @example phrase('5个工作日') // '"5 个工 工作 作日"'
 */
export function phrase(term: string): string {
  const all = runs(fold(term))
  const last = all.at(-1) ?? ''
  const before = all.slice(0, -1).flatMap(bigrams)
  if (!isHan(last)) return quoted([...before, last])
  const characters = [...last]
  if (characters.length === 1) return `${quoted([...before, last])}*`
  return quoted([...before, ...bigrams(last).slice(0, -1)])
}

function bigrams(run: string): readonly string[] {
  if (!isHan(run)) return [run]
  const characters = [...run]
  return characters.map((character, at) => character + (characters[at + 1] ?? ''))
}

/** Terms hold letters and digits alone, so nothing in them can be an operator. */
function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}
