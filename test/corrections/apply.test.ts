import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCorrections } from '../../server/corrections/apply.ts'
import type { FactKind } from '../../server/corrections/fact-forms.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { correctedReading, type Entry, reading, SAID, TEXT } from './read.ts'

const READ = reading()
const STAFF = '固定人员不少于50人'
const RULE = 'correction by 张三: 读错'

/** Codes of what corrections raised, and the words they stand at. */
function troubles({ problems }: Extraction): readonly (readonly [string, string | null])[] {
  return problems
    .filter(({ code }) => code.startsWith('CORRECTION'))
    .map(({ code, start, end }) => [code, start === null ? null : TEXT.slice(start, end ?? 0)])
}

describe('a correction changes', () => {
  it('fields of a threshold, and says whose word it is', () => {
    const { thresholds } = correctedReading([{ kind: 'threshold', quote: STAFF, set: { value: 60, hedge: '一般' } }])
    expect(thresholds[0]).toEqual({ ...READ.thresholds[0], value: 60, hedge: '一般', rule: RULE })
    expect(thresholds.slice(1)).toEqual(READ.thresholds.slice(1))
  })

  it('the place of a fact, counted from the quote', () => {
    const { thresholds } = correctedReading([{ kind: 'threshold', quote: STAFF, set: { start: 4 } }])
    expect(thresholds[0]).toMatchObject({ quote: '不少于50人', start: 84, end: 90, value: 50 })
  })

  it('a fact that shares only some of its words, when it is the only one', () => {
    const { thresholds } = correctedReading([{ kind: 'threshold', quote: '固定人员', set: { metric: '专职人员' } }])
    expect(thresholds.map(({ metric }) => metric)).toEqual(['专职人员', '场地面积', '公示期', '评审专家'])
  })

  it('the occurrence that is meant', () => {
    const { thresholds } = correctedReading([{ kind: 'threshold', quote: '50人', nth: 2, set: { value: 5 } }])
    expect(thresholds.map(({ value }) => value)).toEqual([50, 1000, 7, 5])
  })

  it('the relation of a citation', () => {
    const entry: Entry = { kind: 'citation', quote: '《某某省科技条例》', set: { relation: 'implements' } }
    expect(correctedReading([entry]).citations.map(({ relation }) => relation)).toEqual(['implements'])
  })

  it('the target of a reference, which is looked up in the tree', () => {
    const to = (id: string): Entry => ({
      kind: 'reference',
      quote: '第二条的',
      set: { targets: [{ article: 3, id }] },
    })
    const exists = (id: string) => correctedReading([to(id)]).references.map(({ targets }) => targets[0]?.exists)
    expect([exists('chp_2__art_3'), exists('chp_9')]).toEqual([[true], [false]])
  })

  it.each<[string, Entry, (read: Extraction) => unknown, unknown]>([
    [
      'the bearer of a norm',
      { kind: 'norm', quote: '评估不合格的，撤销资格', set: { bearer: '主管部门' } },
      ({ norms }) => norms.find(({ quote }) => quote.startsWith('评估不合格'))?.bearer,
      '主管部门',
    ],
    [
      'the actor of a step',
      { kind: 'step', quote: '主管部门组织评审', set: { actor: '评审专家' } },
      ({ procedure }) => procedure[1]?.actor,
      '评审专家',
    ],
    [
      'a consequence',
      { kind: 'consequence', quote: '撤销资格', set: { grade: '合格' } },
      ({ evaluation }) => evaluation[0]?.consequences.map(({ grade }) => grade),
      ['合格'],
    ],
    [
      'a scale of grades',
      { kind: 'scale', quote: '分为优秀、合格、不合格三个等级', set: { cycle: 'P1Y' } },
      ({ evaluation }) => evaluation.map(({ cycle }) => cycle),
      ['P1Y'],
    ],
    [
      'a topic',
      { kind: 'topic', quote: '具有独立法人资格', set: { aspect: null } },
      ({ topics }) => topics.find(({ quote }) => quote === '具有独立法人资格')?.aspect,
      null,
    ],
    [
      'a criterion',
      { kind: 'criterion', quote: '具有独立法人资格', set: { criterion: '是独立法人' } },
      ({ eligibility }) => eligibility[0]?.logic,
      { all: [{ threshold: 0 }, { threshold: 1 }, { criterion: '是独立法人', start: 114, end: 122, rule: RULE }] },
    ],
    [
      'the track of a condition tree',
      { kind: 'eligibility', quote: '应当具备下列条件', set: { track: '工程类' } },
      ({ eligibility }) => eligibility.map(({ track }) => track),
      ['工程类'],
    ],
    [
      'a role',
      { kind: 'role', quote: '评审专家', set: { aliases: ['专家'] } },
      ({ roles }) => roles.find(({ name }) => name === '评审专家')?.aliases,
      ['专家'],
    ],
    [
      'a heading',
      { kind: 'provision', quote: '第二章 申报', set: { heading: '申报与受理' } },
      ({ provisions }) => provisions.find(({ id }) => id === 'chp_2')?.heading,
      '申报与受理',
    ],
    [
      'the row of an amount',
      { kind: 'row', quote: STAFF, set: { row: '专职人员' } },
      ({ thresholds }) => thresholds.map(({ row }) => row),
      ['专职人员', undefined, undefined, undefined],
    ],
    [
      'the row of a clause',
      { kind: 'row', quote: '具有独立法人资格', set: { row: 'governance' } },
      ({ topics }) => topics.filter(({ row }) => row === 'governance').map(({ quote }) => quote),
      ['具有独立法人资格'],
    ],
    [
      'the row of a clause, where an amount has the same words',
      { kind: 'row', quote: STAFF, where: { topic: 'eligibility_staff' }, set: { row: '专职人员' } },
      ({ thresholds, topics }) => [
        thresholds.filter(({ row }) => row).length,
        topics.filter(({ row }) => row).map(({ quote }) => quote),
      ],
      [0, [STAFF]],
    ],
    [
      'the metadata',
      { kind: 'meta', quote: '某某省工程中心管理办法', set: { jurisdiction: 'CN-HE' } },
      ({ meta }) => [meta.jurisdiction, meta.title],
      ['CN-HE', '某某省工程中心管理办法'],
    ],
  ])('%s', (_, entry, look, wanted) => {
    const read = correctedReading([entry])
    expect([look(read), troubles(read)]).toEqual([wanted, []])
  })
})

