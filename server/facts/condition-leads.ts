import { sentences, type Stretch } from '../grammar/clauses.ts'

/** What a sentence that opens a list of conditions says of the list; offsets are into its text. */
export interface Lead {
  readonly kind: 'required' | 'excluded'
  /** One condition of the list is enough: 下列条件之一. */
  readonly anyOf: boolean
  /** The sentence up to its colon. */
  readonly at: Stretch
}

/**
 * The sentence that opens the list behind a text; null when the text opens none, or one that is no list of conditions: what
 * products must be like, what somebody must do, when an organ must act.
 * @example leadOf('申请人应当符合下列条件之一：') // { kind: 'required', anyOf: true, at: { from: 0, to: 14 } }
 */
export function leadOf(text: string): Lead | null {
  const last = sentences(text).at(-1)
  if (last === undefined) return null
  return leadIn(text, last)
}

/**
 * A list of conditions that its own sentence holds: 须具备下列条件之一：甲；乙；丙.
 * @example inlineLead(text, sentence)?.at.to // where the colon stands
 */
export function inlineLead(text: string, sentence: Stretch): Lead | null {
  const colon = text.indexOf('：', sentence.from)
  if (colon < 0 || colon >= sentence.to - 2) return null
  return leadIn(text, { from: sentence.from, to: colon })
}

function leadIn(text: string, at: Stretch): Lead | null {
  const words = text.slice(at.from, at.to).replace(/[：:]$/, '')
  if (words.length > LONGEST_LEAD) return null
  const anyOf = ANY_OF.test(words.slice(-LONGEST_TAIL))
  if (excludes(words)) return { kind: 'excluded', anyOf: true, at }
  return requires(words) ? { kind: 'required', anyOf, at } : null
}

const ANY_OF = /之一|(?:其中|下列|以下|如下|任[一意何]?|任意)[一1]项|任[一意](?:条件|情[形况])|一项条件/
const LONGEST_LEAD = 240
const LONGEST_TAIL = 90

/** What people ask for, are given or are: the effect that makes a circumstance a condition. */
const STANDING =
  '公开发行|签发|申请|申报|申领|报名|报考|应聘|应考|参评|参加|参与|担任|从事|注册|登记|受理|批准|许可|核准|认定|评定|评为|授予|授牌|推荐|入选|遴选|录用|录取|聘用|聘任|招聘|招录|享受|获得|取得|领取|颁发|发放|核发|发给|办理|备案|资助|支持|补助|奖励|表彰|设立|建立|开办|举办|成立|加入|延续|变更|承担|开展|列入|纳入|转让|出租|经营|救助|援助'
const STOOD = new RegExp(`(?:${STANDING})`)
const EXCLUDED =
  /(?:有|存在|出现|属于)[^。；，]{0,40}?(?:下列|以下|如下)[^。；，]{0,8}(?:情[形况]|条件|行为)(?:之一)?(?:的|且)?[^。；]{0,60}?(不(?:得|予|可以?)|不能(?=享受|申请|申报|参加|担任|获得|作为)|取消)([^。；]{0,60})$/
/** What is kept from things or belongs to a court is nobody's eligibility. */
const NOT_STANDING =
  /立案|执行|再审|解除|撤销|撤换|超车|使用|销售|追究|处罚|刑事|责任|缓刑|适用|在线庭审|指令|出租|转租|实施集中|要求/

function excludes(words: string): boolean {
  const hit = EXCLUDED.exec(words)
  if (hit?.[2] === undefined) return false
  if (/责令|罚款|处分|吊销|没收|情节严重|法院|主张/.test(words)) return false
  if (hit[1] === '取消') return /(?:报名|申报|申请|参评|参赛|评选|考核|推荐|候选)[^，]{0,8}资格/.test(hit[2])
  return STOOD.test(hit[2]) && !NOT_STANDING.test(hit[2])
}

const ASKS = /具备|具有|符合|满足|达到/g
const ASKED =
  /^..([^。；：，]{0,18}?(?:下列|以下|如下|下述|同时|基本|相应)[^。；：，]{0,12}?|[^。；：，]{0,6})(条件|要求|标准|资格)(?:之一)?([^。；]{0,110})$/
const LISTING = /下列|以下|如下|下述|同时|基本|相应/
const NAMED =
  /(?:申报|申请|基本|认定|准入|报名|报考|参评|评选|入选|推荐|遴选|资格|任职|应聘|招聘|建设)[^，。；：]{0,6}(?:条件|资格)(?:如下|为|是|包括)?$/
const DEMANDED = /应当?|须|必须|需|要|方可/
const GOES_ON = /^(?:并|且|还)/

function requires(words: string): boolean {
  return [...words.matchAll(ASKS)].some(({ index }) => asksAt(words, index)) || NAMED.test(words)
}

function asksAt(words: string, index: number): boolean {
  const hit = ASKED.exec(words.slice(index))
  if (hit === null) return false
  const [, attribute = '', noun = '', tail = ''] = hit
  if (!LISTING.test(attribute) && !/如下$/.test(tail)) return false
  const before = words.slice(0, index)
  const clause = before.slice(
    Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；')) + 1,
  )
  if (/^除/.test(clause)) return false
  if (/要求|标准/.test(noun) && !isSomebody(clause) && !SEEKING.test(before)) return false
  const demanded = DEMANDED.test(clause) || (GOES_ON.test(clause) && DEMANDED.test(before)) || isBare(clause, tail)
  return demanded ? !DUTY.test(tail) : grants(tail, before)
}

/** 同时具备下列条件： with nothing else. */
function isBare(clause: string, tail: string): boolean {
  return /^(?:同时|并|且|均)?$|限/.test(clause) && tail === ''
}

/** 提供下列材料, 按下列程序: the list behind is another one. */
const DUTY = /(?:下列|以下|如下)[^。]{0,12}$/
const SOMEBODY =
  /(?:人员|人|者|单位|企业|机构|公司|学校|医院|组织|专家|教师|主任|负责人|院长|成员|平台|基地|中心|委员|双方|团队|医师|员|户|社|协会|学会|实验室|园区|项目)(?:应当?|须|必须|需|要|均|还|也|同时|都)*$/
const SEEKING = /^(?:申请|申报|报名|报考)(?!人)/
const SEEKS = /申请|申报|报名|报考|设立|开办|举办|参评|应聘|担任|从事|取得/

/** 从事运营的车辆应当达到下列要求: what things must be like. */
const THING =
  /(?:车辆|船舶|设施|设备|产品|商品|工程|建筑|场所|场地|材料|文件|药品|食品|标识|标志|照明|用房|地点|选址)(?:应当?|须|必须|均|还)*$/

function isSomebody(clause: string): boolean {
  return SOMEBODY.test(clause) || (SEEKS.test(clause) && !THING.test(clause))
}

const GRANTED = new RegExp(
  `(?:可以?|方可|方能|才能|有权|应予|准予|予以|给予|优先|享受|有资格|直接)[^，。；]{0,40}(?:${STANDING})|^的?[^，]{0,12}，?(?:享受|给予|予以|准予|颁发|审批发放)`,
)
/** Courts, bodies and proceedings judge cases, nobody applies for anything. */
const JUDGED = /人民法院|刑法|追责|追究|查封|扣押|冻结|没收|监视居住|审判|诉讼|赔偿|罪|责任/

function grants(tail: string, before: string): boolean {
  return GRANTED.test(tail) && !JUDGED.test(tail) && !JUDGED.test(before)
}
