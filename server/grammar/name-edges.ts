import { ATTRIBUTES, FIELDS, LEVELS } from './role-words.ts'

/** A head noun of a name in a text. */
export interface Head {
  readonly at: number
  readonly word: string
  /** A body that only the text or the vocabulary knows: 创新中心. */
  readonly body?: boolean
}

const LONGEST_MODIFIER = 24
const LONGEST_WORD = 12

type WordsByEnd = ReadonlyMap<string, readonly string[]>

const VAGUE = new Set(['有关', '相关', '其他', '其它', '地区', '地方', '所在', '区', '县', '旗', '乡', '镇'])
/** Words of many organs that tell what they do, not for which field. */
const TELLS_DUTY = new Set(['职能', '业务', '主管', '对口', '管理', '监督', '行政', '监督管理', '综合', '执法'])
const LEVEL_WORDS = split(LEVELS)
/** By their last two characters, longest first; words of one character by that one. */
const ALL_WORDS = byEnd(['地区', ...LEVEL_WORDS, ...split(FIELDS), ...ATTRIBUTES.flatMap(split)])
/** Persons have no field: 教育残疾人 is a verb with its object. */
const PERSON = /^(?:残疾人|老年人|未成年人|(?:城镇|城乡|农村)?居民|村民|用户|消费者|劳动者)$/
/** Before 企业, 单位 and the like, 监督 and 管理 are verbs: 监督施工单位. */
const HAS_DUTY = /(?:部门|机关|机构|[厅局委署处室]|人员|人才?|总局|主任|专家|团队)$/
const DUTY_FREE = byEnd(
  [...LEVEL_WORDS, ...split(FIELDS), ...ATTRIBUTES.flatMap(split)].filter(
    (word) => !['监督', '管理', '监督管理', '行政', '主管', '服务', '综合'].includes(word),
  ),
)
const PERSON_WORDS = byEnd(
  [...LEVEL_WORDS.filter((word) => word.length > 1), ...ATTRIBUTES.flatMap(split)].filter(
    (word) => !['服务', '管理', '监督', '重点', '研究'].includes(word),
  ),
)
const PLACE_WORDS = byEnd(LEVEL_WORDS.filter((word) => !VAGUE.has(word)))
/** What names joined by 、 or 和 may share a head with: 科技、财政部门, 国家或省有关部门. */
const SHARED_WORDS = byEnd([
  '地区',
  ...LEVEL_WORDS,
  ...split(FIELDS).filter((word) => word.length > 1 && !TELLS_DUTY.has(word)),
])

function split(words: string): readonly string[] {
  return words.split('|')
}

function byEnd(words: readonly string[]): WordsByEnd {
  const groups = new Map<string, string[]>()
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const end = word.slice(-2)
    groups.set(end, [...(groups.get(end) ?? []), word])
  }
  return groups
}

/** An organ (…厅, …局) may have any field; its name then begins at the level it belongs to. */
const ORGAN = /[厅局委署处室]$/
const GOVERNS = /(?:[厅局委署处室]|部门|机关|政府|管委会|管理委员会)$/
const LEVEL =
  /(?:国家|省|自治区|直辖市|市|县|区|州|旗)[^，。；：、！？“”‘’《》〈〉【】（）()[\]\s—…+的和与及由经报向对将从为以按据给让使至到于被把并且而但或该其请应须可凡是含令处等则有未不\d省市县区州]{2,12}$/

/**
 * The offset where the words that belong to a head begin, never before `behind`: levels, fields and attributes, the zone it
 * governs, and what shares the head with them (科技、财政等部门).
 * @example leftEdge('接受科技、审计等有关部门监督', { at: 11, word: '部门' }, 0) // 2
 */
export function leftEdge(text: string, head: Head, behind: number): number {
  const limit = Math.max(behind, head.at - LONGEST_MODIFIER)
  if (head.body === true) return grow(text, head.at, { limit, words: PLACE_WORDS })
  const words = PERSON.test(head.word) ? PERSON_WORDS : HAS_DUTY.test(head.word) ? ALL_WORDS : DUTY_FREE
  const known = sharedEdge(text, grow(text, head.at, { limit, words }), { head, behind })
  if (!GOVERNS.test(head.word)) return known
  const zone = zoneEdge(text, known, behind)
  if (zone !== known || !ORGAN.test(head.word) || known < head.at) return zone
  const named = LEVEL.exec(text.slice(Math.max(limit, known - 16), known))
  return named === null ? known : grow(text, known - named[0].length, { limit, words: ALL_WORDS })
}

interface Growth {
  readonly limit: number
  readonly words: WordsByEnd
}

/** Takes in known words to the left, the longest first. */
function grow(text: string, from: number, { limit, words }: Growth): number {
  let at = from
  for (;;) {
    const room = Math.min(LONGEST_WORD, at - limit)
    const longer = room < 2 ? undefined : words.get(text.slice(at - 2, at))
    const word =
      longer?.find((known) => known.length <= room && text.endsWith(known, at)) ??
      (room < 1 ? undefined : words.get(text.charAt(at - 1))?.[0])
    if (word === undefined) return at
    at -= word.length
  }
}

const SHARING = /(?:部门|机关|[厅局委]|政府|科研院所|院校|高校|人才|企业)$/
/** Heads with attributes of their own, which only count where they stand apart: 行业龙头及高科技领军企业. */
const ATTRIBUTED = /(?:企业|院校|高校|科研院所)$/
const AND = /(?:、|和|与|及|以及|或|或者)$/
/** 科技、审计等有关部门: 等 stands once, before the words of the head itself. */
const ET_CETERA = /等$/
const LONGEST_LIST = 80

