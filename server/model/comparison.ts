import type { Threshold, TopicMark } from './facts.ts'

export type Relation = 'SAME' | 'STRICTER' | 'LOOSER' | 'ADDED' | 'OMITTED' | 'DIFFERENT' | 'NOT_COMPARABLE'

/** A sentence of the tool in both languages; the law itself is only ever quoted. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

export type ComparedThreshold = Threshold & { readonly id: string }
export type ComparedMark = TopicMark & { readonly id: string }

/** What the comparison takes of one instrument, in text order. */
export interface ComparedInstrument {
  readonly id: string
  /** Short name for sentences: 国家, 云南 … */
  readonly name: Sentence
  /** How the document calls itself and its subject (以下简称…): left out when wordings are compared. */
  readonly ownNames?: readonly string[]
  /** Changes with the text and with what is read from it: under it is kept what is worked out of the instrument alone. */
  readonly hash?: string | null
  readonly thresholds: readonly ComparedThreshold[]
  readonly marks: readonly ComparedMark[]
}

export interface ComparisonCell {
  readonly instrument: string
  readonly silent: boolean
  /** Against the base column; null in the base itself and where neither says anything. */
  readonly relation: Relation | null
  readonly reason: Sentence | null
  readonly modality: string | null
  readonly delegated: string | null
  readonly thresholds: readonly string[]
  readonly marks: readonly string[]
}

export interface ComparisonRow {
  /** Stable: the topic key, or topic/metric family, or topic/aspect. */
  readonly id: string
  readonly topic: string
  readonly metricKey: string | null
  readonly aspect: string | null
  readonly label: Sentence
  /** False when the cells measure different things and must not be ordered; the note says why. */
  readonly comparable: boolean
  readonly note: Sentence | null
  /** How sure it is that its cells belong together, 0 to 1; null where the vocabulary names what the row is about. */
  readonly score: number | null
  /** Why they meet, in one sentence; null where the vocabulary names it, or only one column speaks. */
  readonly why: Sentence | null
  readonly cells: readonly ComparisonCell[]
}

export interface Comparison {
  readonly base: string | null
  readonly columns: readonly string[]
  readonly rows: readonly ComparisonRow[]
}
