import type { FindRoleNames, RoleName } from '../grammar/role-names.ts'
import { subjectOf } from './bearers.ts'
import { wordsOf, type Piece } from './pieces.ts'

/**
 * Who the words of an act name as acting: the subject of its first clause, wherever the act itself stands.
 * @example namedActor(piece, find) // 登记机关, of 登记机关应当自受理申请之日起20日内，作出决定
 */
export function namedActor(piece: Piece, find: FindRoleNames): string | null {
  const words = wordsOf(piece)
  const first = words.split('，', 1)[0] ?? ''
  const named = CONDITION.test(first) ? null : ownerOf(first, find)
  if (named !== null) return officeOf(words, named)
  return first.length < words.length ? (subjectOf(lastClause(words), find)?.name ?? null) : null
}

/** 申请人逾期不补正的: what somebody does who does not act now. */
const CONDITION = /(?:的|时|后)$|^对/

/** 由合作单位所在地的卫生行政部门进行审核: the body of a place, not who is there; 外经贸部应当…: a body no list knows. */
function ownerOf(words: string, find: FindRoleNames): RoleName | null {
  const agent = AGENT.exec(words)?.[1]
  const named = subjectOf(words, find)
  if (agent !== undefined && named !== null && !words.startsWith(named.name, 1)) {
    return { start: 1, end: agent.length + 1, name: agent, kind: 'other' }
  }
  if (named === null) {
    const name = BODY.exec(words)?.[1]
    return name === undefined ? atHead(words, find) : { start: 0, end: name.length, name, kind: 'other' }
  }
  if (!OF_PLACE.test(words.slice(named.end))) return named
  return find(words).find(({ start }) => start >= named.end) ?? named
}

/** 专家论证, 医疗机构配制制剂: a known name at the head, with an act behind it. */
function atHead(words: string, find: FindRoleNames): RoleName | null {
  const name = find(words).find(({ start, end }) => start === 0 && end < words.length - 1)
  return name === undefined || /^[的、和或]/.test(words.slice(name.end)) ? null : name
}

/** 由主办单位报…备案: the agent although another body is named behind it. */
const AGENT =
  /^由([^，；的、]{2,12}?(?:单位|机构|部门|机关|人|企业|学校|医院|中心|委员会|组织))(?=报|向|负责|组织|提出|按|依)/
const OF_PLACE = /^(?:所在地|住所地|注册地|户籍地|所属|所在)[^，]{0,20}的/
const BODY =
  /^([^，；。的应须将向对可在自经]{1,20}(?:部|局|厅|委|办|院|会|所|站|处|室|科协|小组|中心)|[^，；。应须将向对可自经]{2,40}的(?:部门|机构|机关|单位))(?=应当?|须|必须|可以|不得|负责|自|收到|于|将|组织|会同|对|每)/

function lastClause(words: string): string {
  return words.slice(words.lastIndexOf('，') + 1)
}

/** 省科技厅主管处室: an office of the body acts for it. */
function officeOf(words: string, { name, end }: RoleName): string {
  return name + (/^(?:主管|业务|相关|有关|归口)*(?:处室|科室|内设机构)/.exec(words.slice(end))?.[0] ?? '')
}

/**
 * Who approves, by the words alone: 报自治县人民政府批准后实施; null where nobody is asked.
 * @example approverIn('必须经中国政府批准') // 中国政府
 */
export function approverIn(words: string): string | null {
  return APPROVER.exec(lastClause(words))?.[1] ?? null
}

const APPROVER =
  /^(?:并|应当?|必须|须|还应|再)*(?:报请?|经|提请)(?!费|济|营|过)((?:(?!提出|审查|审核|研究|论证|评审|同意)[^，；的经报]){2,30}?)(?:审查)?(?:批准|审批|审定|核准|同意)/

/**
 * A name without what follows it in the sentence: 市科技局, of 市科技局每两年对技术中心.
 * @example nameAlone('市科技局每两年对技术中心') // 市科技局
 */
export function nameAlone(name: string): string {
  return THROUGH.exec(name)?.[1] ?? RUNS_ON.exec(name)?.[1] ?? name
}

/** 年度报告经归口管理单位: papers, and the body that they go through. */
const THROUGH = /^[^，、；]{0,12}(?:材料|报告|申请|申请书|申报书|方案|意见|资料)经(?![营济费贸])([^，；]{3,})$/

/**
 * Whether words begin with what somebody does who is not named: 持登记证到原登记机关 names where to go, not who goes.
 * @example isErrand('持登记证到原登记机关') // true
 */
export function isErrand(name: string): boolean {
  return /^(?:持|携|凭)[^，；]{1,40}[到向]|^到(?!达)/.test(name)
}

const RUNS_ON =
  /^([^，对每]{2,24}?(?:局|厅|委|部|办|院|会|中心|部门|机构|单位|政府))(?:每|对|自|收到|依法|按照|负责).{2,}$/

export interface Filing {
  readonly from: number
  readonly to: number
  readonly recipient: string
}

/**
 * The filing that an act ends in: what one hands in, the other keeps on file. Offsets are into the words.
 * @example filingOf('经审核后报省科技厅备案', find) // { from: 6, to: 11, recipient: '省科技厅' }
 */
export function filingOf(words: string, find: FindRoleNames): Filing | null {
  const hit = FILED.exec(words)
  if (hit === null) return null
  const recipient = find(words).find(({ start }) => start > hit.index && start < hit.index + hit[0].length)
  return recipient === undefined
    ? null
    : { from: recipient.start, to: hit.index + hit[0].length, recipient: recipient.name }
}

const FILED = /(?:报送?|向)[^，；的]{2,30}备案/
