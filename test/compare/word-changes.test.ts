import { describe, expect, it } from 'vitest'
import { changesInWords } from '../../server/compare/word-changes.ts'

const CASES: readonly (readonly [string, string, string, string | null])[] = [
  [
    'another subject of the same act',
    '市科技局负责图书馆的年度考核',
    '县文化局负责图书馆的年度考核',
    '主体由“市科技局”改为“县文化局”',
  ],
  ['words exchanged in one clause', '考核结果向市人民政府报告', '考核结果向社会公众报告', '“市人民政府”改为“社会公众”'],
  ['words put in', '应当制定年度计划', '应当制定三年规划和年度计划', '增加“三年规划和”'],
  ['words left out', '应当制定三年规划和年度计划', '应当制定年度计划', '去掉“三年规划和”'],
  [
    'a condition beside the same rule',
    '可以延长开放时间',
    '经主管部门批准的，可以延长开放时间',
    '此处另有条件“经主管部门批准的”',
  ],
  [
    'a condition that is not there',
    '遇有重大活动时，可以延长开放时间',
    '可以延长开放时间',
    '此处无条件“遇有重大活动时”',
  ],
  [
    'clauses on either side of the same rule',
    '负责馆藏管理，定期清点图书',
    '负责馆藏管理，组织读者活动',
    '此处无“定期清点图书”；此处另有“组织读者活动”',
  ],
  [
    'a long clause by its beginning',
    '负责馆藏管理',
    '负责馆藏管理，每年组织不少于二十次面向中小学生和老年读者的公益阅读推广活动',
    '此处另有“每年组织不少于二十次面向中小学生和老年读者的公益…”',
  ],
  ['nothing where only line breaks and spaces differ', '应当制定年度计划', '应当 制定\n年度计划', null],
  ['nothing where the two have nothing in common', '应当制定年度计划', '读者须保持安静', null],
]

describe('what changed from one wording to another', () => {
  it.each(CASES)('tells %s', (_, base, other, changes) => {
    expect(changesInWords([base], [other], [])?.zh ?? null).toBe(changes)
  })

  it('takes no notice of the names by which the documents call themselves', () => {
    expect(changesInWords(['省图书馆应当公开年度账目'], ['市书屋应当公开年度账目'], ['省图书馆', '市书屋'])).toBeNull()
  })
})
