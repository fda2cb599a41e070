import { clauses, segments, sentences, type Stretch } from '../grammar/clauses.ts'
import type { Provision, RegulationDocument } from '../model/document.ts'
import type { Condition, Eligibility, Threshold } from '../model/facts.ts'
import {
  childrenOf,
  conditionOf,
  conditionReader,
  conditionsWithin,
  leadAt,
  passagesOf,
  tableUnder,
  type ConditionReader,
} from './condition-trees.ts'
import { allOf } from './condition-clauses.ts'
import { trackOf } from './scope.ts'

export interface EligibilityContext {
  readonly thresholds: readonly Threshold[]
}

/**
 * Who may apply: a tree of conditions for each place that states them, found by its words (应具备以下条件, a heading such as
 * 基本条件, an exclusion such as 有下列情形之一的，不得申请). `threshold` leaves are indices into `thresholds`.
 * @example readEligibility(document, { thresholds })[0]?.track // 领域类
 */
export function readEligibility(document: RegulationDocument, context: EligibilityContext): readonly Eligibility[] {
  const reader = { track: trackOf(document), ...conditionReader(document, context.thresholds) }
  return document.provisions.flatMap((provision) => (provision.parent === null ? readBranch(reader, provision) : []))
}

interface Reader extends ConditionReader {
  readonly track: (provisionId: string | null) => string | null
}

/** The trees of a provision: its own, or else those below it; classes under one heading have a tree each. */
function readBranch(reader: Reader, provision: Provision): readonly Eligibility[] {
  if (statesConditions(reader, provision)) {
    const classes = classesUnder(reader, provision)
    if (classes.length > 0) return classes
    return treeAt(reader, provision, { logic: conditionOf(reader, provision), rule: ruleOf(reader, provision) })
  }
  const table = tableUnder(reader, provision)
  if (table !== null) return treeAt(reader, provision, { logic: table, rule: 'table of conditions' })
  const below = childrenOf(reader, provision).flatMap((child) => readBranch(reader, child))
  return [...treeAt(reader, provision, { logic: readStatus(reader, provision), rule: 'status demanded' }), ...below]
}

interface Found {
  readonly logic: Condition | null
  readonly rule: string
}

function treeAt({ track }: Reader, { id }: Provision, { logic, rule }: Found): readonly Eligibility[] {
  return logic === null ? [] : [{ track: track(id) ?? 'general', provision: id, logic, rule }]
}

function ruleOf(reader: Reader, provision: Provision): string {
  const lead = leadAt(reader, provision)
  return lead === null ? `heading ${provision.heading}` : `lead, ${lead.anyOf ? 'one is' : 'all are'} ${lead.kind}`
}

/** 年度项目申报条件 and 备案项目申报条件 under 申报条件: whoever applies meets one of them, not all. */
function classesUnder(reader: Reader, provision: Provision): readonly Eligibility[] {
  const children = childrenOf(reader, provision)
  const classes = children.map(({ heading }) =>
    CLASS.exec(heading ?? '')
      ?.slice(1)
      .find((name) => name !== undefined),
  )
  if (classes.filter((name) => name !== undefined && !GENERIC.test(name)).length < 2) return []
  return children.flatMap((child, index) => {
    const name = classes[index]
    const [tree] = treeAt(reader, child, { logic: conditionOf(reader, child), rule: 'class under a heading' })
    if (tree === undefined) return []
    return [tree.track !== 'general' || name === undefined || GENERIC.test(name) ? tree : { ...tree, track: name }]
  })
}

const CLASS =
  /^([^，。；：]{2,24}?)(?:的)?(?:申报|申请|认定|报名|报考|准入|基本)?(?:条件|资格)$|^([^，。；：]{1,20}[类型])$/
/** Sides of one and the same applicant. */
const GENERIC =
  /^(?:基本|申报|申请|必备|共性|通用|一般|优先|其他|特殊|限制|人员|人才|团队|场地|设施|设备|经费|资金|主体|单位|机构|硬件|软件|管理|技术|业绩|环境|工作|政治|思想|学术|科研|年龄|学历|身体)*(?:方面|队伍|素质)?(?:的)?$/

const HEADING =
  /(?:条件|资格|建设主体|申报主体|组建方式|准入要求|申报要求|(?:申报|申请|支持|资助|补助|奖励|扶持|推荐|评选|遴选|认定|报考|招聘)(?:对象|范围))[？?]?$/