describe('a correction drops', () => {
  it('a threshold; the words stay in the condition as a criterion, and the others keep their thresholds', () => {
    const { thresholds, eligibility } = correctedReading([{ kind: 'threshold', quote: STAFF, drop: true }])
    expect(thresholds).toEqual(READ.thresholds.slice(1))
    expect(eligibility[0]?.logic).toEqual({
      all: [
        { criterion: STAFF, start: 80, end: 90, rule: 'words of a dropped threshold' },
        { threshold: 0 },
        { criterion: '具有独立法人资格', start: 114, end: 122, rule: expect.any(String) },
      ],
    })
  })

  it('a criterion, and the tree that has nothing left', () => {
    const all = ['固定人员不少于50人', '场地面积不少于1000平方米']
    const { eligibility } = correctedReading([
      ...all.map((quote): Entry => ({ kind: 'threshold', quote, drop: true })),
      ...[...all, '具有独立法人资格'].map((quote): Entry => ({ kind: 'criterion', quote, drop: true })),
    ])
    expect(eligibility).toEqual([])
  })
})

describe('a correction adds', () => {
  it('a threshold in its place among the others, and conditions keep theirs', () => {
    const add = { metric: '条件', comparator: '=', value: 3, unit: 'item', unitText: '项', start: 4, end: 6 }
    const { thresholds, eligibility } = correctedReading([{ kind: 'threshold', quote: '应当具备下列条件', add }])
    expect(thresholds.map(({ value }) => value)).toEqual([3, 50, 1000, 7, 50])
    expect(thresholds[0]).toMatchObject({
      provision: 'chp_2__art_2__para_1',
      quote: '下列',
      rule: RULE,
      metricKey: null,
    })
    expect(eligibility[0]?.logic).toMatchObject({ all: [{ threshold: 1 }, { threshold: 2 }, {}] })
  })

  it('a consequence to a text that had no scale', () => {
    const text = '第一条 弄虚作假的，三年内不得申报。\n'
    const { evaluation } = correctedReading(
      [{ kind: 'consequence', quote: '三年内不得申报', add: { effect: '不得申报' } }],
      text,
    )
    expect(evaluation.flatMap(({ consequences }) => consequences)).toEqual([
      ...reading(text).evaluation.flatMap(({ consequences }) => consequences),
      { effect: '不得申报', grade: null, provision: 'art_1__para_1', start: 10, end: 17, rule: RULE },
    ])
  })

  it('a role that is named nowhere else', () => {
    const { roles } = correctedReading([{ kind: 'role', quote: '专家', add: { kind: 'expert' } }])
    expect(roles.at(-1)).toEqual({ key: null, name: '专家', aliases: [], kind: 'expert', rule: RULE })
  })
})

