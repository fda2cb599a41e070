import { describe, expect, it } from 'vitest'
import { compare, instrument, mark } from './fixtures.ts'

const FILLERS = ['书架应当防潮', '阅览室应当安静', '借书证不得转借', '闭馆应当预告', '鼓励捐赠图书', '目录应当公开']

/** A text of another field, in which a word of an aspect turns up once. */
function library(name: string, statements: readonly string[]) {
  const plain = [...FILLERS, ...statements.slice(1)].map((says, at) =>
    mark(says, { aspect: null, provision: `art_${String(at + 2)}` }),
  )
  return instrument(name, { marks: [mark(statements[0] ?? '', { provision: 'art_1' }), ...plain] })
}

function rowsOf(...texts: Parameters<typeof compare>[0]) {
  return compare(texts).rows.map(({ id, aspect, cells }) => ({
    id,
    aspect,
    speaks: cells.map(({ silent }) => !silent),
  }))
}

describe('an aspect of the vocabulary', () => {
  it('names the row of a text of its field', () => {
    const rows = rowsOf(
      instrument('甲', { marks: [mark('应为独立法人实体')] }),
      instrument('乙', { marks: [mark('应当登记为独立法人')] }),
    )
    expect(rows).toEqual([{ id: 'governance/legal_person', aspect: 'legal_person', speaks: [true, true] }])
  })

  it('names nothing in a text of another field: a word of it does not make two matters one', () => {
    const one = library('甲', ['捐赠人为独立法人的，颁发证书'])
    const two = library('乙', ['承办展览的独立法人应当投保'])
    expect(rowsOf(one, two).filter(({ aspect }) => aspect !== null)).toEqual([])
  })

  it('leaves what says the same to meet by its own words there', () => {
    const one = library('甲', ['捐赠人为独立法人的，颁发捐赠证书'])
    const two = library('乙', ['采购图书应当公开招标', '捐赠人为独立法人的，颁发证书'])
    const met = compare([one, two]).rows.filter(({ label }) => label.zh.includes('捐赠人为独立法人'))
    expect(met.map(({ cells, score }) => [cells.map(({ silent }) => silent), score !== null])).toEqual([
      [[false, false], true],
    ])
  })
})
