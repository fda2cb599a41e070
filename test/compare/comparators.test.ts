import { describe, expect, it } from 'vitest'
import type { ComparedThreshold, Relation } from '../../server/model/comparison.ts'
import type { Comparator } from '../../server/model/facts.ts'
import { instrument, threshold, verdict } from './fixtures.ts'

const AMOUNTS: readonly (readonly [string, Comparator, number, number | null])[] = [
  ['≥50', '>=', 50, null],
  ['>50', '>', 50, null],
  ['≥60', '>=', 60, null],
  ['≤50', '<=', 50, null],
  ['<50', '<', 50, null],
  ['≤60', '<=', 60, null],
  ['=50', '=', 50, null],
  ['=60', '=', 60, null],
  ['40–60', 'between', 40, 60],
  ['45–55', 'between', 45, 55],
  ['50–70', 'between', 50, 70],
]
const SIGNS: Partial<Record<Relation, string>> = { SAME: '=', STRICTER: '+', LOOSER: '-', DIFFERENT: '#' }

/** Rows are the base: + stricter than it, - looser, = the same, # ordered by no rule. */
const DEMANDS = `
         ≥50  >50  ≥60  ≤50  <50  ≤60  =50  =60  40–60 45–55 50–70
  ≥50     =    +    +    #    #    #    #    +    #     #     +
  >50     -    =    +    #    #    #    #    +    #     #     #
  ≥60     -    -    =    #    #    #    #    #    #     #     #
  ≤50     #    #    #    =    +    -    #    #    #     #     #
  <50     #    #    #    -    =    -    #    #    #     #     #
  ≤60     #    #    #    +    +    =    +    #    +     +     #
  =50     #    #    #    #    #    -    =    #    -     -     #
  =60     -    -    #    #    #    #    #    =    #     #     -
  40–60   #    #    #    #    #    -    +    #    =     +     #
  45–55   #    #    #    #    #    -    +    #    -     =     #
  50–70   -    #    #    #    #    #    #    +    #     #     =
`
/** A fine of at most 50 starts at nothing, one of at least 50 has no end. */
const FINES = `
         ≥50  >50  ≥60  ≤50  <50  ≤60  =50  =60  40–60 45–55 50–70
  ≥50     =    +    +    -    -    -    -    #    -     -     -
  >50     -    =    +    -    -    -    -    #    -     -     -
  ≥60     -    -    =    -    -    -    -    -    -     -     -
  ≤50     +    +    +    =    -    +    +    +    +     +     +
  <50     +    +    +    +    =    +    +    +    +     +     +
  ≤60     +    +    +    -    -    =    #    +    +     #     +
  =50     +    +    +    -    -    #    =    +    #     #     +
  =60     #    #    +    -    -    -    -    =    -     -     #
  40–60   +    +    +    -    -    -    #    +    =     #     +
  45–55   +    +    +    -    -    #    #    +    #     =     +
  50–70   +    +    +    -    -    -    -    #    -     -     =
`

function tableOf(fields: Partial<ComparedThreshold>): readonly (readonly string[])[] {
  const side = (name: string, [, comparator, value, upper]: (typeof AMOUNTS)[number]) =>
    instrument(name, { thresholds: [threshold({ ...fields, comparator, value, upper })] })
  const rows = AMOUNTS.map((base) => [
    base[0],
    ...AMOUNTS.map((other) => SIGNS[verdict(side('甲', base), side('乙', other))[0] as Relation] ?? '?'),
  ])
  return [AMOUNTS.map(([name]) => name), ...rows]
}

function parsed(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
}

describe('each pair of comparators', () => {
  it('orders demands: less room is stricter', () => {
    expect(tableOf({})).toEqual(parsed(DEMANDS))
  })

  it('orders fines: more is stricter, whatever the comparator', () => {
    const fine = {
      metricKey: null,
      metric: '罚款',
      row: '罚款',
      purpose: 'sanction',
      quote: '处罚款',
      unit: 'CNY',
    } as const
    expect(tableOf(fine)).toEqual(parsed(FINES))
  })

  it.each([
    ['a target', { purpose: 'target' }],
    ['a period of validity', { purpose: 'validity' }],
    ['support', { purpose: 'funding', quote: '给予补助' }],
    ['the case of a penalty', { purpose: 'sanction', quote: '违法所得' }],
  ] as const)('does not order %s: it is the same or different', (_, fields) => {
    const [, ...rows] = tableOf({ metricKey: null, metric: '数额', row: '数额', ...fields })
    const found = rows.map(([, ...signs], at) =>
      signs.map((sign, other) => (at === other ? sign === '=' : sign === '#')),
    )
    expect(found.flat().filter((right) => !right)).toEqual([])
  })

  it.each([
    ['a minimum as a value above it', ['>=', 50], ['=', 60], 'STRICTER', '由不少于50人定为60人'],
    ['a value as a minimum below it', ['=', 60], ['>=', 50], 'LOOSER', '由60人放宽为不少于50人'],
    ['a minimum as that value', ['>=', 50], ['=', 50], 'DIFFERENT', '由不少于50人改为50人，该数是定数还是限数未写明'],
    ['a minimum as a value below it', ['>=', 50], ['=', 40], 'DIFFERENT', '由不少于50人改为40人，互不包含'],
    ['a value as another', ['=', 50], ['=', 60], 'DIFFERENT', '由50人改为60人，不分宽严'],
    ['a minimum as a maximum', ['>=', 50], ['<=', 50], 'DIFFERENT', '不再要求不少于50人；另要求不超过50人'],
    [
      'a minimum that itself passes as one that does not',
      ['>=', 50],
      ['>', 50],
      'STRICTER',
      '由不少于50人改为高于50人',
    ],
  ] as const)('tells %s', (_, [from, value], [to, other], relation, reason) => {
    const base = instrument('甲', { thresholds: [threshold({ comparator: from, value })] })
    expect(verdict(base, instrument('乙', { thresholds: [threshold({ comparator: to, value: other })] }))).toEqual([
      relation,
      reason,
    ])
  })
})
