import { readNumeral } from './numerals.ts'
import type { Numeral } from './numerals.ts'
import { rateBehind } from './rates.ts'
import type { Rate } from './rates.ts'
import { unitKind } from './units.ts'
import type { UnitHit, UnitKind, UnitReader } from './units.ts'

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
  /** What a rate written as one unit counts in: P1M of 元/月, square_metre of 元/平方米; null otherwise. */
  readonly per: string | null
}

/**
 * Reads the single quantity that starts at `at`: a share, a ratio, half a year, or a number with its unit.
 * @example readQuantity('三分之一以上', 0, units) // { value: 0.333…, unit: 'ratio', end: 4, … }
 */
export function readQuantity(text: string, at: number, units: UnitReader): Quantity | null {
  for (const read of FORMS) {
    const quantity = read(text, at, units)
    if (quantity !== null) return quantity
  }
  return null
}

/** What a sticky pattern matches at an offset, null when nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

type Form = (text: string, at: number, units: UnitReader) => Quantity | null

/** Ordered: what stands earlier in the list has the first say. */
const FORMS: readonly Form[] = [readParts, readRatio, readHalf, readEqualValue, readMeasured]

const WHOLES: ReadonlyMap<string, number> = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10000],
])

/** 三分之一 · 百分之五十 · 千分之三 · 2/3 */
function readParts(text: string, at: number): Quantity | null {
  const named = WHOLES.get(text.charAt(at))
  const first = named === undefined ? readNumeral(text, at) : { value: named, end: at + 1 }
  if (first === null) return null
  if (!text.startsWith('分之', first.end)) return readSlash(text, at, first)
  const part = text.startsWith('百', first.end + 2)
    ? { value: 100, end: first.end + 3 }
    : readNumeral(text, first.end + 2)
  // 五千分之一比例尺 is the scale of a map.
  if (part === null || /^[^，。；]{0,3}比例尺/.test(text.slice(part.end, part.end + 7))) return null
  const unitText = text.slice(at, named === undefined ? part.end : first.end + 2)
  return ratio({ start: at, end: part.end }, part.value / first.value, unitText)
}

function readSlash(text: string, at: number, first: { value: number; end: number }): Quantity | null {
  const part = text.charAt(first.end) === '/' && first.value < 10 ? readNumeral(text, first.end + 1) : null
  if (part === null || part.value > 10 || part.value <= first.value) return null
  return ratio({ start: at, end: part.end }, first.value / part.value, text.slice(at, part.end))
}

const RATIO = /(\d+(?:\.\d+)?)[:：∶比](\d+(?:\.\d+)?)(?![\d:：])/y

/** 3:1 · 3比1 · 一比一 */
function readRatio(text: string, at: number): Quantity | null {
  RATIO.lastIndex = at
  const arabic = RATIO.exec(text)
  if (arabic !== null) return ratioOf(Number(arabic[1]), Number(arabic[2]), { at, written: arabic[0] })
  const left = readNumeral(text, at)
  if (left === null || text.charAt(left.end) !== '比') return null
  const right = readNumeral(text, left.end + 1)
  return right && ratioOf(left.value, right.value, { at, written: text.slice(at, right.end) })
}

function ratioOf(left: number, right: number, { at, written }: { at: number; written: string }): Quantity | null {
  // 1:5000 is the scale of a map.
  if (right === 0 || right >= 100) return null
  return ratio({ start: at, end: at + written.length }, left / right, written)
}

const HALF = /半(?:数|(?=年(?!度|报(?!告))|个月|天|日|小时))/y

/** 一半以上, 不低于一半: half of something, not 一半时间. */
const HALF_OF_ALL = /一半以[上下内]|(?:[于於]|超过|达到|不足|至少)一半/

/** 半年 · 半数以上 · 过半数 */
function readHalf(text: string, at: number, units: UnitReader): Quantity | null {
  if (HALF_OF_ALL.test(text.slice(Math.max(0, at - 3), at + 4)) && text.startsWith('一半', at))
    return ratio({ start: at, end: at + 2 }, 0.5, '一半')
  const half = matchAt(HALF, text, at)
  if (half === null || /[一上下]/.test(text.charAt(at - 1))) return null
  const most = text.startsWith('以上', at + 2) || text.charAt(at - 1) === '过'
  if (half === '半数') return most ? ratio({ start: at, end: at + 2 }, 0.5, '半数') : null
  const unit = units(text, at + 1)
  if (unit === null) return null
  const span = { start: at, end: at + 1 + unit.text.length }
  return measured(span, 0.5 * unit.term.factor, { unit: unit.term.canonical, unitText: unit.text })
}

/** 货值金额等值以上三倍以下 counts in multiples of the amount. */
function readEqualValue(text: string, at: number): Quantity | null {
  if (!text.startsWith('等值以', at)) return null
  return measured({ start: at, end: at + 2 }, 1, { unit: 'multiple', unitText: '等值' })
}

