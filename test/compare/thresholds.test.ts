import { describe, expect, it } from 'vitest'
import type { ComparedThreshold } from '../../server/model/comparison.ts'
import { instrument, threshold, verdict } from './fixtures.ts'

const staff = (fields: Partial<ComparedThreshold> & { value: number }) => [threshold(fields)]
const age = (fields: Partial<ComparedThreshold> & { value: number }) => [
  threshold({ metricKey: 'director_age', unit: 'year', unitText: '岁', comparator: '<=', ...fields }),
]
const cycle = (fields: Partial<ComparedThreshold> & { value: number }) => [
  threshold({
    metricKey: 'evaluation_cycle',
    unit: 'year',
    unitText: '年',
    comparator: '=',
    purpose: 'evaluation',
    ...fields,
  }),
]
const rd = (fields: Partial<ComparedThreshold> & { value: number }) => [
  threshold({ unit: 'CNY', unitText: '万元', ...fields }),
]
const grant = (value: number) => [
  threshold({ metricKey: 'grant', unit: 'CNY', unitText: '万元', purpose: 'funding', value }),
]
const DETENTION = {
  ...({ metricKey: null, metric: '拘留', row: '拘留', purpose: 'sanction', quote: '处拘留' } as const),
  ...({ comparator: 'between', unit: 'day', unitText: '日' } as const),
} as const
const ENTERPRISE = { applicantTypes: ['enterprise'], appliesIf: '是企业的' } as const
const UNIVERSITY = { applicantTypes: ['university'], appliesIf: '是高校的' } as const

