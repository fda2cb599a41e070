import { ACTS } from './act-words.ts'
import { remembered } from './remembered.ts'

/** A noun phrase that acts, as it stands in a clause. */
export interface Actor {
  readonly start: number
  readonly end: number
  readonly name: string
}

/**
 * Heads of phrases that act: persons, bodies, places that govern. Things (期限, 场所, 处方) are none, so that who is silent
 * stays unknown.
 */
const PERSONS =
  '(?<![动复满增减])员|人(?![次数均民员大力才身工]|为因素)|(?<!或)者|师|(?<![账帐门开窗落过])户|(?<![处配药验偏土秘平立前后官地])方(?![可能])|[局部院校市县省区乡镇州河湖林路段库厅处科所书检察判船机家会站行事团组班社村董席馆队]长|警察|民警|军官|士兵|学生|[考新研实生]生|毕业生|儿童|幼儿|少年|青年|父母|子女|亲属|配偶|夫妻|家属|遗属|职工|员工|[农居村公渔牧市选移网]民|[应销理资造发包营务]商|老师|医生|干部|代表|主席|主任|书记|经理|委员|法官|检察官|股东|董事|监事|理事|专家|作家|[厂商]家|院士|护士|人士|战士|群众|公众|业主|雇主|船东|货主|[旅乘游顾]客|妇女|孕妇|产妇|工匠|工人|党员|用人'
const BODIES =
  '单位|机构|机关|部门|企业|公司|(?:(?<=[相有]关)|(?<![府门厅局委院会位构关头]))组织|团体|[协学商工联董]会|主席团|代表团|联合会|基金会|委员会|管委会|居委会|村委会|理事会|董事会|监事会|常委会|股东会|红十字会|(?:代表|股东|业主|职工)大会|村民会议|政协|共青团|妇联|合作社|联社|联盟|集团|政府|[法检察医学剧影]院|人民检察院|仲裁[院庭]|国务院|卫生[院室]|诊所|(?:研究|设计|福利|敬老|养老|勘察)院|院校|大学|中学|小学|学校|高校|党校|幼儿园|院所|(?:研究|事务|交易|派出|看守|拘留|戒毒|设计|检验|监测|检疫)所|监狱|办公室|(?:办事|代表|管理|公证|登记|业务)处|(?<![布格结全当时])[厅局署](?!限)|(?<=[省市县委经建教科卫农改工监纪])委|(?<![内外全局上下中东西南北底顶头脚面一])部(?!分|位|件|队)|中心|(?<!网)站|[大支总消防救援工作军部]队|[作算家查导评审挥备管业班目题]组|小组|(?:博物|图书|科技|档案|文化|纪念|体育|美术)馆|工厂|店|作坊|摊点|(?<![承主举协督经开兴申创包代])办|宾馆|银行|[支分]行|信用社|[电邮]局|电[视]?台|(?:报|出版|通讯|旅行|杂志)社|媒[体介]|药剂科|科室|(?:各级|省级?|市级?|县级?|中央|同级|本级|地方)财政|商场|超市|机场|合议庭|法庭|党委|党组|纪委|团委|解放军|驻军|党支部|同盟|(?<![建设])主体(?!责任|地位|结构|工程)|基地'
const PLACES = '国家|自治[县州区旗]|直辖市|设区的市|(?<![在于向对])[本各全我][省市县区州旗]|各地|各级'
const HEAD = `(?:${PERSONS}|${BODIES}|${PLACES})`

const MODAL =
  '应当|只[能准可]|应(?![用急对聘诉税届邀收付纳征试答有变])|必须|须(?!知)|不得(?!少于|超过|低于|高于|多于|大于|小于)|不准|不能|可以|可(?![能靠行研持再燃信比视见用变控])|有权|无权|有义务|禁止|严禁|要(?![求素点件闻约])'
const ADVERBS =
  '依法|及时|定期|每[年季月周日]|每半年|统一|共同|分别|不予|不再|不(?!得|超过|少于|低于|高于|多于|足|满|等|同)|未|均|都|也|还|已|将|只能|方可|主动|积极|自觉|严格|认真|切实|随时|立即|原则上|一般|优先|享有|享受|具体|主要(?=负责|承担|从事)|逐步|逐级|另行|妥善|充分|独立|无正当理由'
const PREPOSITIONS =
  '对(?![口外])|由(?![于此])|向|在(?![职校编押建册岗场途逃])|根据|按照?|依照|依据|因(?![素果])|与|会同|从(?!业)|通过|经(?![营济费办理常验纪销])|以(?![外上下内及])|把|就(?![业读诊])|自(?![治然行主愿备建己身律营有筹动])|为(?!主)|凭|于|结合|围绕|针对|除|是(?!否)|有(?=下列|前款|本条|以下)'
