import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEligibility } from '../../server/facts/eligibility.ts'
import { readThresholds } from '../../server/facts/thresholds.ts'
import type { Condition, Threshold } from '../../server/model/facts.ts'
import type { MetricTerm, UnitTerm } from '../../server/model/vocabulary.ts'
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
  return 'threshold' in node ? thresholds[node.threshold]?.quote : node.criterion
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
