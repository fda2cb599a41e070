/**
 * Shares of wording, on text without what carries no meaning: width, spaces, punctuation, markup, asides in brackets and
 * a document's short names for itself (`本中心`, `省创中心`).
 */

/** Dice share of the two-character runs of two bare texts, 0 to 1; symmetric; 1 for equal texts. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1
  const [one, two] = [bigrams(left), bigrams(right)]
  const total = left.length + right.length - 2
  if (total <= 0) return 0
  return (2 * sharedCount(one, two)) / total
}

/** `bare('**第一条** 省创中心（以下简称中心）应……', ['省创中心'])`: one form for one wording. */
export function bare(text: string, ownNames: readonly string[]): string {
  const plain = text.normalize('NFKC').replace(ASIDE, '').replace(NO_MEANING, '')
  return ownNames.reduce((rest, name) => rest.replaceAll(name, ''), plain)
}

const ASIDE = /\([^()]*\)/g
const NO_MEANING = /[\s\p{P}\p{S}]+/gu

function bigrams(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let index = 1; index < text.length; index += 1) {
    const pair = (text.charCodeAt(index - 1) << 16) | text.charCodeAt(index)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function sharedCount(one: ReadonlyMap<number, number>, two: ReadonlyMap<number, number>): number {
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, two.get(pair) ?? 0)
  return shared
}
