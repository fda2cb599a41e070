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
  const words = plain(action)
  const at = words.lastIndexOf('的，')
  const main = at < 0 ? words : words.slice(at + 2)
  return inClause(main) ?? (at < 0 ? null : inClause(words))
}

/** Without what only names acts: when time begins, what was done before, papers and organs. */
function plain(action: string): string {
  const words = action.replace(/\s+/g, '')
  return [SINCE, PASSED, ONCE, NAMED].reduce((left, pattern) => left.replace(pattern, ''), words)
}

/** 自受理之日起20日内, 收到申请后: the act begins the time and is over. */
const SINCE =
  /自[^，；]{1,40}之日起|(?:在|于)?(?:受理|收到|接到)[^，；]{0,16}(?:后|之日)(?=[^，；]{0,12}[内，])|依[^，；]{0,6}申请/g
/** Earlier acts that only lead on: 公示无异议后下达…, 验收合格后…. */
const PASSED =
  /(?:经)?(?:向社会)?公示(?:期满)?(?:后)?无异议(?:的|后)*[，,]?(?=.{3})|(?:验收|评审|论证|审核|审查|考核|评估)(?:结果)?(?:通过|合格)(?:的|后)+[，,]?(?=.{3})/g
/** Who it is about, told by an act that lies behind: 经认定的中心，由牵头单位…. */
const ONCE = /^(?:经(?!费|济|营)|获批|通过)[^，；]{1,40}的[^，；]{0,24}，(?=.{4})/
/** Words of a call, papers and organs named after an act. */
const NAMED =
  /(?<!发布[^，；]{0,10})申报(?:通知|要求|条件|指南)|统筹(?:平衡|推进|协调)|(?:审批|审查|登记|批准|许可|发证|受理)(?:机关|部门|机构|服务|手续费)|(?:备案|登记)(?:信息|材料)|公示(?:情况|期[内满]|期间)/g

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
    /(?:明显|显著|醒目)(?:位置|地方)[^，；]{0,10}(?:公示|公布|张贴|悬挂)|取消审批|审批改为|优化(?:审批|营商|服务)|(?:简化|精简|压缩|降低|减少|规范|完善)[^，；]{0,12}(?:手续|材料|时间|时限|成本|流程|环节)|推行|推广|全程电子化|落实[^，；]{0,30}制度|一站式|清单/,
  ],
  ['arrange', /实行[^，；]{0,16}(?:登记|许可|备案|审批|注册)[^，；]{0,10}制度/],
  // An application for an examination or a check is an application.
  [
    'apply',
    /(?<!受理[^，；]{0,20})申请(?:参加|进行|办理)?[^，；]{0,30}(?:考核|考试|评估|审查|鉴定|评定|年检)|(?:审查|审核|评估|考核|鉴定|验收)申请/,
  ],
  [
    'exit',
    /(?:撤销|取消|注销|吊销|收回|撤回)[^，；]{0,24}|追回|摘牌|不再列入|退出[^，；]{0,8}(?:序列|管理)|自动放弃|终止[^，；]{0,12}(?:资格|建设|协议)/,
  ],
  ['rectify', /整改|限期改正|责令改正/],
  ['change', /变更|调整意见|延续|换发|换领|补办|补发|补领|补植|换证|续期|签注|延期|延长[^，；]{0,12}期限/],
  ['notice', /公示(?![牌栏标板平系])/],
  ['report', /年度(?:工作)?报告|工作总结|年报(?!名)|年检|年度检查|自查报告|定期报告|年度计划/],
  ['complete', /验收|正式认定|建设期满[^；]{0,30}(?:考核|评估|评价)/],
  ['accept', /受理|补正|接收[^，；]{0,8}申请/],
  [
    'issue',
    /(?:颁发|核发|发给|发放|签发|领取|制发)(?!的)[^，；]{0,24}|签[订署][^，；]{0,16}(?:协议|合同|任务书|责任书)|授牌|送达|书面(?:通知|告知|答复)|通知(?:申请人|申报)|告知(?:申请人|申报)|公布|公告|纳入[^，；]{0,20}管理/,
  ],
  ['appraise', /论证|评审|鉴定|评定|考察|勘验|查验|检验|检测|现场(?:考核|检查|核查)|咨询/],
  ['evaluate', /评估|考核|评价|考评|复评|进入下一/],
  [
    'review',
    /审核|审查|初审|复审|核查|核实|推荐|签署[^，；]{0,8}意见|(?:提出|出具)[^，；]{0,12}(?:意见|建议)|经[^，；]{2,40}同意/,
  ],
  ['arrange', /明确[^，；]{0,40}(?:条件|要求|标准)|发布[^，；]{0,12}(?:通知|指南)/],
  [
    'apply',
    /(?:提出|提交|递交|填写)[^，；]{0,40}(?:申请|申报|材料|意向|方案)|申请|申报|报名|申领|取得[^，；]{2,30}(?:许可证|资格证|证书)$/,
  ],
  ['decide', /(?:批准|审批|审定|裁决|许可(?!证)|准予|核准|决定|认定|同意|下达|登记|备案|批复|注册)(?![的后])|列[入为]/],
  ['arrange', /布局|统筹|领域安排|一事一议|部署|规划/],
  ['apply', /(?:编制|制定|编写)[^，；]{0,24}(?:方案|申请书|计划书)|共建(?:意向|协议)/],
  ['build', /建设期|启动建设|开展建设|落实[^，；]{0,8}经费|建设|培育|组建|实施|研发/],
  ['apply', /报送|上报|报[^，；]{2,16}$/],
]

