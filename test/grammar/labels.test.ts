import { describe, expect, it } from 'vitest'
import { addDays, addYears, findDates, wholeDate } from '../../server/grammar/dates.ts'
import { findDocNumbers, wholeDocNumber } from '../../server/grammar/doc-numbers.ts'
import { readLabel } from '../../server/grammar/labels.ts'

describe('readLabel', () => {
  it.each([
    ['**第一条** 为规范', 'article', '第一条', 1],
    ['第 二 章　总则', 'chapter', '第二章', 2],
    ['### **第三章 组建**', 'chapter', '第三章', 3],
    ['第一百二十条之一 甲', 'article', '第一百二十条之一', 120],
    ['第二编 分则', 'part', '第二编', 2],
    ['- 一、背景', 'han', '一、', 1],
    ['(四)甲', 'hanParen', '(四)', 4],
    ['㈤甲', 'hanParen', '㈤', 5],
    ['１． 甲', 'arabic', '１．', 1],
    ['（12）甲', 'arabicParen', '（12）', 12],
    ['3）甲', 'arabicClose', '3）', 3],
    ['②甲', 'circled', '②', 2],
    ['——甲', 'dash', '——', null],
    ['1.2021年度申报指标', 'arabic', '1.', 1],
  ])('reads %s', (line, form, text, number) => {
    expect(readLabel(line)).toMatchObject({ form, text, number })
  })

  it.each([
    '2020年，建成',
    '1.5%以下',
    '一是加强',
    '（一）项规定的',
    '第一依托单位',
    '第三条第二款规定',
    '十分重要',
    '（一）至（三）项所列人员',
    '（四）、（五）项所列人员',
    '（1）和（2）所列',
  ])('reads no label of its own in %s', (line) => {
    const label = readLabel(line)
    expect(label === null || (label.form === 'article' && !label.spaced)).toBe(true)
  })
})

describe('findDates', () => {
  it.each([
    ['自 2022 年 4 月 6 日起施行', ['2022-04-06']],
    ['二〇〇九年十一月五日', ['2009-11-05']],
    ['二OO一年九月六日', ['2001-09-06']],
    ['二○一一年三月十日', ['2011-03-10']],
    ['二0一二年五月四日', ['2012-05-04']],
    ['一九九三年一月一日至2021-12-24', ['1993-01-01', '2021-12-24']],
    ['2021年2月30日', []],
    ['到2025年', []],
    ['（2021年12月号）', []],
  ])('finds the full dates of %s', (text, dates) => {
    expect(findDates(text).map(({ iso }) => iso)).toEqual(dates)
  })

  it('knows a line that is a date', () => {
    expect([wholeDate('（2019年10月20日）'), wholeDate('2019年10月20日印发')]).toEqual(['2019-10-20', null])
  })

  it('counts a term of five years to its last day', () => {
    expect(addDays(addYears('2023-07-01', 5), -1)).toBe('2028-06-30')
  })
})

describe('findDocNumbers', () => {
  it.each([
    ['（国科发区〔2021〕17号）', ['国科发区〔2021〕17号']],
    ['京中医政字[2009]59号', ['京中医政字[2009]59号']],
    ['某政办发（ 2020 ） 3 号', ['某政办发（2020）3号']],
    ['[1997]外经贸发第292号文', ['[1997]外经贸发第292号']],
    ['卫生部令1992年第24号', ['卫生部令1992年第24号']],
    ['国务院令第619号公布', ['国务院令第619号']],
    ['第17号楼', []],
  ])('finds the numbers of %s', (text, numbers) => {
    expect(findDocNumbers(text).map((hit) => hit.text)).toEqual(numbers)
  })

  it('knows a line that is a number', () => {
    expect(['豫科〔2021〕116号', '国发〔2020〕1号 签发人：甲', '依据国发〔2020〕1号'].map(wholeDocNumber)).toEqual([
      '豫科〔2021〕116号',
      '国发〔2020〕1号',
      null,
    ])
  })
})
