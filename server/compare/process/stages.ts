import type { PhaseKey, ProcessStep, StageKey } from '../../model/process.ts'
import type { Sentence } from '../../model/comparison.ts'

/** The stages in the order of a procedure, with the phase that each belongs to. */
export const STAGES: readonly { readonly key: StageKey; readonly phase: PhaseKey; readonly label: Sentence }[] = [
  { key: 'arrange', phase: 'entry', label: { zh: '布局通知', en: 'Call' } },
  { key: 'apply', phase: 'entry', label: { zh: '申请', en: 'Application' } },
  { key: 'accept', phase: 'entry', label: { zh: '受理', en: 'Acceptance' } },
  { key: 'review', phase: 'entry', label: { zh: '审核推荐', en: 'Review and recommendation' } },
  { key: 'appraise', phase: 'entry', label: { zh: '论证评审', en: 'Appraisal' } },
  { key: 'notice', phase: 'entry', label: { zh: '公示', en: 'Public notice' } },
  { key: 'decide', phase: 'entry', label: { zh: '决定', en: 'Decision' } },
  { key: 'issue', phase: 'entry', label: { zh: '发证签约', en: 'Certificate or contract' } },
  { key: 'build', phase: 'running', label: { zh: '建设实施', en: 'Building' } },
  { key: 'complete', phase: 'running', label: { zh: '验收认定', en: 'Completion' } },
  { key: 'report', phase: 'running', label: { zh: '定期报告', en: 'Reports' } },
  { key: 'change', phase: 'running', label: { zh: '变更延续', en: 'Changes' } },
  { key: 'evaluate', phase: 'running', label: { zh: '考核评估', en: 'Evaluation' } },
  { key: 'rectify', phase: 'exit', label: { zh: '整改', en: 'Rectification' } },
  { key: 'exit', phase: 'exit', label: { zh: '撤销退出', en: 'Withdrawal' } },
  { key: 'other', phase: 'running', label: { zh: '其他事项', en: 'Other matters' } },
]

/** A stage with what tells it; `score` is 0 to 1. */
export interface Placing {
  readonly stage: StageKey
  readonly score: number
  readonly reason: Sentence
}

/**
 * The stage of each step: by its own words, by what the sentence is about where it only hands something on (报…批准 after
 * a change is part of the change), by the name of the step, by the heading; else other matters.
 * @example stagesOf([step('公示期5个工作日')])[0]?.stage // notice
 */
export function stagesOf(steps: readonly ProcessStep[]): readonly Placing[] {
  const found: Placing[] = []
  for (const [at, step] of steps.entries()) found.push(placed(step, { before: steps[at - 1], placing: found[at - 1] }))
  return found
}

interface Before {
  readonly before: ProcessStep | undefined
  readonly placing: Placing | undefined
}

function placed(step: ProcessStep, { before, placing }: Before): Placing {
  const words = plain(step.action)
  const own = stageIn(words)
  const matter = HANDED.test(words) || LATER.has(own?.stage ?? 'other') ? matterOf(step, own) : null
  if (matter !== null) return matter
  const follows = before !== undefined && placing !== undefined && before.provision === step.provision
  if (follows && joins(placing.stage, own?.stage ?? null)) {
    return {
      stage: placing.stage,
      score: 0.8,
      reason: said('承接同一条款的前一步', 'goes on from the step before it in the same provision'),
    }
  }
  if (own !== null) return beforeDecision(step, own)
  return byName(step) ?? byHeading(step) ?? UNTOLD
}

const UNTOLD: Placing = { stage: 'other', score: 0.3, reason: said('用语未表明环节', 'no word tells the stage') }

/** Conditions that name an earlier act, and results that lead on: 公示无异议后下达…. */
const PASSED =
  /(?:经)?(?:向社会)?公示(?:期满)?(?:后)?无异议(?:的|后)*[，,]?(?=.{3})|(?:验收|评审|论证|审核|审查|考核|评估)(?:结果)?(?:通过|合格)(?:的|后)+[，,]?(?=.{3})/g

function plain(action: string): string {
  return action.replace(/\s+/g, '').replace(PASSED, '')
}

interface Told {
  readonly stage: StageKey
  readonly words: string
}

