import type { ComparedMark, ComparedThreshold } from '../../model/comparison.ts'
import type { Vector } from './vector.ts'

/** Whether a matter asks for something or says what follows from not doing it. */
export type Side = 'duty' | 'penalty'

/**
 * What one text says of one thing: the facts of a statement that belong together, and what they are about. The facts
 * of one offence are one matter, and so are the amounts of one unit in one statement.
 */
export interface Matter {
  readonly instrument: string
  readonly side: Side
  /** Kinds of its amounts (time, money …); empty for words alone. */
  readonly units: readonly string[]
  readonly thresholds: readonly ComparedThreshold[]
  /** Statements without an amount, shown by their words. */
  readonly marks: readonly ComparedMark[]
  /** Statements that hold its amounts. */
  readonly around: readonly ComparedMark[]
  readonly topic: string
  readonly start: number
  /** 0 at the head of the text, 1 at its end. */
  readonly place: number
  /** Clauses that tell what it is about, the most telling first; one of them names the row. */
  readonly clauses: readonly string[]
  /** Who is bound, in the words before the modal verb; '' where it is not said. */
  readonly subject: string
  readonly forbids: boolean
  readonly words: Vector
  /** Words of the article that it stands in. */
  readonly surroundings: Vector
  /** Stays the same while its words do. */
  readonly key: string
}
