import { describe, expect, it } from 'vitest'
import { parseCorrections } from '../../server/corrections/format.ts'
import { quoteHash } from '../../server/corrections/quotes.ts'
import { SAID } from './read.ts'

const GOOD = { ...SAID, kind: 'threshold', quote: '不少于50人', set: { value: 60 } }

describe('a corrections file', () => {
  it('gives its entries', () => {
    expect(parseCorrections({ corrections: [GOOD] })).toEqual({ corrections: [GOOD], bad: [] })
  })

  it('keeps the entries that are right beside one that is not', () => {
    const { corrections, bad } = parseCorrections({ corrections: [GOOD, { ...GOOD, author: '' }, GOOD] })
    expect([corrections.length, bad.map(({ at }) => at)]).toEqual([2, ['corrections.1.author']])
  })

  it('tells the row of a fact, and the fact by fields of an amount or a clause', () => {
    const row = { ...SAID, kind: 'row', quote: '不少于50人', where: { value: 50 }, set: { row: '人员' } }
    expect(parseCorrections({ corrections: [row] })).toEqual({ corrections: [row], bad: [] })
  })

  it('takes the hash of the quote, whatever its layout', () => {
    const { corrections } = parseCorrections({ corrections: [{ ...GOOD, hash: quoteHash('不少于 50 人') }] })
    expect(corrections).toHaveLength(1)
  })

  it.each([
    ['is no object', [], 'the top', 'must be {"corrections": […]}'],
    ['holds something else', { corections: [] }, 'the top', 'must be {"corrections": […]}'],
  ])('that %s is refused', (_, json, at, message) => {
    expect(parseCorrections(json)).toEqual({ corrections: [], bad: [{ at, message }] })
  })

  it.each([
    ['an unknown kind', { ...GOOD, kind: 'treshold' }, 'corrections.0.kind', /"threshold"/],
    [
      'an unknown field',
      { ...GOOD, set: { vlaue: 60 } },
      'corrections.0.set',
      /"vlaue".*a threshold has metric,.*value/,
    ],
    ['a value of another type', { ...GOOD, set: { value: '60' } }, 'corrections.0.set.value', /number/],
    ['a hash of other words', { ...GOOD, hash: quoteHash('不少于60人') }, 'corrections.0.hash', /restore the quote/],
    ['a date that is none', { ...GOOD, date: '2026-02-30' }, 'corrections.0.date', /date/],
    ['a quote without words', { ...GOOD, quote: ' ' }, 'corrections.0.quote', /words of the text/],
    ['nothing to do', { ...GOOD, set: undefined }, 'corrections.0.set', /./],
    ['two things to do', { ...GOOD, drop: true }, 'corrections.0', /exactly one of set, drop, add/],
    ['no field to set', { ...GOOD, set: {} }, 'corrections.0', /at least one field/],
    ['a second title', { ...SAID, kind: 'meta', quote: '办法', add: { title: '办法' } }, 'corrections.0', /only set/],
    ['a row that is dropped', { ...SAID, kind: 'row', quote: '人', drop: true }, 'corrections.0', /only set/],
    ['a row without a name', { ...SAID, kind: 'row', quote: '人', set: { row: '' } }, 'corrections.0.set.row', /./],
    [
      'a row with a place',
      { ...SAID, kind: 'row', quote: '人', set: { row: 'a', start: 1 } },
      'corrections.0.set',
      /./,
    ],
  ])('says where %s stands', (_, entry, at, message) => {
    expect(parseCorrections({ corrections: [entry] }).bad).toEqual([{ at, message: expect.stringMatching(message) }])
  })
})
