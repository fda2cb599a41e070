import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureNumber, measureSeries } from '../../server/fit/amounts.ts'
import { gapOf, holds, rangeOf } from '../../server/fit/range.ts'
import { thresholdOf } from './trees.ts'

const money = (rest: Parameters<typeof thresholdOf>[0]) => thresholdOf({ unit: 'CNY', unitText: '元', ...rest })

describe('one amount against a threshold', () => {
  it.each([
    ['>=', 50, null, 50, 'PASS', null],
    ['>=', 50, null, 49, 'FAIL', 1],
    ['>', 50, null, 50, 'FAIL', 1],
    ['>', 50, null, 51, 'PASS', null],
    ['<=', 60, null, 60, 'PASS', null],
    ['<=', 60, null, 61, 'FAIL', 1],
    ['<', 60, null, 60, 'FAIL', 1],
    ['<', 60, null, 59, 'PASS', null],
    ['=', 3, null, 3, 'PASS', null],
    ['=', 3, null, 5, 'FAIL', 2],
    ['=', 3, null, 1, 'FAIL', 2],
    ['between', 3, 5, 3, 'PASS', null],
    ['between', 3, 5, 5, 'PASS', null],
    ['between', 3, 5, 2, 'FAIL', 1],
    ['between', 3, 5, 7, 'FAIL', 2],
    ['>=', 50, null, 0, 'FAIL', 50],
  ] as const)('%s %s (to %s): %s is a %s with a gap of %s', (comparator, value, upper, have, verdict, gap) => {
    expect(measureNumber(thresholdOf({ comparator, value, upper }), have)).toEqual({ verdict, have, gap })
  })

  it('is open without an answer, and zero is an answer', () => {
    expect(measureNumber(thresholdOf({}), null).verdict).toBe('UNKNOWN')
    expect(measureNumber(thresholdOf({ comparator: '<=', value: 3 }), 0).verdict).toBe('PASS')
  })

  it('fails a share of 70 % below 70 %', () => {
    const below = thresholdOf({ comparator: '<', value: 0.7, unit: 'ratio' })
    const { verdict, gap } = measureNumber(below, 0.7)
    expect([verdict, gap !== null && gap > 0 && gap < 1e-9]).toEqual(['FAIL', true])
    expect(measureNumber(below, 0.75).gap).toBeCloseTo(0.05, 12)
  })

  it('gives a gap that is enough, and a hair less is not', () => {
    const money = fc.integer({ min: 0, max: 1e12 })
    const share = fc.integer({ min: 0, max: 20_000 }).map((parts) => parts / 10_000)
    const pair = fc.oneof(fc.tuple(money, money), fc.tuple(share, share))
    const comparator = fc.constantFrom('>=', '<=', '=' as const)
    fc.assert(
      fc.property(comparator, pair, (sign, [value, have]) => {
        const range = rangeOf({ comparator: sign, value, upper: null })
        const gap = gapOf(range, have, false)
        expect(gap === null).toBe(holds(range, have))
        if (gap === null) return
        const reached = have + (have < value ? gap : -gap)
        expect(Math.abs(reached - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value, have))
        // An exact value cannot always be reached to the last digit: of 0.1 and a billion there is no such difference.
        expect(sign === '=' || holds(range, reached)).toBe(true)
        const hair = Math.max(1e-9, have * 1e-9, value * 1e-9)
        expect(holds(range, have + (have < value ? gap - hair : hair - gap))).toBe(false)
      }),
    )
  })
})

describe('amounts by year against a threshold', () => {
  const each = money({ value: 10, window: 'P2Y', per: 'P1Y', aggregation: 'each' })
  const sum = money({ value: 20, window: 'P3Y', aggregation: 'sum' })
  const mean = money({ value: 40, window: 'P3Y', aggregation: 'mean' })
  const atMost = money({ comparator: '<=', value: 20, window: 'P3Y', aggregation: 'sum' })

  it.each([
    ['each year meets it', each, [10, 10, 0], 'PASS', 10, null],
    ['one year is short', each, [30, 9, 50], 'FAIL', 9, 1],
    ['the weakest year is told', each, [5, 9], 'FAIL', 5, 5],
    ['a missing year leaves it open', each, [10, null], 'UNKNOWN', null, null],
    ['a short year fails although the other is missing', each, [null, 9], 'FAIL', 9, 1],
    ['a year outside the window does not count', each, [10, 10, 1], 'PASS', 10, null],
    ['a sum is reached', sum, [0, 0, 20], 'PASS', 20, null],
    ['a sum is missed', sum, [5, 5, 9], 'FAIL', 19, 1],
    ['a sum is reached without the missing year', sum, [15, 5], 'PASS', 20, null],
    ['a sum that the missing year decides', sum, [15, null, 4], 'UNKNOWN', null, null],
    ['a mean is reached unevenly', mean, [10, 10, 100], 'PASS', 40, null],
    ['a mean is missed', mean, [10, 10, 97], 'FAIL', 39, 1],
    ['a mean that two years reach already', mean, [60, 60], 'PASS', 40, null],
    ['a mean that the missing year decides', mean, [60, 30], 'UNKNOWN', null, null],
    ['a ceiling is broken already', atMost, [21, null, null], 'FAIL', 21, 1],
    ['a ceiling that a missing year may break', atMost, [19, null, 1], 'UNKNOWN', null, null],
    ['nothing is told', sum, [], 'UNKNOWN', null, null],
    ['zeros are told', sum, [0, 0, 0], 'FAIL', 0, 20],
  ] as const)('%s', (_, threshold, series, verdict, have, gap) => {
    expect(measureSeries(threshold, series)).toEqual({ verdict, have, gap })
  })

  it('is decided as it would be whatever the missing years held', () => {
    const threshold = fc.constantFrom(each, sum, mean, atMost)
    const years = fc.array(fc.option(fc.integer({ min: 0, max: 120 })), { minLength: 3, maxLength: 3 })
    const filling = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(threshold, years, filling, (one, series, rest) => {
        const { verdict } = measureSeries(one, series)
        const filled = series.map((known, at) => known ?? rest[at] ?? 0)
        if (verdict !== 'UNKNOWN') expect(measureSeries(one, filled).verdict).toBe(verdict)
      }),
    )
  })
})