const VERBS =
  '应|接到|发现|收到|认为|需要|违反|使用|拒绝|采取|协助|组织(?![的、和])|支持|鼓励|引导|推动|推进|促进|加强|强化|开展|提供|落实|发挥|完善|建立|健全|负责|承担|履行|接受|遵守|坚持|确保|保证|保障|报送|提交|签订|给予|公示|公布|发布|公开|告知|送达|受理|审查|审批|审核|批准|责令|没收|吊销|取消|撤销|追究|制定|编制|拟订|统筹|指导|监督(?=[本全所]|检查[本全])|管理(?=[本全所])|主管|实行|实施|设立|设置|配合|参加|参与|行使|做好|执行|作出|协调|申请(?=[^人单者])|领导|主持|召集|决定|聘任|任命|委托|配备|建设(?=[^单])|培养|培育|推荐|收取|缴纳|登记(?=[^机])|享有|具有|具备|擅自|兼任|担任|自律|予以|处以|出具|认定|遵循|整合|推行|受(?![理托让益聘诉赠])|判决|裁定|裁决|办理|从事|进行|采用|转让|举办|变更|召开|举行|招聘|招用|雇用|购买|销售(?!单位|者)|出租|投资(?!人|者)|报(?![社告刊])|核发|颁发|通知|移送|提请|征求'

/** The last characters of heads: only there it is worth looking for one. */
const LAST = lastCharacters(HEAD)

function lastCharacters(pattern: string): string {
  const bare = pattern.replace(/\(\?<?[!=][^()]*\)/g, '')
  const ends = bare.match(/(?:\[[^\]]+\]|[\u4e00-\u9fff])(?=[|)]|$)/g) ?? []
  return [...new Set(ends.join('').replace(/[[\]]/g, ''))].join('')
}

const ENDINGS = `[${LAST}县区乡镇村道方）]`
const STRONG = new RegExp(`${ENDINGS}(?=(?:${ADVERBS})?(?:${MODAL})|${ADVERBS}|${PREPOSITIONS})`, 'g')
const WEAK = new RegExp(`${ENDINGS}(?=${VERBS})`, 'g')
/** Behind 由 any verb may follow. */
const ANY = new RegExp(`${ENDINGS}(?=[\\u4e00-\\u9fff](?<![的和与或及、]))`, 'g')
const WHOLE_HEAD = new RegExp(`${HEAD}(?:（[^（）]{1,30}）)?$`, 'y')
/** 人员, 人民: a head that is only the beginning of a longer word. */
const GOES_ON = /^(?:人[员民大]|方[可能]|委员会|部[门分])/
/** 有条件的县可以: a place that acts where a demand says so. */
const LOCAL = /(?:县|区|乡|镇|村|街道|社区|地方|地区)$/
const LONGEST_HEAD = 6

/** Whether a head noun, with or without brackets behind it, ends at an offset. */
function headEndsAt(words: string, end: number): boolean {
  const before = words.slice(0, end)
  if (GOES_ON.test(words.slice(end - 1, end + 1))) return false
  if (LOCAL.test(before) && /^(?:可以|应当|不得)/.test(words.slice(end))) return true
  const bracket = words.charAt(end - 1) === '）' ? words.lastIndexOf('（', end) : end
  for (let at = bracket - 1; at >= Math.max(0, bracket - LONGEST_HEAD); at--) {
    WHOLE_HEAD.lastIndex = at
    if (WHOLE_HEAD.test(before)) return true
  }
  return false
}

const ACTED = new RegExp(`^(?:${VERBS})`)
const BEFORE_MODAL = new RegExp(`^(?:${ADVERBS})?(?:${MODAL})`)

/** What may stand before the phrase at the head of a clause. */
const LEADS =
  /^(?:但是?|并且?|且|同时|其中|凡是?|而|或者?|如果?|若|[一二三四五六七八九十]是(?:规定了?|明确了?|要求)?|当(?![地事年])|必要时|在[^，]{1,16}?(?:期间|过程中|时|后))/
/** A clause that opens with these has its subject elsewhere, unless words in 的 make them part of a phrase. */
const OPENS_OTHERWISE =
  /^(?:对|向|给|将|把|与|为|由|和|根据|按照?|依照|依据|通过|除|鼓励|支持|引导|提倡|倡导|禁止|严禁|不得|应|必须|须|可以?|并|报|送|委托|要求|责令|组织|协助|督促|指导|协调|会同|配合|加强|经(?![营济]))/