/**
 * The act in a word or two, as a picture has room for; null where no common word of its stage is in it.
 * @example shortAct('经所在地科技主管部门审核推荐', 'review') // 审核推荐
 */
export function shortAct(action: string, stage: StageKey): string | null {
  const words = action.replace(/\s+/g, '')
  const at = words.lastIndexOf('的，')
  const main = at < 0 ? words : words.slice(at + 2)
  const known = SHORT[stage]
  return known.find((word) => main.includes(word)) ?? known.find((word) => words.includes(word)) ?? null
}

/** Short words of each stage, the most telling first. */
const SHORT: Readonly<Record<StageKey, readonly string[]>> = {
  arrange: split('申报通知 建设通知 领域安排 一事一议 总体布局 统筹布局 布局 条件 制度 部署 统筹 规划 通知'),
  apply: split(
    '意向申请 书面申请 申请书 申报书 申请材料 申报材料 建设方案 共建意向 办理登记 办理备案 申请 申报 报名 登记 备案 手续 上报 报送 提交 填写 报',
  ),
  accept: split('受理 补正 接收'),
  review: split('审核推荐 推荐上报 初步审查 初审 复审 推荐 核查 核实 审核 审查 同意 上报 报送 建议 意见'),
  appraise: split(
    '咨询论证 专家论证 专家评审 论证评审 评审论证 现场考核 现场核查 综合评估 实地考察 论证 评审 鉴定 考察 勘验 查验 检验 检测 评估 考核',
  ),
  notice: split('公示'),
  decide: split(
    '不予登记 予以登记 不予许可 准予许可 批准 审批 核准 批复 下达 认定 列入 列为 登记 许可 备案 决定 同意 纳入',
  ),
  issue: split(
    '签订合同 签订协议 签署共建协议 任务书 合同书 授牌 颁发 核发 发给 发放 签发 领取 送达 书面通知 书面告知 告知 公布 公告 纳入管理 纳入 通知',
  ),
  build: split('建设期 培育 启动建设 落实 组建 建设 实施 研发'),
  complete: split('正式认定 验收 考核评估 评估 考核 纳入 认定'),
  report: split('年度报告 工作总结 年度检查 年检 年报 审核 备案 报送 批准 报'),
  change: split('书面申请 重大调整 变更 延续 补发 换发 补领 补办 审核 同意 批准 申请 报'),
  evaluate: split('绩效评估 定期评估 定期考核 年度考核 考核评估 进入下一轮 进入下一 推荐 评估 考核 评价 支持'),
  rectify: split('限期整改 整改 改正'),
  exit: split('自动放弃 不再列入 撤销 取消 追回 注销 吊销 收回 终止 退出 摘牌'),
  other: split('聘任 任命 备案 公布 批准'),
}

function split(words: string): readonly string[] {
  return words.split(' ')
}
