import { boundAfter, boundBefore } from '../grammar/comparators.ts'
import { isoDuration, perOf, windowOf } from '../grammar/durations.ts'
import type { Quantity } from '../grammar/quantities.ts'
import type { Stretch } from '../grammar/clauses.ts'
import type { Comparator } from '../model/facts.ts'
import { statesAmount } from './amounts.ts'

/** What a quantity does in its sentence: it sets a bound, or a window for other bounds, or neither. */
export type Frame =
  Framed | { readonly kind: 'window'; readonly at: Stretch; readonly iso: string } | { readonly kind: 'none' }

export interface Framed {
  readonly kind: 'bound'
  readonly quantity: Quantity
  readonly comparator: Comparator
  readonly value: number
  readonly upper: number | null
  readonly upperUnit: string | null
  /** From the first word of the comparison to its last. */
  readonly at: Stretch
  /** A rate that the frame itself states: 每3年进行一次. */
  readonly per: string | null
  /** Stated without a comparison: 建设期3年. */
  readonly bare: boolean
}

/**
 * Frames the quantities of one sentence. The order of the rules is the order of priority; a quantity is read once.
 * @example framesOf('近3年平均研发经费不低于4000万元', …) // [window P3Y, bound >= 40000000 CNY]
 */
export function framesOf(text: string, sentence: Stretch, found: readonly Quantity[]): readonly Frame[] {
  const quantities = withFloors(text, sentence, found)
  const frames: Frame[] = []
  for (let index = 0; index < quantities.length;) {
    const { frame, used } = frameAt({ text, sentence, quantities, index })
    frames.push(frame)
    index += used
  }
  return frames
}

/** A quantity that knows where the one before it ends. */
interface Placed extends Quantity {
  readonly floor: number
}

function withFloors(text: string, sentence: Stretch, found: readonly Quantity[]): readonly Placed[] {
  let floor = sentence.from
  return found.map((quantity) => {
    const placed = { ...quantity, floor }
    // 不得低于上一年总收入的百分之七十: a window may stand between a comparison and its number.
    if (windowOf(text, quantity) === null) floor = quantity.end
    return placed
  })
}

interface Place {
  readonly text: string
  readonly sentence: Stretch
  readonly quantities: readonly Placed[]
  readonly index: number
}

interface Reading {
  readonly frame: Frame
  /** How many quantities the frame used up. */
  readonly used: number
}

type FrameRule = (place: Place, quantity: Placed) => Reading | null

const RULES: readonly FrameRule[] = [
  readRemark,
  readWindow,
  readTwoEnds,
  readCycle,
  readPlainWindow,
  readBound,
  readSharedBound,
  readCarriedBound,
  readRateBase,
  readOnceEvery,
  readAmount,
]

function frameAt(place: Place): Reading {
  const quantity = place.quantities[place.index]
  for (const rule of quantity === undefined ? [] : RULES) {
    const reading = quantity === undefined ? null : rule(place, quantity)
    if (reading !== null) return reading
  }
  return NOTHING
}

const NOTHING: Reading = { frame: { kind: 'none' }, used: 1 }

/** 三人以上（含三人）: the remark repeats the number. */
function readRemark({ text }: Place, { start, end }: Placed): Reading | null {
  const repeats =
    /[（(]不?[含包]括?$/.test(text.slice(Math.max(0, start - 4), start)) && /^[）)]/.test(text.slice(end, end + 1))
  return repeats ? NOTHING : null
}