const CASES: readonly (readonly [
  string,
  readonly ComparedThreshold[],
  readonly ComparedThreshold[],
  string | null,
  string | null,
])[] = [
  ['asks the same', staff({ value: 50 }), staff({ value: 50 }), 'SAME', '同为不少于50人'],
  [
    'is stricter with a higher minimum',
    staff({ value: 50 }),
    staff({ value: 100 }),
    'STRICTER',
    '下限提高：由不少于50人到不少于100人',
  ],
  [
    'is looser with a lower minimum',
    staff({ value: 100 }),
    staff({ value: 50 }),
    'LOOSER',
    '下限降低：由不少于100人到不少于50人',
  ],
  [
    'is stricter with a lower maximum',
    age({ value: 60 }),
    age({ value: 55 }),
    'STRICTER',
    '上限降低：由不超过60岁到不超过55岁',
  ],
  [
    'is looser with a higher maximum',
    age({ value: 60 }),
    age({ value: 65 }),
    'LOOSER',
    '上限提高：由不超过60岁到不超过65岁',
  ],
  [
    'is stricter when the bound itself no longer passes',
    staff({ value: 50 }),
    staff({ value: 50, comparator: '>' }),
    'STRICTER',
    '由不少于50人改为高于50人',
  ],
  [
    'takes thirds written as decimals for equal',
    staff({ value: 1 / 3 }),
    staff({ value: 0.3333333333333 }),
    'SAME',
    null,
  ],
  [
    'is stricter with a second bound',
    staff({ value: 9 }),
    [threshold({ value: 9 }), threshold({ value: 15, comparator: '<=' })],
    'STRICTER',
    '另要求不超过15人',
  ],
  [
    'is different when one bound rises and the other too',
    [threshold({ value: 9 }), threshold({ value: 15, comparator: '<=' })],
    [threshold({ value: 11 }), threshold({ value: 20, comparator: '<=' })],
    'DIFFERENT',
    '下限提高：由不少于9人到不少于11人；上限提高：由不超过15人到不超过20人',
  ],
  ['is different with another cycle', cycle({ value: 3 }), cycle({ value: 5 }), 'DIFFERENT', '由3年改为5年，不分宽严'],
  [
    'is the same cycle in months',
    cycle({ value: 3 }),
    cycle({ value: 36, unit: 'month', unitText: '个月' }),
    'SAME',
    '同为36个月',
  ],
  [
    'is the same cycle when 一般 is dropped, and says so',
    cycle({ value: 3, hedge: '一般' }),
    cycle({ value: 3 }),
    'SAME',
    '同为3年，去掉“一般”',
  ],
  [
    'is the same cycle when the period is written a second time as the window',
    cycle({ value: 3 }),
    cycle({ value: 3, window: 'P3Y' }),
    'SAME',
    '同为3年',
  ],
  [
    'is stricter when 原则上 is dropped',
    age({ value: 60, hedge: '原则上' }),
    age({ value: 60 }),
    'STRICTER',
    '原则上 → 必须',
  ],
  [
    'is looser when it only encourages',
    staff({ value: 50 }),
    staff({ value: 50, strength: 'encouraged' }),
    'LOOSER',
    '必须 → 鼓励',
  ],
  [
    'is different when it asks more, but only in principle',
    staff({ value: 50 }),
    staff({ value: 80, hedge: '原则上' }),
    'DIFFERENT',
    '下限提高：由不少于50人到不少于80人；必须 → 原则上',
  ],
  [
    'is looser when another requirement may be met instead',
    staff({ value: 50 }),
    staff({ value: 50, alternativeGroup: 'a' }),
    'LOOSER',
    '可由另一项代替',
  ],
  [
    'is looser when it binds only enterprises',
    staff({ value: 50 }),
    staff({ value: 50, ...ENTERPRISE }),
    'LOOSER',
    '只对企业',
  ],
  [
    'is stricter when it no longer binds only enterprises',
    staff({ value: 50, ...ENTERPRISE }),
    staff({ value: 50 }),
    'STRICTER',
    '不限于企业',
  ],
  [
    'is not comparable when the two bind different applicants',
    staff({ value: 50, ...ENTERPRISE }),
    staff({ value: 50, ...UNIVERSITY }),
    'NOT_COMPARABLE',
    '适用情形不同：甲对企业，这里对高校',
  ],
  [
    'is not comparable when yearly money meets a total',
    rd({ metricKey: 'rd_spend_annual', value: 1e7, window: 'P2Y', per: 'P1Y', aggregation: 'each' }),
    rd({ metricKey: 'rd_spend_total', value: 2e7, window: 'P3Y', aggregation: 'sum' }),
    'NOT_COMPARABLE',
    '口径不同：甲是近2年每年，这里是近3年合计；满足甲的必满足这里（近2年每年不少于1000万元，则近3年合计不少于2000万元；规则：逐年相加），反之不然',
  ],
  [
    'is not comparable when only the window differs',
    rd({ metricKey: 'rd_spend_total', value: 2e7, window: 'P2Y' }),
    rd({ metricKey: 'rd_spend_total', value: 2e7, window: 'P3Y' }),
    'NOT_COMPARABLE',
    '口径不同：甲是近2年，这里是近3年；满足甲的必满足这里（近2年合计不少于2000万元，则近3年合计不少于2000万元；规则：期间更长，合计不减），反之不然',
  ],
  [
    'takes no notice of the counter that a text happens to use',
    staff({ value: 50, unit: 'person', unitText: '人' }),
    staff({ value: 50, unit: 'item', unitText: '个' }),
    'SAME',
    '同为不少于50个',
  ],
  [
    'is not comparable when days meet working days',
    cycle({ value: 5, unit: 'day' }),
    cycle({ value: 5, unit: 'workday' }),
    'NOT_COMPARABLE',
    '口径不同：甲是按日，这里是按工作日',
  ],
  [
    'is different with a larger grant, which is neither stricter nor looser',
    grant(5e6),
    grant(8e6),
    'DIFFERENT',
    '由不少于500万元改为不少于800万元，支持的多少不是要求，不分宽严',
  ],
  [
    'is heavier when the range ends later in another unit',
    [threshold({ ...DETENTION, value: 10, upper: 15 })],
    [threshold({ ...DETENTION, value: 15, upper: 6, upperUnit: 'month' })],
    'STRICTER',
    '处罚加重：由10日至15日到15日至6个月',
  ],
  ['adds what the base is silent on', [], staff({ value: 50 }), 'ADDED', '甲未规定'],
  ['omits what the base has', staff({ value: 50 }), [], 'OMITTED', '甲有规定，这里没有'],
]

describe('amounts against the base', () => {
  it.each(CASES)('%s', (_title, base, other, relation, reason) => {
    const [found, why] = verdict(instrument('甲', { thresholds: base }), instrument('乙', { thresholds: other }))
    expect([found, reason === null ? null : why]).toEqual([relation, reason])
  })
})
