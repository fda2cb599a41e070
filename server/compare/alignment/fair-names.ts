import type { AlignedSide } from '../../model/alignment.ts'
import { bare } from '../likeness.ts'

/**
 * Both sides with only those own names that tell nothing apart: a name that one document gives itself and the other writes
 * as a word like any other (国家 in a provincial text; an abbreviation that only the newer version announces) is left in
 * the words of both.
 */
export function fairlyNamed(left: AlignedSide, right: AlignedSide): readonly [AlignedSide, AlignedSide] {
  return [withNames(left, right), withNames(right, left)]
}

/** Written this often beside the document's own use of it, a name is a word like any other. */
const COMMON = 1 / 3

/** The names of `side` that stay own names beside `other`. */
export function fairNames(side: AlignedSide, other: AlignedSide): readonly string[] {
  const names = [...new Set(side.ownNames)].filter((name) => name !== '')
  const doubtful = new Set(names.filter((name) => !other.ownNames.includes(name)))
  if (doubtful.size === 0) return names
  const [own, words] = [wordsOf(side, []), wordsOf(other, other.ownNames)]
  return names.filter((name) => !doubtful.has(name) || countOf(name, words) < COMMON * countOf(name, own))
}

function wordsOf({ texts }: AlignedSide, names: readonly string[]): string {
  return texts.map(({ text }) => bare(text, longestFirst(names))).join('\n')
}

function countOf(name: string, words: string): number {
  return words.split(bare(name, [])).length - 1
}

/** The same for two texts: names of `names` that the other text does not write as a word. */
export function fairNamesIn(names: readonly string[], other: string, others: readonly string[]): readonly string[] {
  const rest = longestFirst(others).reduce((text, name) => (name === '' ? text : text.replaceAll(name, '\n')), other)
  return names.filter((name) => name !== '' && (others.includes(name) || !rest.includes(name)))
}

function withNames(side: AlignedSide, other: AlignedSide): AlignedSide {
  return { ...side, ownNames: longestFirst(fairNames(side, other)) }
}

function longestFirst(names: readonly string[]): readonly string[] {
  return names.toSorted((one, two) => two.length - one.length)
}
