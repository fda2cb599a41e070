import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../server/document/parse.ts'
import { readEligibility } from '../../server/facts/eligibility.ts'
import { readThresholds } from '../../server/facts/thresholds.ts'
import type { Condition, Threshold } from '../../server/model/facts.ts'
import type { MetricTerm, UnitTerm } from '../../server/model/vocabulary.ts'
import { cleanText } from '../../server/text/clean.ts'
import { documentOf } from './document.ts'
import type { Part } from './document.ts'

const metrics: readonly MetricTerm[] = JSON.parse(readFileSync('data/vocabulary/metrics.json', 'utf8'))
const units: readonly UnitTerm[] = JSON.parse(readFileSync('data/vocabulary/units.json', 'utf8'))

/** The trees of a small document as nested lists: [all, …], [any, …], [if, words, …]; thresholds as their quotes. */
function trees(parts: readonly Part[]): readonly unknown[] {
  const document = documentOf(parts)
  const thresholds = readThresholds(document, { metrics, units })
  return readEligibility(document, { thresholds }).map(({ track, logic }) => [track, print(logic, thresholds)])
}

function print(node: Condition, thresholds: readonly Threshold[]): unknown {
  const below = (nodes: readonly Condition[]) => nodes.map((one) => print(one, thresholds))
  if ('all' in node) return ['all', ...below(node.all)]
  if ('any' in node) return ['any', ...below(node.any)]
  if ('not' in node) return ['not', print(node.not, thresholds)]
  if ('if' in node) return ['if', node.if, print(node.then, thresholds)]
  return 'threshold' in node ? thresholds[node.threshold]?.quote.trim() : node.criterion
}

/** The conditions of one item under 应具备以下条件. */
function item(text: string): unknown {
  const [tree] = trees([{ id: 'a', text: '申请单位应具备以下条件：', parts: [{ id: 'b', text }] }])
  return Array.isArray(tree) ? tree[1] : null
}

describe('conditions of an item', () => {
  it.each([
    ['信誉良好，制度健全。', ['all', '信誉良好', '制度健全']],
    ['人员不少于10人，制度健全。', ['all', '人员不少于10人', '制度健全']],
    ['经营状况良好且资产负债率低于70%。', ['all', '经营状况良好', '资产负债率低于70%']],
    [
      '申请单位是企业的，应是龙头企业，负债率低于70%；申请单位是高校的，须与2家以上企业共建。管理规范。',
      [
        'all',
        ['if', '申请单位是企业的', ['all', '应是龙头企业', '负债率低于70%']],
        ['if', '申请单位是高校的', '须与2家以上企业共建'],
        '管理规范',
      ],
    ],
    ['主持国家级项目1项或省级项目3项以上。', ['any', '主持国家级项目1项', '省级项目3项以上']],
    ['具有学士学位，或者取得相应证书。', ['any', '具有学士学位', '取得相应证书']],
    ['须为高新技术企业或建有研发机构的规模以上企业。', ['any', '须为高新技术企业', '建有研发机构的规模以上企业']],
    ['具有承担国家或省级项目的经验。', '具有承担国家或省级项目的经验'],
    [
      '应为独立法人单位或内设独立机构；尚不具备条件的，先行实现相对独立。',
      ['any', '应为独立法人单位', '内设独立机构', ['if', '尚不具备条件的', '先行实现相对独立']],
    ],
    ['鼓励产学研合作，签署共建协议。', '签署共建协议'],
    ['从事医疗工作十五年以上或者具有高级职称。', ['any', '从事医疗工作十五年以上', '具有高级职称']],
    ['无违法或者失信记录。', '无违法或者失信记录'],
    ['信誉良好；或者由主管部门推荐。', ['any', '信誉良好', '由主管部门推荐']],
    ['具有本地户籍，但引进人才除外。', ['any', '具有本地户籍', '引进人才']],
    ['除国家另有规定外，持有许可证。', ['any', '持有许可证', '国家另有规定']],
    ['有驾驶员，经营旅游客运的还应当有乘务员。', ['all', '有驾驶员', ['if', '经营旅游客运的', '还应当有乘务员']]],
    ['有医师；其中，开展手术的，必须有护士。', ['all', '有医师', ['if', '开展手术的', '必须有护士']]],
    ['3年内无重大责任事故记录。', '3年内无重大责任事故记录'],
    ['在群众中，享有盛誉。', '在群众中，享有盛誉'],
    ['企业类：信誉良好。', ['if', '企业类', '信誉良好']],
    ['人才队伍：信誉良好。', '信誉良好'],
    ['申报单位或者其控股单位具有法人资格。', '申报单位或者其控股单位具有法人资格'],
    ['从事证券业务的机构，有健全的制度。', ['if', '从事证券业务的机构', '有健全的制度']],
    ['作出贡献者优先。信誉良好。', '信誉良好'],
    ['信誉良好。已入选的专家不参加评选。', ['all', '信誉良好', ['not', '已入选的专家']]],
  ])('%s', (text, expected) => {
    expect(item(text)).toEqual(expected)
  })
})

