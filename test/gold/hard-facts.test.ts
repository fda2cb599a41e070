import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import type { Condition } from '../../server/model/facts.ts'
import type { Span } from '../../server/model/text.ts'
import { readText } from '../../server/text/plain.ts'
import { CASES, caseOf, type HardCase } from './hard-cases.ts'

const vocabulary = loadVocabulary()
const READ = new Map(
  readdirSync('data/regulations').map((id) => {
    const source = JSON.parse(readFileSync(`data/regulations/${id}/source.json`, 'utf8')) as { file: string }
    const raw = readText(readFileSync(`data/regulations/${id}/text.txt`), id)
    return [source.file, extract(raw, vocabulary)] as const
  }),
)

/** What is read at a place, in words that fit on a line. */
type Answer = (read: Extraction, place: HardCase) => unknown

const touches =
  (place: Span) =>
  ({ start, end }: Span) =>
    start < place.end && end > place.start
const squeezed = (text: string) => text.replace(/\s/g, '')

const cited: Answer = ({ citations }, place) =>
  citations.filter(touches(place)).map(({ title, docNumber, relation }) => [title, docNumber, relation])
const referred: Answer = ({ references }, place) => references.filter(touches(place)).length
const numbers: Answer = ({ thresholds }, place) => thresholds.filter(touches(place)).length
const norms: Answer = ({ norms: all }, place) =>
  all.filter(touches(place)).map(({ bearer, modality }) => [bearer, modality])
const steps: Answer = ({ procedure }, place) => procedure.filter(touches(place)).map(({ action }) => squeezed(action))
const actors: Answer = ({ procedure }, place) => procedure.filter(touches(place)).map(({ actor }) => actor)
const named: Answer = ({ procedure }, place) =>
  procedure.filter(touches(place)).map(({ name, actor, duration }) => [name, actor, duration])
const consequences: Answer = ({ evaluation }, place) =>
  evaluation
    .flatMap((one) => one.consequences)
    .filter(touches(place))
    .map(({ grade, effect }) => [grade, squeezed(effect)])
const grades: Answer = ({ evaluation }) => evaluation[0]?.grades
const aliasesOf =
  (name: string): Answer =>
  ({ roles }) =>
    roles.find((role) => role.name === name)?.aliases

/** The conditions at a place, as `if(…)`, `any[…]` and `all[…]` over their words. */
const conditions: Answer = (read, place) => {
  const printed = (node: Condition): string | null => {
    if ('all' in node) return joined('all', node.all)
    if ('any' in node) return joined('any', node.any)
    if ('not' in node) return wrapped('not', printed(node.not))
    if ('if' in node) return wrapped(`if(${node.if})`, printed(node.then))
    const leaf = 'threshold' in node ? read.thresholds[node.threshold] : node
    if (leaf === undefined || !touches(place)(leaf)) return null
    return squeezed('criterion' in leaf ? leaf.criterion : leaf.quote)
  }
  const joined = (how: string, nodes: readonly Condition[]): string | null => {
    const parts = nodes.map(printed).filter((part) => part !== null)
    return parts.length > 1 ? `${how}[${parts.join(' ; ')}]` : (parts[0] ?? null)
  }
  const wrapped = (how: string, inner: string | null) => (inner === null ? null : `${how} ${inner}`)
  return read.eligibility.map(({ logic }) => printed(logic)).filter((tree) => tree !== null)
}

const TIC = '国家技术创新中心建设运行管理办法（暂行）'
const OVERALL = '关于推进国家技术创新中心建设的总体方案（暂行）'
const GUIDE = '制造业创新中心建设工程实施指南（2016-2020）'
const containing = (text: string) => expect.stringContaining(text) as unknown

