/** A name of someone who acts, as it stands in a text. */
export interface RoleName {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: RoleKind
}

export type RoleKind =
  | 'authority'
  | 'department'
  | 'local-government'
  | 'applicant'
  | 'host'
  | 'enterprise'
  | 'university'
  | 'institute'
  | 'governance-body'
  | 'position'
  | 'expert'
  | 'third-party'
  | 'other'

/**
 * The names of a text: a head noun (厅, 主管部门, 企业, 委员会, 人员 …) with the words before it up to a verb, a preposition or
 * a mark.
 * @example findRoleNames('报省科技厅批准').map(({ name }) => name) // ['省科技厅']
 */
export function findRoleNames(text: string, places: readonly string[] = []): readonly RoleName[] {
  const found: RoleName[] = []
  let behind = 0
  HEADS.lastIndex = 0
  for (let hit = HEADS.exec(text); hit !== null; hit = HEADS.exec(text)) {
    const head = hit[0]
    const end = hit.index + head.length + bracketed(text, hit.index + head.length)
    const start = placeBefore(text, leftEdge(text, { at: hit.index, word: head }, behind), { places, behind })
    const name = text.slice(start, end)
    const kind = kindOf(head)
    if (isName(name, head)) {
      const last = found.at(-1)
      const joined = last !== undefined && last.end === start && INNER.test(head) ? last.start : start
      found.push({ start: joined, end, name: text.slice(joined, end), kind })
      behind = end
    }
    HEADS.lastIndex = end
  }
  return found
}

/** 省科技厅主管处室, 工程研究中心依托单位: a part of the one named right before. */
const INNER = /(?:处室|司局|依托单位)$/

/** 云南 before 省科技厅, 昆明 before 市财政局: the place that a name begins with. */
function placeBefore(
  text: string,
  at: number,
  { places, behind }: { places: readonly string[]; behind: number },
): number {
  const place = places.find(
    (name) =>
      text.endsWith(name, at) ||
      (LEVEL_WORD.test(name) && text.startsWith(name.slice(-1), at) && text.endsWith(name.slice(0, -1), at)),
  )
  if (place === undefined) return at
  const start = text.endsWith(place, at) ? at - place.length : at - place.length + 1
  return start >= behind ? start : at
}

const LEVEL_WORD = /[省市县区州]$/

/** Whether the words end like the name of someone who acts. */
export function roleKindOf(name: string): RoleKind | null {
  const bare = name.replace(/[（(][^（）()]*[）)]$/, '')
  const head = TAIL.exec(bare)?.[0]
  return head === undefined ? null : kindOf(head)
}

type Heads = readonly [RoleKind, string]

