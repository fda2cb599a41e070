import { boundAfter, boundBefore } from '../grammar/comparators.ts'
import { windowOf } from '../grammar/durations.ts'
import type { Quantity } from '../grammar/quantities.ts'
import type { Stretch } from '../grammar/clauses.ts'
import type { Comparator } from '../model/facts.ts'
import { statesAmount } from './amounts.ts'
import { frameOf, NOTHING, single } from './frame.ts'
import type { Frame, Framed, FrameRule, Place, Placed, Reading } from './frame.ts'
import { readCarriedBound, readSharedBound } from './joined-frames.ts'
import { readCycle, readOnceEvery, readPlainWindow, readWindow } from './period-frames.ts'

export type { Frame, Framed } from './frame.ts'

/**
 * Frames the quantities of one sentence. The order of the rules is the order of priority; a quantity is read once.
 * @example framesOf('近3年平均研发经费不低于4000万元', sentence, { found, exclusive }) // [window P3Y, bound >= 40000000 CNY]
 */
export function framesOf(text: string, sentence: Stretch, { found, exclusive }: Found): readonly Frame[] {
  const quantities = withFloors(text, sentence, found)
  const frames: Frame[] = []
  for (let index = 0; index < quantities.length;) {
    const { frame, used } = frameAt({ text, sentence, quantities, index, exclusive })
    frames.push(frame)
    index += used
  }
  return frames
}

export interface Found {
  readonly found: readonly Quantity[]
  /** Words of comparison that the text says leave the number out (以上不包括本数). */
  readonly exclusive: ReadonlySet<string>
}

function withFloors(text: string, sentence: Stretch, found: readonly Quantity[]): readonly Placed[] {
  let floor = sentence.from
  return found.map((quantity) => {
    const placed = { ...quantity, floor }
    // 不得低于上一年总收入的百分之七十: a window may stand between a comparison and its number.
    // 至少每半年演练一次: nor does a cycle.
    if (windowOf(text, quantity) === null && text.charAt(quantity.start - 1) !== '每') floor = quantity.end
    return placed
  })
}

const RULES: readonly (readonly [name: string, rule: FrameRule])[] = [
  ['remark', readRemark],
  ['window', readWindow],
  ['two ends', readTwoEnds],
  ['cycle', readCycle],
  ['step', readStep],
  ['plain window', readPlainWindow],
  ['bound', readBound],
  ['shared bound', readSharedBound],
  ['carried bound', readCarriedBound],
  ['rate base', readRateBase],
  ['once every', readOnceEvery],
  ['amount', readAmount],
]

function frameAt(place: Place): Reading {
  const quantity = place.quantities[place.index]
  for (const [name, rule] of quantity === undefined ? [] : RULES) {
    const reading = quantity === undefined ? null : rule(place, quantity)
    if (reading !== null) return named(reading, name)
  }
  return NOTHING
}

function named({ frame, used }: Reading, rule: string): Reading {
  return { frame: frame.kind === 'bound' ? { ...frame, rule } : frame, used }
}

/** 三人以上（含三人）: the remark repeats the number. */
function readRemark({ text }: Place, { start, end }: Placed): Reading | null {
  const repeats =
    /[（(]不?[含包]括?[^（）()，。；]{0,6}$/.test(text.slice(Math.max(0, start - 10), start)) &&
    /^[）)]/.test(text.slice(end, end + 1))
  return repeats ? NOTHING : null
}

const LESS = '(?:[不未](?:足|满|滿|到|及|达到?)|[低少小][于於]|[不未](?:得|能|应)?(?:超[过過出]|[高多大][于於]))'
const UP_TO = new RegExp(
  `^(?:[（(]不?含[^）)]{0,6}[）)])?(?:及|含|或者?)?(?:以上|之上)(?:[、，,]?(${LESS})|[、，,]|[至到—~～-]{1,2})?$`,
)
const AND_LESS = new RegExp(`^[、，,且并但又而]{0,2}(?:${LESS})$`)

/** 75≤得分＜90 */
const CHAIN = /^[≤≦<＜][^，。；\d]{1,12}[≤≦<＜]$/

/** 三万元以上十万元以下 · 已满十四周岁不满十八周岁 · 3—5人 */
function readTwoEnds({ text, quantities, index }: Place, low: Placed): Reading | null {
  if (low.upper !== null)
    return { frame: twoEnds(low, { upper: low.upper, upperUnit: low.upperUnit, at: frameOf(text, low) }), used: 1 }
  const high = quantities[index + 1]
  if (high === undefined || high.upper !== null || (low.kind !== high.kind && !isShare(low, high))) return null
  const gap = text.slice(low.end, high.start)
  const before = boundBefore(text, low)
  const opens = UP_TO.exec(gap)
  const chained = CHAIN.test(gap)
  const closes = chained || (opens !== null && (opens[1] !== undefined || boundAfter(text, high)?.comparator === '<='))
  if (low.unit === high.unit && low.value >= high.value) return null
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
    per: quantity.per,
    bare: false,
  }
}

