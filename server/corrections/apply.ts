import type { Extraction } from '../model/extraction.ts'
import type { Problem, Span } from '../model/text.ts'
import type { Correction } from './format.ts'
import { CHANGES } from './kinds.ts'
import { placesOf, type Quotable, quotable } from './quotes.ts'
import { isTrouble, type Outcome, type Trouble } from './outcome.ts'

/**
 * What was read, as persons corrected it, in the order of the corrections. One that cannot be carried out leaves the
 * reading as it is and becomes a problem: its words are gone, no fact is read from them, it says what is read anyway …
 * @example applyCorrections(extraction, raw, corrections).problems.filter(({ code }) => code === 'CORRECTION_WITHOUT_QUOTE')
 */
export function applyCorrections(extraction: Extraction, raw: string, corrections: readonly Correction[]): Extraction {
  if (corrections.length === 0) return extraction
  const text = quotable(raw)
  const troubles: Problem[] = []
  let corrected = extraction
  for (const correction of corrections) {
    const { outcome, place } = applied(corrected, correction, text)
    if (isTrouble(outcome)) troubles.push(problemOf(correction, outcome, place))
    else corrected = outcome
  }
  return { ...corrected, problems: [...corrected.problems, ...troubles] }
}

interface Applied {
  readonly outcome: Outcome
  /** Where the words of the correction stand, if they do and only one place is meant. */
  readonly place: Span | null
}

function applied(extraction: Extraction, correction: Correction, text: Quotable): Applied {
  const places = placesOf(text, correction.quote)
  const place = places[(correction.nth ?? 1) - 1]
  if (place === undefined) return { outcome: withoutQuote(places.length), place: null }
  if (places.length > 1 && correction.nth === undefined) return { outcome: severalPlaces(places.length), place: null }
  return { outcome: CHANGES[correction.kind](extraction, { correction, place, raw: text.raw }), place }
}

function withoutQuote(times: number): Trouble {
  const found = times === 0 ? 'the text does not hold these words' : `the text holds these words only ${times} times`
  return { code: 'CORRECTION_WITHOUT_QUOTE', message: `${found}: quote it as it reads now, or delete the correction` }
}

function severalPlaces(times: number): Trouble {
  const message = `these words stand ${times} times in the text: say in "nth" which one is meant, from 1`
  return { code: 'CORRECTION_AMBIGUOUS', message }
}

function problemOf({ kind, quote, author, date }: Correction, { code, message }: Trouble, place: Span | null): Problem {
  const name = `correction of the ${kind} “${quote}” (${author}, ${date})`
  return { code, message: `${name}: ${message}`, start: place?.start ?? null, end: place?.end ?? null }
}
