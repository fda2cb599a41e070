import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedInstrument, ComparedThreshold, Relation } from '../../server/model/comparison.ts'
import { compare, instrument, mark, threshold, verdict } from './fixtures.ts'

type Fields = Partial<ComparedThreshold>

function related(base: readonly Fields[], other: readonly Fields[]): readonly (string | null)[] {
  const side = (name: string, amounts: readonly Fields[]) =>
    instrument(name, { thresholds: amounts.map((fields) => threshold({ value: 50, ...fields })) })
  return verdict(side('甲', base), side('乙', other))
}

const SIGNS: Partial<Record<Relation, string>> = {
  SAME: '=',
  STRICTER: '+',
  LOOSER: '-',
  DIFFERENT: '#',
  NOT_COMPARABLE: '×',
}

/** Every pair of some amounts as a table of signs; rows are the base. */
function table(sides: Readonly<Record<string, readonly Fields[]>>): string {
  const all = Object.values(sides)
  return all.map((base) => all.map((other) => SIGNS[related(base, other)[0] as Relation] ?? '?').join(' ')).join('\n')
}

const lines = (...rows: readonly string[]) => rows.join('\n')

describe('the ladder of modality', () => {
  it('goes from a duty over 原则上 to encouragement, and 一般 is no rung', () => {
    expect(
      table({
        应: [{}],
        一般应: [{ hedge: '一般' }],
        原则上应: [{ hedge: '原则上' }],
        宜: [{ strength: 'should' }],
        鼓励: [{ strength: 'encouraged' }],
      }),
    ).toBe(lines('= = - - -', '= = - - -', '+ + = = -', '+ + = = -', '+ + + + ='))
  })

  it.each<[string, readonly Fields[], readonly Fields[], Relation, string]>([
    ['a hedge that is added', [{}], [{ hedge: '一般' }], 'SAME', '同为不少于50人，加上“一般”'],
    ['a hedge that is dropped', [{ hedge: '约' }], [{}], 'SAME', '同为不少于50人，去掉“约”'],
    ['one hedge for another', [{ hedge: '约' }], [{ hedge: '一般' }], 'SAME', '同为不少于50人，“约”改为“一般”'],
    ['the same hedge', [{ hedge: '一般' }], [{ hedge: '一般' }], 'SAME', '同为不少于50人'],
    ['原则上 that is dropped', [{ hedge: '原则上' }], [{}], 'STRICTER', '原则上 → 必须'],
    [
      'a higher number asked for less firmly',
      [{}],
      [{ value: 80, strength: 'encouraged' }],
      'DIFFERENT',
      '下限提高：由不少于50人到不少于80人；必须 → 鼓励',
    ],
    [
      'a higher number asked for as firmly in principle',
      [{ hedge: '原则上' }],
      [{ value: 80, hedge: '原则上' }],
      'STRICTER',
      '下限提高：由不少于50人到不少于80人',
    ],
    [
      'encouragement to do more beside the same duty',
      [{}],
      [{}, { value: 100, strength: 'encouraged' }],
      'STRICTER',
      '另鼓励不少于100人',
    ],
    [
      'encouragement that is dropped',
      [{}, { value: 100, strength: 'encouraged' }],
      [{}],
      'LOOSER',
      '不再鼓励不少于100人',
    ],
    [
      'the same number said twice, the second time more softly',
      [{}],
      [{}, { strength: 'should' }],
      'SAME',
      '同为不少于50人',
    ],
  ])('tells %s', (_, base, other, relation, reason) => {
    expect(related(base, other)).toEqual([relation, reason])
  })
})

