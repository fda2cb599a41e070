import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'
import { faultsOf } from './soundness.ts'

const vocabulary = loadVocabulary()
const TEXTS = readdirSync('data/regulations').map(
  (id) => [id, readFileSync(`data/regulations/${id}/text.txt`, 'utf8')] as const,
)

const read = (text: string | Uint8Array): Extraction => extract(readText(Buffer.from(text), 'text.txt'), vocabulary)

/** Another writing of a text, and where each character of it stands in the first (one entry more than characters). */
interface Rewriting {
  readonly text: string
  readonly origins: readonly number[]
}

function rewrite(text: string, write: (char: string, at: number) => string): Rewriting {
  const origins: number[] = []
  let written = ''
  for (let at = 0; at < text.length; at++) {
    const piece = write(text.charAt(at), at)
    for (let n = 0; n < piece.length; n++) origins.push(at)
    written += piece
  }
  return { text: written, origins: [...origins, text.length] }
}

const DIGIT_BEFORE_WORD = /[0-9](?=[\u4e00-\u9fff%])/
const WIDE = new Map([...'0123456789%'].map((char) => [char, String.fromCharCode(char.charCodeAt(0) + 0xfee0)]))

const WRITINGS: readonly (readonly [name: string, write: (text: string) => Rewriting])[] = [
  ['with line ends of Windows', (text) => rewrite(text, (char) => (char === '\n' ? '\r\n' : char))],
  ['with wide digits', (text) => rewrite(text, (char) => WIDE.get(char) ?? char)],
  [
    'with a space between digits and the word behind them',
    (text) =>
      rewrite(text, (char, at) => (DIGIT_BEFORE_WORD.test(text.slice(at, at + 2)) ? `${char} ` : char)),
  ],
]

/** What was read, without the words as written, at the places of the first writing. */
function factsOf(extraction: Extraction, origins: readonly number[]) {
  const start = (fact: { start: number }) => origins[fact.start] ?? fact.start
  const end = (fact: { end: number }) => (origins[fact.end - 1] ?? fact.end - 1) + 1
  const span = (fact: { start: number; end: number }) => [start(fact), end(fact)] as const
  const { meta, provisions, thresholds, citations, references, roles, norms, procedure, eligibility } = extraction
  return {
    meta: plain(meta),
    provisions: provisions.map((one) => [one.id, one.kind, one.number, plain(one.heading), start(one)]),
    thresholds: thresholds.map((one) => [...span(one), one.metricKey, one.comparator, one.value, one.upper, one.unit]),
    citations: citations.map((one) => [...span(one), plain(one.title), plain(one.docNumber), one.relation]),
    references: references.map((one) => [...span(one), one.targets]),
    roles: roles.map(({ key, name }) => [key, plain(name)]),
    norms: norms.map((one) => [...span(one), plain(one.bearer), one.modality]),
    procedure: procedure.map((one) => [...span(one), plain(one.actor), plain(one.duration)]),
    eligibility: plain(eligibility.map(({ track, logic }) => [track, shapeOf(logic)])),
  }
}

function shapeOf(logic: object): unknown {
  return JSON.parse(JSON.stringify(logic, (key, value: unknown) => (key === 'start' || key === 'end' ? 0 : value)))
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null).normalize('NFKC').replaceAll(/\s|\\[rn]/g, ''))
}

describe.each(TEXTS)('%s', (_, text) => {
  const first = factsOf(read(text), Array.from({ length: text.length + 1 }, (__, at) => at))

  it.each(WRITINGS)('is read the same %s', (__, write) => {
    const { text: written, origins } = write(text)
    expect(written).not.toBe(text)
    expect(factsOf(read(written), origins)).toEqual(first)
  })

  it('is read the same behind a byte order mark and in UTF-16', () => {
    const origins = Array.from({ length: text.length + 1 }, (__, at) => at)
    expect(factsOf(read(`\ufeff${text}`), origins)).toEqual(first)
    expect(factsOf(read(Buffer.from(`\ufeff${text}`, 'utf16le')), origins)).toEqual(first)
  })
})

const PIECES = TEXTS.flatMap(([, text]) => text.split(/(?<=[。；\n])/)).filter((piece) => piece.length < 400)

describe('any text made of regulations and of anything else', () => {
  it('gives an extraction whose quotes are slices, whose facts lie in their provisions and whose tree nests', () => {
    const anything = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom('第', '条', '（', '）', '《', '》', '不少于', '100', '万元', '、', '\n', '\r') },
    )
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 30 }), (pieces) => {
        const text = `甲${pieces.join('')}`
        expect(faultsOf(read(text), text)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('may be cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.nat(), ([, text], one, other) => {
        const [from = 0, to = 0] = [one % text.length, other % text.length].toSorted((a, b) => a - b)
        const part = `甲${text.slice(from, to)}`
        expect(faultsOf(read(part), part)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
