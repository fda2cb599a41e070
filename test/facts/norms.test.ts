import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { readNorms } from '../../server/facts/norms.ts'
import { readRoles } from '../../server/facts/roles.ts'
import { documentOf, type Part } from './document.ts'

const vocabulary = loadVocabulary()
const norms = (parts: readonly Part[]) => {
  const document = documentOf(parts)
  return readNorms(document, { roles: readRoles(document, vocabulary), vocabulary }).map(
    ({ bearer, modality, modal, quote }) => [bearer, modality, modal, quote],
  )
}
const read = (text: string) => norms([{ id: 'art_1', text }])

describe('who must do what', () => {
  it.each([
    ['生产者应当建立制度。', [['生产者', 'obligation', '应当', '生产者应当建立制度']]],
    ['用人单位必须签订合同。', [['用人单位', 'obligation', '必须', '用人单位必须签订合同']]],
    ['任何单位和个人不得侵占。', [['任何单位和个人', 'prohibition', '不得', '任何单位和个人不得侵占']]],
    ['申请人可以申请复议。', [['申请人', 'permission', '可以', '申请人可以申请复议']]],
    ['国家鼓励企业增加投入。', [['企业', 'encouragement', '鼓励', '国家鼓励企业增加投入']]],
    ['支持符合条件的高校牵头申报。', [['高校', 'encouragement', '支持', '支持符合条件的高校牵头申报']]],
    ['省科技厅负责组织实施。', [['省科技厅', 'obligation', null, '省科技厅负责组织实施']]],
    ['中心分为综合类和领域类。', [[null, 'declaration', null, '中心分为综合类和领域类']]],
    ['由省科技厅发文批准组建。', [['省科技厅', 'power', null, '由省科技厅发文批准组建']]],
    ['方案要明确目标。', [[null, 'obligation', '要', '方案要明确目标']]],
    ['承印人应当查验证明文件。', [['承印人', 'obligation', '应当', '承印人应当查验证明文件']]],
    [
      '其继承人和其他亲属有权要求赔偿。',
      [['其继承人和其他亲属', 'permission', '有权', '其继承人和其他亲属有权要求赔偿']],
    ],
    [
      '村民委员会、居民委员会应当协助。',
      [['村民委员会、居民委员会', 'obligation', '应当', '村民委员会、居民委员会应当协助']],
    ],
    ['工作办公室承担日常工作。', [['工作办公室', 'obligation', null, '工作办公室承担日常工作']]],
    ['由审批机关责令改正。', [['审批机关', 'power', null, '由审批机关责令改正']]],
    ['号牌应当悬挂在规定位置。', [[null, 'obligation', '应当', '号牌应当悬挂在规定位置']]],
    ['地图审核不得收取费用。', [[null, 'prohibition', '不得', '地图审核不得收取费用']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what stands in several clauses', () => {
  it('gives one bearer two prohibitions', () => {
    expect(read('绩效评估过程中，参与各方不得弄虚作假，不得以任何方式影响评估。')).toEqual([
      ['参与各方', 'prohibition', '不得', '绩效评估过程中，参与各方不得弄虚作假'],
      ['参与各方', 'prohibition', '不得', '不得以任何方式影响评估'],
    ])
  })

  it('hands the prohibition to the bearer of the clause before', () => {
    expect(read('固定人员须为本单位工作人员，不得在其他实验室任职。')[1]).toEqual([
      '固定人员',
      'prohibition',
      '不得',
      '不得在其他实验室任职',
    ])
  })

  it('carries 应 over to bare conjuncts', () => {
    expect(read('高校应设立专门机构，建立制度，完善治理。')).toEqual([
      ['高校', 'obligation', '应', '高校应设立专门机构，建立制度，完善治理'],
    ])
  })

  it('keeps the 在-phrase as the scene of a permission', () => {
    expect(read('在市场还未成熟的领域，可以由具有技术优势的高校牵头。')).toEqual([
      ['高校', 'permission', '可以', '在市场还未成熟的领域，可以由具有技术优势的高校牵头'],
    ])
  })

  it('lets review and approval be acts of those who review and approve', () => {
    expect(read('依托单位应提出书面申请，经归口管理单位同意后报省科技厅批准。')).toEqual([
      ['依托单位', 'obligation', '应', '依托单位应提出书面申请'],
      ['归口管理单位', 'power', null, '经归口管理单位同意'],
      ['省科技厅', 'power', null, '报省科技厅批准'],
    ])
  })

  it('is no norm inside a relative clause', () => {
    expect(read('按要求应参加评估而不参加评估的企业，视为自动放弃资格。')).toEqual([
      ['企业', 'declaration', null, '按要求应参加评估而不参加评估的企业，视为自动放弃资格'],
    ])
  })

  it('hears no modal word in 相应, 供应, 可持续', () => {
    expect(read('企业提供相应保障，加强供应，实现可持续发展。')).toEqual([
      ['企业', 'obligation', null, '企业提供相应保障，加强供应，实现可持续发展'],
    ])
  })

  it('states no norm in a sentence of purpose', () => {
    expect(read('为规范管理，加强监督，制定本办法。')).toEqual([])
  })
})

describe('who is meant over several clauses', () => {
  it.each([
    [
      'whom the clause before only names',
      '从事出版活动的法人和其他组织，应当登记。',
      [['从事出版活动的法人和其他组织', 'obligation', '应当', '从事出版活动的法人和其他组织，应当登记']],
    ],
    [
      'who does something first',
      '公司召开股东大会，应当发出通知。',
      [['公司', 'obligation', '应当', '公司召开股东大会，应当发出通知']],
    ],
    [
      'nobody where a thing is spoken of',
      '共享信息，应当符合规定。',
      [[null, 'obligation', '应当', '共享信息，应当符合规定']],
    ],
    [
      'who broke the rule, for the damage',
      '经营者违反规定的，由主管部门责令改正；造成损失的，依法承担赔偿责任。',
      [
        ['主管部门', 'power', null, '经营者违反规定的，由主管部门责令改正'],
        ['经营者', 'obligation', null, '造成损失的，依法承担赔偿责任'],
      ],
    ],
    [
      'not the organ before a thing',
      '主管部门应当作出决定。期限最长不得超过一年。',
      [
        ['主管部门', 'obligation', '应当', '主管部门应当作出决定'],
        [null, 'prohibition', '不得', '期限最长不得超过一年'],
      ],
    ],
    [
      'one condition of several clauses',
      '单位伪造材料，骗取资金的，由主管部门责令退回。',
      [['主管部门', 'power', null, '单位伪造材料，骗取资金的，由主管部门责令退回']],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what a list hands down', () => {
  it('gives tasks to the one who has them', () => {
    const parts = [
      { id: 'art_1', text: '依托单位的主要职责是：', parts: [{ id: 'art_1__item_1', text: '制定建设计划。' }] },
    ]
    const lead = [{ ...parts[0]!, text: '依托单位负责建设，主要职责是：' }]
    expect(norms(lead).at(-1)).toEqual(['依托单位', 'obligation', null, '制定建设计划'])
  })

  it('gives tasks to whose they are called', () => {
    const parts = [{ id: 'art_1__item_1', text: '宣传法律法规。' }]
    expect(norms([{ id: 'art_1', text: '村民委员会的主要职责：', parts }])).toEqual([
      ['村民委员会', 'obligation', null, '宣传法律法规'],
    ])
  })

  it('lets somebody do what he may', () => {
    const parts = [{ id: 'art_1__item_1', text: '进入现场检查；' }]
    const text = '执法人员可以采取下列措施：'
    expect(norms([{ id: 'art_1', text, parts }]).at(-1)).toEqual(['执法人员', 'permission', null, '进入现场检查'])
  })

  it('counts no case as a norm', () => {
    const parts = [{ id: 'art_1__item_1', text: '伪造证书，骗取登记的；' }]
    const text = '有下列情形之一的，由登记机关责令改正：'
    expect(norms([{ id: 'art_1', text, parts }])).toHaveLength(1)
  })

  it('takes conditions, materials and cases for parts of the sentence above', () => {
    const item = (text: string) => ({ id: 'art_1__item_1', text })
    expect(norms([{ id: 'art_1', text: '申请人应当提交下列材料：', parts: [item('身份证明原件。')] }])).toHaveLength(1)
    expect(norms([{ id: 'art_1', text: '申请单位应当具备下列条件：', parts: [item('创新能力强。')] }])).toHaveLength(1)
  })

  it('makes each forbidden act a prohibition', () => {
    const parts = [
      { id: 'art_1', text: '经营者不得有下列行为：', parts: [{ id: 'art_1__item_1', text: '伪造证书；' }] },
    ]
    expect(norms(parts)[1]).toEqual(['经营者', 'prohibition', null, '伪造证书'])
  })

  it('gives a board its powers', () => {
    const text = '中心实行理事会决策制。理事会由各方代表组成。主要任务如下：'
    const parts = [{ id: 'art_1', text, parts: [{ id: 'art_1__item_1', text: '制定章程。' }] }]
    expect(norms(parts).at(-1)).toEqual(['理事会', 'power', null, '制定章程'])
  })
})