describe('what is measured', () => {
  it.each<[string, Fields, Fields, Relation]>([
    ['a year and twelve months', { value: 1, unit: 'year' }, { value: 12, unit: 'month' }, 'SAME'],
    ['a year and thirteen months', { value: 1, unit: 'year' }, { value: 13, unit: 'month' }, 'STRICTER'],
    ['two weeks and fourteen days', { value: 2, unit: 'week' }, { value: 14, unit: 'day' }, 'SAME'],
    ['two hours and ninety minutes', { value: 2, unit: 'hour' }, { value: 90, unit: 'minute' }, 'LOOSER'],
    ['days and working days', { value: 5, unit: 'day' }, { value: 5, unit: 'workday' }, 'NOT_COMPARABLE'],
    ['months and days', { value: 1, unit: 'month' }, { value: 30, unit: 'day' }, 'NOT_COMPARABLE'],
    ['people and a share', { unit: 'person' }, { value: 0.5, unit: 'ratio' }, 'NOT_COMPARABLE'],
    ['money and a share', { unit: 'CNY' }, { value: 0.5, unit: 'ratio' }, 'NOT_COMPARABLE'],
    ['a window and the same in months', { window: 'P3Y' }, { window: 'P36M' }, 'SAME'],
    ['two windows', { window: 'P3Y' }, { window: 'P2Y' }, 'NOT_COMPARABLE'],
    ['a window and none', { window: 'P3Y' }, {}, 'NOT_COMPARABLE'],
    ['a rhythm and the same in months', { per: 'P1Y' }, { per: 'P12M' }, 'SAME'],
    ['two rhythms', { per: 'P1Y' }, { per: 'P1M' }, 'NOT_COMPARABLE'],
    ['a rhythm and none', { per: 'P1Y' }, {}, 'NOT_COMPARABLE'],
    ['the last three years and each year', { window: 'P3Y' }, { per: 'P1Y' }, 'NOT_COMPARABLE'],
  ])('decides about %s', (_, base, other, relation) => {
    expect(related([base], [other])[0]).toBe(relation)
  })

  it('decides about each year, a total and an average', () => {
    const of = (aggregation: Fields['aggregation']) => [{ window: 'P3Y', aggregation }] as readonly Fields[]
    expect(table({ each: of('each'), sum: of('sum'), mean: of('mean'), none: of(null) })).toBe(
      lines('= × × ×', '× = × ×', '× × = ×', '× × × ='),
    )
  })

  it.each([
    [{ value: 5, unit: 'day' }, { value: 5, unit: 'workday' }, '口径不同：甲是按日，这里是按工作日'],
    [{ window: 'P3Y' }, {}, '口径不同：甲是近3年，这里是不限期间'],
    [{ per: 'P1Y' }, { per: 'P1M' }, '口径不同：甲是每一年，这里是每1个月'],
    [{ window: 'P3Y', aggregation: 'sum' }, { window: 'P3Y', aggregation: 'mean' }, '口径不同：甲是合计，这里是平均'],
    [{ unit: 'CNY' }, { value: 0.5, unit: 'ratio' }, '口径不同：甲是按金额，这里是按比例'],
  ] as const)('says in what %o and %o differ', (base, other, reason) => {
    expect(related([base], [other])[1]).toMatch(new RegExp(`^${reason}`))
  })
})

const ENTERPRISE: Fields = { applicantTypes: ['enterprise'] }
const UNIVERSITY: Fields = { applicantTypes: ['university'] }

