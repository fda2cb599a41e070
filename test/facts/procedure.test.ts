import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { parseDocument } from '../../server/document/parse.ts'
import { readProcedure } from '../../server/facts/procedure.ts'
import { readRoles } from '../../server/facts/roles.ts'
import { approverIn } from '../../server/facts/step-actors.ts'
import { actOf } from '../../server/facts/step-acts.ts'
import { durationOf } from '../../server/facts/step-names.ts'
import { cleanText } from '../../server/text/clean.ts'
import { documentOf } from './document.ts'
import type { Part } from './document.ts'

const vocabulary = loadVocabulary()

function steps(parts: readonly Part[]): readonly unknown[] {
  const document = documentOf(parts)
  const roles = readRoles(document, vocabulary)
  return readProcedure(document, { roles, vocabulary }).map(({ name, actor, duration }) => [name, actor, duration])
}

describe('steps of an application', () => {
  it.each<[string, readonly unknown[]]>([
    ['登记机关应当自受理申请之日起20日内，作出准予登记或者不予登记的决定。', [['决定', '登记机关', '20日内']]],
    [
      '申请人应当向登记机关提出申请，并提交相关材料。登记机关应当自收到申请之日起5个工作日内进行审查，并颁发登记证书。',
      [
        ['申请', '申请人', null],
        ['申请', '申请人', null],
        ['审核', '登记机关', '5个工作日内'],
        ['发证', '登记机关', null],
      ],
    ],
    [
      '医疗机构配制制剂，应当报药品监督管理部门备案。',
      [
        ['备案', '医疗机构', null],
        ['备案', '药品监督管理部门', null],
      ],
    ],
    ['经国务院批准设立的开发区享受优惠待遇。', []],
    ['受理申请的机关应当保守秘密。', []],
    ['违反本条例规定，未经批准擅自开办的，由登记机关责令限期改正，并撤销登记。', []],
    ['行政机关应当公示执法职责。', []],
    ['政府应当建立科技成果评价制度。', []],
  ])('%s', (text, expected) => {
    expect(steps([{ id: 'a', text }])).toEqual(expected)
  })

  it('goes on with a new actor where a clause names one', () => {
    const text = '组建程序为：市政府培育组建，形成建设方案；省科技厅组织专家论证后批准建设。'
    expect(steps([{ id: 'a', text }]).map((step) => (step as readonly unknown[])[1])).toEqual([
      '市政府',
      '省科技厅',
      '省科技厅',
    ])
  })
})

describe('several procedures of one text', () => {
  it('are tracks of their own, each counted from one', () => {
    const raw = `机动车登记办法
第一章 总则
第一条 本办法适用于登记。
第二章 登记
第一节 注册登记
第二条 申请人应当向登记机关申请注册登记。登记机关应当自受理申请之日起5日内颁发登记证书。
第二节 变更登记
第三条 申请人应当向登记机关申请变更登记。
`
    const document = parseDocument(
      { name: 'test.txt', text: raw, format: 'txt', encoding: 'utf-8', sha256: '' },
      vocabulary.jurisdictions,
      cleanText,
    )
    const roles = readRoles(document, vocabulary)
    const read = readProcedure(document, { roles, vocabulary }).map(({ track, order, name }) => [track, order, name])
    expect(read).toEqual([
      ['注册登记', 1, '申请'],
      ['注册登记', 2, '发证'],
      ['变更登记', 1, '变更'],
    ])
  })
})

describe('an act', () => {
  it.each([
    ['由主管部门颁发许可证', '发证'],
    ['向登记机关申请变更登记', '申请'],
    ['不予受理', '受理'],
    ['予以批准', '决定'],
    ['并书面通知申请人', '通知'],
    ['受理投诉的组织', null],
    ['未经批准', null],
    ['自批准之日起计算', null],
    ['在核发许可证前', null],
  ])('%s is %s', (words, name) => {
    expect(actOf(words)?.name ?? null).toBe(name)
  })
})

describe('who approves', () => {
  it.each([
    ['报自治县人民政府批准后实施', '自治县人民政府'],
    ['必须经原审批机关同意', '原审批机关'],
    ['提请制定机关批准后公布', '制定机关'],
    ['经费由财政批准', null],
    ['经研究并公示', null],
  ])('%s: %s', (words, approver) => {
    expect(approverIn(words)).toBe(approver)
  })
})

describe('how long a step takes', () => {
  it.each([
    ['公示5个工作日', '5个工作日'],
    ['自受理之日起三十日内', '三十日内'],
    ['于2020年11月20日前报送', '2020年11月20日前'],
    ['每年1月底前', '每年1月底前'],
    ['2021年进行评审', null],
    ['具有两年以上经历', null],
  ])('%s: %s', (words, duration) => {
    expect(durationOf(words)).toBe(duration)
  })
})
