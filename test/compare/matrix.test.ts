import { describe, expect, it } from 'vitest'
import type { ComparedThreshold } from '../../server/model/comparison.ts'
import { compare, instrument, mark, threshold } from './fixtures.ts'

const rd = (fields: Partial<ComparedThreshold> & { value: number }) =>
  threshold({ unit: 'CNY', unitText: '万元', ...fields })
const national = instrument('国家', {})
const yunnan = instrument('云南', {
  thresholds: [rd({ metricKey: 'rd_spend_annual', value: 1e7, window: 'P2Y', per: 'P1Y', aggregation: 'each' })],
})
const shanxi = instrument('山西', {
  thresholds: [rd({ metricKey: 'rd_spend_total', value: 2e7, window: 'P3Y', aggregation: 'sum' })],
})
const henan = instrument('河南', {
  thresholds: [
    rd({
      metricKey: 'rd_spend_average',
      value: 4e7,
      window: 'P3Y',
      aggregation: 'mean',
      applicantTypes: ['enterprise'],
      appliesIf: '单位为企业的',
    }),
  ],
})

describe('R&D money of three provinces', () => {
  const [row] = compare([national, yunnan, shanxi, henan]).rows

  it('shares one row, added to a silent base', () => {
    expect([row?.id, row?.label.zh, row?.cells.map((cell) => cell.relation)]).toEqual([
      'money/rd_spend',
      '研发经费',
      [null, 'ADDED', 'ADDED', 'ADDED'],
    ])
  })

  it('says that the cells cannot be compared, and what follows all the same', () => {
    expect([row?.comparable, row?.note?.zh]).toEqual([
      false,
      '三种口径：近2年每年、近3年合计、近3年平均，不能排高低。' +
        '满足云南的必满足山西（近2年每年不少于1000万元，则近3年合计不少于2000万元；规则：逐年相加），反之不然。' +
        '对企业，满足河南的必满足山西（近3年平均不少于4000万元，则近3年合计不少于1.2亿元；规则：平均数乘以年数等于合计），反之不然。',
    ])
  })

  it('loses the rule for enterprises when a university asks', () => {
    const [filtered] = compare([national, yunnan, shanxi, henan], { applicantType: 'university' }).rows
    expect(filtered?.cells.map((cell) => cell.silent)).toEqual([true, false, false, true])
  })
})

describe('rows', () => {
  it('come in the order of topics, then of metrics, then of aspects, and what is left of the topic last', () => {
    const one = instrument('甲', {
      marks: [
        mark('应设立理事会', { aspect: null, start: 30, end: 40 }),
        mark('应为独立法人', { start: 10, end: 20 }),
        mark('实行年度报告制度', { topic: 'evaluation', aspect: 'annual_report' }),
      ],
      thresholds: [
        threshold({ metricKey: 'evaluation_cycle', value: 3, unit: 'year' }),
        threshold({ metricKey: null, metric: '实验员', value: 3, start: 50, end: 55 }),
        threshold({ metricKey: 'director_age', value: 60, unit: 'year' }),
        threshold({ value: 3 }),
      ],
    })
    expect(compare([one]).rows.map((row) => row.id)).toEqual([
      'eligibility/~实验员',
      'staff/fixed_staff',
      'staff/director_age',
      'governance/legal_person',
      'governance',
      'evaluation/evaluation_cycle',
      'evaluation/annual_report',
    ])
  })

  it('do not show a clause twice: not under its topic when a number of it has a row', () => {
    const one = instrument('甲', {
      marks: [mark('固定人员不少于50人', { topic: 'staff', aspect: null, start: 0, end: 20 })],
      thresholds: [threshold({ value: 50, start: 4, end: 10 })],
    })
    const { rows } = compare([one])
    expect(rows.map((row) => [row.id, row.cells[0]?.modality])).toEqual([['staff/fixed_staff', '应']])
  })

  it('are those of one topic and its children when a topic is asked for', () => {
    const one = instrument('甲', {
      thresholds: [threshold({ value: 1 }), threshold({ metricKey: 'evaluation_cycle', value: 3, unit: 'year' })],
    })
    expect(compare([one], { topic: 'eligibility' }).rows.map((row) => row.id)).toEqual(['staff/fixed_staff'])
  })

  it('show the silence on a topic that was asked for', () => {
    const { rows } = compare([instrument('甲', {}), instrument('乙', {})], { topic: 'governance' })
    expect(rows.map((row) => [row.id, row.cells.map((cell) => cell.silent)])).toEqual([['governance', [true, true]]])
  })

  it('are none for an unknown topic', () => {
    expect(compare([instrument('甲', {})], { topic: 'nothing' }).rows).toEqual([])
  })
})

describe('cells', () => {
  it('name the other way to comply where the base is silent', () => {
    const two = instrument('乙', {
      thresholds: [
        threshold({ value: 1, alternativeGroup: 'g' }),
        threshold({
          metricKey: 'director_age',
          value: 50,
          unit: 'year',
          unitText: '周岁',
          comparator: '<=',
          alternativeGroup: 'g',
        }),
      ],
    })
    expect(compare([national, two]).rows[0]?.cells[1]?.reason).toEqual({
      zh: '国家未规定；与“主任年龄不超过50周岁”任选其一',
      en: 'not in 国家; or “director age: at most 50 years” instead',
    })
  })

  it('have no relation without a base', () => {
    const relations = compare([yunnan, shanxi], { base: null }).rows.flatMap((row) => row.cells)
    expect(relations.map((cell) => cell.relation)).toEqual([null, null])
  })

  it('leave out what another track asks', () => {
    const one = instrument('甲', { thresholds: [threshold({ value: 50, track: '领域类' })] })
    const idsFor = (track: string) => compare([one], { track }).rows.map((row) => row.id)
    expect([idsFor('领域类'), idsFor('综合类')]).toEqual([['staff/fixed_staff'], []])
  })
})
