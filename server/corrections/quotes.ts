import { createHash } from 'node:crypto'
import type { Span } from '../model/text.ts'

/** A place in the raw text where the words of a correction stand. */
export interface Place extends Span {
  /** The raw range of a part of the quote, by offsets in the quote as the correction writes it. */
  part(from: number, to: number): Span
}

/** A text that quotes are looked up in: prepared once, asked for every correction. */
export interface Quotable {
  readonly raw: string
  readonly folded: Folded
}

/**
 * The name of a quote: white space and width do not count, so that it outlives another line break or another format.
 * @example quoteHash('不少于 50 人') === quoteHash('不少于５０人') // true
 */
export function quoteHash(quote: string): string {
  return createHash('sha256').update(fold(quote).text).digest('hex').slice(0, 16)
}

export function quotable(raw: string): Quotable {
  return { raw, folded: fold(raw) }
}

/** Every place where the quote stands, in text order. */
export function placesOf({ folded }: Quotable, quote: string): readonly Place[] {
  const sought = fold(quote)
  const places: Place[] = []
  if (sought.text === '') return places
  for (let at = folded.text.indexOf(sought.text); at !== -1; at = folded.text.indexOf(sought.text, at + 1)) {
    places.push(placeAt(folded, sought, at))
  }
  return places
}

interface Folded {
  readonly text: string
  /** Offset of each folded character in what was folded, in order. */
  readonly offsets: readonly number[]
}

function placeAt(folded: Folded, sought: Folded, at: number): Place {
  const spanOf = (first: number, last: number): Span => ({
    start: folded.offsets[at + first] ?? 0,
    end: (folded.offsets[at + last] ?? 0) + 1,
  })
  return {
    ...spanOf(0, sought.text.length - 1),
    part(from, to) {
      const first = sought.offsets.findIndex((own) => own >= from)
      const last = sought.offsets.findLastIndex((own) => own < to)
      return first === -1 || last < first ? spanOf(0, sought.text.length - 1) : spanOf(first, last)
    },
  }
}

const SPACE = /\s|\u200b|\ufeff/
/** Full-width forms stand this far behind the ASCII characters that they are. */
const WIDE = { from: 0xff01, to: 0xff5e, shift: 0xfee0 }

function fold(text: string): Folded {
  const letters: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (SPACE.test(letter)) continue
    const code = letter.charCodeAt(0)
    letters.push(code >= WIDE.from && code <= WIDE.to ? String.fromCharCode(code - WIDE.shift) : letter)
    offsets.push(at)
  }
  return { text: letters.join(''), offsets }
}
