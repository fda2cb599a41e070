import { describe, expect, it } from 'vitest'
import { compareEvaluations } from '../../../server/compare/process/evaluations.ts'
import { compareProcedures } from '../../../server/compare/process/procedures.ts'
import { readScale } from '../../../server/compare/process/scales.ts'
import type { EvaluationFigure, EvaluationInstrument, EvaluationScale } from '../../../server/model/process.ts'
import { role, step, text } from './build.ts'

const at = (quote: string) => ({ start: 0, end: quote.length, quote, provision: 'x#art_8' })
const scale = (
  grades: readonly string[],
  effects: readonly (readonly [string | null, string])[] = [],
): EvaluationScale => ({
  grades,
  consequences: effects.map(([grade, effect]) => ({ ...at(effect), grade, effect })),
})
const figure = (metricKey: string, value: number, more: Partial<EvaluationFigure> = {}): EvaluationFigure => ({
  ...at(`${metricKey} ${String(value)}`),
  ...{ metricKey, value, comparator: '=', unit: 'year', hedge: null },
  ...more,
})

const THREE = scale(
  ['优秀', '合格', '不合格'],
  [
    ['优秀', '给予奖励'],
    ['不合格', '限期整改'],
    [null, '弄虚作假的按规定处理'],
  ],
)
const FOUR = scale(
  ['优', '良', '中', '差'],
  [
    ['优', '推荐申报国家级基地'],
    ['中', '保留资格并限期整改'],
    ['差', '撤销称号'],
  ],
)
const TEXTS = ['评估结果分为优秀、合格、不合格三个等级。', '评估结果分为“优”“良”“中”“差”四个等级。']

const instrument = (id: string, more: Partial<EvaluationInstrument>): EvaluationInstrument => ({
  id,
  name: { zh: id, en: id },
  ...{ text: '', scales: [], figures: [], steps: [] },
  ...more,
})

/** The cell of the second of two instruments by row, the first being the base. */
function against(base: Partial<EvaluationInstrument>, own: Partial<EvaluationInstrument>) {
  const { rows } = compareEvaluations([instrument('国家', base), instrument('甲省', own)], { base: '国家' })
  return Object.fromEntries(rows.map((row) => [row.key, { note: row.note, ...row.cells[1] }]))
}

describe('a scale', () => {
  it('is read with its place, and its grades with what follows from them', () => {
    const read = readScale(FOUR, TEXTS[1] ?? '')
    expect(read).toMatchObject({ declared: true, place: { start: 0, end: 22 } })
    expect(read.standings).toEqual([
      { grade: '优', standing: 'pass', why: 'consequence' },
      { grade: '良', standing: 'pass', why: 'word' },
      { grade: '中', standing: 'conditional', why: 'consequence' },
      { grade: '差', standing: 'fail', why: 'consequence' },
    ])
  })

  it('is not whole where the text only names some grades', () => {
    expect(readScale(scale(['优秀', '良好']), '对评估优秀的基地，给予支持。')).toMatchObject({
      declared: false,
      place: null,
    })
  })

  it('says unknown of a grade without consequence whose word tells nothing', () => {
    expect(readScale(scale(['A级', 'B级', 'C级']), '评价分为A级、B级、C级。').standings[1]).toEqual({
      ...{ grade: 'B级', standing: 'unknown', why: null },
    })
  })

  it('does not take a grade of one character out of a longer word', () => {
    expect(readScale(scale(['优', '差']), '发挥优势，缩小差距。').place).toBeNull()
  })
})

