import type { ModalityTerm } from '../model/vocabulary.ts'

/** A modal word in a text: 应当, 不得, 鼓励, 可以. */
export interface Modal {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly modality: string
  /** Position on the ladder, 1 strongest. */
  readonly rank: number | null
}

/**
 * The modal words of a text in order; look-alikes (相应, 可持续) are passed over, the longest word wins.
 * @example modalsIn('应有相应条件，可以委托', terms).map(({ word }) => word) // ['应', '可以']
 */
export function modalsIn(text: string, terms: readonly ModalityTerm[]): readonly Modal[] {
  return [...text.matchAll(patternOf(terms))].flatMap((hit) => {
    const term = terms.find(({ words }) => words.includes(hit[0]))
    if (term === undefined) return []
    return [{ from: hit.index, to: hit.index + hit[0].length, word: hit[0], modality: term.modality, rank: term.rank }]
  })
}

const PATTERNS = new WeakMap<readonly ModalityTerm[], RegExp>()

/** One alternation of all words and look-alikes, longest first, so that 相应 is consumed before 应 is seen. */
function patternOf(terms: readonly ModalityTerm[]): RegExp {
  const known = PATTERNS.get(terms)
  if (known !== undefined) return known
  const words = terms.flatMap((term) => [...term.words, ...term.not]).sort((a, b) => b.length - a.length)
  const pattern = words.length === 0 ? /(?!)/g : new RegExp(words.join('|'), 'g')
  PATTERNS.set(terms, pattern)
  return pattern
}
