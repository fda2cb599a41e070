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
  const { pattern, termOf } = preparedFrom(terms)
  const found: Modal[] = []
  pattern.lastIndex = 0
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    const word = hit[0]
    const term = termOf.get(word)
    if (term === undefined) continue
    found.push({ from: hit.index, to: hit.index + word.length, word, modality: term.modality, rank: term.rank })
  }
  return found
}

interface Prepared {
  readonly pattern: RegExp
  /** The term of each word; look-alikes have none. */
  readonly termOf: ReadonlyMap<string, ModalityTerm>
}

const PREPARED = new WeakMap<readonly ModalityTerm[], Prepared>()

function preparedFrom(terms: readonly ModalityTerm[]): Prepared {
  const known = PREPARED.get(terms)
  if (known !== undefined) return known
  const pairs = [...terms].reverse().flatMap((term) => term.words.map((word) => [word, term] as const))
  const prepared = { pattern: patternOf(terms), termOf: new Map(pairs) }
  PREPARED.set(terms, prepared)
  return prepared
}

/** One alternation of all words and look-alikes, longest first, so that 相应 is consumed before 应 is seen. */
function patternOf(terms: readonly ModalityTerm[]): RegExp {
  const words = terms.flatMap((term) => [...term.words, ...term.not]).sort((a, b) => b.length - a.length)
  const firsts = [...new Set(words.map((word) => word.charAt(0)))].join('')
  return words.length === 0 ? /(?!)/g : new RegExp(`(?=[${firsts}])(?:${words.join('|')})`, 'g')
}
