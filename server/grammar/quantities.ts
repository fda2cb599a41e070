import { masked } from './masks.ts'
import { readNumeral, startsNumeral } from './numerals.ts'
import { unitKind } from './units.ts'
import type { UnitKind, UnitReader } from './units.ts'

/** A number with its unit, in canonical units; offsets are into the text that was read. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The other end of 3—5人, 一至三倍; null for a single number. */
  readonly upper: number | null
  readonly unit: string
  /** Canonical unit of `upper` where it differs: 15日至2个月. */
  readonly upperUnit: string | null
  /** As written: 万元, %, 平方米, 名. */
  readonly unitText: string
  readonly kind: UnitKind
  /** 30余名, 3000多万元. */
  readonly approximate: boolean
}

/**
 * Finds every quantity of a text in order; titles, dates, document numbers and pinpoints hold none.
 * @example findQuantities('固定人员不少于100人', unitReader(units)) // [{ value: 100, unit: 'person', start: 7, end: 11, … }]
 */
export function findQuantities(text: string, units: UnitReader): readonly Quantity[] {
  const found: Quantity[] = []
  let skip: Uint8Array | null = null
  for (let at = nextStart(text, 0); at >= 0;) {
    skip ??= masked(text)
    const quantity = skip[at] === 1 ? null : readRange(text, at, units)
    if (quantity !== null) found.push(quantity)
    at = nextStart(text, quantity?.end ?? pastNumeral(text, at))
  }
  return found
}

/** Characters with which a quantity can start: numerals, 百分之, 半年, 等值以上. */
const START = /[\d零〇○一二两兩三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾弌百千万半等]/g

function nextStart(text: string, from: number): number {
  START.lastIndex = from
  return START.exec(text)?.index ?? -1
}

/** A numeral that is no quantity is left as a whole, so that its tail is not read as another number. */
function pastNumeral(text: string, at: number): number {
  if (!startsNumeral(text.charAt(at))) return at + 1
  return Math.max(at + 1, readNumeral(text, at)?.end ?? 0)
}

const TO = /(?:—{1,2}|–|－|-|～|~|至|到)/y

/** 3—5人 · 三至五名 · 10%—20% · 十五日至三十日; a plain quantity where no second end follows. */
function readRange(text: string, at: number, units: UnitReader): Quantity | null {
  const low = readQuantity(text, at, units)
  const lowEnd = low?.end ?? readNumeral(text, at)?.end
  const to = lowEnd === undefined ? null : match(TO, text, lowEnd)
  if (lowEnd === undefined || to === null) return low
  const high =
    nextStart(text, lowEnd + to.length) === lowEnd + to.length ? readQuantity(text, lowEnd + to.length, units) : null
  return high === null ? low : (joinRange(text, at, low, high) ?? low)
}

function joinRange(text: string, at: number, low: Quantity | null, high: Quantity): Quantity | null {
  if (low !== null && low.kind !== high.kind) return null
  const value = low?.value ?? shareUnit(text, at, high)
  if (value === null || (low?.unit ?? high.unit) === high.unit ? (value ?? Infinity) >= high.value : false) return null
  const unit = low?.unit ?? high.unit
  return {
    ...high,
    start: at,
    value: value ?? 0,
    upper: high.value,
    unit,
    upperUnit: unit === high.unit ? null : high.unit,
  }
}

/** The lower end of 3—5万元 counts in the unit of the upper one. */
function shareUnit(text: string, at: number, high: Quantity): number | null {
  const bare = readNumeral(text, at)
  const top = readNumeral(text, high.start)
  if (bare === null || top === null || top.value === 0) return null
  const digits = Number(text.slice(high.start, top.end - top.scale.length).replace(/[,，]/g, ''))
  const factor =
    top.scale !== '' && bare.scale === '' && Number.isFinite(digits) ? high.value / digits : high.value / top.value
  return Number((bare.value * factor).toPrecision(12))
}

/** Ordered: what stands earlier in the list has the first say. */
const READERS = [readParts, readRatio, readHalf, readEqualValue, readMeasured] as const

function readQuantity(text: string, at: number, units: UnitReader): Quantity | null {
  for (const read of READERS) {
    const quantity = read(text, at, units)
    if (quantity !== null) return quantity
  }
  return null
}

const WHOLES: ReadonlyMap<string, number> = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10000],
])

/** 三分之一 · 百分之五十 · 千分之三 · 2/3 */
function readParts(text: string, at: number): Quantity | null {
  const named = WHOLES.get(text.charAt(at))
  const whole = named !== undefined ? { value: named, end: at + 1 } : readNumeral(text, at)
  if (whole === null) return null
  const of = text.startsWith('分之', whole.end)
  const slash = !of && text.charAt(whole.end) === '/' && whole.value < 10
  if (!of && !slash) return null
  const part = readNumeral(text, whole.end + (of ? 2 : 1))
  if (part === null || (slash && (part.value > 10 || part.value <= whole.value))) return null
  const value = of ? part.value / whole.value : whole.value / part.value
  return ratio(at, part.end, value, text.slice(at, of ? whole.end + 2 : part.end))
}

const RATIO = /(\d+(?:\.\d+)?)[:：∶比](\d+(?:\.\d+)?)(?![\d:：])/y

