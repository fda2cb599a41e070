import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedThreshold, Sentence } from '../../server/model/comparison.ts'
import { boundedStatements } from '../../server/compare/implication.ts'
import { requirementOf } from '../../server/compare/requirement.ts'
import { metric, METRICS, threshold } from './fixtures.ts'

type Fields = Partial<ComparedThreshold> & { value: number }

/** Metrics of quite another field: the rules know arithmetic and units, no names. */
const OTHER_FIELD = [
  metric('training_cost', '培训支出', { topic: 'money', unit: 'CNY' }),
  metric('training_share', '培训支出占比', {
    topic: 'money',
    unit: 'ratio',
    share: { of: 'turnover', is: 'training_cost' },
  }),
  metric('turnover', '营业额', { topic: 'money', unit: 'CNY' }),
]
const metrics = new Map([...METRICS, ...OTHER_FIELD].map((term) => [term.key, term]))
const read = (all: readonly Fields[]) =>
  all.map((fields) => requirementOf(threshold(fields), { metrics, applicantType: null }))
const name = (zh: string): Sentence => ({ zh, en: zh })

/** What can be said of two instruments, in Chinese; `known` is what the first asks elsewhere. */
function said(one: readonly Fields[], two: readonly Fields[], known: readonly Fields[] = []): readonly string[] {
  return boundedStatements([
    { name: name('甲'), requirements: read(one), known: read([...one, ...known]) },
    { name: name('乙'), requirements: read(two) },
  ]).map(({ zh }) => zh)
}

const cost = { metricKey: 'training_cost', unit: 'CNY', unitText: '万元' } as const
const visits = { metricKey: null, metric: '走访', unit: 'time', unitText: '次' } as const
const reply = { metricKey: null, metric: '答复', comparator: '<=', unitText: '日' } as const
const each = (years: number, value: number): Fields => ({ ...cost, value, window: `P${years}Y`, aggregation: 'each' })
const total = (years: number, value: number): Fields => ({ ...cost, value, window: `P${years}Y`, aggregation: 'sum' })
const mean = (years: number, value: number): Fields => ({ ...cost, value, window: `P${years}Y`, aggregation: 'mean' })

