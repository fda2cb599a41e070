import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isoDuration, namedWindow, perOf, windowOf } from '../../server/grammar/durations.ts'
import { findQuantities } from '../../server/grammar/quantities.ts'
import { unitReader } from '../../server/grammar/units.ts'

const units = unitReader(JSON.parse(readFileSync('data/vocabulary/units.json', 'utf8')))

describe('periods', () => {
  it.each([
    [3, 'year', 'P3Y'],
    [0.5, 'year', 'P6M'],
    [6, 'month', 'P6M'],
    [2, 'quarter', 'P6M'],
    [5, 'workday', 'P5D'],
    [24, 'hour', 'PT24H'],
    [1, 'semester', null],
  ])('%d %s is %s', (value, unit, iso) => {
    expect(isoDuration(value, unit)).toBe(iso)
  })

  it.each([
    ['近3年', 'P3Y'],
    ['最近五年内', 'P5Y'],
    ['申报前1年度', 'P1Y'],
    ['前三年平均产值', 'P3Y'],
    ['连续两年', 'P2Y'],
    ['过去十二个月', 'P12M'],
    ['建设期3年', null],
    ['届满前三十日', null],
    ['近三年以上', null],
    ['原则上3年', null],
  ])('%s looks at %s', (text, iso) => {
    const [quantity] = findQuantities(text, units)
    expect(quantity && windowOf(text, quantity)).toBe(iso)
  })

  it('reads the named years', () => {
    expect(namedWindow('上年度研发费用')).toBe('P1Y')
    expect(namedWindow('上一会计年度净利润')).toBe('P1Y')
    expect(namedWindow('研发费用')).toBeNull()
  })

  it.each([
    ['每年至少召开', 'P1Y'],
    ['每届任期', 'term'],
    ['每半年', 'P6M'],
    ['每季度', 'P3M'],
    ['每月', 'P1M'],
    ['每周', 'P1W'],
    ['每日加收', 'P1D'],
    ['每人', null],
  ])('%s is a rate by %s', (words, per) => {
    expect(perOf(words)).toBe(per)
  })
})