function readBound({ text, exclusive }: Place, quantity: Placed): Reading | null {
  const before = boundBefore(text, quantity)
  const after = boundAfter(text, quantity)
  const bound = before !== null && !(before.weak && after !== null) ? before : after
  if (bound === null) return null
  const behind = text.slice(quantity.end, quantity.end + 6)
  const leftOut = bound === after && exclusive.size > 0 && exclusive.has(text.slice(bound.at - 2, bound.at))
  const comparator = leftOut
    ? (WITHOUT_NUMBER[bound.comparator] ?? bound.comparator)
    : remarked(bound.comparator, behind)
  const at = { from: before?.at ?? quantity.start, to: after?.at ?? quantity.end }
  return { frame: { ...single(quantity, comparator, at), bare: false }, used: 1 }
}

/** 小于5000万元（含）: the number itself is allowed; 20人以上（不含20人）: it is not. */
const REMARKED = /^(?:以[上下内外])?[（(](不?)[含包]/
const WITH_NUMBER: Readonly<Partial<Record<Comparator, Comparator>>> = { '<': '<=', '>': '>=' }
const WITHOUT_NUMBER: Readonly<Partial<Record<Comparator, Comparator>>> = { '<=': '<', '>=': '>' }

function remarked(comparator: Comparator, behind: string): Comparator {
  const remark = REMARKED.exec(behind)
  if (remark === null) return comparator
  return (remark[1] === '' ? WITH_NUMBER : WITHOUT_NUMBER)[comparator] ?? comparator
}

const STEP = /每(?:满|增加?|超过|超出|逾期?|延误|延迟|减少)$/

/** 每满一年支付一个月工资, 每超过一公里加收二元: a step that something is counted by. */
function readStep({ text }: Place, { kind, start, end }: Placed): Reading | null {
  const calls = kind === 'ratio' && /^，[^，。；]{0,4}[应须]/.test(text.slice(end, end + 8))
  return !calls && STEP.test(text.slice(Math.max(0, start - 4), start)) ? NOTHING : null
}

const RATE_BASE =
  /每(?:逾期|增加?|新增|超过?|延误|满|隔|多|少)?[^，。；：、人次户年月日周天届名吨亩元学时秒班组队间台套床车辆只头棵株件\d一二三四五六七八九十百]{0,5}$/

/** 每聘用一人处…, 每10公里设一处: what a rate counts by is no bound. */
function readRateBase({ text }: Place, quantity: Placed): Reading | null {
  if (quantity.kind === 'money') return null
  // 每增加百分之五，应当报告: a step that calls for something is a bound.
  if (quantity.kind === 'ratio' && /^，[^，。；]{0,4}[应须]/.test(text.slice(quantity.end, quantity.end + 8)))
    return null
  return RATE_BASE.test(text.slice(Math.max(0, quantity.start - 8), quantity.start)) ? NOTHING : null
}

/** What a plan says of the past demands nothing: 截至2015年，全国有…, 已安排17亿元. */
const DESCRIPTION =
  /截至|目前|现有|[0-9]年[^，。；]{0,8}(?:有|达到|总产值)|全[国省市][^，。；]{0,8}(?:有|共)|已(?:安排|有|达到|建成)|以来/

function readAmount({ text, sentence, quantities, index }: Place, quantity: Placed): Reading | null {
  if (
    quantity.kind !== 'period' &&
    DESCRIPTION.test(text.slice(Math.max(sentence.from, quantity.start - 300), quantity.start))
  )
    return NOTHING
  const next = quantities[index + 1]
  const clauseOfNext = next !== undefined && !/[，。；：,]/.test(text.slice(quantity.end, next.start))
  const windowOfNext = clauseOfNext && (boundBefore(text, next) ?? boundAfter(text, next)) !== null
  if (quantity.kind === 'count' && isAim(text, sentence, quantity))
    return { frame: single(quantity, '=', frameOf(text, quantity)), used: 1 }
  const run = [quantity, ...joined(text, quantities, index)]
  if (!run.some((one) => statesAmount(text, one, windowOfNext))) return null
  return { frame: single(quantity, '=', frameOf(text, quantity)), used: 1 }
}

/** 到2022年形成并推广50个诊疗方案: a number set as an aim. */
const AIM = /(?:(?<!截止?)[到至]20\d\d年|力争|争取)[^。；]{0,60}$/

function isAim(text: string, sentence: Stretch, { start, end, value }: Placed): boolean {
  return (
    value >= 5 &&
    AIM.test(text.slice(Math.max(sentence.from, start - 80), start)) &&
    !/^(?:方面|阶段|部分|类)/.test(text.slice(end, end + 2))
  )
}

/** 3名或者5名专家: what is said of one holds for the one that 或 joins to it. */
function joined(text: string, quantities: readonly Placed[], index: number): readonly Placed[] {
  const [previous, quantity, next] = [quantities[index - 1], quantities[index], quantities[index + 1]]
  if (quantity === undefined) return []
  const isJoined = (left: Placed, right: Placed) =>
    left.unit === right.unit && /^(?:或者?|、)$/.test(text.slice(left.end, right.start))
  return [
    ...(previous !== undefined && isJoined(previous, quantity) ? [previous] : []),
    ...(next !== undefined && isJoined(quantity, next) ? [next] : []),
  ]
}