function readWindow({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const iso = windowOf(text, quantity)
  // 连续两年未使用的 states its own amount; 连续两年不少于100万元 looks at two years.
  const next = quantities[index + 1]
  const leadsOn = next !== undefined && !/[，。；：]/.test(text.slice(quantity.end, next.start))
  if (text.slice(quantity.start - 2, quantity.start) === '连续' && !leadsOn) return null
  if (iso === null) return null
  const looksBack = index === quantities.length - 1 && LOOKS_BACK.test(text.slice(quantity.end, quantity.end + 30))
  if (looksBack) return { frame: { ...single(quantity, '<=', frameOf(text, quantity)), bare: false }, used: 1 }
  return { frame: { kind: 'window', at: stretch(quantity), iso }, used: 1 }
}

/** 近三年内无违法记录 demands a clean record of three years; there is no other number that it could be the window of. */
const LOOKS_BACK = /^(?:[以之]?内)?[^，。；]{0,16}(?:无|没有|未[^，。；]{0,4}(?:受|发生|出现|有|被)|不存在|不曾)/

const LESS = '(?:[不未](?:足|满|滿|到|及|达到?)|[低少小][于於]|[不未](?:得|能|应)?(?:超[过過出]|[高多大][于於]))'
const UP_TO = new RegExp(`^(?:[（(]含[^）)]{0,6}[）)])?(?:及|含|或者?)?(?:以上|之上)[、，,至到]?(${LESS})?$`)
const AND_LESS = new RegExp(`^[、，,且并但又而]{0,2}(?:${LESS})$`)

/** 三万元以上十万元以下 · 已满十四周岁不满十八周岁 · 3—5人 */
function readTwoEnds({ text, quantities, index }: Place, low: Placed): Reading | null {
  if (low.upper !== null)
    return { frame: twoEnds(low, { upper: low.upper, upperUnit: low.upperUnit, at: frameOf(text, low) }), used: 1 }
  const high = quantities[index + 1]
  if (high === undefined || high.upper !== null || (low.kind !== high.kind && !isShare(low, high))) return null
  const gap = text.slice(low.end, high.start)
  const before = boundBefore(text, low)
  const opens = UP_TO.exec(gap)
  const closes = opens !== null && (opens[1] !== undefined || boundAfter(text, high)?.comparator === '<=')
  const framed = before !== null && before.comparator.startsWith('>') && AND_LESS.test(gap)
  if (!closes && !framed) return null
  const at = { from: Math.min(before?.at ?? low.start, low.start), to: boundAfter(text, high)?.at ?? high.end }
  return {
    frame: twoEnds(low, { upper: high.value, upperUnit: high.unit === low.unit ? null : high.unit, at }),
    used: 2,
  }
}

/** 百分之五十以上三倍以下: shares and multiples of one amount. */
function isShare(low: Placed, high: Placed): boolean {
  return low.kind === 'ratio' && high.kind === 'multiple'
}

function twoEnds(quantity: Placed, ends: Pick<Framed, 'upper' | 'upperUnit' | 'at'>): Framed {
  return {
    kind: 'bound',
    quantity,
    comparator: 'between',
    value: quantity.value,
    ...ends,
    per: null,
    bare: false,
  }
}

const EVERY = /每(?:间?隔|满)?$/
const ONCE = /^[^，。；：]{0,16}[一1]次/

const CYCLE = /^(?:为|[^，。；：、]{0,8}周期)/

/** 每3年进行一次评估 · 每五年对…进行评估 · 每3年为一个周期: the period is the amount. */
function readCycle({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  if (quantity.kind !== 'period') return null
  const after = text.slice(quantity.end, quantity.end + 20)
  const every = EVERY.test(text.slice(Math.max(0, quantity.start - 3), quantity.start))
  const once = every ? ONCE.test(after) : /^[\u4e00-\u9fff]{2}[一1]次/.test(after)
  const next = quantities[index + 1]
  const alone = next === undefined || /[，。；：]/.test(text.slice(quantity.end, next.start))
  // 每半年报告一次 is a rate as 每年 is; 每两年不少于两个月 counts something else.
  if (!(every ? once || alone || CYCLE.test(after) : once) || (quantity.value === 0.5 && once)) return null
  const per = once ? isoDuration(quantity.value, quantity.unit) : null
  const used = once && next?.unit === 'time' ? 2 : 1
  return { frame: { ...single(quantity, '=', frameOf(text, quantity)), per }, used }
}

/** 三年内发表论文30篇以上: with a bound of its own kind behind it, a period with 内 is the window of that bound. */
function readPlainWindow({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const next = quantities[index + 1]
  if (quantity.kind !== 'period' || next === undefined || !['count', 'money'].includes(next.kind)) return null
  const gap = text.slice(quantity.end, next.start)
  if (!/^(?:以内|之内|内)[^。；，]{0,30}，?[^。；，]{0,30}$/.test(gap) || /[应须不]|罚/.test(gap)) return null
  if (/[自起]$/.test(text.slice(Math.max(0, quantity.start - 1), quantity.start))) return null
  const bound = boundAfter(text, next) ?? boundBefore(text, next)
  const iso = bound === null ? null : isoDuration(quantity.value, quantity.unit)
  return iso === null ? null : { frame: { kind: 'window', at: stretch(quantity), iso }, used: 1 }
}

function readBound({ text }: Place, quantity: Placed): Reading | null {
  const before = boundBefore(text, quantity)
  const after = boundAfter(text, quantity)
  const bound = before !== null && !(before.weak && after !== null) ? before : after
  if (bound === null) return null
  const comparator = INCLUSIVE.test(text.slice(quantity.end, quantity.end + 3))
    ? inclusive(bound.comparator)
    : bound.comparator
  const at = { from: before?.at ?? quantity.start, to: after?.at ?? quantity.end }
  return { frame: { ...single(quantity, comparator, at), bare: false }, used: 1 }
}

/** 小于5000万元（含）: the number itself is allowed. */
const INCLUSIVE = /^[（(]含[）)]/

function inclusive(comparator: Comparator): Comparator {
  return comparator === '<' ? '<=' : comparator === '>' ? '>=' : comparator
}

/** 国家级项目1项或省级项目3项以上: the comparison behind the last alternative holds for all. */
function readSharedBound({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const next = quantities[index + 1]
  if (next === undefined || next.kind !== quantity.kind) return null
  if (!/^(?:或者?|及|、)[^，。；：]{0,20}$/.test(text.slice(quantity.end, next.start))) return null
  const after = boundAfter(text, next)
  if (after === null || quantity.kind === 'period') return null
  // 一个或者一个以上 says one thing twice.
  if (quantity.value === next.value && quantity.unit === next.unit) return NOTHING
  return { frame: { ...single(quantity, after.comparator, stretch(quantity)), bare: false }, used: 1 }
}

const CARRIES_ON = /^(?:或者?|和|、)[^，。；：]{0,25}$/
/** 至少1名教师和1名医生 */
const JOINS = /^[^，。；：]{1,20}(?:和|及|以及)$/
/** 省级奖励2项以上，或国家级奖励1项 */
const OR_ELSE = /^以上[^，。；：]{0,20}，?或者?[^，。；：]{0,20}$/

/** 不低于甲的百分之七十或者乙的百分之五十: the comparison in front of the first holds for the second. */
function readCarriedBound({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const previous = quantities[index - 1]
  if (previous === undefined || previous.kind !== quantity.kind || quantity.kind === 'period') return null
  const gap = text.slice(previous.end, quantity.start)
  const before =
    CARRIES_ON.test(gap) || (JOINS.test(gap) && previous.unit === quantity.unit) ? boundBefore(text, previous) : null
  const carried = before ?? (OR_ELSE.test(gap) && previous.unit === quantity.unit ? boundAfter(text, previous) : null)
  if (carried === null) return null
  return { frame: { ...single(quantity, carried.comparator, stretch(quantity)), bare: false }, used: 1 }
}

const RATE_BASE = /每(?:逾期|增加?|新增|超过?|延误|满|隔|多|少)?[^，。；：、人次户年月日周天届名吨亩元学]{0,5}$/

/** 每聘用一人处…, 每10公里设一处: what a rate counts by is no bound. */
function readRateBase({ text }: Place, quantity: Placed): Reading | null {
  if (quantity.kind === 'money') return null
  return RATE_BASE.test(text.slice(Math.max(0, quantity.start - 8), quantity.start)) ? NOTHING : null
}

/** 每年进行一次: one time in each period. */
function readOnceEvery({ text, sentence }: Place, quantity: Placed): Reading | null {
  if (quantity.unit !== 'time') return null
  const words = text.slice(Math.max(sentence.from, quantity.start - 20), quantity.start)
  const clause = words.slice(Math.max(...['，', '；', '、', '：'].map((mark) => words.lastIndexOf(mark))) + 1)
  if (/每[\d一二两三四五六七八九十]+[^，。；：、]{0,14}$/.test(clause) || perOf(clause) === null) return NOTHING
  return { frame: { ...single(quantity, '=', frameOf(text, quantity)), per: perOf(clause) }, used: 1 }
}

/** What a plan says of the past demands nothing: 截至2015年，全国有…, 已安排17亿元. */
const DESCRIPTION =
  /截至|目前|现有|[0-9]年[^，。；]{0,8}(?:有|达到|总产值)|全[国省市][^，。；]{0,8}(?:有|共)|已(?:安排|有|达到|建成)|以来/

function readAmount({ text, sentence, quantities, index }: Place, quantity: Placed): Reading | null {
  if (quantity.kind !== 'period' && DESCRIPTION.test(text.slice(sentence.from, quantity.start))) return NOTHING
  const next = quantities[index + 1]
  const clauseOfNext = next !== undefined && !/[，。；：,]/.test(text.slice(quantity.end, next.start))
  const windowOfNext = clauseOfNext && (boundBefore(text, next) ?? boundAfter(text, next)) !== null
  if (!statesAmount(text, quantity, windowOfNext)) return null
  return { frame: single(quantity, '=', frameOf(text, quantity)), used: 1 }
}

function single(quantity: Placed, comparator: Comparator, at: Stretch): Framed {
  return {
    kind: 'bound',
    quantity,
    comparator,
    value: quantity.value,
    upper: null,
    upperUnit: null,
    at,
    per: null,
    bare: true,
  }
}

function frameOf(text: string, quantity: Placed): Stretch {
  return { from: boundBefore(text, quantity)?.at ?? quantity.start, to: boundAfter(text, quantity)?.at ?? quantity.end }
}

function stretch({ start, end }: Placed): Stretch {
  return { from: start, to: end }
}
