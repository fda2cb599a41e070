import type { Quantity } from '../grammar/quantities.ts'

/**
 * Whether a quantity without a comparison states an amount of its own: 建设期3年, 给予500万元, 照片2张, but not
 * 三年行动, 一个单位, 两个方面. `leadsOn` is true where a bound follows in the same clause.
 */
export function statesAmount(text: string, quantity: Quantity, leadsOn: boolean): boolean {
  const before = text.slice(Math.max(0, quantity.start - 16), quantity.start)
  const after = text.slice(quantity.end, quantity.end + 16)
  const mark = lastMark(before)
  const place = { before: before.slice(mark + 1), opens: before.charAt(mark) === '，', after, leadsOn, quantity }
  return STATED[quantity.kind](place)
}

interface Place {
  /** The words of its clause before it. */
  readonly before: string
  /** Whether a ，stands before its clause. */
  readonly opens: boolean
  readonly after: string
  readonly leadsOn: boolean
  readonly quantity: Quantity
}

/** Sizes of a place in a description: 800米×900米, 80米等深线. */
const DRAWN = /^(?:[×xX*✕]|电影|影片|胶片|[东南西北]{2}一线|等深线|等距线|等高线|水深)/
const DRAWN_BEFORE = /[×xX*✕]$|[东南西北]{1,2}[侧面]?$|(?:位于|坐落)[^。；]{0,60}$|(?:东|西)经|(?:北|南)纬/

/** 110千伏变电站, 50赫兹交流: the number names the kind of thing. */
const RATED = new Set(['kV', 'V', 'Hz', 'kHz', 'MHz'])

const STATED: Readonly<Record<Quantity['kind'], (place: Place) => boolean>> = {
  money: () => true,
  ratio: ({ before, after }) => !/比例尺|(?:占了|近|约占)$/.test(before) && !/^[^，。；]{0,8}比例尺/.test(after),
  multiple: () => true,
  measure: ({ before, after, quantity }) =>
    !DRAWN.test(after) &&
    !DRAWN_BEFORE.test(before) &&
    !(RATED.has(quantity.unit) && /^(?!的)[\u4e00-\u9fff]/.test(after)),
  period: statesPeriod,
  count: statesCount,
}

/** 三年行动, 五年规划, 十年来, 一年一度: names and manners of speaking. */
const NAMED_PERIOD =
  /^(?:来|间|多来|行动|规划|计划|滚动|制|一度|一遇|一次(?!有效)|龄|级|的?(?:建设|发展|努力|实践|探索|历史)|之久|之际|以来|左右的?时间|为期|期[^，。；]{0,6}(?:利率|贷款|存款|国债|债券|LPR)|期满以后)/
/** 二十四小时值守 is a manner of work, 羁押一日折抵刑期一日 a conversion. */
const MANNER = /^(?:不间断|值[班守勤]|服务|开放|营业|运[行营]|受理|监[测控视]|应急|热线|在线|全天|轮班)/
const PERIOD_CUE_BEFORE =
  /(?:期|期限|限期|时限|时间|年限|寿命|学制|为|以|延长|缩短|顺延|推迟|暂停|停业|停产|停止|暂扣|吊扣|中止|剥夺|禁止|处|给予|满|间隔|共|享受|增加|增|减少|放假|休假|产假|假|工作|从事|经营|保存|保管|保留|留存|各|按照?|长达|历时|公示|公告|试用|安排|任职|执业|记|提前|距|连续|经过|后|[迟长短延]到|每[年月周日天][^，。；：、]{0,4})$/
const PERIOD_CUE_AFTER =
  /^(?:的|整改|期|工资|失业保险金|(?:内)?(?:办结|完成|答复|反馈|到账|作出|送达)|有期徒刑|拘留|剥夺|为(?:限|期|[一1]个|周期)|届满|产假|护理假|婚假|陪产假|假|期满|公示|建设期|过渡|宽限|缓|计算|(?:内|一次|多次)?有效|[尚仍]?未|仍不|不能|不变|没有|无理由|[^，。；：、]{0,16}工资|[^，。；：、]{0,6}(?:时间|期限|期间?|假))/