describe('whom it binds', () => {
  it.each<[string, readonly Fields[], readonly Fields[], Relation, string]>([
    ['everybody, then enterprises', [{}], [ENTERPRISE], 'LOOSER', '只对企业'],
    ['enterprises, then everybody', [ENTERPRISE], [{}], 'STRICTER', '不限于企业'],
    [
      'enterprises, then universities',
      [ENTERPRISE],
      [UNIVERSITY],
      'NOT_COMPARABLE',
      '适用情形不同：甲对企业，这里对高校',
    ],
    ['enterprises, then universities too', [ENTERPRISE], [ENTERPRISE, UNIVERSITY], 'STRICTER', '不限于企业'],
    [
      'enterprises with more, universities with less',
      [ENTERPRISE, UNIVERSITY],
      [
        { ...ENTERPRISE, value: 60 },
        { ...UNIVERSITY, value: 40 },
      ],
      'DIFFERENT',
      '下限提高：由不少于50人到不少于60人；下限降低：由不少于50人到不少于40人',
    ],
    [
      'a lower number for a case',
      [{}],
      [{}, { value: 30, appliesIf: '地处偏远的' }],
      'LOOSER',
      '下限降低：由不少于50人到不少于30人',
    ],
    [
      'a higher number for a case',
      [{}],
      [{}, { value: 80, appliesIf: '规模较大的' }],
      'STRICTER',
      '下限提高：由不少于50人到不少于80人',
    ],
    [
      'the same numbers exchanged between two tracks',
      [
        { value: 50, track: '综合类' },
        { value: 30, track: '领域类' },
      ],
      [
        { value: 30, track: '综合类' },
        { value: 50, track: '领域类' },
      ],
      'DIFFERENT',
      '下限降低：由不少于50人到不少于30人；下限提高：由不少于30人到不少于50人',
    ],
    [
      'one number, then two tracks of which one asks less',
      [{}],
      [{ track: '综合类' }, { value: 30, track: '领域类' }],
      'LOOSER',
      '下限降低：由不少于50人到不少于30人',
    ],
    ['one number, then one track alone', [{}], [{ track: '领域类' }], 'LOOSER', '只对领域类'],
    ['a track by two names', [{ track: '领域类' }], [{ track: '领域类创新中心' }], 'SAME', '同为不少于50人'],
    [
      'a track, then another',
      [{ track: '综合类' }],
      [{ track: '领域类' }],
      'NOT_COMPARABLE',
      '适用情形不同：甲对综合类，这里对领域类',
    ],
    [
      'enterprises of a track, then enterprises',
      [{ ...ENTERPRISE, track: '领域类' }],
      [ENTERPRISE],
      'STRICTER',
      '不限于领域类的企业',
    ],
  ])('tells %s', (_, base, other, relation, reason) => {
    expect(related(base, other)).toEqual([relation, reason])
  })

  it.each([
    ['nothing is left to compare for a university', 'university', null, 'SAME'],
    ['the number of a track binds without condition', null, '领域类', 'STRICTER'],
  ] as const)('and once a type or a track is asked for, %s', (_, applicantType, track, relation) => {
    const base = instrument('甲', { thresholds: [threshold({ value: 50 })] })
    const other = instrument('乙', {
      thresholds: [
        threshold({ value: 50 }),
        threshold({ value: 90, ...ENTERPRISE, track: '领域类' }),
        threshold({ value: 90, ...ENTERPRISE, track: '综合类' }),
      ].slice(0, applicantType ? 3 : 2),
    })
    const { rows } = compare([base, other], { applicantType, track })
    expect(rows[0]?.cells[1]?.relation).toBe(relation)
  })
})

describe('whom a penalty is for', () => {
  const fine = (quote: string, value: number, upper: number): Fields => ({
    ...{ metricKey: null, metric: '罚款', row: '罚款', purpose: 'sanction', unit: 'CNY', unitText: '元' },
    ...{ comparator: 'between', value, upper, quote },
  })
  it.each<[string, readonly Fields[], readonly Fields[], Relation, string]>([
    [
      'organizations and individuals, each against its own',
      [fine('对单位处罚款', 1000, 5000), fine('对个人处罚款', 200, 1000)],
      [fine('对单位处罚款', 2000, 5000), fine('对个人处罚款', 200, 1000)],
      'STRICTER',
      '对单位处罚加重：由1000元至5000元到2000元至5000元',
    ],
    [
      'those responsible besides the organization',
      [fine('处罚款', 1000, 5000)],
      [fine('处罚款', 1000, 5000), fine('对直接负责的主管人员处罚款', 200, 1000)],
      'STRICTER',
      '对责任人员另处200元至1000元',
    ],
    [
      'several for one case, of which none says which answers which',
      [fine('处罚款', 1000, 5000), fine('并处罚款', 200, 1000)],
      [fine('处罚款', 2000, 5000), fine('并处罚款', 200, 1000)],
      'DIFFERENT',
      '由1000元至5000元、200元至1000元改为2000元至5000元、200元至1000元，多项处罚不能一一对应',
    ],
    [
      'a ban that is longer',
      [{ ...fine('三年内不得申请', 3, 0), comparator: '<=', upper: null, unit: 'year', unitText: '年' }],
      [{ ...fine('五年内不得申请', 5, 0), comparator: '<=', upper: null, unit: 'year', unitText: '年' }],
      'STRICTER',
      '处罚加重：由不超过3年到不超过5年',
    ],
    [
      'a deadline to put things right that is shorter',
      [
        {
          ...fine('应当在三十日内改正', 30, 0),
          metric: '改正',
          comparator: '<=',
          upper: null,
          unit: 'day',
          unitText: '日',
        },
      ],
      [
        {
          ...fine('应当在十日内改正', 10, 0),
          metric: '改正',
          comparator: '<=',
          upper: null,
          unit: 'day',
          unitText: '日',
        },
      ],
      'STRICTER',
      '上限降低：由不超过30日到不超过10日',
    ],
    [
      'a demand against a target',
      [{ ...fine('应当达到', 5, 0), comparator: '>=', upper: null, purpose: 'other' }],
      [{ ...fine('力争达到', 3, 0), comparator: '>=', upper: null, purpose: 'target' }],
      'DIFFERENT',
      '由不少于5元改为不少于3元，目标不是要求，不分宽严',
    ],
  ])('tells %s', (_, base, other, relation, reason) => {
    expect(related(base, other)).toEqual([relation, reason])
  })
})

