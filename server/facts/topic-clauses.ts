import { roleKindOf, type RoleName } from '../grammar/role-names.ts'
import { firstActor, topicOf } from '../grammar/subjects.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { forceOf } from './modality.ts'
import { statesAct, type Clause } from './statements.ts'

/** Words that demand something of what the clause before them names. */
const DEMANDS = /^(?:依法|均|都|也|还|一律|只)?(?:应当|应(?![用急对聘诉])|必须|须|不得|可以|有权)/
/** 红十字标志的使用，是指…; 开展慈善活动，适用本法. */
const SAYS_WHAT = /^(?:是|适用|不适用|视为|属于|包括)/
/** Words that go on about what has no verb of its own: 科技成果鉴定，由…. */
const GOES_ON = /^(?:由|依照|按照)/
/** 依法不需要登记的车船，…: no more than words in 的 and a noun. */
const FRAGMENT = /^(?:依法|经|未|已|不)[^，的]{2,30}的[^，的]{1,10}$/
/** 依法应当编制方案的生产建设项目: the modal word belongs to words in 的. */
const RELATIVE_DEMAND = /^(?:依法|按照?规定|[^，]{0,14}规定)(?:应当|禁止|不得|可以|允许)[^，]{2,40}的[^，的]{2,14}$/

/**
 * Whether a clause that opens its sentence only says whom or what the next one is about and states no norm itself.
 * @example isTopic(clauseOf('从事出版活动的单位，'), clauseOf('应当登记。'), modalities) // true
 */
export function isTopic(clause: Clause, next: Clause | null, modalities: Vocabulary['modalities']): boolean {
  if (!COMMA.test(clause.mark) || next?.segment !== clause.segment) return false
  const force = forceOf(clause.words, { modalities, byOrgan: false, descriptive: false, tasks: false })
  if (force.modal !== null) return RELATIVE_DEMAND.test(clause.words)
  if (SAYS_WHAT.test(next.words) || FRAGMENT.test(clause.words)) return true
  if (DEMANDS.test(next.words)) return force.modality === 'obligation'
  if (GOES_ON.test(next.words) && !statesAct(clause.words)) return true
  return topicOf(clause.words, { qualified: false }) !== null
}

/** Whom such a clause names; null where it is about a thing. */
export function topicNamed(words: string): RoleName | null {
  const actor = topicOf(words) ?? firstActor(words)
  return actor && { ...actor, kind: roleKindOf(actor.name) ?? 'other' }
}

/**
 * Whether a clause that opens its sentence is the first of several that make one condition: 拒不履行决定，继续违法生产的，….
 * @example isChained(clauseOf('伪造证书，'), clauseOf('骗取资金的，')) // true
 */
export function isChained(clause: Clause, next: Clause | null): boolean {
  if (!COMMA.test(clause.mark) || next?.segment !== clause.segment || !COMMA.test(next.mark)) return false
  return next.words.endsWith('的') && !NEW_CASE.test(next.words) && !/应当?|必须|不得|可以?|由/.test(clause.words)
}

const COMMA = /[，,]/
/** A condition of its own, for what the clause before brought about: 逾期不改正的, 评审合格的. */
const NEW_CASE =
  /^(?:符合|经|评审|审查|审核|通过|验收|考核|评估|逾期|拒不|情节|对|需要|确需|有|属于|不符合|不合格|未通过|仍|合格)/