const MORE = /[余餘多]/y
/** 同一个, 任一年度: this 一 belongs to the word before it. */
const BEFORE_ONE = '同另某任统唯单之这那哪逐初下'

function readMeasured(text: string, at: number, units: UnitReader): Quantity | null {
  const numeral = readNumeral(text, at) ?? readBarePower(text, at)
  const before = text.charAt(at - 1) || ' '
  if (numeral === null || isVague(text, at) || (numeral.value === 1 && BEFORE_ONE.includes(before))) return null
  const more = matchAt(MORE, text, numeral.end) ?? ''
  const counted = { ...numeral, end: numeral.end + more.length }
  if (ORDINARY.test(text.slice(at, numeral.end)) && !/^[万亿]?元/.test(text.slice(numeral.end, numeral.end + 2)))
    return null
  const quantity =
    readTenths(text, at, counted) ??
    readAndAHalf(text, at, { numeral: counted, units }) ??
    readYearsAndMonths(text, at, { numeral: counted, units }) ??
    readSmallMoney(text, at, counted) ??
    readUnit(text, at, { numeral: counted, units }) ??
    readBareMoney(text, at, numeral) ??
    readBareNumber(text, at, numeral)
  return quantity && { ...quantity, approximate: more !== '' }
}

const BARE_POWER = /[百千万](?=[人年亩户米元辆吨件名岁家][以之][上内下])/y

/** 百年以上, 千人以上: the power of ten alone. */
function readBarePower(text: string, at: number): Numeral | null {
  const power = matchAt(BARE_POWER, text, at)
  const isTail = power === null || /[\d一二三四五六七八九十百千万两几数上成]/.test(text.charAt(at - 1))
  return isTail ? null : { value: WHOLES.get(power) ?? 1, end: at + 1, scale: '' }
}

/** Capital numerals that are characters of ordinary words too (海陆, 队伍, 收拾) count only before money or in a longer number. */
const ORDINARY = /^[陆陸伍拾]$/

/** 数十人, 几百元, but 职工总数10%. */
const VAGUE = /第$|几$|(?<![总人个次件额])数$/

function isVague(text: string, at: number): boolean {
  const word = VAGUE.exec(text.slice(Math.max(0, at - 2), at))?.[0]
  return word !== undefined && (word !== '数' || '十百千万'.includes(text.charAt(at)))
}

/** 五成以上 is a share; 一成员 and 三成分 are not. */
const TENTHS = /成(?![员立为本果交年功效分品就])/y

function readTenths(text: string, at: number, numeral: Numeral): Quantity | null {
  if (numeral.value >= 10 || matchAt(TENTHS, text, numeral.end) === null) return null
  return ratio({ start: at, end: numeral.end + 1 }, numeral.value / 10, '成')
}

interface Counted {
  readonly numeral: Numeral
  readonly units: UnitReader
}

const AND_A_HALF = /个半(月|小时)/y

/** 两个半月 is 2.5 months. */
function readAndAHalf(text: string, at: number, { numeral, units }: Counted): Quantity | null {
  const words = matchAt(AND_A_HALF, text, numeral.end)
  const unit = words === null ? null : units(`个${words.slice(2)}`, 0)
  if (words === null || unit === null) return null
  const span = { start: at, end: numeral.end + words.length }
  return measured(span, numeral.value + 0.5, { unit: unit.term.canonical, unitText: unit.text })
}

const YEARS = /年零?/y

/** 一年六个月 is 18 months. */
function readYearsAndMonths(text: string, at: number, { numeral, units }: Counted): Quantity | null {
  const years = matchAt(YEARS, text, numeral.end)
  const months = years === null ? null : readNumeral(text, numeral.end + years.length)
  const unit = months === null ? null : units(text, months.end)
  if (months === null || unit?.term.canonical !== 'month') return null
  const span = { start: at, end: months.end + unit.text.length }
  return measured(span, numeral.value * 12 + months.value, {
    unit: 'month',
    unitText: text.slice(numeral.end, span.end),
  })
}

const HALF_MORE = /半(?![数价额径费票天日月年工自免])/y

/** A number with its unit; 一年半 is 1.5 years. */
function readUnit(text: string, at: number, { numeral, units }: Counted): Quantity | null {
  const unit = units(text, numeral.end)
  if (unit === null) return null
  const half = matchAt(HALF_MORE, text, numeral.end + unit.text.length) ?? ''
  const value = numeral.value + (half === '' ? 0 : 0.5)
  const span = { start: at, end: numeral.end + unit.text.length + half.length }
  const rate = half === '' ? rateBehind(text, span.end, { unit, units }) : null
  if (rate !== null) return rated(text, { ...span, end: rate.end }, { value, unit, rate })
  const written = { unit: unit.term.canonical, unitText: numeral.scale + unit.text }
  const below = written.unit === 'celsius' ? (BELOW_ZERO.exec(text.slice(Math.max(0, at - 3), at))?.[1] ?? '') : ''
  const amount = Number((value * unit.term.factor).toPrecision(14))
  return measured({ ...span, start: at - below.length }, below === '' ? amount : -amount, written)
}