describe('ways to comply', () => {
  const either = { alternativeGroup: 'a' }
  it.each<[string, readonly Fields[], readonly Fields[], Relation, string]>([
    ['another requirement instead', [{}], [either], 'LOOSER', '可由另一项代替'],
    ['no other requirement any more', [either], [{}], 'STRICTER', '不能由另一项代替'],
    ['a choice on both sides', [either], [{ ...either, value: 60 }], 'STRICTER', '下限提高：由不少于50人到不少于60人'],
    [
      'the easier of two numbers of one measure, which is no way out of both',
      [{}],
      [either, { ...either, value: 30 }],
      'LOOSER',
      '下限降低：由不少于50人到不少于30人',
    ],
  ])('tells %s', (_, base, other, relation, reason) => {
    expect(related(base, other)).toEqual([relation, reason])
  })
})

describe('what is not said', () => {
  const words = (quote: string, fields = {}) => instrument('丙', { marks: [mark(quote, fields)] })
  const DELEGATED = { delegated: '另行制定', modal: '由' }
  it.each([
    [
      'the base alone',
      instrument('甲', { thresholds: [threshold({ value: 50 })] }),
      instrument('乙', {}),
      'OMITTED',
      '甲有规定，这里没有',
    ],
    [
      'the other alone',
      instrument('甲', {}),
      instrument('乙', { thresholds: [threshold({ value: 50 })] }),
      'ADDED',
      '甲未规定',
    ],
    [
      'the other alone, and only encouraged',
      instrument('甲', {}),
      instrument('乙', { thresholds: [threshold({ value: 50, strength: 'encouraged' })] }),
      'ADDED',
      '甲未规定；这里是鼓励',
    ],
    [
      'the other alone, which leaves it to another document',
      instrument('甲', {}),
      words('独立法人的办法另行制定', DELEGATED),
      'ADDED',
      '甲未规定；这里留待另行规定',
    ],
    [
      'a rule that is left to another document',
      words('应为独立法人'),
      words('独立法人的办法另行制定', DELEGATED),
      'DIFFERENT',
      '这里留待另行规定',
    ],
    [
      'a rule that was left to another document',
      words('独立法人的办法另行制定', DELEGATED),
      words('应为独立法人'),
      'DIFFERENT',
      '丙留待另行规定，这里作了规定',
    ],
    [
      'what both leave to other documents',
      words('独立法人的办法另行制定', DELEGATED),
      words('独立法人由主管部门另行规定', DELEGATED),
      'SAME',
      '都留待另行规定',
    ],
  ] as const)('tells %s', (_, base, other, relation, reason) => {
    const cell = compare([base, { ...other, id: '乙' }]).rows[0]?.cells[1]
    expect([cell?.relation, cell?.reason?.zh]).toEqual([relation, reason])
  })

  it('has no row where both sides are silent', () => {
    expect(compare([instrument('甲', {}), instrument('乙', {})]).rows).toEqual([])
  })

  it('keeps an amount apart from a rule that is left to another document', () => {
    const amount = threshold({ value: 50, row: '人员' })
    const base = instrument('甲', { thresholds: [amount] })
    const other = instrument('乙', { marks: [mark('人员的数额另行制定', { ...DELEGATED, row: '人员' })] })
    expect(verdict(base, other)).toEqual(['DIFFERENT', '甲有数值，这里留待另行规定'])
    expect(verdict(other, base)).toEqual(['DIFFERENT', '乙留待另行规定，这里有数值'])
  })
})