const NO_HEADING =
  /(?:改善|创造|优化|提供|放宽|保障|工作|生活|支撑|投资|发展|自然|安全|劳动|生产|消防|卫生|环境)[^，。]{0,6}条件[？?]?$|(?:取消|撤销|丧失|暂停|审查|确认)[^，。]{0,12}资格[？?]?$/
function statesConditions(reader: Reader, provision: Provision): boolean {
  if (DIVISIONS.has(provision.kind)) return false
  return leadAt(reader, provision) !== null || isHeaded(provision)
}

/** What holds articles states no conditions of its own: 第一节 引渡的条件. */
const DIVISIONS = new Set<Provision['kind']>(['part', 'chapter', 'section'])

function isHeaded({ heading }: Provision): boolean {
  return heading !== null && HEADING.test(heading) && !NO_HEADING.test(heading)
}

/** Most paragraphs set no status. */
const HINT = /法人|申请|申报|不具备|不能/
const LEGAL_STATUS = /(?:应当?|须|必须)(?:为|是|具有|具备)[^，。；]{0,12}法人/
const APPLYING =
  /^(?:凡|凡是)?[^，。；]{0,12}(?:申请|申报)[^，。；]{0,40}(?:人|者|单位|企业|个人|机构|组织|人员|的)，?(?:应当?|须|必须)(?:依[^，]{2,16}规定)?(?:为|是|具有|具备|取得|持有|年满|通过)(?!下列|以下|如下)/
const UNMET =
  /^(?:前期|目前|现阶段)?(?:尚|暂)?不(?:具备|能(?:完全|全部)?(?:满足|达到|符合))[^，]{0,12}(?:要求|条件|标准)的?，/

/** What the exception allows the applicant, and not what somebody must do for want of the conditions. */
const ADMITS = /，[^。]*(?:可以?|先行|列为|申请|申报|培育|筹建)/

/** A legal status demanded outside any list, with the exception that follows it: 应为独立法人。暂不具备条件的，…. */
function readStatus(reader: Reader, provision: Provision): Condition | null {
  const read = passagesOf(reader, provision).flatMap((passage) => {
    const { text } = passage.clean
    if (!HINT.test(text)) return []
    return sentences(text).flatMap((sentence, index, all) => {
      const words = text.slice(sentence.from, sentence.to)
      if (setsStatus(words)) {
        const next = all[index + 1]
        const excused = next !== undefined && UNMET.test(text.slice(next.from, next.to))
        const demand = statusIn(text, sentence)
        return conditionsWithin(reader, passage, excused && next ? [...demand, next] : demand)
      }
      const free = index === 0 || !setsStatus(text.slice(all[index - 1]?.from, all[index - 1]?.to))
      return free && UNMET.test(words) && ADMITS.test(words) ? conditionsWithin(reader, passage, [sentence]) : []
    })
  })
  return allOf(read)
}

function setsStatus(words: string): boolean {
  return LEGAL_STATUS.test(words) || APPLYING.test(words)
}

/** The clauses that set the status, with the applicant that they speak of before and what else is demanded behind. */
function statusIn(text: string, sentence: Stretch): readonly Stretch[] {
  return segments(text, sentence).flatMap((segment) => {
    const parts = clauses(text, segment)
    const words = (part: Stretch | undefined) => (part === undefined ? '' : text.slice(part.from, part.to))
    return parts.flatMap((part, index) => {
      const before = parts[index - 1]
      if (!setsStatus(words(part)) && !APPLYING.test(`${words(before)}，${words(part)}`)) return []
      const applicant = before !== undefined && APPLICANT.test(words(before))
      const last = parts.slice(index + 1).findIndex((next) => !GOES_ON.test(words(next)))
      const behind = last < 0 ? parts.slice(index + 1) : parts.slice(index + 1, index + 1 + last)
      return [{ from: applicant ? before.from : part.from, to: behind.at(-1)?.to ?? part.to }]
    })
  })
}

/** 应当具有法人资格，并且注册资本不少于30万元，拥有专业人员. */
const GOES_ON = /^(?:并且?|且)?(?:拥有|具有|具备|持有|有(?!关|权)|注册资本|符合)/

/** 申请举办教育机构的单位, 申请人是企业的. */
const APPLICANT = /^[^，]{0,12}(?:申请|申报)[^，]{2,60}(?:的|单位|个人|企业|机构|组织|者)$/
