import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { compareInstruments } from '../../server/compare/matrix.ts'
import type { ComparedInstrument } from '../../server/model/comparison.ts'
import type { ApplicantType } from '../../server/model/facts.ts'
import { readText } from '../../server/text/plain.ts'

const vocabulary = loadVocabulary()

function read(id: string, name: string): ComparedInstrument {
  const { thresholds, topics } = extract(readText(readFileSync(`data/regulations/${id}/text.txt`), id), vocabulary)
  return {
    id,
    name: { zh: name, en: name },
    thresholds: thresholds.map((fact, index) => ({ ...fact, id: `${id}/t${String(index)}` })),
    marks: topics.map((fact, index) => ({ ...fact, id: `${id}/m${String(index)}` })),
  }
}

const FIVE = [
  read('cn-2021-tic', '国家'),
  read('yn-2022-tic', '云南'),
  read('sx-2023-tic', '山西'),
  read('ha-2021-tic', '河南'),
  read('yn-2019-mic', '云南2019'),
]

const rowsFor = (applicantType: ApplicantType | null = null) =>
  compareInstruments(FIVE, { base: 'cn-2021-tic', ...vocabulary, applicantType }).rows
const ROWS = new Map(rowsFor().map((row) => [row.id.split('/')[1] ?? row.id, row]))

const RELATIONS = [
  ['a legal person of its own is only encouraged in Yunnan', 'legal_person', 1, 'LOOSER', '应 → 鼓励'],
  ['Shanxi lets a part of the host and a start without it pass', 'legal_person', 2, 'LOOSER', '增加替代和例外'],
  ['Henan lets a start without it pass', 'legal_person', 3, 'LOOSER', '增加例外'],
  ['the director works full time in Yunnan too', 'director_fulltime', 1, 'SAME', '文字相同'],
  ['the director decides in Shanxi too', 'director_responsibility', 2, 'SAME', '文字相近（88%）'],
  ['Henan only supports that the director decides', 'director_responsibility', 3, 'LOOSER', '直接规定 → 支持'],
  ['Shanxi says more on the committee of experts', 'expert_committee', 2, 'SAME', '文字相同，这里另有规定'],
  ['Yunnan evaluates every three years, without 一般', 'evaluation_cycle', 1, 'SAME', '同为3年，去掉“一般”'],
  ['Shanxi evaluates every three years, without 一般', 'evaluation_cycle', 2, 'SAME', '同为3年，去掉“一般”'],
  ['Henan builds for three years as the state does', 'construction_period', 3, 'SAME', '同为3年'],
  ['Yunnan adds fixed staff', 'fixed_staff', 1, 'ADDED', '国家未规定'],
  ['Henan omits what becomes of inventions', 'ip_marking', 3, 'OMITTED', '国家有规定，这里没有'],
] as const

describe('the five regulations as they are read', () => {
  it.each(RELATIONS)('%s', (_title, row, column, relation, reason) => {
    const cell = ROWS.get(row)?.cells[column]
    expect([cell?.relation, cell?.reason?.zh]).toEqual([relation, reason])
  })

  it('have R&D money in one row of three measures, with what follows from each', () => {
    const row = ROWS.get('rd_spend')
    expect([row?.cells.map((cell) => cell.relation), row?.note?.zh]).toEqual([
      [null, 'ADDED', 'ADDED', 'ADDED', null],
      '三种口径：近2年每年、近3年合计、近3年平均，不能排高低。' +
        '满足云南的必满足山西（近2年每年不少于1000万元，则近3年合计不少于2000万元；规则：逐年相加），反之不然。' +
        '对企业，满足河南的必满足山西（近3年平均不少于4000万元，则近3年合计不少于1.2亿元；规则：平均数乘以年数等于合计），反之不然。',
    ])
  })

  it('ask nothing of enterprises alone once a university asks', () => {
    const silentIn = (type: ApplicantType, row: string) =>
      rowsFor(type)
        .find(({ id }) => id.endsWith(row))
        ?.cells.map((cell) => cell.silent) ?? 'no row'
    expect([silentIn('university', 'debt_asset_ratio'), silentIn('university', 'rd_spend')]).toEqual([
      'no row',
      [true, false, false, true, true],
    ])
    expect(silentIn('enterprise', 'partner_enterprises')).toBe('no row')
  })

  it('show every threshold exactly once', () => {
    const shown = [...ROWS.values()].flatMap((row) => row.cells.flatMap((cell) => cell.thresholds))
    const all = FIVE.flatMap((instrument) => instrument.thresholds.map(({ id }) => id))
    expect(shown.sort()).toEqual(all.sort())
  })
})
