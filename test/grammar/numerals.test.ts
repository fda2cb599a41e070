import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printCapital, printNumeral, readNumeral } from '../../server/grammar/numerals.ts'

describe('numbers as regulations write them', () => {
  it.each([
    ['120', 120],
    ['2,000', 2000],
    ['12,345,678', 12345678],
    ['3.5', 3.5],
    ['2.5亿', 250000000],
    ['1.1万', 11000],
    ['2000万', 20000000],
    ['3百万', 3000000],
    ['1万亿', 1e12],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百二十', 120],
    ['一百零五', 105],
    ['一百二', 120],
    ['三万五', 35000],
    ['二千', 2000],
    ['两千五百', 2500],
    ['一千零二十', 1020],
    ['壹拾万', 100000],
    ['壹佰贰拾叁', 123],
    ['十万', 100000],
    ['五千万', 50000000],
    ['一亿两千万', 120000000],
    ['一万亿', 1e12],
    ['三点五', 3.5],
    ['二〇二二', 2022],
    ['一九九八', 1998],
    ['兩萬', 20000],
    ['三億', 300000000],
  ])('%s is %d', (written, value) => {
    expect(readNumeral(written, 0)).toMatchObject({ value, end: written.length })
  })

  it.each(['万', '百姓', '千米', '亿', '点五', '一二', '百千', '元'])('%s is no number', (written) => {
    expect(readNumeral(written, 0)).toBeNull()
  })

  it('leaves 千 to the unit behind it in 5千米 and 3千瓦', () => {
    expect(readNumeral('5千米', 0)).toEqual({ value: 5, end: 1, scale: '' })
    expect(readNumeral('3千瓦', 0)).toEqual({ value: 3, end: 1, scale: '' })
  })
})

describe('reading is the inverse of writing', () => {
  const amounts = fc.integer({ min: 0, max: 999_999_999_999 })

  it('for every whole number in small Chinese numerals', () => {
    fc.assert(fc.property(amounts, (n) => readNumeral(printNumeral(n), 0)?.value === n))
  })

  it('for every whole number in capitals', () => {
    fc.assert(fc.property(amounts, (n) => readNumeral(printCapital(n), 0)?.value === n))
  })

  it('for every whole number in Arabic digits with and without thousands separators', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(readNumeral(String(n), 0)?.value).toBe(n)
        expect(readNumeral(n.toLocaleString('en-US'), 0)?.value).toBe(n)
      }),
    )
  })
})
