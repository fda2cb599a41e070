import { roleKindOf, type FindRoleNames, type RoleName } from '../grammar/role-names.ts'
import {
  actorOf,
  agentPhrase,
  demandedActor,
  holdsPredicate,
  isAboutThing,
  topicOf,
  type Actor,
} from '../grammar/subjects.ts'
import { setsScene } from './statements.ts'

/**
 * Who the clause itself names as acting: its subject, or the agent behind 由; null when it names nobody.
 * @example subjectOf('创新中心应建立制度', find)?.name // 创新中心
 */
export function subjectOf(words: string, find: FindRoleNames): RoleName | null {
  const names = find(words)
  return (
    agentOf(words, names) ??
    taskOwner(words, names) ??
    phrased(actorOf(words), names) ??
    leading(words, names) ??
    stateOf(words) ??
    whomOf(words, names) ??
    phrased(demandedActor(words), names)
  )
}

/** 村民委员会的主要职责：…: whose tasks follow. */
const TASKS = /^([^，]{2,40})的(?:主要|具体|基本)?(?:职责|任务|职权|职能|权利|义务)(?:如下|是|为|包括|有)?$/

function taskOwner(words: string, names: readonly RoleName[]): RoleName | null {
  const owner = TASKS.exec(words)?.[1]
  return owner === undefined ? null : phrased(topicOf(owner), names)
}

/** The phrase as the text has it; a known name where the phrase only adds words in 的 to it. */
function phrased(actor: Actor | null, names: readonly RoleName[]): RoleName | null {
  if (actor === null || /^(?:其中)?[一二两三数几\d]+[人名者]$/.test(actor.name)) return null
  const known = names.find(({ end }) => end === actor.end)
  if (known !== undefined && (known.start <= actor.start || isOwned(actor, known, names))) return known
  return { ...actor, kind: known?.kind ?? roleKindOf(actor.name) ?? 'other' }
}

/** 创新中心的建设单位 is 建设单位; 省科技厅和有条件的高校 are two. */
function isOwned(actor: Actor, known: RoleName, names: readonly RoleName[]): boolean {
  const before = actor.name.slice(0, known.start - actor.start)
  return (
    before.endsWith('的') &&
    !names.some(
      ({ start, end }) => start >= actor.start && end < known.start && JOINT.test(before.slice(end - actor.start)),
    )
  )
}

const JOINT = /^(?:、|和|或|及|与|以及)/

/** 国家建立…制度, 本市实行…: the state itself. */
const STATE =
  /^(?:国家|本省|本市|本自治区|本县|我省|我市)(?=(?:依法|逐步|对[^，]*)?(?:建立|建设|探索|实行|鼓励|支持|保护|保障|推进|推动|促进|加强|完善|发展|扶持|培育|制定|采取|对|通过|为|引导|健全|统筹|倡导|设立|组织|加大))/

function stateOf(words: string): RoleName | null {
  const hit = STATE.exec(words)
  return hit && { start: 0, end: hit[0].length, name: hit[0], kind: 'authority' }
}

/** 申请参加考核的人员，…: whom the next clause is about. */
const WHOM = /^[^，]{2,40}的([\u4e00-\u9fff]{0,6}(?:人员|人|者|单位|企业|机构|学校|医师|教师|学生))$/
const NO_SUBJECT = /^(?!按要求|按规定)(?:对|在|向|为|经|由|将|按|与|从|给|把|同时|根据|涉及|包括)/

function whomOf(words: string, names: readonly RoleName[]): RoleName | null {
  const name = WHOM.exec(words)?.[1]
  if (name === undefined || NO_SUBJECT.test(words) || /[对向与]/.test(name)) return null
  if (ACTS_BEFORE.test(words) && !/^按(?:要求|规定)/.test(words)) return null
  const start = words.lastIndexOf(name)
  const end = start + name.length
  return names.find((known) => known.end === end) ?? { start, end, name, kind: 'other' }
}

/**
 * Who a clause of encouragement or prohibition addresses: 鼓励企业牵头建设.
 * @example addresseeOf('支持符合条件的高校申报', find)?.name // 高校
 */
export function addresseeOf(words: string, find: FindRoleNames): RoleName | null {
  return encouraged(words, find(words))
}

/** 由省科技厅发文批准, 主要由龙头企业牵头: the agent of a passive clause. */
function agentOf(words: string, names: readonly RoleName[]): RoleName | null {
  const at = /(?<![自理事缘经交转])由(?!于|此)/.exec(words)?.index
  if (at === undefined || MEMBERS.test(words.slice(at))) return null
  const phrase = organ(phrased(agentPhrase(words), names), words)
  return phrase ?? names.find(({ start }) => start > at && start - at <= LONGEST_ATTRIBUTE) ?? null
}

const OFFICIAL = /责令|警告|处罚|罚款|没收|吊销|批准|审批|监督|检查|取缔|查处/

/** 由价格监督检查机构予以警告: whoever punishes or approves is an organ. */
function organ(name: RoleName | null, words: string): RoleName | null {
  const vague = name?.kind === 'other' || name?.kind === 'institute'
  return name !== null && vague && OFFICIAL.test(words) ? { ...name, kind: 'department' } : name
}

/** 由…代表组成, 由专家担任: who belongs to the subject does not act for it. */
const MEMBERS = /^由[^，]{2,60}(?:组成|构成|担任|兼任)/

const LONGEST_ATTRIBUTE = 40

/** 鼓励企业牵头, 支持符合条件的高校: who is encouraged. */
const ENCOURAGES =
  /^(?:国家|本省|本市|我省|我市|优先|积极|大力|重点|引导并?|鼓励和?|并)*(?:鼓励|支持|引导|倡导|允许|禁止|严禁)(?:、支持和?保护|和支持|、支持|、引导)?/