function statesPeriod({ before, opens, after, leadsOn, quantity }: Place): boolean {
  if (leadsOn || NAMED_PERIOD.test(after) || quantity.upper !== null) return false
  if ((quantity.value === 24 && MANNER.test(after)) || /折抵/.test(before + after)) return false
  if (/最后$|当$/.test(before)) return false
  // A period that ends its clause completes the verb before it: 扶养20年, 答辩5分钟.
  const completes = before.length > 1 && /^[，。；、）]|^有效|^$/.test(after)
  // An entry of a list: 担任初级职务的，十二年；
  const entry = opens && before === '' && /^[；。]|^$/.test(after)
  return completes || entry || PERIOD_CUE_BEFORE.test(before) || PERIOD_CUE_AFTER.test(after)
}

/** Things that a text only counts in order to demand them. */
const DEMANDED = new Set([
  'sheet',
  'copy',
  'class_hour',
  'credit',
  'person_time',
  'bed',
  'seat',
  'parking_space',
  'tce',
  'point',
])
const GOAL = /(?:力争|争取|新增|新建|建成|建设|培育|引进|打造|达到|完成)[^，。；：、]{0,14}$/
const TIMES_BEFORE =
  /(?:经过?|经[^，。；]{1,12}|发言|连续|受到[^，。；]{0,8}|被|累计|进行|给予|处以|更换|修理|实行|以内?|享受|获取|延长|举行|召开|发生|参加|以上|可以?|满|达|不超过)$/
const COMPOSED =
  /(?:由|配备|配置|设|聘请|选派|指定|指派|安排|不少于|共|各|为|抽取|选取|遴选|确定|提名|选举|增补|配|奖|名额|按照?|经|每[届班组队校院家])$/
/** Seats of a body and places of a call: 选举委员会选举的议员6人. */
const SEATS = /(?:议员|代表|委员|成员|专家|人选|理事|监事|董事|审判员|陪审员|名额|界|班)$/
/** What a modal word demands or allows a number of: 应当设置两个安全出口, 可以生育三个子女. */
const DEMAND = /(?:应当?|必须|须|可以?|不得|允许|限定)[^，。；：、]{0,16}$/
/** 代表名额增加七名, 推选两名监票人, 送缴两套 */
const STEPS = /(?:名额增加|推选|选出|送缴|缴送|粘贴|佩戴|悬挂|缀钉)$/
const ABSTRACT =
  /^(?:方面|阶段|部分|类|层[次面级]|环节|等[级次]|档次|级|步骤|原则|程序|问题|关系|结合|体系|条件|情形|事项|因素|文本|重点|条款|项[目规]|以上|之间|[^，。；]{0,6}(?:阶段|方面|部分|类别|等级|方式|形式|情形|类型|区域|时段|层次|环节))/

function statesCount({ before, after, quantity }: Place): boolean {
  const endsPhrase = /^[^\u4e00-\u9fff]|^$/.test(after)
  if (DEMANDED.has(quantity.unit)) return quantity.value > 1 ? !/^(?:附属|主体|以?[上下]?制)/.test(after) : endsPhrase
  if (quantity.value < 2) return false
  // 3000字 is a length, “清真”两字 names a word.
  if (quantity.unit === 'character') return quantity.value >= 10
  if (quantity.unit === 'time')
    return (
      TIMES_BEFORE.test(before) ||
      /^(?:受到|处罚|被|未|拒绝|拒不|不|无故|无正当理由|[^，。；]{0,10}仍|[^，。；]{1,4}后)/.test(after)
    )
  if (/连续$/.test(before)) return true
  if (quantity.unit === 'person' && SEATS.test(before) && endsPhrase) return true
  if (quantity.unit === 'person' && (COMPOSED.test(before) || /^(?:组成|共同|合议庭)/.test(after))) return true
  if (quantity.unit !== 'kind' && DEMAND.test(before) && !ABSTRACT.test(after)) return true
  if (quantity.unit !== 'kind' && (STEPS.test(before) || /^(?:为基数|规模)/.test(after)) && !ABSTRACT.test(after))
    return true
  return GOAL.test(before) && (endsPhrase || /^(?:左右|以?上下)/.test(after))
}

function lastMark(text: string): number {
  return Math.max(...['，', '。', '；', '：', ',', ';'].map((mark) => text.lastIndexOf(mark)))
}
