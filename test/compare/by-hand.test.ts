import { describe, expect, it } from 'vitest'
import { namedRow } from '../../server/compare/by-hand.ts'
import { ASPECTS, compare, instrument, mark, METRICS, threshold, TOPICS } from './fixtures.ts'

const TERMS = { topics: TOPICS, metrics: METRICS, aspects: ASPECTS }

describe('the name of a row', () => {
  it.each([
    ['a metric', 'staff/fixed_staff', { kind: 'metric', key: 'fixed_staff' }],
    ['a family of metrics, by its first', 'money/rd_spend', { kind: 'metric', key: 'rd_spend_annual' }],
    ['an aspect', 'governance/legal_person', { kind: 'aspect', key: 'legal_person' }],
    ['a whole topic', 'governance', { kind: 'topic', key: 'governance' }],
    ['a row found by its words', 'money/~奖励金额', { kind: 'words', topic: 'money', words: '奖励金额' }],
    ['a name of its own', '负责人年龄', { kind: 'own', name: '负责人年龄' }],
    ['a name of its own with a stroke', '人员/负责人', { kind: 'own', name: '人员/负责人' }],
  ])('means %s', (_, name, row) => {
    expect(namedRow(name, TERMS)).toEqual(row)
  })
})

const unnamed = { metricKey: null, metric: '岗位数' } as const

/** Rows by id, with the number of facts of each column and the reason to stand together. */
function rowsOf(...instruments: Parameters<typeof compare>[0]) {
  return compare(instruments).rows.map(({ id, topic, cells, why }) => ({
    id,
    topic,
    facts: cells.map(({ thresholds, marks }) => thresholds.length + marks.length),
    why: why?.zh ?? null,
  }))
}

describe('a fact that a person put in a row', () => {
  it('joins a row of the vocabulary, whatever its own words are', () => {
    const base = instrument('甲', { thresholds: [threshold({ value: 50 })] })
    const other = instrument('乙', { thresholds: [threshold({ value: 60, ...unnamed, row: 'staff/fixed_staff' })] })
    expect(rowsOf(base, other)).toEqual([
      { id: 'staff/fixed_staff', topic: 'staff', facts: [1, 1], why: '乙由人工归入本行' },
    ])
  })

  it('leaves the row of its metric for one of its own', () => {
    const base = instrument('甲', { thresholds: [threshold({ value: 50 })] })
    const other = instrument('乙', { thresholds: [threshold({ value: 60, row: '专职人员' })] })
    expect(rowsOf(base, other)).toEqual([
      { id: 'staff/fixed_staff', topic: 'staff', facts: [1, 0], why: null },
      { id: '=专职人员', topic: 'staff', facts: [0, 1], why: '乙由人工归入本行' },
    ])
  })

  it('meets those of other instruments under one name, under the first of their topics in either order', () => {
    const one = instrument('甲', { thresholds: [threshold({ value: 50, row: '编制' })] })
    const two = instrument('乙', { marks: [mark('应当核定编制', { row: '编制' })] })
    const row = { id: '=编制', topic: 'staff', facts: [1, 1], why: '甲、乙由人工归入本行' }
    expect(rowsOf(one, two)).toEqual([row])
    expect(rowsOf(two, one)).toEqual([{ ...row, why: '乙、甲由人工归入本行' }])
  })

  it('joins a row that was found by its words', () => {
    const base = instrument('甲', { thresholds: [threshold({ value: 3, ...unnamed, purpose: 'governance' })] })
    const other = instrument('乙', { thresholds: [threshold({ value: 5, row: 'governance/~岗位数' })] })
    expect(rowsOf(base, other)).toMatchObject([{ id: 'governance/~岗位数', facts: [1, 1] }])
  })

  it('is shown although an amount stands in the same words', () => {
    const amount = threshold({ value: 50, start: 0, end: 20 })
    const words = mark('人员应当稳定，不少于50人', { aspect: null, start: 0, end: 20, row: '人员稳定' })
    expect(rowsOf(instrument('甲', { thresholds: [amount], marks: [words] }))).toMatchObject([
      { id: 'staff/fixed_staff', facts: [1] },
      { id: '=人员稳定', facts: [1] },
    ])
  })

  it('is compared by its wording, not as a whole topic', () => {
    const base = instrument('甲', { marks: [mark('应当配备财务人员', { aspect: null, row: '财务人员' })] })
    const other = instrument('乙', {
      marks: [mark('可以配备财务人员', { aspect: null, row: '财务人员', modal: '可以', rank: 4 })],
    })
    expect(compare([base, other]).rows[0]?.cells[1]).toMatchObject({
      relation: 'LOOSER',
      reason: { zh: '应 → 可以', en: '“应” → “可以”' },
    })
  })

  it.each([
    ['a row of its own', '编制', { ...unnamed, row: '编制' }],
    ['the row of a metric', 'staff/fixed_staff', {}],
  ])('is measured against the others in %s, whatever each text calls it', (_, row, fields) => {
    const base = instrument('甲', { thresholds: [threshold({ value: 50, ...fields })] })
    const other = instrument('乙', { thresholds: [threshold({ value: 60, metricKey: null, metric: '人数', row })] })
    expect(compare([base, other]).rows[0]?.cells[1]).toMatchObject({
      relation: 'STRICTER',
      reason: { zh: '下限提高：由不少于50人到不少于60人' },
    })
  })
})
