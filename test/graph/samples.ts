import { sample } from './sample.ts'

/** The parent: others cite it by title, by number, or by both, in several spellings. */
export const PARENT = sample({
  id: 'cn-2020-parent',
  title: '总办法（试行）',
  docNumber: '国发〔2020〕1号',
  jurisdiction: 'CN',
  effectiveFrom: '2020-03-01',
  articles: [
    '第一条 创新中心应当有固定人员30人以上。',
    '第二条 本办法由主管部门解释，研发经费不低于2000万元。',
    '第三条 分为：（一）综合类；（二）领域类。',
  ],
  sets: [['30人以上', 30]],
})

export const CHILD = sample({
  id: 'cn-yn-2021-child',
  title: '实施细则',
  docNumber: '云发〔2021〕2号',
  jurisdiction: 'CN-YN',
  effectiveFrom: '2021-01-01',
  articles: [
    '第一条 根据《总办法(试行)》（国发[2020]1号）和《别处的规定》制定本细则。',
    '第二条 创新中心固定人员不少于 50 人，另有兼职人员2.5人。',
    '第三条 本细则自印发之日起施行，《旧细则》（云发〔2018〕7号）同时废止。',
  ],
  sets: [
    ['不少于 50 人', 50],
    ['2.5人', 2.5],
  ],
  cites: [
    {
      quote: '《总办法(试行)》（国发[2020]1号）',
      title: '总办法(试行)',
      docNumber: '国发[2020]1号',
      relation: 'basis',
    },
    { quote: '《别处的规定》', title: '别处的规定' },
    { quote: '《旧细则》（云发〔2018〕7号）', title: '旧细则', docNumber: '云发〔2018〕7号', relation: 'repeals' },
  ],
  repeals: [{ title: '旧细则', docNumber: '云发〔2018〕7号' }],
})

export const OTHER = sample({
  id: 'cn-sx-2022-other',
  title: '管理规定',
  jurisdiction: 'CN-SX',
  articles: ['第一条 依照《总办法》管理。', '第二条 按照《关于印发〈旧细则〉的通知》办理的，不再办理。'],
  cites: [
    { quote: '《总办法》', title: '总办法' },
    { quote: '《关于印发〈旧细则〉的通知》', title: '关于印发〈旧细则〉的通知' },
  ],
})

/** What the child becomes: another text under the same id, with fewer facts. */
export const CHILD_CHANGED = sample({
  id: CHILD.id,
  title: '实施细则',
  docNumber: '云发〔2021〕2号',
  jurisdiction: 'CN-YN',
  effectiveFrom: '2021-01-01',
  articles: ['第一条 为规范管理，依照《总办法》制定本细则。'],
  cites: [{ quote: '《总办法》', title: '总办法' }],
})