describe('evaluations held against the base', () => {
  it.each([
    ['evaluation_cycle', 'cycle', 2, 3, 'STRICTER', '2年，国家为3年：周期更短，评估更频繁，更严'],
    ['evaluation_cycle', 'cycle', 5, 3, 'LOOSER', '5年，国家为3年：周期更长，评估更少，更宽'],
    ['evaluation_cycle', 'cycle', 3, 3, 'SAME', '同为3年'],
    ['rectification_period', 'rectification', 1, 2, 'STRICTER', '1年，国家为2年：整改时间更短，更严'],
  ])('%s in %s: %d against %d is %s', (metric, row, own, base, relation, zh) => {
    const found = against({ figures: [figure(metric, base)] }, { figures: [figure(metric, own)] })
    expect(found[row]).toMatchObject({ relation, reason: { zh } })
  })

  it('call a lower share of the best grade stricter', () => {
    const share = (value: number) => ({ figures: [figure('top_grade_quota', value, { unit: 'ratio' })] })
    expect(against(share(0.3), share(0.2))['quota']).toMatchObject({
      relation: 'STRICTER',
      reason: { zh: '20%，国家为30%：优等比例上限更低，更严' },
    })
  })

  it('tell a softened figure from a firm one, and do not convert units', () => {
    const cycle = (more: Partial<EvaluationFigure>) => ({ figures: [figure('evaluation_cycle', 3, more)] })
    expect(against(cycle({ hedge: '原则上' }), cycle({}))['cycle']?.relation).toBe('STRICTER')
    expect(against(cycle({}), cycle({ hedge: '原则上' }))['cycle']?.relation).toBe('LOOSER')
    expect(against(cycle({ hedge: '一般' }), cycle({}))['cycle']).toMatchObject({
      ...{ relation: 'SAME', reason: { zh: '同为3年；国家带“一般”' } },
    })
    expect(against(cycle({}), cycle({ unit: 'month' }))['cycle']?.relation).toBe('NOT_COMPARABLE')
  })

  it('do not map scales of different length, but for best, worst and pass line, and say that this is editorial', () => {
    const found = against({ scales: [THREE], text: TEXTS[0] ?? '' }, { scales: [FOUR], text: TEXTS[1] ?? '' })
    expect(found['scale']).toMatchObject({
      relation: 'NOT_COMPARABLE',
      reason: { zh: '4 级与国家的 3 级不是同一量表' },
      note: { zh: expect.stringContaining('编辑性') },
    })
    expect(found['middle']).toMatchObject({ relation: 'ADDED' })
    expect(found['passline']).toMatchObject({ relation: 'NOT_COMPARABLE' })
    expect(found['bottom']).toMatchObject({
      relation: 'STRICTER',
      reason: { zh: '“差”↔“不合格”：撤销资格一类，国家为整改' },
    })
    expect(found['top']).toMatchObject({ relation: 'DIFFERENT' })
  })

  it('call the same scale the same, and have no note where the lengths agree', () => {
    const same = { scales: [THREE], text: TEXTS[0] ?? '' }
    const found = against(same, same)
    expect(found['scale']).toMatchObject({ relation: 'SAME', note: null })
    expect(found['bottom']?.relation).toBe('SAME')
  })

  it('show who is silent', () => {
    const found = against({ figures: [figure('evaluation_cycle', 3)], scales: [THREE], text: TEXTS[0] ?? '' }, {})
    expect(found['cycle']).toMatchObject({ silent: true, relation: 'OMITTED', entries: [] })
    expect(found['ungraded']).toMatchObject({ silent: true, relation: 'OMITTED' })
  })

  it('take who evaluates and how often from the procedure', () => {
    const roles = [role('市文旅局', 'authority')]
    const steps = (...words: readonly string[]) =>
      compareProcedures([
        text(
          '甲',
          words.map((action, at) => step(action, { id: String(at), actor: '市文旅局', duration: '年度' })),
          roles,
        ),
      ]).procedures[0]?.steps ?? []
    const found = against(
      { steps: steps('报送年度报告', '组织绩效评估') },
      { steps: steps('报送年度报告', '委托第三方机构开展年度考核') },
    )
    expect(found['evaluator']).toMatchObject({
      relation: 'DIFFERENT',
      entries: [{ value: { zh: '市文旅局 ＋ 第三方机构' } }],
    })
  })
})
