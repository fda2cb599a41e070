import type { StageKey } from '../../model/process.ts'

/** What a piece of a text says of its stage, with the words that say it. */
export interface Told {
  readonly stage: StageKey
  readonly words: string
}

/**
 * The stage that an act belongs to, by its words; null where they tell none. The main clause speaks before its condition.
 * @example stageIn('对审查不合格的，不予登记')?.stage // decide
 */
export function stageIn(action: string): Told | null {
  const words = action.replace(/\s+/g, '').replace(PASSED, '').replace(ONCE, '').replace(NAMED, '')
  const at = words.lastIndexOf('的，')
  const main = at < 0 ? words : words.slice(at + 2)
  return inClause(main) ?? (at < 0 ? null : inClause(words))
}

/** Earlier acts that only lead on: 公示无异议后下达…, 验收合格后…. */
const PASSED =
  /(?:经)?(?:向社会)?公示(?:期满)?(?:后)?无异议(?:的|后)*[，,]?(?=.{3})|(?:验收|评审|论证|审核|审查|考核|评估)(?:结果)?(?:通过|合格)(?:的|后)+[，,]?(?=.{3})/g
/** Who it is about, told by an act that lies behind: 经认定的中心，由牵头单位…. */
const ONCE = /^(?:经(?!费|济|营)|获批|通过)[^，；]{1,40}的[^，；]{0,24}，(?=.{4})/
/** Words of a call, papers and organs named after an act. */
const NAMED =
  /(?<!发布[^，；]{0,10})申报(?:通知|要求|条件|指南)|统筹(?:平衡|推进|协调)|(?:审批|审查|登记|批准|许可|发证|受理)(?:机关|部门|机构|服务|手续费)/g

function inClause(words: string): Told | null {
  const hits = ACTS.flatMap(([stage, pattern], rank) => {
    const hit = pattern.exec(words)
    return hit === null ? [] : [{ stage, words: hit[0], at: hit.index, rank }]
  })
  const first = hits[0]
  if (first === undefined) return null
  const rivals = hits.filter(
    ({ stage }) => stage === first.stage || EQUALS.some((group) => group.has(stage) && group.has(first.stage)),
  )
  return rivals.sort((a, b) => a.at - b.at || a.rank - b.rank)[0] ?? null
}

/** Stages that do not outrank one another: what comes first in the words is what is done. */
const EQUALS: readonly ReadonlySet<StageKey>[] = [new Set(['change', 'exit']), new Set(['accept', 'decide', 'issue'])]

/** What acts say, the most telling first: a withdrawal after a failed rectification is a withdrawal. */
const ACTS: readonly (readonly [StageKey, RegExp])[] = [
  // Policies about procedures are no step of one.
  [
    'other',
    /取消审批|审批改为|优化(?:审批|营商|服务)|(?:简化|精简|压缩|降低|减少|规范|完善)[^，；]{0,12}(?:手续|材料|时间|时限|成本|流程|环节)|推行|推广|全程电子化|落实[^，；]{0,30}制度|一站式|清单/,
  ],
  ['arrange', /实行[^，；]{0,16}(?:登记|许可|备案|审批|注册)[^，；]{0,10}制度/],
  [
    'exit',
    /(?:撤销|取消|注销|吊销|收回|撤回)[^，；]{0,24}|追回|摘牌|不再列入|退出[^，；]{0,8}(?:序列|管理)|自动放弃|终止[^，；]{0,12}(?:资格|建设|协议)/,
  ],
  ['rectify', /整改|限期改正|责令改正/],
  ['change', /变更|调整意见|延续|换发|换领|补办|补发|补领|补植|换证|续期|签注/],
  ['notice', /公示(?![牌栏标板平系])/],
  ['report', /年度(?:工作)?报告|工作总结|年报(?!名)|年检|年度检查|自查报告|定期报告|年度计划/],
  ['complete', /验收|正式认定|建设期满[^；]{0,30}(?:考核|评估|评价)/],
  ['accept', /受理|补正|接收[^，；]{0,8}申请/],
  [
    'issue',
    /(?:颁发|核发|发给|发放|签发|领取|制发)[^，；]{0,24}|签[订署](?![^，；]{0,8}意见)[^，；]{0,12}|授牌|送达|书面(?:通知|告知|答复)|通知(?:申请人|申报)|告知(?:申请人|申报)|公布|公告|纳入[^，；]{0,20}管理/,
  ],
  ['appraise', /论证|评审|鉴定|评定|考察|勘验|查验|检验|检测|现场(?:考核|检查|核查)|咨询/],
  ['evaluate', /评估|考核|评价|考评|复评|进入下一/],
  [
    'review',
    /审核|审查|初审|复审|核查|核实|推荐|签署[^，；]{0,8}意见|(?:提出|出具)[^，；]{0,12}(?:意见|建议)|经[^，；]{2,40}同意/,
  ],
  ['arrange', /明确[^，；]{0,40}(?:条件|要求|标准)/],
  ['apply', /(?:提出|提交|递交|填写)[^，；]{0,40}(?:申请|申报|材料|意向|方案)|申请|申报|报名|申领/],
  ['decide', /(?:批准|审批|许可|准予|核准|决定|认定|同意|下达|登记|备案|批复|注册)(?![的后])|列[入为]/],
  ['arrange', /发布[^，；]{0,12}(?:通知|指南)|布局|统筹|领域安排|一事一议|部署|规划/],
  ['apply', /(?:编制|制定|编写)[^，；]{0,24}(?:方案|申请书|计划书)|共建(?:意向|协议)/],
  ['build', /建设期|启动建设|开展建设|落实[^，；]{0,8}经费|建设|培育|组建|实施|研发/],
  ['apply', /报送|上报|报[^，；]{2,16}$/],
]

/**
 * The act in a word or two, as a picture has room for; null where no common word is in it.
 * @example shortAct('经所在州（市）科技主管部门审核推荐') // 审核推荐
 */
export function shortAct(action: string): string | null {
  const words = action.replace(/\s+/g, '')
  const at = words.lastIndexOf('的，')
  return SHORT.exec(at < 0 ? words : words.slice(at + 2))?.[0] ?? SHORT.exec(words)?.[0] ?? null
}

const SHORT = new RegExp(
  [
    '审核推荐|推荐上报|咨询论证|论证评审|评审论证|专家论证|专家评审|实地考察|现场考[核察]|综合评估|绩效评估|考核评估|年度考核|定期考核|定期评估',
    '年度报告|工作总结|限期整改|书面申请|正式认定|动态调整|一事一议|统筹布局|一次性告知',
    '签[订署](?:合同书?|协议书?|任务书|共建协议)|任务书|申请书|建设方案|总体布局|领域安排|建设通知|申报通知|共建意向|意向申请',
    '授牌|公示|推荐|初步审查|初审|复核|核查|论证|评审|鉴定|验收|受理|补正|公告|公布|撤销|取消|注销|吊销|追回|整改|变更|延续|补发|换发|补领',
    '审批|批准|核准|批复|不予登记|予以登记|登记|备案|颁发|核发|发放|发给|送达|决定|同意|审核|审查|考核|评估|评价|聘任|任命',
    '申请|申报|上报|报送|提交|填写|培育|建设期|建设|布局|纳入|列入|列为|认定|报',
  ].join('|'),
)
