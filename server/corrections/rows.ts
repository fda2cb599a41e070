import type { Extraction } from '../model/extraction.ts'
import type { Span } from '../model/text.ts'
import { holds } from './list-change.ts'
import { NEEDLESS, type Outcome, type Placed, SEVERAL_FACTS, WITHOUT_FACT } from './outcome.ts'

/**
 * Puts the amount or the clause that has the words into a row of the comparison. Exactly these words before words that
 * they share, an amount before a clause: where both have them the row shows the amount. `where` tells them apart.
 */
export function changeRow(extraction: Extraction, { correction, place }: Placed): Outcome {
  const { set = {}, where = {} } = correction
  const row = String(set['row'])
  const { thresholds, topics } = extraction
  for (const isMeant of [isAt, overlap]) {
    for (const list of [thresholds, topics] as const) {
      const found = list.filter((fact) => isMeant(fact, place) && holds(fact, where))
      if (found.length > 1) return SEVERAL_FACTS
      const [fact] = found
      if (fact === undefined) continue
      if (fact.row === row) return NEEDLESS
      return { ...extraction, thresholds: inRow(thresholds, fact, row), topics: inRow(topics, fact, row) }
    }
  }
  return WITHOUT_FACT
}

function inRow<F extends object>(facts: readonly F[], fact: object, row: string): readonly F[] {
  return facts.map((one) => (one === fact ? { ...one, row } : one))
}

function isAt(fact: Span, { start, end }: Span): boolean {
  return fact.start === start && fact.end === end
}

function overlap(fact: Span, { start, end }: Span): boolean {
  return fact.start < end && fact.end > start
}