describe('a correction that cannot be carried out changes nothing and says', () => {
  it.each<[string, Entry, readonly [string, string | null]]>([
    ['that its quote is gone', { kind: 'norm', quote: '九霄云外', drop: true }, ['CORRECTION_WITHOUT_QUOTE', null]],
    [
      'that its occurrence is gone',
      { kind: 'threshold', quote: '50人', nth: 3, drop: true },
      ['CORRECTION_WITHOUT_QUOTE', null],
    ],
    [
      'that its words stand more than once',
      { kind: 'threshold', quote: '50人', drop: true },
      ['CORRECTION_AMBIGUOUS', null],
    ],
    [
      'that no such fact is read any more',
      { kind: 'funding', quote: '撤销资格', set: { what: '补助' } },
      ['CORRECTION_WITHOUT_FACT', '撤销资格'],
    ],
    [
      'that the fact is not what it says it is',
      { kind: 'threshold', quote: STAFF, where: { value: 49 }, set: { value: 60 } },
      ['CORRECTION_WITHOUT_FACT', STAFF],
    ],
    [
      'that it says what is read anyway',
      { kind: 'threshold', quote: STAFF, set: { value: 50, comparator: '>=' } },
      ['CORRECTION_NEEDLESS', STAFF],
    ],
    [
      'that nothing is read there that could be dropped',
      { kind: 'funding', quote: '撤销资格', drop: true },
      ['CORRECTION_NEEDLESS', '撤销资格'],
    ],
    [
      'that several facts have its words',
      { kind: 'norm', quote: '不合格三个等级。评估不合格的', set: { bearer: '主管部门' } },
      ['CORRECTION_AMBIGUOUS', '不合格三个等级。评估不合格的'],
    ],
    [
      'that nothing that a row could show has its words',
      { kind: 'row', quote: '某某省工程中心管理办法', set: { row: '办法' } },
      ['CORRECTION_WITHOUT_FACT', '某某省工程中心管理办法'],
    ],
    [
      'that several clauses have its words',
      { kind: 'row', quote: '不合格三个等级。评估不合格的', set: { row: '等级' } },
      ['CORRECTION_AMBIGUOUS', '不合格三个等级。评估不合格的'],
    ],
    [
      'that what it gives is no whole fact',
      { kind: 'threshold', quote: STAFF, set: { comparator: 'between' } },
      ['CORRECTION_INVALID', STAFF],
    ],
    [
      'that no provision stands at its words',
      { kind: 'funding', quote: '工程中心管理办法', add: { what: '补助' } },
      ['CORRECTION_INVALID', '工程中心管理办法'],
    ],
  ])('%s', (_, entry, trouble) => {
    const read = correctedReading([entry])
    expect(troubles(read)).toEqual([trouble])
    expect({ ...read, problems: [] }).toEqual({ ...READ, problems: [] })
  })

  it('whose it is and what to do', () => {
    const { problems } = correctedReading([{ kind: 'norm', quote: '九霄云外', drop: true }])
    expect(problems.at(-1)?.message).toBe(
      'correction of the norm “九霄云外” (张三, 2026-01-02): the text does not hold these words: ' +
        'quote it as it reads now, or delete the correction',
    )
  })

  it('and the next ones are applied all the same', () => {
    const { thresholds } = correctedReading([
      { kind: 'norm', quote: '九霄云外', drop: true },
      { kind: 'threshold', quote: STAFF, set: { value: 60 } },
    ])
    expect(thresholds[0]?.value).toBe(60)
  })
})

describe('corrections', () => {
  it('hold in the same text with other line ends, widths and spaces', () => {
    const other = TEXT.replace('不少于50人', '不少于 ５０\n人').replaceAll('\n', '\r\n')
    const { thresholds, problems } = correctedReading([{ kind: 'threshold', quote: STAFF, set: { value: 60 } }], other)
    expect([thresholds[0]?.value, problems.filter(({ code }) => code.startsWith('CORRECTION'))]).toEqual([60, []])
  })

  it('that were applied are needless in what they made', () => {
    const { thresholds, norms, topics } = READ
    const facts: readonly Entry[] = [
      ...thresholds.map(({ quote }) => ({ kind: 'threshold' as const, quote, set: { hedge: '约' } })),
      ...norms.map(({ quote }) => ({ kind: 'norm' as const, quote, set: { bearer: '某局' } })),
      ...topics.map(({ quote }) => ({ kind: 'topic' as const, quote, set: { delegated: '另行制定' } })),
    ]
    const once = facts.filter(({ quote }) => TEXT.split(quote).length === 2).map((entry) => ({ ...SAID, ...entry }))
    const made = applyCorrections(READ, TEXT, once)
    const again = applyCorrections(made, TEXT, once)
    expect(once.length).toBeGreaterThan(10)
    expect(troubles(made)).toEqual([])
    expect(troubles(again).map(([code]) => code)).toEqual(once.map(() => 'CORRECTION_NEEDLESS'))
    expect({ ...again, problems: [] }).toEqual({ ...made, problems: [] })
  })

  it('of any words leave every fact quoting the text', () => {
    const kind = fc.constantFrom<FactKind>('threshold', 'citation', 'norm', 'topic', 'step', 'criterion', 'eligibility')
    const span = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 20 }))
    const correction = fc.record({ kind, span, drop: fc.boolean(), start: fc.nat(30), end: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 5 }), (all) => {
        const entries = all.map(({ kind, span: [at, length], drop, start, end }) => ({
          ...{ ...SAID, kind, quote: TEXT.slice(at, at + length), nth: 1 },
          ...(drop ? { drop: true as const } : { set: { start, end } }),
        }))
        const { thresholds, citations, norms, topics, eligibility } = applyCorrections(READ, TEXT, entries)
        const facts = [...thresholds, ...citations, ...norms, ...topics]
        expect(facts.filter(({ start, end, quote }) => TEXT.slice(start, end) !== quote)).toEqual([])
        const leaves = JSON.stringify(eligibility).matchAll(/"threshold":(\d+)/g)
        expect([...leaves].filter(([, index]) => thresholds[Number(index)] === undefined)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