describe('what follows from amounts by year', () => {
  it.each<[string, Fields, Fields, string | null]>([
    [
      'each of three years gives a total over three',
      each(3, 1e5),
      total(3, 3e5),
      '满足甲的必满足乙（近3年每年不少于10万元，则近3年合计不少于30万元；规则：逐年相加），反之不然。',
    ],
    ['each of two years gives no more than two of them in three', each(2, 1e5), total(3, 3e5), null],
    [
      'each of five years gives each of three',
      each(5, 1e5),
      each(3, 1e5),
      '满足甲的必满足乙（近5年每年不少于10万元，则近3年每年不少于10万元；规则：每年达到的，其中各年也达到），反之不然。',
    ],
    [
      'a total over two years stands in three',
      total(2, 3e5),
      total(3, 3e5),
      '满足甲的必满足乙（近2年合计不少于30万元，则近3年合计不少于30万元；规则：期间更长，合计不减），反之不然。',
    ],
    ['a total over three years may lie outside the last two', total(3, 3e5), each(2, 1e5), null],
    [
      'an average over three years is a third of the total',
      mean(3, 1e5),
      total(3, 3e5),
      '满足甲即满足乙，反之亦然（近3年平均不少于10万元，则近3年合计不少于30万元；规则：平均数乘以年数等于合计）。',
    ],
    [
      'a low average is implied by each year',
      each(3, 2e5),
      mean(3, 1e5),
      '满足甲的必满足乙（近3年每年不少于20万元，则近3年平均不少于10万元；规则：逐年相加），反之不然。',
    ],
    [
      'an amount that itself does not pass gives more than it',
      { ...each(3, 1e5), comparator: '>' },
      { ...total(3, 3e5), comparator: '>' },
      '满足甲的必满足乙（近3年每年高于10万元，则近3年合计高于30万元；规则：逐年相加），反之不然。',
    ],
    ['at least so much is not more than it', each(3, 1e5), { ...total(3, 3e5), comparator: '>' }, null],
    ['nothing from an alternative', { ...each(3, 1e5), alternativeGroup: 'a' }, total(3, 3e5), null],
    ['nothing from 原则上', { ...each(3, 1e5), hedge: '原则上' }, total(3, 3e5), null],
    ['nothing from encouragement', { ...each(3, 1e5), strength: 'encouraged' }, total(3, 3e5), null],
    ['nothing from a target', { ...each(3, 1e5), purpose: 'target' }, total(3, 3e5), null],
    ['nothing from a maximum', { ...each(3, 1e5), comparator: '<=' }, total(3, 3e5), null],
    [
      'nothing from people, who do not add up over years',
      { ...each(3, 10), unit: 'person' },
      { ...total(3, 30), unit: 'person' },
      null,
    ],
    [
      'for enterprises what binds enterprises',
      { ...each(3, 1e5), applicantTypes: ['enterprise'] },
      total(3, 3e5),
      '对企业，满足甲的必满足乙（近3年每年不少于10万元，则近3年合计不少于30万元；规则：逐年相加），反之不然。',
    ],
    [
      'nothing of others',
      { ...each(3, 1e5), applicantTypes: ['enterprise'] },
      { ...total(3, 3e5), applicantTypes: ['university'] },
      null,
    ],
  ])('%s', (_, one, two, statement) => {
    expect(said([one], [two])).toEqual(statement === null ? [] : [statement])
  })

  it('needs a proof of all that is asked', () => {
    expect(said([each(3, 1e5)], [total(3, 3e5), total(3, 5e5)])).toEqual([])
    expect(said([each(3, 1e5), total(3, 9e5)], [total(4, 3e5), total(5, 8e5)])).toEqual([
      '满足甲的必满足乙（近3年每年不少于10万元，则近4年合计不少于30万元；近3年合计不少于90万元，则近5年合计不少于90万元；' +
        '规则：逐年相加、期间更长，合计不减），反之不然。',
    ])
  })

  it('is said the other way round where the second implies the first', () => {
    expect(said([total(3, 3e5)], [each(3, 1e5)])).toEqual([
      '满足乙的必满足甲（近3年每年不少于10万元，则近3年合计不少于30万元；规则：逐年相加），反之不然。',
    ])
  })
})

describe('what follows from amounts per period', () => {
  it.each<[string, Fields, Fields, string | null]>([
    [
      'every quarter once is every year four times',
      { ...visits, value: 1, per: 'P3M' },
      { ...visits, value: 4, per: 'P1Y' },
      '满足甲的必满足乙（每季度不少于1次，则每年不少于4次；规则：长期间含整数个短期间），反之不然。',
    ],
    [
      'every half-year once is not every quarter once',
      { ...visits, value: 1, per: 'P6M' },
      { ...visits, value: 1, per: 'P3M' },
      '满足乙的必满足甲（每季度不少于1次，则每半年不少于1次；规则：长期间含整数个短期间），反之不然。',
    ],
    [
      'every half-year once and every year three times imply neither',
      { ...visits, value: 1, per: 'P6M' },
      { ...visits, value: 3, per: 'P1Y' },
      null,
    ],
    [
      'at most once a year is at most once a half-year',
      { ...visits, value: 1, per: 'P1Y', comparator: '<=' },
      { ...visits, value: 1, per: 'P6M', comparator: '<=' },
      '满足甲的必满足乙（每年不超过1次，则每半年不超过1次；规则：长期间含整数个短期间），反之不然。',
    ],
  ])('%s', (_, one, two, statement) => {
    expect(said([one], [two])).toEqual(statement === null ? [] : [statement])
  })
})