describe('where conditions stand', () => {
  it('is found by the sentence that opens a list, under the track that it names', () => {
    expect(
      trees([
        { id: 'a', text: '中心分为综合类和领域类。' },
        {
          id: 'b',
          text: '申请领域类中心应具备以下基本条件：',
          parts: [
            { id: 'c', text: '制度健全。' },
            { id: 'd', text: '信誉良好。' },
          ],
        },
      ]),
    ).toEqual([['领域类', ['all', '制度健全', '信誉良好']]])
  })

  it('is found by a heading', () => {
    expect(
      trees([{ id: 'a', heading: '申报条件', parts: [{ id: 'b', heading: '人才队伍', text: '人员不少于10人。' }] }]),
    ).toEqual([['general', '人员不少于10人']])
  })

  it('takes one of a list where the list says so', () => {
    expect(
      trees([
        {
          id: 'a',
          text: '申请人应当符合下列条件之一：',
          parts: [
            { id: 'b', text: '具有学士学位。' },
            { id: 'c', text: '从业5年以上。' },
          ],
        },
      ]),
    ).toEqual([['general', ['any', '具有学士学位', '从业5年以上']]])
  })

  it('reads a list of exclusions as what must not hold', () => {
    expect(
      trees([
        {
          id: 'a',
          text: '有下列情形之一的，不得申请：',
          parts: [
            { id: 'b', text: '受过刑事处罚的；' },
            { id: 'c', text: '未满三年的。' },
          ],
        },
      ]),
    ).toEqual([['general', ['not', ['any', '受过刑事处罚的', '未满三年']]]])
  })

  it('lets 除外 excuse from an exclusion', () => {
    expect(
      trees([
        { id: 'a', text: '有下列情形之一的，不得担任负责人：', parts: [{ id: 'b', text: '受过处罚的，但过失除外；' }] },
      ]),
    ).toEqual([['general', ['not', ['all', '受过处罚的', ['not', '过失']]]]])
  })

  it.each([
    ['符合下列条件的单位，可以申请设立机构：', ['all', '甲项条件', '乙项条件']],
    ['申请领取许可证，应当具备下列条件，并经主管部门审查：', ['all', '甲项条件', '乙项条件']],
    ['应当是正式员工，并符合下列条件：', ['all', '应当是正式员工', '甲项条件', '乙项条件']],
    ['除应当具备规定的条件外，还应当具备下列条件：', ['all', '具备规定的条件', '甲项条件', '乙项条件']],
    ['申请人是企业的，应当符合下列条件：', ['if', '申请人是企业的', ['all', '甲项条件', '乙项条件']]],
    ['申请人应当是法人。申请人应当符合下列要求之一：', ['all', '申请人应当是法人', ['any', '甲项条件', '乙项条件']]],
    ['申请人出现下列情形之一的，将取消其报名资格：', ['not', ['any', '甲项条件', '乙项条件']]],
  ])('is told by %s', (text, expected) => {
    const parts = [
      { id: 'b', text: '甲项条件；' },
      { id: 'c', text: '乙项条件。' },
    ]
    expect(trees([{ id: 'a', text, parts }])).toEqual([['general', expected]])
  })

  it.each([
    '产品质量应当符合下列要求：',
    '编制规划，应当符合下列要求：',
    '符合下列条件之一的，应当召开业主大会：',
    '有下列情形之一的，不得超车：',
    '有下列情形之一的，由公安机关处以罚款，三年内不得再次申请：',
    '符合条件的单位，应当提供下列材料：',
    '当事人有下列情形之一，主张优先购买的，不予支持：',
    '投标人有下列行为之一的，属于情节严重行为，取消其投标资格：',
    '被告人符合下列条件的，人民法院可以判决免予处罚：',
  ])('is not told by %s', (text) => {
    expect(trees([{ id: 'a', text, parts: [{ id: 'b', text: '甲项条件；' }] }])).toEqual([])
  })

  it('is found inside one sentence', () => {
    expect(
      trees([{ id: 'a', heading: '申报条件', text: '主讲人须具备下列条件之一：特级教师；学科带头人；资深教授。' }]),
    ).toEqual([['general', ['any', '特级教师', '学科带头人', '资深教授']]])
  })

  it('keeps an item that is one short sentence and looks like a heading', () => {
    const text = '科普基地评选方案\n一、申报范围\n（一）在本省注册的企业；\n（二）高等院校、科研院所。\n'
    const raw = { name: 'test.txt', text, format: 'txt', encoding: 'utf-8', sha256: '' } as const
    const [tree] = readEligibility(parseDocument(raw, [], cleanText), { thresholds: [] })
    expect(tree && print(tree.logic, [])).toEqual(['any', '在本省注册的企业', '高等院校、科研院所'])
  })

  it('is found in the rows of a table, class by class', () => {
    const rows = ['指标\t企业\t高校', '固定人员\t不少于50人\t不少于30人', '制度\t管理制度健全\t无']
    expect(
      trees([{ id: 'a', text: '申报单位应当具备下列条件：' }, ...rows.map((text, at) => ({ id: `r${at}`, text }))]),
    ).toEqual([
      [
        'general',
        ['all', ['if', '企业', ['all', '固定人员\t不少于50人', '管理制度健全']], ['if', '高校', '不少于30人']],
      ],
    ])
  })

  it('is told apart by classes of applicants', () => {
    const list = (id: string, text: string) => [{ id, text }]
    expect(
      trees([
        {
          id: 'a',
          heading: '申报条件',
          parts: [
            { id: 'b', heading: '年度项目申报条件', parts: list('c', '甲项条件。') },
            { id: 'd', heading: '备案项目申报条件', parts: list('e', '乙项条件。') },
          ],
        },
      ]),
    ).toEqual([
      ['年度项目', '甲项条件'],
      ['备案项目', '乙项条件'],
    ])
    expect(
      trees([
        {
          id: 'a',
          text: '申请人应当具备下列条件：',
          parts: [{ id: 'b', text: '以师承方式学习的人员', parts: list('c', '甲项条件。') }],
        },
      ]),
    ).toEqual([['general', ['if', '以师承方式学习的人员', '甲项条件']]])
  })

  it('finds a legal status outside any list, with its exception', () => {
    expect(
      trees([{ id: 'a', text: '中心应为独立法人实体。前期暂不具备条件的，先行实现相对独立。其他事项另行规定。' }]),
    ).toEqual([['general', ['any', '中心应为独立法人实体', ['if', '前期暂不具备条件的', '先行实现相对独立']]]])
  })

  it('is nowhere in procedures, duties and definitions', () => {
    expect(
      trees([
        { id: 'a', text: '主管部门负责以下工作：', parts: [{ id: 'b', text: '制定规划。' }] },
        { id: 'c', text: '按照以下程序组建：', parts: [{ id: 'd', text: '提交申请。' }] },
      ]),
    ).toEqual([])
  })
})