function encouraged(words: string, names: readonly RoleName[]): RoleName | null {
  const verb = ENCOURAGES.exec(words)
  if (verb === null) return null
  const first = names.find(({ start }) => start >= verb[0].length)
  const rest = words.slice(verb[0].length)
  if (first === undefined || !ATTRIBUTE.test(words.slice(verb[0].length, first.start)))
    return phrased(actorOf(rest), [])
  return last(names, first)
}

/** Nothing, or words that end in 的 and hold no verb that would make the name its object. */
const ATTRIBUTE =
  /^(?:(?![^，]*(?:通过|整合|吸引|以))[^，]{0,30}的|各类|各种|本市|本省|我省|我市|省内外?|国内外|社会|其他|一切|任何)?$/

/** 住房城乡建设、城市管理部门; 广播、电视等新闻媒体: names of which only the last is whole. */
function isListing(before: string): boolean {
  const items = before.split(/[、和]/)
  const end = items.pop() ?? ''
  return (
    items.length > 0 && items.every((item) => ITEM.test(item)) && (end === '' || (end.endsWith('等') && ITEM.test(end)))
  )
}

const ITEM = /^[\u4e00-\u9fff]{1,8}$/
const LEADS = /^(?:但是?|并且?|且|同时|其中|凡是?|本|该|所有|各|在[^，]{1,12}[的中内]|经[^，]{1,8}的)?$/
/** 申请综合类中心应当具备…: what is applied for bears the demand. */
const SOUGHT = /^(?:申请|申报|组建|设立|建设|从事|新建|举办|开办)$/
const DEMANDED = /应当?|必须|须/
const VERBS =
  '有(?!关|条件)|扶持|发展|协助|组织|支持|鼓励|引导|推动|推进|促进|加强|强化|开展|提供|落实|发挥|完善|建立|健全|形成|负责|聘用|聘任|设立|优先|推荐|吸引|培育|培养|采取|保障|保护|制定|编制|审核|批准|统筹|指导|监督|明确|实行|实施|利用|配合|参与|参加|加快|提升|提高|做好|集聚|聚集|构建|打造|引进|充分|积极|营造|调动|协同|联合|主动|会同|承接|发现|聘请|报|提出|委托|邀请|优化|应|须|可|不得|要'
const PREPOSITIONS = '对于?|在|为|向|将|根据|按照?|依照|经|与|以|因|围绕|结合|针对|通过|从|自|除|把|给|就|关于|涉及'
const ACTS_BEFORE = new RegExp(`^(?:并|且)?(?:${PREPOSITIONS}|${VERBS})`)
const MODIFIED = new RegExp(`^(?!(?:并|且)?(?:${PREPOSITIONS}|${VERBS})).{1,40}的$`)

/** A name at the head of the clause; words that end in 的 may stand before it, but no verb or preposition. */
function leading(words: string, names: readonly RoleName[]): RoleName | null {
  for (const name of names) {
    const before = words.slice(0, name.start)
    const whole = last(names, name)
    const behind = words.slice(whole.end)
    if (/^(?:人员|员工|数量|比例|总数|占)/.test(behind)) continue
    if (
      behind !== '' &&
      !behind.startsWith('的') &&
      (!holdsPredicate(behind) || isCompound(behind) || isAboutThing(behind))
    )
      continue
    const heads =
      LEADS.test(before) ||
      (behind !== '' && isListing(before) && !ACTS_BEFORE.test(before)) ||
      (SOUGHT.test(before) && DEMANDED.test(behind))
    if (heads && (!behind.startsWith('的') || OWNS.test(behind))) return whole
    if (MODIFIED.test(before) && behind !== '' && !behind.startsWith('的')) return whole
  }
  return null
}

/** 医疗机构制剂应当: the name is only the beginning of what the sentence is about. */
function isCompound(behind: string): boolean {
  const between = BEFORE_DEMAND.exec(behind)?.[1] ?? ''
  return between !== '' && !holdsPredicate(between) && !/^(?:之间|之中|等|本身|双方|内部)/.test(between)
}

const BEFORE_DEMAND = /^([\u4e00-\u9fff]{1,6}?)(?:应当|应(?![用急])|必须|须|不得|可以)/

/** 创新中心的建设遵循…: what belongs to the bearer acts for it. */
const OWNS = /^的[^，的]{1,8}(?:应当?|须|必须|遵循|坚持|实行)/

/** 创新中心 + 建设单位, written together, is the second one. */
function last(names: readonly RoleName[], name: RoleName): RoleName {
  let at = names.indexOf(name)
  const goesOn = (next: RoleName | undefined, here: RoleName | undefined) =>
    next !== undefined && (next.start === here?.end || next.start === here?.start)
  while (at >= 0 && goesOn(names[at + 1], names[at])) at++
  return names[at] ?? name
}

/**
 * Whether a clause is a subject with nothing but a ground or an occasion: 主管部门根据工作需要，可以….
 * @example leadsInto('主管部门根据工作需要', find) // true
 */
export function leadsInto(words: string, find: FindRoleNames): boolean {
  const named = subjectOf(words, find)
  if (named === null || named.start > 0) return false
  const joined = find(words).filter(({ start }) => start >= named.end)
  const end = joined.reduce((at, name) => (JOINED.test(words.slice(at, name.start)) ? name.end : at), named.end)
  return setsScene(words.slice(end)) || OCCASION.test(words.slice(end))
}

const JOINED = /^(?:、|和|与|及|或者?|以及)$/
const OCCASION = /^(?:未经|发现|接到|收到|认为)/
