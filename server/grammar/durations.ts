import { readNumeral } from './numerals.ts'
import type { Quantity } from './quantities.ts'
import type { UnitReader } from './units.ts'

/**
 * ISO 8601 duration of a period in canonical units; null for units it cannot write.
 * @example isoDuration(3, 'year') // P3Y
 */
export function isoDuration(value: number, unit: string): string | null {
  if (value === 0.5 && unit === 'year') return 'P6M'
  const form = ISO.get(unit)
  return form === undefined ? null : `P${form.time}${value * form.factor}${form.letter}`
}

const ISO: ReadonlyMap<string, { time: string; letter: string; factor: number }> = new Map([
  ['year', { time: '', letter: 'Y', factor: 1 }],
  ['quarter', { time: '', letter: 'M', factor: 3 }],
  ['month', { time: '', letter: 'M', factor: 1 }],
  ['week', { time: '', letter: 'W', factor: 1 }],
  ['day', { time: '', letter: 'D', factor: 1 }],
  ['workday', { time: '', letter: 'D', factor: 1 }],
  ['hour', { time: 'T', letter: 'H', factor: 1 }],
  ['minute', { time: 'T', letter: 'M', factor: 1 }],
])

/** Words before a period that make it a window to look at: 近3年, 申报前1年度, 连续两年. */
const WINDOW_BEFORE = /(?:最?近|过去|(?<![提满期])前|(?<!则)上|连续|往前|此前|未来|今后)的?$/
/** 届满前三十日 and 会议召开前五日 count days to a date; the years before it are a window. */
const LONG = new Set(['year', 'school_year', 'semester', 'quarter'])

/**
 * The window a period quantity sets, null when it is an amount of its own.
 * @example windowOf('近3年研发总投入', { start: 1, … 3 years }) // P3Y
 */
export function windowOf(text: string, period: Quantity): string | null {
  if (period.kind !== 'period') return null
  const before = text.slice(Math.max(0, period.start - 4), period.start)
  const words = WINDOW_BEFORE.exec(before)?.[0]
  if (words === undefined) return null
  const dated = !LONG.has(period.unit) && /^[前上]/.test(words)
  if (dated && !/^的[\u4e00-\u9fff]/.test(text.slice(period.end, period.end + 2))) return null
  if (/^(?:[（(]含[）)])?(?:及其?|或者?)?以[上下]/.test(text.slice(period.end, period.end + 8))) return null
  return isoDuration(period.value, period.unit)
}

const YEAR_WINDOW = /(?:上一?|本|当|前一)(?:个)?(?:会计|自然|财政|纳税)?年度?(?=[\u4e00-\u9fff])/

/** 上年度, 本年度: a window of one year without a number. */
export function namedWindow(text: string): string | null {
  return YEAR_WINDOW.test(text) ? 'P1Y' : null
}

const PER: readonly (readonly [RegExp, string])[] = [
  [/时速/, 'PT1H'],
  [/每(?:一)?届/, 'term'],
  [/每半年/, 'P6M'],
  [/(?:每(?:一)?(?:个)?(?:自然|会计|纳税|学)?年|逐年|年度内)/, 'P1Y'],
  [/每(?:个)?季度?/, 'P3M'],
  [/每(?:个)?月/, 'P1M'],
  [/每(?:个)?(?:周|星期)/, 'P1W'],
  [/每(?:个)?(?:日|天|工作日)|按日|日均/, 'P1D'],
  [/每(?:个)?小时/, 'PT1H'],
]

/** 每两个月, 每3年 */
const EVERY_MANY = /每([2-9]|[1-9]\d|[二两三四五六七八九十]{1,2})(年|个月|周|日|天|个季度)/
const SPANS: ReadonlyMap<string, string> = new Map([
  ['年', 'year'],
  ['个月', 'month'],
  ['个季度', 'quarter'],
  ['周', 'week'],
  ['日', 'day'],
  ['天', 'day'],
])

/**
 * The period a rate counts in, from the words before its number.
 * @example perOf('每年至少召开') // P1Y
 */
export function perOf(words: string): string | null {
  const every = EVERY_MANY.exec(words)
  const count = every === null ? null : readNumeral(every[1] ?? '', 0)
  if (every !== null && count !== null) return isoDuration(count.value, SPANS.get(every[2] ?? '') ?? '')
  return PER.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const EVERY_UNIT = /每[一1]?|(人|户|亩)均/g
const MEANS: ReadonlyMap<string, string> = new Map([
  ['人', 'person'],
  ['户', 'household'],
  ['亩', 'mu'],
])

/** 每个, 每家, 每次 go before almost any noun and say nothing of a rate. */
const LOOSE = new Set(['item', 'organization', 'time'])

/**
 * The unit that a rate counts in, from the words before its number: its key in the table of units.
 * @example perUnitOf('每平方米补偿', units) // square_metre
 */
export function perUnitOf(words: string, units: UnitReader): string | null {
  for (const hit of words.matchAll(EVERY_UNIT)) {
    const mean = hit[1] === undefined ? units(words, hit.index + hit[0].length)?.term : undefined
    const key = hit[1] === undefined ? mean?.key : MEANS.get(hit[1])
    if (key !== undefined && !LOOSE.has(key)) return key
  }
  return null
}
