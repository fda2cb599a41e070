import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { compareInstruments } from '../../server/compare/matrix.ts'
import { goldInstrument } from './gold.ts'

const FIVE = [
  ['cn-2021-tic', '国家'],
  ['yn-2022-tic', '云南'],
  ['sx-2023-tic', '山西'],
  ['ha-2021-tic', '河南'],
  ['yn-2019-mic', '云南2019'],
] as const

const vocabulary = loadVocabulary()
const instruments = FIVE.map(([id, name]) => goldInstrument(id, name))

function relationsAgainst(base: string): ReadonlyMap<string | null, readonly (string | null)[]> {
  const { rows } = compareInstruments(instruments, { base, ...vocabulary })
  return new Map(rows.map((row) => [row.metricKey, row.cells.map(({ relation }) => relation)]))
}

const AGAINST_THE_STATE = [
  ['asks for fixed staff in Yunnan and Shanxi alone', 'fixed_staff', [null, 'ADDED', 'ADDED', null, null]],
  ['runs construction for the same three years', 'construction_period', [null, 'SAME', 'OMITTED', 'SAME', 'OMITTED']],
  ['evaluates every three years everywhere', 'evaluation_cycle', [null, 'SAME', 'SAME', 'SAME', 'OMITTED']],
  ['grades on other scales', 'evaluation_grades', [null, 'DIFFERENT', 'DIFFERENT', 'OMITTED', 'OMITTED']],
  ['adds R&D money in three measures', 'rd_spend', [null, 'ADDED', 'ADDED', 'ADDED', null]],
] as const

const AGAINST_YUNNAN = [
  ['wants fewer fixed staff in Shanxi', 'fixed_staff', ['OMITTED', null, 'LOOSER', 'OMITTED', 'OMITTED']],
  ['wants more floor in Shanxi', 'floor_area', ['OMITTED', null, 'STRICTER', 'OMITTED', 'OMITTED']],
  ['wants equipment of the same value in Shanxi', 'equipment_value', ['OMITTED', null, 'SAME', 'OMITTED', 'OMITTED']],
  ['cannot order R&D money', 'rd_spend', ['OMITTED', null, 'NOT_COMPARABLE', 'NOT_COMPARABLE', 'OMITTED']],
  [
    'cannot order time to mend after different verdicts',
    'rectification_period',
    ['OMITTED', null, 'NOT_COMPARABLE', 'OMITTED', 'OMITTED'],
  ],
] as const

describe('what two readers found in the five regulations', () => {
  const national = relationsAgainst('cn-2021-tic')
  it.each(AGAINST_THE_STATE)('against the national measure %s', (_title, metric, relations) => {
    expect(national.get(metric)).toEqual(relations)
  })

  const yunnan = relationsAgainst('yn-2022-tic')
  it.each(AGAINST_YUNNAN)('against Yunnan %s', (_title, metric, relations) => {
    expect(yunnan.get(metric)).toEqual(relations)
  })

  it('says what passing one measure of R&D money means for the others', () => {
    const { rows } = compareInstruments(instruments, { base: 'cn-2021-tic', ...vocabulary })
    expect(rows.filter((row) => !row.comparable).map((row) => [row.metricKey, row.note?.zh])).toEqual([
      [
        'rd_spend',
        '三种口径：近2年每年、近3年合计、近3年平均，不能排高低。' +
          '满足云南的必满足山西（近2年每年不少于1000万元，则近3年合计不少于2000万元；规则：逐年相加），反之不然。' +
          '对企业，满足河南的必满足山西（近3年平均不少于4000万元，则近3年合计不少于1.2亿元；规则：平均数乘以年数等于合计），反之不然。',
      ],
    ])
  })
})
