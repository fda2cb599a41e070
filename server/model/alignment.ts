import type { Sentence } from './comparison.ts'

/** VERBATIM and ADAPTED pair two provisions; NEW has no left side, OMITTED no right one. */
export type Match = 'VERBATIM' | 'ADAPTED' | 'NEW' | 'OMITTED'

/** A provision as alignment sees it: an article, or a section of a plan, with everything inside it. */
export interface AlignedText {
  readonly id: string
  /** As written: 第十条, （二）; null where there is none. */
  readonly label: string | null
  readonly heading: string | null
  /** The heading of the chapter or part that it stands in. */
  readonly under: string | null
  /** Clean text without label and heading. */
  readonly text: string
  /** Keys of what it speaks of: topics, aspects and metrics. */
  readonly subjects: readonly string[]
}

/** One document of an alignment. */
export interface AlignedSide {
  readonly name: Sentence
  /** How the document calls itself, its subject and its place: no difference of wording. */
  readonly ownNames: readonly string[]
  readonly texts: readonly AlignedText[]
}

export interface AlignedPair {
  readonly left: string | null
  readonly right: string | null
  readonly match: Match
  /** 0 to 1: how sure the pair is; for NEW and OMITTED, 1 minus the score of the best other side. */
  readonly score: number
  readonly reason: Sentence
  /** True where a side stands in a stronger pair already: one provision is answered by several. */
  readonly part: boolean
  /** Of a part that one sentence makes, that sentence, as each text writes it; else null. */
  readonly passage: { readonly left: string; readonly right: string } | null
}

/** A run of words: in both texts, only in the right one, or only in the left one. */
export interface DiffSegment {
  readonly op: 'equal' | 'insert' | 'delete'
  /** As the right text writes it; for `delete`, as the left one does. */
  readonly text: string
  /** For `equal`, as the left text writes it where it writes it otherwise; else null. */
  readonly left: string | null
}
