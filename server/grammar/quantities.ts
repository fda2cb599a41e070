import { masked } from './masks.ts'
import { readNumeral, startsNumeral } from './numerals.ts'
import { matchAt, readQuantity } from './quantity-forms.ts'
import type { Quantity } from './quantity-forms.ts'
import type { UnitReader } from './units.ts'

export type { Quantity } from './quantity-forms.ts'

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

const TO = /(?:—{1,2}|–|－|-|～|~|至|到|(?<=\d)一(?=\d))[+＋]?/y

/** 3—5人 · 三至五名 · 10%—20% · 十五日至三十日; a plain quantity where no second end follows. */
function readRange(text: string, at: number, units: UnitReader): Quantity | null {
  const low = readQuantity(text, at, units)
  const lowEnd = low?.end ?? readNumeral(text, at)?.end
  const to = lowEnd === undefined ? null : matchAt(TO, text, lowEnd)
  if (lowEnd === undefined || to === null) return low
  const highStart = lowEnd + to.length
  const share = low === null ? null : secondShare(text, low, highStart)
  if (low !== null && share !== null) return { ...low, end: share.end, upper: share.value }
  const high = nextStart(text, highStart) === highStart ? readQuantity(text, highStart, units) : null
  if (high === null || (low !== null && low.kind !== high.kind && !isShare(low, high))) return low
  return joinRange(low?.value ?? shareUnit(text, at, high), { start: at, unit: low?.unit ?? high.unit }, high) ?? low
}

/** 三分之一至一倍: a share of an amount up to a multiple of it. */
function isShare(low: Quantity, high: Quantity): boolean {
  return low.kind === 'ratio' && high.kind === 'multiple'
}

/** 百分之三至五: the second end counts in the same parts as the first. */
function secondShare(text: string, low: Quantity, at: number): { value: number; end: number } | null {
  const whole = SHARES.get(low.unitText)
  const numeral = whole === undefined ? null : readNumeral(text, at)
  if (
    whole === undefined ||
    numeral === null ||
    /^(?:分之|[%％‰倍年月日天人名个万亿元])/.test(text.slice(numeral.end, numeral.end + 2))
  )
    return null
  const value = numeral.value / whole
  return value > low.value ? { value, end: numeral.end } : null
}

const SHARES: ReadonlyMap<string, number> = new Map([
  ['百分之', 100],
  ['千分之', 1000],
  ['万分之', 10000],
])

function joinRange(value: number | null, low: { start: number; unit: string }, high: Quantity): Quantity | null {
  const sameUnit = low.unit === high.unit
  if (value === null || (sameUnit && value >= high.value)) return null
  return { ...high, ...low, value, upper: high.value, upperUnit: sameUnit ? null : high.unit }
}

/** The lower end of 3—5万元 counts in the unit of the upper one. */
function shareUnit(text: string, at: number, high: Quantity): number | null {
  const bare = readNumeral(text, at)
  const top = readNumeral(text, high.start)
  if (bare === null || top === null || top.value === 0) return null
  const digits = Number(text.slice(high.start, top.end - top.scale.length).replace(/[,，]/g, ''))
  const scaled = top.scale !== '' && bare.scale === '' && Number.isFinite(digits)
  return Number((bare.value * (high.value / (scaled ? digits : top.value))).toPrecision(12))
}