const amounts = fc.record(
  {
    value: fc.constantFrom(10, 20, 30),
    comparator: fc.constantFrom('>=', '>', '<=', '<', '='),
    unit: fc.constantFrom('person', 'ratio'),
    window: fc.constantFrom(null, 'P1Y', 'P3Y'),
    aggregation: fc.constantFrom(null, 'each', 'sum'),
    strength: fc.constantFrom('must', 'should', 'encouraged'),
    hedge: fc.constantFrom(null, '一般', '原则上'),
    purpose: fc.constantFrom('eligibility', 'sanction', 'target'),
    quote: fc.constantFrom('不少于', '处罚款', '给予补助'),
    applicantTypes: fc.subarray(['enterprise', 'university'] as const),
    track: fc.constantFrom(null, '综合类', '领域类'),
    appliesIf: fc.constantFrom(null, '情节严重的'),
    alternativeGroup: fc.constantFrom(null, 'a'),
  },
  { requiredKeys: ['value', 'comparator'] },
) as fc.Arbitrary<Fields & { value: number }>
const ranges = amounts.map((fields) => ({ ...fields, comparator: 'between' as const, upper: fields.value + 15 }))
const words = fc.record({
  quote: fc.constantFrom(
    '应为独立法人',
    '鼓励成为独立法人',
    '可以为独立法人单位',
    '不得为独立法人',
    '应为独立法人，确有困难的除外',
  ),
  modal: fc.constantFrom('应', '鼓励', null),
  rank: fc.constantFrom(1, 3, null),
  delegated: fc.constantFrom(null, null, '另行制定'),
})
const facts = fc.record({
  thresholds: fc.array(fc.oneof(amounts, ranges), { maxLength: 3 }),
  marks: fc.array(words, { maxLength: 2 }),
})

function made(
  name: string,
  { thresholds, marks }: { thresholds: readonly (Fields & { value: number })[]; marks: readonly object[] },
): ComparedInstrument {
  return instrument(name, {
    thresholds: thresholds.map((fields) => threshold(fields)),
    marks: marks.map((fields) => mark('', fields)),
  })
}

const MIRROR: Readonly<Record<Relation, Relation>> = {
  SAME: 'SAME',
  STRICTER: 'LOOSER',
  LOOSER: 'STRICTER',
  ADDED: 'OMITTED',
  OMITTED: 'ADDED',
  DIFFERENT: 'DIFFERENT',
  NOT_COMPARABLE: 'NOT_COMPARABLE',
}

/** Relations of a column against a base, by row. */
function relations(
  columns: readonly ComparedInstrument[],
  base: string,
  of: string,
): Readonly<Record<string, Relation | null>> {
  const { rows } = compare(columns, { base })
  return Object.fromEntries(
    rows.map(({ id, cells }) => [id, cells.find((cell) => cell.instrument === of)?.relation ?? null]),
  )
}

describe('relations of any facts', () => {
  it('turn round with the sides: what is stricter one way is looser the other', () => {
    fc.assert(
      fc.property(facts, facts, (one, two) => {
        const columns = [made('甲', one), made('乙', two)]
        const there = relations(columns, '甲', '乙')
        const back = relations(columns, '乙', '甲')
        const mirrored = Object.entries(there).map(([id, relation]) => [id, relation && MIRROR[relation]])
        expect(back).toEqual(Object.fromEntries(mirrored))
      }),
      { numRuns: 500 },
    )
  })

  it('of a text to itself are SAME', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const found = relations([made('甲', one), made('乙', one)], '甲', '乙')
        expect(Object.values(found).filter((relation) => relation !== null && relation !== 'SAME')).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('do not depend on the order of the columns, nor on the order of facts', () => {
    fc.assert(
      fc.property(facts, facts, facts, (one, two, three) => {
        const [a, b, c] = [made('甲', one), made('乙', two), made('丙', three)]
        const turned = { ...b, thresholds: b.thresholds.toReversed(), marks: b.marks.toReversed() }
        expect(relations([c, turned, a], '甲', '乙')).toEqual(relations([a, b, c], '甲', '乙'))
      }),
      { numRuns: 500 },
    )
  })

  it('always say why, in Chinese and in English', () => {
    fc.assert(
      fc.property(facts, facts, (one, two) => {
        for (const { cells } of compare([made('甲', one), made('乙', two)]).rows) {
          const { relation, reason } = cells[1] ?? { relation: null, reason: null }
          expect(reason === null).toBe(relation === null)
          if (reason)
            expect([
              reason.zh.length > 1,
              reason.en.length > 1,
              /undefined|null|NaN/.test(reason.zh + reason.en),
            ]).toEqual([true, true, false])
        }
      }),
      { numRuns: 500 },
    )
  })
})
