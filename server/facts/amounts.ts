import type { Quantity } from '../grammar/quantities.ts'

/**
 * Whether a quantity without a comparison states an amount of its own: 建设期3年, 给予500万元, 照片2张, but not
 * 三年行动, 一个单位, 两个方面. `leadsOn` is true where a bound follows in the same clause.
 */
export function statesAmount(text: string, quantity: Quantity, leadsOn: boolean): boolean {
  const before = text.slice(Math.max(0, quantity.start - 16), quantity.start)
  const after = text.slice(quantity.end, quantity.end + 16)
  const place = { before: before.slice(lastMark(before) + 1), after, leadsOn, quantity }
  return STATED[quantity.kind](place)
}

interface Place {
  readonly before: string
  readonly after: string
  readonly leadsOn: boolean
  readonly quantity: Quantity
}

const STATED: Readonly<Record<Quantity['kind'], (place: Place) => boolean>> = {
  money: () => true,
  ratio: ({ before }) => !/比例尺(?:为)?$/.test(before),
  multiple: () => true,
  measure: () => true,
  period: statesPeriod,
  count: statesCount,
}

/** 三年行动, 五年规划, 十年来, 一年一度: names and manners of speaking. */
const NAMED_PERIOD = /^(?:来|间|多来|行动|规划|计划|滚动|制|一度|一遇|一次|龄|级|之久|之际|以来|左右的?时间|为期)/
const PERIOD_CUE_BEFORE =
  /(?:期|期限|限期|时限|时间|年限|寿命|学制|为|以|延长|缩短|顺延|推迟|暂停|停业|停产|禁止|处|给予|满|间隔|共|享受|增加|增|减少|放假|休假|产假|假|工作|从事|经营|保存|保管|保留|留存|各|长达|历时|公示|公告|试用|安排|任职|执业|记|提前|距|连续|经过|后|[迟长短延]到|每[年月周日天][^，。；：、]{0,4})$/
const PERIOD_CUE_AFTER =
  /^(?:的|整改|期|工资|失业保险金|(?:内)?(?:办结|完成|答复|反馈|到账|作出|送达)|有期徒刑|拘留|剥夺|为(?:限|期|[一1]个|周期)|届满|产假|护理假|婚假|陪产假|假|期满|公示|建设期|过渡|宽限|缓|[^，。；：、]{0,6}(?:时间|期限|期间?|假))/

function statesPeriod({ before, after, leadsOn, quantity }: Place): boolean {
  if (leadsOn || NAMED_PERIOD.test(after) || quantity.upper !== null) return false
  if (/最后$|当$/.test(before)) return false
  // A period that ends its clause completes the verb before it: 扶养20年, 答辩5分钟.
  const completes = before.length > 1 && /^[，。；、）]|^有效|^$/.test(after)
  return completes || PERIOD_CUE_BEFORE.test(before) || PERIOD_CUE_AFTER.test(after)
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
])
const GOAL = /(?:力争|争取|新增|新建|建成|建设|培育|引进|打造|达到|完成)[^，。；：、]{0,14}$/
const TIMES_BEFORE = /(?:经过?|发言|连续|受到|被|累计|进行)$/
const COMPOSED = /(?:由|配备|配置|设|聘请|选派|指定|安排|不少于|共|各|为)$/

function statesCount({ before, after, quantity }: Place): boolean {
  const endsPhrase = /^[^\u4e00-\u9fff]|^$/.test(after)
  if (DEMANDED.has(quantity.unit)) return quantity.value > 1 || endsPhrase
  if (quantity.value < 2) return false
  if (quantity.unit === 'time') return TIMES_BEFORE.test(before) || /^(?:受到|处罚)/.test(after)
  if (quantity.unit === 'person') return COMPOSED.test(before) || /^(?:组成|共同)/.test(after)
  return GOAL.test(before) && endsPhrase
}

function lastMark(text: string): number {
  return Math.max(...['，', '。', '；', '：', ',', ';'].map((mark) => text.lastIndexOf(mark)))
}