const OPENS_WITH_VERB = new RegExp(
  `^(?:在|从|以|因|自(?!治|然人)|于|违反|未|不|从事|取得|获得|生产|经营|销售|举办|拒绝|收到|发现|设置|确定|被(?![申处征许继保检告害执]|监护)|受(?![诉托让理益聘审检赠害])|有|具有|具备|符合|已|需要|所(?![有在属])|指|当(?![地事年])|采用|抓住|抓好|作为|任命|聘请|主要(?=围绕|从事|依靠|用于)|开办|兴办|设置|新建|改建|扩建|建造|投资|购买|出售|出租|运输|储存|进口|出口|种植|养殖|采集|开采|收购|加工|安装|拆除|占用|申领|办理|变更|注销|转让|教育(?=[和、]|引导|督促)|督促|召集|依规|研究|编印|大力|深入|持续|${ACTS})`,
)
/** 考核专家, 评估机构: a verb that only says of what kind somebody is. */
const NAMED_BY_ACT =
  /^(?:考核|评估|评审|管理|服务|申请|申报|设计|使用|检查|监督|培训|验收|检验|检测|生产|经营|销售|登记|受理|审批|审核|批准|审查|推荐|实施|承担|建设|施工|监理|举办|参加|参与|研究|执行|保护|负责|行使|主管|管辖|备案|办理|收容|救助|救援|指定|委托|受托|调查|调解|仲裁|鉴定|公证|认证|维护|养护|运营|运输|采购|招标|投标|发布|出版|收购|加工|安装|维修)(?:[、和]?[\u4e00-\u9fff]{2})?(?:管理)?(?:人员?|者|机构|单位|部门|机关|专家|企业|小组|方|组织|中心|委员会)$/
/** A verb inside a phrase shows that the phrase is a clause: 专项资金支持创新中心. */
const HOLDS_VERB =
  /应当|必须|不得|可以|支持|鼓励|推动|利用|会同|联合(?![会体])|委托|组织或者?委托|拒不|履行|违反|认为|主张|召开|给予|提出|(?<=[\u4e00-\u9fff])[应须](?![用急聘诉])/

/**
 * The phrase that a clause names as acting: what stands before its modal word, adverb, preposition or verb and ends in a
 * person or body. Null where the subject is a thing or stands elsewhere.
 * @example actorOf('其继承人和其他有扶养关系的亲属有权要求赔偿')?.name // 其继承人和其他有扶养关系的亲属
 */
export const actorOf: (words: string) => Actor | null = remembered(findActor)

function findActor(words: string): Actor | null {
  const lead = LEADS.exec(words)?.[0].length ?? 0
  return phraseFrom(words, lead, STRONG) ?? phraseFrom(words, lead, WEAK)
}

/**
 * The agent of a passive clause: 由审批机关责令改正.
 * @example agentPhrase('由审批机关责令改正')?.name // 审批机关
 */
export function agentPhrase(words: string): Actor | null {
  const at = BY.exec(words)
  if (at === null) return null
  const from = at.index + 1
  const end = endOf(words, from, STRONG) ?? endOf(words, from, WEAK) ?? lastHead(words, from)
  return end === null || end - from > LONGEST ? null : { start: from, end, name: words.slice(from, end) }
}

/**
 * The phrase that a clause consists of: 从事出版活动的法人和其他组织, whom the next clause is about.
 * Where it is not `qualified` by what follows, words that open with a verb are none: 设立党的组织.
 * @example topicOf('从事出版活动的单位和个人')?.name // 从事出版活动的单位和个人
 */
export function topicOf(words: string, { qualified = true } = {}): Actor | null {
  const lead = LEADS.exec(words)?.[0].length ?? 0
  const name = words.slice(lead)
  const serves = qualified && /^为[^，]+的[^的]{2,12}$/.test(name)
  if (!headEndsAt(name, name.length) || (OPENS_OTHERWISE.test(name) && !serves)) return null
  if (OPENS_WITH_VERB.test(name) && !(qualified && /的|者$/.test(name)) && !NAMED_BY_ACT.test(name)) return null
  return HOLDS_VERB.test(afterRelative(name)) ? null : { start: lead, end: words.length, name }
}

/**
 * The person or body that a clause begins with, whatever verb follows: 公司召开股东大会.
 * @example firstActor('公司召开股东大会')?.name // 公司
 */
export function firstActor(words: string): Actor | null {
  const end = lastHead(words, 0)
  const name = end === null ? '' : words.slice(0, end)
  if (end === null || end > LONGEST_FIRST || OPENS_OTHERWISE.test(name)) return null
  if (OPENS_WITH_VERB.test(name) || /[的，]/.test(name) || HOLDS_VERB.test(name)) return null
  const rest = words.slice(end)
  // 医疗机构制剂: a short rest without a verb belongs to the name of a thing.
  const named = rest.length <= 6 && !holdsPredicate(rest)
  return named || ENDS_IN_THING.test(rest) ? null : { start: 0, end, name }
}

/** 个人资助科普事业的财产: the subject is the thing. */
const ENDS_IN_THING = /的[^的]{1,8}$/
const LONGEST_FIRST = 16