describe('what follows from durations in units of different length', () => {
  const RULE = '规则：一日24小时，一个月28至31日，一年365或366日，n个工作日不短于n日'
  it.each<[string, Fields, Fields, string | null]>([
    [
      'within days is within as many working days',
      { ...reply, value: 5, unit: 'day' },
      { ...reply, value: 5, unit: 'workday' },
      `满足甲的必满足乙（不超过5日，则不超过5个工作日；${RULE}），反之不然。`,
    ],
    [
      'within working days says nothing of days',
      { ...reply, value: 5, unit: 'workday' },
      { ...reply, value: 9, unit: 'day' },
      null,
    ],
    [
      'within a month is within 31 days',
      { ...reply, value: 1, unit: 'month' },
      { ...reply, value: 31, unit: 'day' },
      `满足甲的必满足乙（不超过1个月，则不超过31日；${RULE}），反之不然。`,
    ],
    [
      'within a month and within 30 days imply neither',
      { ...reply, value: 1, unit: 'month' },
      { ...reply, value: 30, unit: 'day' },
      null,
    ],
    [
      'within hours is within days',
      { ...reply, value: 24, unit: 'hour' },
      { ...reply, value: 3, unit: 'day' },
      `满足甲的必满足乙（不超过24小时，则不超过3日；${RULE}），反之不然。`,
    ],
    [
      'at least working days is at least as many days',
      { ...reply, comparator: '>=', value: 7, unit: 'workday' },
      { ...reply, comparator: '>=', value: 7, unit: 'day' },
      `满足甲的必满足乙（不少于7个工作日，则不少于7日；${RULE}），反之不然。`,
    ],
  ])('%s', (_, one, two, statement) => {
    expect(said([one], [two])).toEqual(statement === null ? [] : [statement])
  })
})

describe('what follows from a share of something that has a floor', () => {
  const share: Fields = { metricKey: 'training_share', unit: 'ratio', unitText: '%', value: 0.02, window: 'P1Y' }
  const floor: Fields = { metricKey: 'turnover', unit: 'CNY', unitText: '万元', value: 1e7, window: 'P1Y' }
  const least: Fields = { ...cost, value: 15e4, window: 'P1Y' }

  it('is the product of both', () => {
    expect(said([share], [least], [floor])).toEqual([
      '满足甲的必满足乙（营业额不少于1000万元、培训支出占其不少于2%，则培训支出不少于20万元；规则：比例乘以基数的下限），反之不然。',
    ])
  })

  it('is read from the words where the vocabulary knows neither', () => {
    const inWords: Fields = { ...share, metricKey: null, metric: '比例', quote: '安全投入占年产值的比例不低于2%' }
    expect(
      said(
        [inWords],
        [{ ...least, metricKey: null, metric: '安全投入' }],
        [{ ...floor, metricKey: null, metric: '年产值' }],
      ),
    ).toHaveLength(1)
  })

  it.each<[string, Fields, Fields, readonly Fields[]]>([
    ['without a floor', share, least, []],
    ['from a floor of something else', share, least, [{ ...floor, metricKey: 'grant' }]],
    ['from a floor of other years', share, least, [{ ...floor, window: 'P3Y' }]],
    ['for other years', share, { ...least, window: 'P3Y' }, [floor]],
    ['from a share that is too small', { ...share, value: 0.01 }, least, [floor]],
    ['from a highest share', { ...share, comparator: '<=' }, least, [floor]],
    ['from a floor that binds only some', share, least, [{ ...floor, applicantTypes: ['enterprise'] }]],
    ['for another amount', share, { ...least, metricKey: 'grant' }, [floor]],
  ])('is nothing %s', (_, one, two, known) => {
    expect(said([one], [two], known)).toEqual([])
  })
})

describe('what is said of amounts by year', () => {
  const years = fc.integer({ min: 1, max: 4 })
  const amount = fc
    .tuple(years, fc.integer({ min: 1, max: 9 }))
    .chain(([span, value]) => fc.constantFrom(each(span, value), total(span, value), mean(span, value)))
  const spent = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 })

  /** Whether somebody who spent so much in the last years, the latest first, meets the amount. */
  function meets(latest: readonly number[], { value, window, aggregation }: Fields): boolean {
    const asked = latest.slice(0, Number(window?.slice(1, -1)))
    const sum = asked.reduce((all, one) => all + one, 0)
    if (aggregation === 'each') return asked.every((one) => one >= value)
    return (aggregation === 'mean' ? sum / asked.length : sum) >= value
  }

  it('holds for whatever anybody spent', () => {
    fc.assert(
      fc.property(amount, amount, fc.array(spent, { minLength: 20, maxLength: 20 }), (one, two, people) => {
        const [statement = ''] = said([one], [two])
        for (const latest of people) {
          if (statement.startsWith('满足甲')) expect(!meets(latest, one) || meets(latest, two)).toBe(true)
          if (statement.startsWith('满足乙') || statement.includes('反之亦然'))
            expect(!meets(latest, two) || meets(latest, one)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