/** 3:1 · 3比1 · 一比一 */
function readRatio(text: string, at: number): Quantity | null {
  RATIO.lastIndex = at
  const arabic = RATIO.exec(text)
  if (arabic !== null) return ratioOf(at, at + arabic[0].length, Number(arabic[1]), Number(arabic[2]), arabic[0])
  const left = readNumeral(text, at)
  if (left === null || text.charAt(left.end) !== '比') return null
  const right = readNumeral(text, left.end + 1)
  return right && ratioOf(at, right.end, left.value, right.value, text.slice(at, right.end))
}

function ratioOf(start: number, end: number, left: number, right: number, written: string): Quantity | null {
  // 1:5000 is the scale of a map.
  return right === 0 || right >= 100 ? null : ratio(start, end, left / right, written)
}

const HALF_UNIT = /半(?:数|(?=年|个月|天|日|小时))/y

/** 半年 · 半数以上 · 过半数 */
function readHalf(text: string, at: number, units: UnitReader): Quantity | null {
  const half = match(HALF_UNIT, text, at)
  if (half === null || text.charAt(at - 1) === '一') return null
  const most = text.startsWith('以上', at + 2) || text.charAt(at - 1) === '过'
  if (half === '半数') return most ? ratio(at, at + 2, 0.5, '半数') : null
  const unit = units(text, at + 1)
  return unit && measured(at, at + 1 + unit.text.length, 0.5 * unit.term.factor, unit.term.canonical, unit.text)
}

/** 货值金额等值以上三倍以下 counts in multiples of the amount. */
function readEqualValue(text: string, at: number): Quantity | null {
  if (!text.startsWith('等值以', at)) return null
  return measured(at, at + 2, 1, 'multiple', '等值')
}

const MORE = /[余餘多]/y
/** 五成以上 is a share; 一成员 and 三成分 are not. */
const TENTHS = /成(?![员立为本果交年功效分品就])/y
const HALF_MORE = /半(?!数)/y
/** 同一个, 任一年度: this 一 belongs to the word before it. */
const BEFORE_ONE = '同另某任统唯单之这那哪逐初'
/** 数十人, 几百元, but 职工总数10%. */
const VAGUE = /第$|几$|(?<![总人个次件额])数$/

function readMeasured(text: string, at: number, units: UnitReader): Quantity | null {
  const numeral = readNumeral(text, at)
  const char = text.charAt(at - 1) || ' '
  if (numeral === null || isVague(text, at) || (numeral.value === 1 && BEFORE_ONE.includes(char))) return null
  const more = match(MORE, text, numeral.end) ?? ''
  const behind = numeral.end + more.length
  if (match(TENTHS, text, behind) !== null && numeral.value < 10) return ratio(at, behind + 1, numeral.value / 10, '成')
  const unit = units(text, behind)
  const halfMonth = match(AND_A_HALF, text, behind)
  if (halfMonth !== null) return readAndAHalf(text, at, numeral.value, behind + 2, units)
  if (unit === null) return readBareMoney(text, at, numeral)
  const half = match(HALF_MORE, text, behind + unit.text.length)
  const value = Number(((numeral.value + (half === null ? 0 : 0.5)) * unit.term.factor).toPrecision(14))
  const end = behind + unit.text.length + (half === null ? 0 : 1)
  return { ...measured(at, end, value, unit.term.canonical, numeral.scale + unit.text), approximate: more !== '' }
}

const AND_A_HALF = /个半(?=月|小时)/y

/** 两个半月 is 2.5 months. */
function readAndAHalf(text: string, at: number, whole: number, unitAt: number, units: UnitReader): Quantity | null {
  const unit = units(text, unitAt) ?? units(`个${text.charAt(unitAt)}`, 0)
  const length = text.startsWith('小时', unitAt) ? 2 : 1
  return unit && measured(at, unitAt + length, whole + 0.5, unit.term.canonical, text.slice(unitAt, unitAt + length))
}

function isVague(text: string, at: number): boolean {
  const word = VAGUE.exec(text.slice(Math.max(0, at - 2), at))?.[0]
  return word !== undefined && (word !== '数' || '十百千万'.includes(text.charAt(at)))
}

const MONEY_WORDS = /(?:投入|费用?|资金|金额|收入|产值|资本|利润|营收|资产|税|投资|补助|奖励|额)[^，。；、]{0,10}$/

/** 技术开发费投入超过100万: a scale without a unit is money where the words before it speak of money. */
function readBareMoney(
  text: string,
  at: number,
  numeral: { value: number; end: number; scale: string },
): Quantity | null {
  if (!/[万萬亿億]$/.test(text.slice(at, numeral.end))) return null
  if (!MONEY_WORDS.test(text.slice(Math.max(0, at - 20), at))) return null
  return measured(at, numeral.end, numeral.value, 'CNY', numeral.scale)
}

function ratio(start: number, end: number, value: number, unitText: string): Quantity {
  return measured(start, end, value, 'ratio', unitText)
}

function measured(start: number, end: number, value: number, unit: string, unitText: string): Quantity {
  return { start, end, value, upper: null, unit, upperUnit: null, unitText, kind: unitKind(unit), approximate: false }
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}