/**
 * The person or body at the head of a clause that demands something only behind another verb: 企业收集数据不得损害….
 * @example demandedActor('企业收集数据不得损害他人权益')?.name // 企业
 */
export function demandedActor(words: string): Actor | null {
  const modal = DEMAND.exec(words)
  return modal === null ? null : firstActor(words.slice(0, modal.index))
}

const DEMAND = /应当|必须|不得|可以|有权/

/**
 * Whether what stands before the modal word is a thing: 期限最长不得, 申请材料应当.
 * @example isThing('申请材料') // true
 */
export function isThing(beforeModal: string): boolean {
  const bare = beforeModal.replace(LEADS, '').replace(TRAILING, '')
  if (
    bare.length < 2 ||
    headEndsAt(bare, bare.length) ||
    OPENS_OTHERWISE.test(bare) ||
    /[的时后前中内下，]$/.test(bare)
  )
    return false
  return !OPENS_WITH_VERB.test(bare) || /的[^的]{2,8}$/.test(bare)
}

/** Whether what follows a name says that the sentence is about a thing of its making: …制定的格式条款不得…. */
export function isAboutThing(behind: string): boolean {
  return OWNED_THING.test(behind)
}

/** Whether words hold a predicate: a modal word, an adverb, a preposition or a verb. */
export function holdsPredicate(words: string): boolean {
  return PREDICATES.test(words)
}

const LONG_ACTS = ACTS.split('|').filter((act) => act.length > 1)
const PREDICATES = new RegExp(
  `${[ADVERBS, MODAL, PREPOSITIONS, VERBS, ...LONG_ACTS].join('|')}|取得|收集|处理|储存|加工|种植|饲养|养|要求|承诺|研究|占|达到|，`,
)
const TRAILING = new RegExp(`(?:${ADVERBS}|最[长高低短多少]|至少|总[额数]|其)+$`)

/** 由 of an agent; not of 理由, 由于, nor of what is handed over (交由, 改由). */
const BY = /(?<![理自事缘经交转])由(?![于此])/
const LONGEST = 30

function phraseFrom(words: string, from: number, pattern: RegExp): Actor | null {
  const end = endOf(words, from, pattern)
  if (end === null || end - from > 60) return null
  const name = words.slice(from, end)
  if (OPENS_OTHERWISE.test(name)) return null
  const relative = /的|者$/.test(name)
  if (HOLDS_VERB.test(afterRelative(name)) || OWNED_THING.test(words.slice(end))) return null
  if (OPENS_WITH_VERB.test(name) && !NAMED_BY_ACT.test(name) && !(relative && BEFORE_MODAL.test(words.slice(end))))
    return null
  return { start: from, end, name }
}

/** 委员会批准发行的总额应当: the subject is what the phrase acts on. */
const OWNED_THING = new RegExp(`^(?:${VERBS})[^，]{1,30}的[^的，]{1,24}?(?:${ADVERBS})?(?:${MODAL})`)

function afterRelative(name: string): string {
  return name.slice(name.lastIndexOf('的') + 1)
}

/** Whether a modal word follows, alone or behind an adverb: the surest sign of a subject. */
export function isDemanded(words: string): boolean {
  return BEFORE_MODAL.test(words)
}

/** The last of heads that stand close together: 国务院法制机构通知…. */
function lastHead(words: string, from: number): number | null {
  let end = headEnd(words, from, ANY)
  for (let next = end; next !== null && next - (end ?? 0) <= CLOSE; next = headEnd(words, next, ANY)) {
    const between = words.slice(end ?? 0, next)
    if (next !== end && (/[的，、]/.test(between) || ACTED.test(between))) break
    end = next
  }
  return end
}

const CLOSE = 8

/** Where the phrase ends: the first head that a predicate follows, behind a relative clause the one that it qualifies. */
function endOf(words: string, from: number, pattern: RegExp): number | null {
  const end = headEnd(words, from, pattern)
  if (end === null || BEFORE_MODAL.test(words.slice(end)) || !ACTED.test(words.slice(end))) return end
  const later = RELATIVE.exec(words.slice(end))
  return later === null ? end : endOf(words, end + later[0].length - 1, pattern)
}

function headEnd(words: string, from: number, pattern: RegExp): number | null {
  pattern.lastIndex = from
  for (let hit = pattern.exec(words); hit !== null; hit = pattern.exec(words)) {
    const end = hit.index + 1
    if (headEndsAt(words, end)) return end
  }
  return null
}

/** 管理矿山企业的 in 人民政府管理矿山企业的主管部门对…: the verb belongs to words in 的. */
const RELATIVE =
  /^[^，。；、]{1,24}的(?=[\u4e00-\u9fff]{0,12}(?:部门|机构|机关|单位|人员|组织|企业|人|者|公司|学校|团体))/