const ANSWERS: Readonly<Record<string, readonly (readonly [Answer, unknown])[]>> = {
  B26: [[cited, []]],
  C1: [[cited, [[TIC, '国科发区〔2021〕17号', 'models']]]],
  C2: [[cited, [[TIC, null, 'models']]]],
  C3: [
    [
      cited,
      [
        ['国家技术创新中心建设工作指引', '国科发创〔2017〕353号', 'basis'],
        [OVERALL, '国科发区〔2020〕70号', 'basis'],
        [TIC, '国科发区〔2021〕17号', 'basis'],
      ],
    ],
  ],
  C4: [
    [cited, [['云南省人民政府关于贯彻〈中国制造2025〉的实施意见', '云政发〔2016〕64号', 'implements']]],
    [numbers, 0],
  ],
  C5: [
    [cited, [[GUIDE, null, 'basis']]],
    [numbers, 0],
  ],
  C6: [
    [cited, [[GUIDE, null, 'basis']]],
    [numbers, 0],
  ],
  C7: [
    [
      cited,
      [
        [
          '山西省人民政府办公厅关于印发强化市场主体倍增要素服务保障若干措施（试行）的通知',
          '晋政办发〔2022〕7号',
          'basis',
        ],
      ],
    ],
    [numbers, 0],
  ],
  C8: [[cited, [[OVERALL, null, 'basis']]]],
  C9: [[cited, [['中国共产党章程', null, 'basis']]]],
  C10: [
    [cited, [['云南省科技计划项目资金管理办法', null, 'basis']]],
    [consequences, [[null, containing('追回项目资金')]]],
  ],
  C11: [
    [cited, []],
    [referred, 0],
  ],
  C12: [
    [referred, 0],
    [norms, [['第一依托单位', 'obligation']]],
  ],
  C13: [[aliasesOf('云南省技术创新中心'), expect.arrayContaining(['创新中心'])]],
  C14: [[({ roles }) => roles.some(({ name, aliases }) => [name, ...aliases].includes('地方政府')), true]],
  E1: [
    [
      conditions,
      [
        'all[if(建设单位是企业的) all[应是行业龙头企业 ; 建有相对独立研发机构 ; 经营状况良好 ; 申报前1年度资产负债率低于70%] ; if(建设单位是高校、科研院所、技术机构的) 须与省内2家以上企业联合共建]',
      ],
    ],
  ],
  E2: [
    [
      conditions,
      ['if(第一依托单位为企业的) all[any[须为高新技术企业 ; 建有专门研发机构的规模以上企业] ; 须有高校共建]'],
    ],
  ],
  E3: [
    [
      conditions,
      ['if(省技术创新中心牵头组建单位为企业的) all[须是行业龙头骨干企业 ; 近三年平均研发经费不低于4000万元]'],
    ],
  ],
  E4: [[conditions, ['if(尚不具备条件的) 先行实现人、财、物相对独立的管理机制']]],
  E5: [
    [
      conditions,
      ['if(前期暂不具备条件的) all[在建设期内先行实现人、财、物相对独立的管理运行机制 ; 建设期满应建成独立法人实体]'],
    ],
  ],
  E6: [
    [
      conditions,
      ['any[作为第一完成人获得过省部级（含）以上科技奖励 ; 作为第一负责人承担过省部级（含）以上科技计划项目]'],
    ],
    [numbers, 0],
  ],
  E7: [
    [norms, [['省科技厅', 'permission']]],
    [conditions, [containing('any[')]],
  ],
  E8: [[consequences, [['不合格', '评估结果确定为“不合格”']]]],
  E9: [
    [
      consequences,
      [
        ['差', '取消其资格'],
        ['未通过', '取消其资格'],
      ],
    ],
  ],
  E10: [[consequences, [[null, containing('不再列入创新中心序列')]]]],
  E11: [
    [consequences, [[null, '视为自动放弃创新中心资格']]],
    [norms, [['创新中心', 'declaration']]],
  ],
  E12: [
    [norms, [['省创中心', 'obligation']]],
    [consequences, [['基本合格', '整改完成后方可参加后续考核评价评估']]],
  ],
  F1: [
    [
      norms,
      [
        ['参与各方', 'prohibition'],
        ['参与各方', 'prohibition'],
      ],
    ],
  ],
  F2: [[norms, [[expect.stringMatching(/固定人员$/), 'prohibition']]]],
  F3: [[norms, [[expect.stringMatching(/高校/), 'permission']]]],
  F4: [[norms, []]],
  F5: [[norms, [['省科技厅', 'obligation']]]],
  F6: [
    [
      norms,
      [
        ['依托单位', 'obligation'],
        ['归口管理单位', 'power'],
        ['省科技厅', 'power'],
      ],
    ],
  ],
  F7: [[norms, [['依托单位', 'obligation']]]],
  F8: [
    [({ norms: all }, place) => all.filter(touches(place)).map(({ modality }) => modality), ['encouragement', 'encouragement']],
  ],
  F9: [[norms, [['省科技厅', 'power']]]],
  F10: [
    [norms, [['制造业创新中心', 'obligation']]],
    [conditions, ['all[制造业创新中心应为投资主体多元化的企业独立法人 ; 建立现代企业制度]']],
  ],
  G1: [[named, [['申报安排', '云南省科学技术厅', '按年度']]]],
  G2: [
    [steps, ['经省科技厅研究并公示无异议', '由省科技厅发文批准组建', '并签订合同书', '建设期为3年']],
    [({ procedure }, place) => procedure.filter(touches(place)).map(({ duration }) => duration), [null, null, null, '3年']],
  ],
  G3: [[steps, ['材料初审', '专家论证', '现场考核', '综合评估', '向社会公示无异议后']]],
  G4: [[grades, ['优秀', '良好', '合格', '基本合格', '不合格']]],
  G5: [[grades, ['优', '良', '中', '差']]],
  G6: [[grades, ['优秀', '良好', '较差']]],
  G7: [[consequences, [['未通过', '取消创新中心资格']]]],
  G8: [[consequences, [[null, '考核结果作为后补助支持和推荐申报国家技术创新中心的重要参考']]]],
  G9: [
    [norms, [['省科技厅', 'power']]],
    [numbers, 0],
  ],
  G10: [
    [
      steps,
      [
        '创新中心运行期间需变更名称、注册地或其他重大事项的，应提出书面申请',
        '经所属省级有关部门或州（市）政府科技管理部门审核',
        '报省科技厅批准',
      ],
    ],
    [actors, ['云南省技术创新中心', '所属省级有关部门', '云南省科学技术厅']],
  ],
}

describe('facts at hard places', () => {
  it('all have an answer here, in the tests of layout or in those of thresholds', () => {
    const ids = CASES.map(({ id }) => id).filter((id) => /^[CEFG]|^B26$/.test(id))
    expect(ids).toEqual(expect.arrayContaining(Object.keys(ANSWERS)))
    expect(ids.filter((id) => ANSWERS[id] === undefined)).toEqual([])
  })

  it.each(Object.keys(ANSWERS).map((id) => caseOf(id)))('$id: $expected', (place) => {
    const read = READ.get(place.file)
    if (read === undefined) throw new Error(`no text for ${place.file}`)
    const found = ANSWERS[place.id]?.map(([answer]) => answer(read, place))
    expect(found).toEqual(ANSWERS[place.id]?.map(([, expected]) => expected))
  })
})
