import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printNumeral } from '../../server/grammar/numerals.ts'
import { findQuantities } from '../../server/grammar/quantities.ts'
import { unitReader } from '../../server/grammar/units.ts'
import type { UnitTerm } from '../../server/model/vocabulary.ts'

const terms: readonly UnitTerm[] = JSON.parse(readFileSync('data/vocabulary/units.json', 'utf8'))
const units = unitReader(terms)
const read = (text: string) =>
  findQuantities(text, units).map((q) => [q.value, ...(q.upper === null ? [] : [q.upper]), q.upperUnit ?? q.unit])

describe('quantities in the words of regulations', () => {
  it.each([
    ['固定人员不少于100人', [[100, 'person']]],
    ['原值在2000万元以上', [[20000000, 'CNY']]],
    ['销售收入达到1.5亿元', [[150000000, 'CNY']]],
    ['处壹拾万元罚款', [[100000, 'CNY']]],
    [
      '处三千元以上三万元以下罚款',
      [
        [3000, 'CNY'],
        [30000, 'CNY'],
      ],
    ],
    ['实现3000多万元收入', [[30000000, 'CNY']]],
    ['技术开发费投入超过100万', [[1000000, 'CNY']]],
    ['不超过三分之一', [[1 / 3, 'ratio']]],
    ['百分之五十以上', [[0.5, 'ratio']]],
    ['千分之三', [[0.003, 'ratio']]],
    ['经三分之二以上委员同意', [[2 / 3, 'ratio']]],
    ['占2/3以上', [[2 / 3, 'ratio']]],
    ['占五成以上', [[0.5, 'ratio']]],
    ['低于70%', [[0.7, 'ratio']]],
    ['每日加收0.5‰', [[0.0005, 'ratio']]],
    ['比例不低于3:1', [[3, 'ratio']]],
    ['按1：1的比例', [[1, 'ratio']]],
    ['按一比一配套', [[1, 'ratio']]],
    ['10%—20%', [[0.1, 0.2, 'ratio']]],
    ['3—5人', [[3, 5, 'person']]],
    ['三至五名', [[3, 5, 'person']]],
    ['3至5万元', [[30000, 50000, 'CNY']]],
    ['3-5万元', [[30000, 50000, 'CNY']]],
    ['十五日至三十日', [[15, 30, 'day']]],
    ['15日至2个月', [[15, 2, 'month']]],
    [
      '等值以上三倍以下',
      [
        [1, 'multiple'],
        [3, 'multiple'],
      ],
    ],
    ['30余名', [[30, 'person']]],
    ['过半数', [[0.5, 'ratio']]],
    ['半年以上', [[0.5, 'year']]],
    ['一年半', [[1.5, 'year']]],
    ['两个半月', [[2.5, 'month']]],
    ['一年六个月', [[18, 'month']]],
    ['十五日内', [[15, 'day']]],
    ['5个工作日', [[5, 'workday']]],
    ['年龄不超过60周岁', [[60, 'year']]],
    ['1500m²以上', [[1500, 'm2']]],
    ['二公顷', [[20000, 'm2']]],
    ['5千米', [[5000, 'm']]],
    ['10万千瓦', [[100000, 'kW']]],
    ['不低於1000萬元', [[10000000, 'CNY']]],
    ['三点五公里', [[3500, 'm']]],
    ['五十千克', [[50, 'kg']]],
    ['二百五十千克', [[250, 'kg']]],
    ['十千米', [[10000, 'm']]],
    ['五万千瓦', [[50000, 'kW']]],
    ['三千人', [[3000, 'person']]],
    ['经十分之一以上代表联名', [[0.1, 'ratio']]],
    ['百分之百', [[1, 'ratio']]],
    ['百分之三至五', [[0.03, 0.05, 'ratio']]],
    ['一半以上', [[0.5, 'ratio']]],
    ['不高于-18℃', [[-18, 'celsius']]],
    ['零下十八摄氏度', [[-18, 'celsius']]],
    ['2-8℃', [[2, 8, 'celsius']]],
    ['0.05毫克/千克', [[0.05, 'milligram_per_kilogram']]],
    ['80毫克/100毫升', [[80, 'mg_per_100ml']]],
    ['300克标准煤/千瓦时', [[300, 'gram_coal_per_kilowatt_hour']]],
    ['卷烟二十万支', [[200000, 'stick']]],
    ['333000计算单位', [[333000, 'SDR']]],
    ['高度2m', [[2, 'm']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    '依照第三条第二款第一项',
    '第一、二项规定',
    '国科发区〔2021〕17号',
    '《中国制造2025》',
    '自2022年4月6日起施行',
    '2016-2020年',
    '二〇二二年十二月三十一日',
    '每年1月底前',
    '每月10日前',
    '“一行业一中心”',
    '一事一议',
    '统一、唯一、第一人',
    '三年级学生',
    '一次性告知',
    '联系电话13800000000',
    '8:30至17:30',
    '22时至次日6时',
    'PM2.5',
    '几十人',
    '使用5G网络',
    '下一年度的配额',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([])
  })

  it('keeps the written form beside the canonical value', () => {
    expect(findQuantities('2000万元', units)[0]).toMatchObject({
      value: 20000000,
      unit: 'CNY',
      unitText: '万元',
      start: 0,
      end: 6,
    })
  })

  it.each([
    ['30元/平方米', 30, 'CNY', 'square_metre'],
    ['500元/人·月', 500, 'CNY', 'P1M'],
    ['5万吨/年', 50000000, 'kg', 'P1Y'],
    ['60次/分', 60, 'time', 'PT1M'],
    ['30元', 30, 'CNY', null],
  ])('%s counts in a rate', (text, value, unit, per) => {
    expect(findQuantities(text, units)).toMatchObject([{ value, unit, per, unitText: text.replace(/^\d+/, '') }])
  })

  it('reads every amount in small numerals before every unit of money and length', () => {
    const amounts = fc.integer({ min: 1, max: 99_999_999 })
    fc.assert(
      fc.property(amounts, fc.constantFrom('元', '米', '名', '个工作日'), (n, unit) => {
        const [quantity, ...more] = findQuantities(`不少于${printNumeral(n)}${unit}`, units)
        expect(quantity?.value).toBe(n)
        expect(more).toEqual([])
      }),
    )
  })

  it('reads any text without failing, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'一二三十百千万亿0129.,%年月日个人元第条以上下内至—:/半分之成等值余'), {
          maxLength: 60,
        }),
        (chars) => {
          const found = findQuantities(chars.join(''), units)
          for (const [index, quantity] of found.entries()) {
            expect(quantity.end).toBeGreaterThan(quantity.start)
            expect(quantity.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
          }
        },
      ),
    )
  })
})
