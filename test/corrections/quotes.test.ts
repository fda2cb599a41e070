import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf, quotable, quoteHash } from '../../server/corrections/quotes.ts'

describe('the hash of a quote', () => {
  it.each([
    ['不少于 50 人', '不少于50人'],
    ['不少于\r\n50人', '不少于50人'],
    ['不少于５０人', '不少于50人'],
    ['（试行）', '(试行)'],
  ])('is the same for %j and %j', (one, other) => {
    expect(quoteHash(one)).toBe(quoteHash(other))
  })

  it('is another for other words', () => {
    expect(quoteHash('不少于50人')).not.toBe(quoteHash('不少于60人'))
  })
})

describe('a quote is found', () => {
  it.each([
    ['as it stands', '甲不少于50人乙', '不少于50人', ['不少于50人']],
    ['across a line break', '甲不少于\n  50人乙', '不少于50人', ['不少于\n  50人']],
    ['in another width', '甲不少于５０人乙', '不少于50人', ['不少于５０人']],
    ['at every place', '50人、50人', '50人', ['50人', '50人']],
    ['nowhere when it is not there', '甲乙', '丙', []],
    ['nowhere when it is only space', '甲 乙', '  ', []],
  ])('%s', (_, raw, quote, found) => {
    expect(placesOf(quotable(raw), quote).map(({ start, end }) => raw.slice(start, end))).toEqual(found)
  })

  it('and a part of it by offsets in the quote as written', () => {
    const raw = '固定 人员\n不少于 50 人。'
    const [place] = placesOf(quotable(raw), '固定人员 不少于50人')
    const part = (from: number, to: number) => {
      const { start, end } = place!.part(from, to)
      return raw.slice(start, end)
    }
    expect([part(0, 4), part(5, 8), part(8, 11), part(4, 11)]).toEqual(['固定 人员', '不少于', '50 人', '不少于 50 人'])
  })

  it('wherever it was taken from, with layout put between its characters', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '5', '。', '（'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, letters, (before, quote, after) => {
        const spread = [...quote].join('\n ')
        const raw = before + spread + after
        const places = placesOf(quotable(raw), quote).map(({ start, end }) => [start, end])
        expect(places).toContainEqual([before.length, before.length + spread.length])
      }),
    )
  })
})