/** What acts say, the most telling first: a withdrawal after a failed rectification is a withdrawal. */
const ACTS: readonly (readonly [StageKey, RegExp])[] = [
  [
    'exit',
    /(?:撤销|取消|注销|吊销|收回|撤回)[^，；]{0,24}|追回|摘牌|不再列入|退出[^，]{0,8}(?:序列|管理)|自动放弃|终止[^，]{0,12}(?:资格|建设|协议)/,
  ],
  ['rectify', /整改|限期改正|责令改正/],
  ['notice', /公示(?![牌栏标板])/],
  ['report', /年度(?:工作)?报告|工作总结|年报(?!名)|年检|年度检查|自查报告|定期报告|年度计划/],
  ['complete', /验收|正式认定|建设期满[^，；]{0,20}(?:考核|评估|评价)/],
  ['change', /变更|调整意见|延续|换发|换领|补办|补发|补领|换证|续期/],
  ['accept', /受理|补正|接收[^，；]{0,8}申请/],
  [
    'issue',
    /(?:颁发|核发|发给|发放|签发|领取|制发)[^，；]{0,24}|签[订署](?![^，；]{0,8}意见)[^，；]{0,12}|授牌|送达|书面(?:通知|告知)|通知(?:申请人|申报)|告知(?:申请人|申报)|(?:向社会|予以)?公布|公告/,
  ],
  ['appraise', /论证|评审|鉴定|评定|考察|勘验|查验|检验|检测|现场(?:考核|检查|核查)|咨询/],
  ['evaluate', /评估|考核|评价|考评|复评|进入下一/],
  [
    'review',
    /审核|审查|初审|复审|核查|核实|推荐|签署[^，；]{0,8}意见|(?:提出|出具)[^，；]{0,12}(?:意见|建议)|经[^，；]{2,40}同意/,
  ],
  ['apply', /(?:提出|提交|递交|填写)[^，；]{0,40}(?:申请|申报|材料|意向|方案)|申请|申报(?!通知|要求)|报名|申领/],
  ['decide', /批准|审批|许可|准予|核准|决定|认定|同意|下达|登记|备案|批复|列[入为]|纳入|注册/],
  ['arrange', /发布[^，；]{0,12}(?:通知|指南)|布局|统筹|领域安排|一事一议|部署|规划/],
  ['build', /建设期|启动建设|开展建设|落实[^，；]{0,8}经费|建设|培育|组建|实施/],
  ['apply', /编制[^，；]{0,20}(?:方案|申请书)|制定[^，；]{0,12}方案|报送|上报|报[^，；]{2,16}$|共建/],
]

function stageIn(words: string): Told | null {
  for (const [stage, pattern] of ACTS) {
    const hit = pattern.exec(words)?.[0]
    if (hit !== undefined) return { stage, words: hit }
  }
  return null
}

/** An act on what another has set going: 经…审核, 报…批准, 并报…备案. */
const HANDED = /^(?:并|再|应当?)?(?:经|报|由|向|上报|提请|报请|报送)/
/** What follows an application of any kind, and so may belong to a change or a report. */
const LATER: ReadonlySet<StageKey> = new Set(['review', 'decide', 'apply', 'accept', 'issue'])

/** The matter that the sentence opened with, where it is no application to enter. */
function matterOf({ lead }: ProcessStep, own: Told | null): Placing | null {
  if (own !== null && !LATER.has(own.stage)) return null
  const told = MATTERS.find(([, pattern]) => pattern.test(lead))
  if (told === undefined) return null
  const hit = told[1].exec(lead)?.[0] ?? ''
  return { stage: told[0], score: 0.8, reason: said(`句中所办事项为“${hit}”`, `the sentence is about ${hit}`) }
}

const MATTERS: readonly (readonly [StageKey, RegExp])[] = [
  ['change', /变更|调整意见|延续/],
  ['report', /年度报告|工作总结|年报(?!名)|年检/],
  ['other', /聘任|任命|选举|章程/],
]

/** A review or an approval behind a change, a report or an appointment in one provision is part of it. */
function joins(before: StageKey, own: StageKey | null): boolean {
  if (before === 'other') return own === 'decide' || own === null
  return (before === 'change' || before === 'report') && (own === null || LATER.has(own))
}

/** An evaluation under a heading about applications weighs the application. */
function beforeDecision(step: ProcessStep, { stage, words }: Told): Placing {
  const [name, ...headings] = [step.name ?? '', ...step.headings]
  const weighs = stage === 'evaluate' && ENTRY.test(name) && !/后续|年度|期满/.test(name + headings.join(''))
  const told: StageKey = weighs ? 'appraise' : stage
  return { stage: told, score: 0.9, reason: said(`动作“${words}”`, `the act ${words}`) }
}

const ENTRY = /申[报请]|评审|论证|评定|遴选|受理/

function byName({ name }: ProcessStep): Placing | null {
  const told = name === null ? null : stageIn(name)
  return told && { stage: told.stage, score: 0.6, reason: said(`步骤名“${name}”`, `the name of the step, ${name}`) }
}

function byHeading({ headings }: ProcessStep): Placing | null {
  for (const heading of headings) {
    const told = stageIn(heading)
    if (told !== null) {
      return { stage: told.stage, score: 0.5, reason: said(`所在标题“${heading}”`, `the heading above it, ${heading}`) }
    }
  }
  return null
}

function said(zh: string, en: string): Sentence {
  return { zh, en }
}