const HEAD_WORDS: readonly Heads[] = [
  [
    'governance-body',
    '理事会/董事会|理事会|董事会|监事会|专家委员会(?![主委])|技术委员会(?![主委])|学术委员会|咨询委员会|指导委员会|评审委员会|领导小组|党组织|党的组织|经营管理团队',
  ],
  [
    'local-government',
    '人民政府(?!办)|地方政府(?!科技)|(?<=[省市县区州镇地])政府(?![采引主职信网办科])|管委会|管理委员会|街道办事处|居民委员会|村民委员会|业主委员会',
  ],
  [
    'authority',
    '党中央、国务院|国务院(?=规定|批准|另|同意|决定|制定)|党中央|省委、省政府|省委省政府|省委(?!组织)|市委(?!组织)|财政部(?!门)|科技部(?!门)|科学技术部(?!门)|工信部(?!门)|工业和信息化部(?!门)|教育部(?!门)|公安部(?!门)|民政部(?!门)|司法部(?!门)|商务部(?!门)|农业农村部(?!门)|水利部(?!门)|卫生部(?!门)|自然资源部(?!门)|生态环境部(?!门)|交通运输部(?!门)|住房城乡建设部(?!门)|人力资源社会保障部(?!门)|应急管理部(?!门)|文化和旅游部(?!门)|[两三四五六七八九]部委|省级财政|省财政(?![厅部])|中央财政(?=[给安])',
  ],
  [
    'department',
    '厅(?=[（、，。和会组负按对根批应审商关办备]|$|[\\u4e00-\\u9fff])(?![堂长])|(?<![结格布骗当时开大全僵邮])局(?![限部面长势域点])|发展改革委|卫生健康委|发改委|海关(?!总署)|总署|部门|业务处室|主管处室|主管司局|机关(?![单事])|人民法院|人民检察院|省税务局',
  ],
  [
    'applicant',
    '建设主体单位|建设主体主体|创新主体|牵头组建单位|(?:申报|申请|建设|组建|牵头|参与|共建|参建|合作|承担|组成|协作|实施|项目|责任|主管|推荐|用人|使用|经营|生产|施工|设计|监理|归口管理|有关|相关|事业|企事业|企业事业|销售|检验|医疗|物业)单位|(?:申请|申报|当事|负责|养犬|经营|代理|投资|纳税|受让|出让|监护|举报|所有权|使用权|所有|使用|管理|委托|受托|承包|发包|举办|投诉|被检查|利害关系|持有|承运|托运|出租|承租|权利|债务|债权|发行|注册)人(?![员才士身民])|经营者|生产者|销售者|消费者|劳动者|申请者|用户(?!端)',
  ],
  ['host', '第一依托单位|依托单位'],
  [
    'enterprise',
    '企业(?![化家人标所文法内外]|主体|主(?!导)|创新主体|事业|研发|技术|孵化|标准|知识|管理|制度|牵头单位|母体)|公司(?![法章])',
  ],
  ['university', '高校科研院所|高校院所|高校|高等学校|高等院校|职业院校|学校'],
  [
    'institute',
    '科研院所|科研机构|研究机构|研发机构|研究开发机构|技术机构|研究院(?!所)|研究所|[\\u4e00-\\u9fff]{2}实验室|重点实验室|工程技术研究中心(?!依托)|工程研究中心|医疗机构|检验机构|检测机构|检验检测机构|教育机构|养老机构|服务机构|机构(?![设改调职成])',
  ],
  [
    'position',
    '(?:创新中心|省创中心|中心)主任|专家委员会(?:主任|委员)|主任(?![务职制负])|主任(?=负责制)|总经理|法定代表人|法人代表|主要负责人|(?<![第一直])负责人|主管人员|责任人员|联系人|填表人|秘书长|监事(?!会)',
  ],
  [
    'third-party',
    '第三方机构|第三方(?!机)|专业化机构|中介(?:机构|组织)|评估机构|行业协会|社会组织|社会团体|仲裁机构|公证机构|认证机构',
  ],
  [
    'expert',
    '专家(?!委|库|咨询委|评审委|工作)|科学家(?![精”])|科学家(?=”制)|带头人|人才(?!培|队|引|工程|工作|计划|政策|评|聘|机制|服务|交流|库|建设|体系|战略|资源|结构|的|合作|与)|院士(?!专)',
  ],
  [
    'other',
    '人员(?![伤身素安配编数比总]|结合)|(?:创新|技术|研发|服务|应用)团队|创新中心(?![主”本])|省创中心(?![主本])|(?:省创|创新)中心本部|中心（本部）|社会资本|金融资本|产业资本|金融与社会资本|金融机构|商业银行|新闻媒体|未成年人|残疾人|老年人|监护人|女职工|(?<!全)职工(?![总作])|(?:任何)?(?:单位|组织)和个人|公民、法人(?:和|或者)其他组织|参与各方|居民|村民',
  ],
]

