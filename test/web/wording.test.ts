import { describe, expect, it } from 'vitest'
import { emphasise, inBrief, oneLine } from '../../web/parts/emphasis.ts'
import { amount, quantity, tick } from '../../web/parts/figures.ts'
import { zh } from '../../web/messages/zh.ts'

describe('the strong words of a quote', () => {
  it.each([
    ['研发团队中固定人员不少于 100 人', '人', '100'],
    ['近两年研发经费投入每年不少于 1000 万元', '万元', '1000'],
    ['申报前 1 年度资产负债率低于 70%', '%', '70%'],
    ['近三年平均研发经费不低于4000万元', '万元', '4000'],
    ['拥有 12 项及以上 II 类知识产权', '项', '12'],
    ['一般以三年为一个周期', '年', '三'],
    ['研发场地面积在 1500m² 以上', 'm²', '1500'],
  ])('in %s (counted in %s) are %s', (quote, unit, strong) => {
    expect(strongOf(emphasise(quote, { unit }))).toBe(strong)
  })

  it.each([
    ['应为独立法人实体', '应', '应'],
    ['鼓励注册登记为独立法人', '鼓励', '鼓励'],
    ['独立法人实体', '应', ''],
    ['有相应稳定研发经费保障', '应', ''],
    ['可持续发展的，可给予支持', '可', '可'],
  ])('in %s (modal word %s) are %s', (quote, modal, strong) => {
    expect(strongOf(emphasise(quote, { modal }))).toBe(strong)
  })

  it('stand in runs that are the whole quote', () => {
    const quote = '近 3 年内，科技成果转化数达到 5 项以上'
    const runs = emphasise(quote, { unit: '项' })
    expect(runs.map(({ text }) => text).join('')).toBe(quote)
  })
})

describe('a quote in brief', () => {
  it.each([
    ['近两年研发经费投入每年不少于 1000 万元', '万元', '…投入每年不少于 1000 万元'],
    ['面积不少于 500 平方米', '平方米', '面积不少于 500 平方米'],
    ['没有数字的一句很长很长很长的话', '', '没有数字的一句很长很长很长的话'],
  ])('of %s (counted in %s) is %s', (quote, unit, brief) => {
    const runs = inBrief(emphasise(quote, { unit }))
    expect(runs.map(({ text }) => text).join('')).toBe(brief)
  })
})

describe('a quote on one line', () => {
  it.each([
    ['公益民生\n\n可持续发展', '公益民生可持续发展'],
    ['**第一条** 为规范', '第一条 为规范'],
    ['不少于 100 人', '不少于 100 人'],
    ['a\nb', 'a b'],
  ])('%j reads %j', (quote, line) => {
    expect(oneLine(quote)).toBe(line)
  })
})

describe('a quantity', () => {
  it.each([
    [{ comparator: '>=', value: 10_000_000, upper: null, unit: 'CNY' }, '≥ 1000 万元'],
    [{ comparator: '>=', value: 12_345, upper: null, unit: 'CNY' }, '≥ 12,345 元'],
    [{ comparator: '<', value: 0.7, upper: null, unit: 'ratio' }, '＜ 70%'],
    [{ comparator: '>=', value: 1 / 3, upper: null, unit: 'ratio' }, '≥ 33.33%'],
    [{ comparator: 'between', value: 3, upper: 5, unit: 'year' }, '3 年–5 年'],
    [{ comparator: 'between', value: 15, upper: 6, unit: 'day', upperUnit: 'month' }, '15 日–6 个月'],
    [{ comparator: '=', value: 4, upper: null, unit: 'unheard-of' }, '＝ 4 unheard-of'],
  ])('%j reads %s', (it, text) => {
    expect(quantity(it, zh.unit, 'zh')).toBe(text)
  })

  it('is exact in money that does not come out in 万元, and in English', () => {
    expect(amount(10_000_000, 'CNY', { units: {}, lang: 'en' })).toBe('CNY 10,000,000')
    expect(tick(20_000_000, 'CNY', { units: {}, lang: 'zh' })).toBe('2000万')
    expect(tick(20_000_000, 'CNY', { units: {}, lang: 'en' })).toBe('20m')
    expect(tick(100, 'person', { units: zh.unit, lang: 'zh' })).toBe('100人')
  })
})

function strongOf(runs: readonly { readonly text: string; readonly strong: boolean }[]): string {
  return runs
    .filter(({ strong }) => strong)
    .map(({ text }) => text)
    .join('')
}