interface Shared {
  readonly head: Head
  readonly behind: number
}

/** Modifiers joined by 、 和 或 before a name share its head; a name with a head of its own is never taken in. */
function sharedEdge(text: string, from: number, { head, behind }: Shared): number {
  if (!SHARING.test(head.word)) return from
  const limit = Math.max(behind, from - LONGEST_LIST)
  const words = ATTRIBUTED.test(head.word) ? ALL_WORDS : SHARED_WORDS
  let edge = from
  let at = from
  if (ET_CETERA.test(text.slice(limit, at))) {
    at--
    const item = listedItem(text, at, limit)
    if (item === at) return from
    edge = at = item
  }
  for (;;) {
    const joint = AND.exec(text.slice(Math.max(limit, at - 2), at))
    if (joint === null) return edge
    const end = at - joint[0].length
    const known = itemEdge(text, end, { limit, words })
    if (known === end || (ATTRIBUTED.test(head.word) && !STANDS_APART.test(text.slice(limit, known)))) return edge
    edge = at = known
  }
}

/** One of the joined modifiers: words of the list, a zone. */
function itemEdge(text: string, end: number, growth: Growth): number {
  const known = bracketedEdge(text, grow(text, end, growth), growth)
  return known < end ? known : zoneEdge(text, end, growth.limit)
}

/** 各省（自治区、直辖市）: brackets between the words of a level. */
function bracketedEdge(text: string, at: number, growth: Growth): number {
  if (text.charAt(at - 1) !== '）') return at
  const open = text.lastIndexOf('（', at)
  return open <= growth.limit || at - open > 40 ? at : grow(text, open, growth)
}

const STANDS_APART = /(?:^|[，。；：、“的])$/
const ITEM = /(?:^|[，。；：、由向经与和及受同合对])([\u4e00-\u9fff]{2,8})$/

/** The last item before 等: known words, or whatever stands between 、 and 等. */
function listedItem(text: string, end: number, limit: number): number {
  const known = grow(text, end, { limit, words: SHARED_WORDS })
  if (known < end) return known
  const item = text.charAt(end - 1) === '部' ? undefined : ITEM.exec(text.slice(Math.max(limit, end - 9), end))?.[1]
  return item === undefined || !/[、和]/.test(text.charAt(end - item.length - 1)) ? end : end - item.length
}

/** 济源示范区科技管理部门, 各国家高新区管委会: the zone or corps that an organ governs. */
const ZONE =
  /(?:^|[，。；：、\s由经向报])((?!支持|推动|加强|鼓励|协调|督促|指导|组织|联合|会同|位于|进入|或者|以及|包括)[\u4e00-\u9fff]{2,14}(?:示范区|实验区|高新区|开发区|新区|自贸区|合作区|保税区|园区|兵团))$/

function zoneEdge(text: string, from: number, behind: number): number {
  // The last character of the zone may already count as a level: 区管委会.
  for (const at of [from, from + 1]) {
    const zone = ZONE.exec(text.slice(Math.max(behind, at - 20), at))?.[1]
    if (zone !== undefined) return at - zone.length
  }
  return from
}

/** Words that govern a person or body: what stands behind the last of them tells which. */
const GOVERNORS =
  /由(?!于)|(?<!针)对(?!口)|向|支持|鼓励|推荐|推动|引导|组织(?!实施)|督促|指导|责令|委托|要求|为(?=符合|参与|从事)/g
/** Verbs that open a relative clause where nothing governs it. */
const OPENS_RELATIVE =
  /^(?:凡|所有|依法)?(?:参与|参加|从事|取得|获得|违反|未|不|有|具有|具备|符合|申请|申报|拥有|建有|承担|负责|负有|使用|生产|经营|受|被|在|已|经(?!济)|因|持有|接受|提供|实施|利用|开办|设立|举办|占用|拒绝|达到|进入|进行|需要|辖区|本行政区域|暂不|情节|工作)/
/** 相应的人员, 其他的单位: words in 的 that tell nothing. */
const TELLS_NOTHING =
  /(?:相应|必要|一定|足够|充足|稳定|优秀)的$|^(?:相应|一定|必要|新|该|本|其|这样|上述|所|所称|前款|下列|其他|有关|相关|具体)/
const RELATIVE = /(?:^|[，。；：！？“”）])([^，。；：！？“”（）]{2,30}的)$/

/**
 * Where the words in 的 before a bare head begin; the head's own place where there are none.
 * @example relativeEdge('由参与建设的法人单位', 6, 0) // 1
 */
export function relativeEdge(text: string, at: number, behind: number): number {
  const clause = RELATIVE.exec(text.slice(Math.max(behind, at - LONGEST_RELATIVE), at))?.[1] ?? ''
  const governor = [...clause.matchAll(GOVERNORS)].at(-1)
  const words = governor === undefined ? clause : clause.slice(governor.index + governor[0].length)
  if (governor === undefined && !OPENS_RELATIVE.test(words)) return at
  return words.length < 3 || words.length > LONGEST_WORDS || TELLS_NOTHING.test(words) ? at : at - words.length
}

const LONGEST_RELATIVE = 32
const LONGEST_WORDS = 24