const HEADS = new RegExp(HEAD_WORDS.map(([, words]) => words).join('|'), 'g')
const TAIL = new RegExp(`(?:${HEAD_WORDS.map(([, words]) => words).join('|')})$`)
const KINDS = HEAD_WORDS.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`)] as const)
/** Heads are tried without what follows them, so that 理事会 at the end of a name is still a head. */
function kindOf(head: string): RoleKind {
  return KINDS.find(([, pattern]) => pattern.test(head))?.[0] ?? 'other'
}

/** 理事会（董事会）, 中心主任（总经理）, 县（市）: brackets that give another name belong to the name. */
const ALSO = /^（(?:(?:董事会|管委会|理事会|总经理|院长|主任|副主任|本部|局|委)[、，]?)+）/

function bracketed(text: string, at: number): number {
  return text.charAt(at) === '（' ? (ALSO.exec(text.slice(at, at + 16))?.[0].length ?? 0) : 0
}

/** Words that stand before a head and belong to the name: places, fields of government, attributes. */
const MODIFIERS: readonly string[] = [
  '国家级|国家|国务院|全国|中央|省级|省直|省属|省内外|省内|国内外|海内外|省|市级|市直|市属|市|自治州|州|县级以上|县级|县|区|旗|乡镇|乡|镇|街道|地方各级|地方|地区|当地|属地|所在地|所在|所属|所辖|本级|上级|上一级|同级|各级|各类|各|其他|其它|有关|相关|全部|任何|设区的市级|设区的市|设区的|区县|州市|辖区|辖区内|省辖市|直管县|（市、区）|（市）|（县）|（州）|（区、市）|（自治区、直辖市）|自治区|直辖市',
  '科学技术|科技|工业和信息化|工业信息化|工业|信息化|工信|经济和信息化|财政|发展改革|发展和改革|经济|教育|卫生健康|卫生|中医药|中医|市场监督管理|市场监管|人力资源社会保障|人力资源和社会保障|生态环境|环境保护|公安|民政|司法|农业农村|农业|农牧|水利|水务|水行政|交通运输|交通|住房和城乡建设|住房城乡建设|城乡规划|规划|自然资源|国土资源|土地|应急管理|应急|文化和旅游|文化|旅游|商务|税务|审计|统计|知识产权|药品监督管理|食品药品监督管理|质量技术监督|产品质量监督|城市管理|城管执法|城市管理综合执法|综合执法|林业和草原|林业|园林绿化|绿化|广播电视|新闻出版|民族|宗教|体育|价格|物价|安全生产监督管理|安全生产|消防救援|消防|海关|气象|地震|邮政|通信|电力|能源|金融|保险|证券|档案|保密|网信|国防科工|人民防空|外事|粮食|畜牧|畜牧兽医|兽医|渔业|渔政|港口|海事|海洋|铁路|民航|工商行政管理|工商|市容|市容环境卫生|环境卫生|纪检监察|监察|政务服务|大数据|退役军人|医疗保障|房屋|房产|政府|党委|行政|主管|管理|监督|监督管理|业务|行业|职能|对口',
  '龙头|骨干|领军|创新型|科技型|高科技|高新技术|高成长|规模以上|大型|中小|中小微|小微|小型|国有控股|国有|民营|外资|优势|优秀|重点|主导|产业链|产业|上下游|行业内|平台型|生产|物业服务|快递|建筑|互联网|电子商务|网络|专精特新|代表性',
  '高层次|高水平|高端|高级|青年|复合型|创新|创业|技术|专业技术|专业|技能|经营|顶尖|国际化|工程|研发|战略|急需|紧缺|后备|学科|首席|专职|兼职|评审|论证|领域|财务|科研|临床|外聘|直接|其他直接|主要|项目',
  '银行业|地方性法人|地方性|新型|专业化|社会|公共|第三方|中介|评估|服务|研究|检验|检测|独立|基层|党的|直属|工程技术|重大|大科学|核心|支撑|成果转化|全职全时|固定|辅助|运营|专家委员会|理事会|综合类|领域类|制造业|服务业|农业',
]
const MODIFIER = new RegExp(`(?:${MODIFIERS.join('|')})$`)
const LONGEST_MODIFIER = 24
const LONGEST_WORD = 10

/** An organ (…厅, …局) may have any field; its name then begins at the level it belongs to. */
const ORGAN = /[厅局委署处室]$/
const LEVEL =
  /(?:国家|省|自治区|直辖市|市|县|区|州|旗)[^，。；：、！？“”‘’《》〈〉【】（）()[\]\s—…+的和与及由经报向对将从为以按据给让使至到于被把并且而但或该其请应须可凡是含令处等则有未不\d省市县区州]{2,12}$/

/** The offset where the words that belong to the head begin, never before `behind`. */
function leftEdge(text: string, head: { readonly at: number; readonly word: string }, behind: number): number {
  const limit = Math.max(behind, head.at - LONGEST_MODIFIER)
  const known = growKnown(text, head.at, limit)
  if (!ORGAN.test(head.word) || known < head.at) return known
  const named = LEVEL.exec(text.slice(Math.max(limit, known - 16), known))
  return named === null ? known : growKnown(text, known - named[0].length, limit)
}

function growKnown(text: string, from: number, limit: number): number {
  let at = from
  for (;;) {
    const hit = MODIFIER.exec(text.slice(Math.max(limit, at - LONGEST_WORD), at))
    if (hit === null) return at
    at -= hit[0].length
  }
}

/** Heads that name nobody without a word before them. */
const NEEDS_MODIFIER = /^(?:部门|厅|局|委|总署|单位|机构|机关|中心|人员|人才|团队|公司|法人实体)$/

function isName(name: string, head: string): boolean {
  return name.length <= 30 && !(NEEDS_MODIFIER.test(head) && MODIFIER_ONLY.test(name))
}

const MODIFIER_ONLY =
  /^(?:各|本|其他|其它|全部)?(?:部门|厅|局|委|总署|单位|机构|机关|中心|人员|人才|团队|公司|法人实体)$/