interface Rated {
  readonly value: number
  readonly unit: UnitHit
  readonly rate: Rate
}

/** 30毫克/升 counts as written in a unit of its own, 30元/平方米 and 5万吨/年 in the canonical unit of the upper word. */
function rated(text: string, span: Ends, { value, unit, rate }: Rated): Quantity {
  const unitText = text.slice(span.start, span.end).replace(/^[^万亿\u4e00-\u9fffa-zA-Z]*/, '')
  const amount = rate.unit === null ? Number((value * unit.term.factor).toPrecision(14)) : value
  return { ...measured(span, amount, { unit: rate.unit ?? unit.term.canonical, unitText }), per: rate.per }
}

/** -18℃, 零下十八摄氏度; the dash of 2-8℃ is no sign. */
const BELOW_ZERO = /(?:^|[^\d℃])(零下|[-－−])$/

const MONEY_WORDS = /(?:投入|费用?|资金|金额|收入|产值|资本|利润|营收|资产|税|投资|补助|奖励|额)[^，。；、]{0,10}$/

/** 技术开发费投入超过100万: a scale without a unit is money where the words before it speak of money. */
function readBareMoney(text: string, at: number, numeral: Numeral): Quantity | null {
  if (!/[万萬亿億]$/.test(text.slice(at, numeral.end))) return null
  if (!MONEY_WORDS.test(text.slice(Math.max(0, at - 20), at))) return null
  return measured({ start: at, end: numeral.end }, numeral.value, { unit: 'CNY', unitText: numeral.scale })
}

const COMPARED_BEFORE =
  /(?:[≥≤≧≦<>＜＞]|不[得应]?(?:低|少|大|小|高|多)[于於]|不[得应]?超过|(?:大|小|低|高)[于於])(?:或?等[于於])?(?:为|±)?$/
const COMPARED_AFTER = /^(?:及|（含）)?以[上下内]|^[≤≦<＜≥≧](?=[\u4e00-\u9fff])/
const SCORED = /(?:分数?|率|[值度量]|指数|系数|达到?)[在为到]?$/
const ACIDITY = /(?:pH|PH|ｐＨ)值?[^，。；\d]{0,4}(?:\d+(?:\.\d+)?[—\-–~～至到]+)?$/
const ENDS = /^(?:$|[，。；、）)\s≤≦<＜≥≧为]|[以之][上下内间]|[的时且或—–~～至到-])/

/** 容积率不大于2.5 · 得分80以上 · pH值6—9: figures without a unit, only where a comparison stands beside them. */
function readBareNumber(text: string, at: number, numeral: Numeral): Quantity | null {
  if (!/^[\d.,]+$/.test(text.slice(at, numeral.end)) || !ENDS.test(text.slice(numeral.end, numeral.end + 2)))
    return null
  const before = text.slice(Math.max(0, at - 16), at)
  const after = text.slice(numeral.end, numeral.end + 6)
  const compared =
    COMPARED_BEFORE.test(before) ||
    (COMPARED_AFTER.test(after) && (SCORED.test(before) || !after.startsWith('以'))) ||
    ACIDITY.test(before)
  return compared ? measured({ start: at, end: numeral.end }, numeral.value, { unit: 'number', unitText: '' }) : null
}

const SMALL_MONEY = /[角分](?![之别批期类级为成散布支公局钟数层区段工配色度])/y
const OF_MONEY = /(?:税额|票面|尾数)[^。；]{0,16}$|[\d一二三四五六七八九十][元角]$/

/** 应纳税额在1角以上, 尾数不满5分: tenths and hundredths of a yuan where the words speak of money. */
function readSmallMoney(text: string, at: number, numeral: Numeral): Quantity | null {
  const unit = matchAt(SMALL_MONEY, text, numeral.end)
  if (unit === null || !OF_MONEY.test(text.slice(Math.max(0, at - 20), at))) return null
  const value = Number((numeral.value * (unit === '角' ? 0.1 : 0.01)).toPrecision(14))
  return measured({ start: at, end: numeral.end + 1 }, value, { unit: 'CNY', unitText: unit })
}

interface Ends {
  readonly start: number
  readonly end: number
}

function ratio(span: Ends, value: number, unitText: string): Quantity {
  return measured(span, value, { unit: 'ratio', unitText })
}

function measured(span: Ends, value: number, written: { unit: string; unitText: string }): Quantity {
  return {
    ...span,
    value,
    upper: null,
    upperUnit: null,
    ...written,
    kind: unitKind(written.unit),
    approximate: false,
    per: null,
  }
}
