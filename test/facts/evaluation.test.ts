import { describe, expect, it } from 'vitest'
import { readEvaluation } from '../../server/facts/evaluation.ts'
import { documentOf } from './document.ts'
import type { Part } from './document.ts'

function evaluations(parts: readonly Part[]): readonly unknown[] {
  return readEvaluation(documentOf(parts), { thresholds: [] }).map(({ grades, consequences }) => [
    grades,
    consequences.map(({ grade, effect }) => [grade, effect]),
  ])
}

const scales = (text: string) => evaluations([{ id: 'a', text }]).map((one) => (one as readonly unknown[])[0])

describe('a scale', () => {
  it.each([
    ['考核评估结果分为“优”“良”“中”“差”四个档次。', ['优', '良', '中', '差']],
    ['年度考核结果分为优秀、称职、基本称职和不称职四个等次。', ['优秀', '称职', '基本称职', '不称职']],
    ['评估结果分为A、B、C三个等级。', ['A', 'B', 'C']],
    ['信用等级分为A级、B级、C级和D级。', ['A级', 'B级', 'C级', 'D级']],
    ['评定等级分为五星级、四星级、三星级。', ['五星级', '四星级', '三星级']],
    ['绩效评价设优秀（90分以上）、良好（80分以上）、合格（60分以上）三档。', ['优秀', '良好', '合格']],
    ['评估结果分为三个等级：优秀、合格、不合格。', ['优秀', '合格', '不合格']],
    ['考核得分90分以上的为优秀，75分以上的为良好，不足60分的为不合格。', ['优秀', '良好', '不合格']],
  ])('%s', (text, grades) => {
    expect(scales(text)).toEqual([grades])
  })

  it('may stand item by item', () => {
    const parts = [
      { id: 'b', text: '优秀：按期完成全部任务；' },
      { id: 'c', text: '不合格：未完成任务。' },
    ]
    expect(evaluations([{ id: 'a', text: '绩效评价结果分为以下等次：', parts }])).toEqual([[['优秀', '不合格'], []]])
  })

  it('may stand row by row, with what follows from each grade', () => {
    const rows = ['等次\t得分\t结果运用', '优秀\t90分以上\t给予奖励', '不合格\t60分以下\t撤销资格']
    expect(
      evaluations([{ id: 'a', text: '考核等次及结果运用如下：' }, ...rows.map((text, at) => ({ id: `r${at}`, text }))]),
    ).toEqual([
      [
        ['优秀', '不合格'],
        [
          ['优秀', '给予奖励'],
          ['不合格', '撤销资格'],
        ],
      ],
    ])
  })

  it.each(['突发事件分为一级、二级和三级。', '经竣工验收合格后，方可投入使用。', '培训考核合格的，方可上岗。'])(
    'is not in %s',
    (text) => {
      expect(evaluations([{ id: 'a', text }])).toEqual([])
    },
  )
})

describe('what follows from a result', () => {
  it.each<[string, readonly unknown[]]>([
    ['评估结果为不合格的，撤销资格。', [['不合格', '撤销资格']]],
    [
      '连续两年考核不合格的，限期整改；整改后仍未通过的，取消资格。',
      [
        ['不合格', '限期整改'],
        [null, '取消资格'],
      ],
    ],
    ['评估结果作为经费安排的重要依据。', [[null, '评估结果作为经费安排的重要依据']]],
    ['拒不参加年度评估的，取消其称号。', [[null, '取消其称号']]],
    ['根据考核结果给予补助。', [[null, '根据考核结果给予补助']]],
    ['主管部门应当组织评估，并通报评估结果。', []],
    ['违反本办法规定，提供虚假评估报告的，给予处分。', []],
    ['对推荐的项目进行评估。', []],
  ])('%s', (text, consequences) => {
    const read = evaluations([{ id: 'a', text }]).flatMap((one) => (one as readonly (readonly unknown[])[])[1])
    expect(read).toEqual(consequences)
  })
})
