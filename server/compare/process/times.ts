import { readNumeral } from '../../grammar/numerals.ts'
import type { StepTime, TimeUnit } from '../../model/process.ts'

/**
 * The time of a step from the words that the text has for it; working days and days are different units and stay so.
 * `quote` is the whole step, which tells whether the figure is a limit or a least.
 * @example timeOf('5 个工作日', '公示期不少于 5 个工作日') // { kind: 'least', value: 5, unit: 'workday', … }
 */
export function timeOf(duration: string | null, quote: string): StepTime | null {
  if (duration === null) return null
  const words = duration.replace(/\s+/g, '')
  const told = quote.replace(/\s+/g, '')
  const from = FROM.exec(told)?.[1] ?? null
  if (isCondition(words, told)) return null
  const base = { words: duration, from }
  if (DATED.test(words)) return { ...base, kind: 'date', value: null, unit: null }
  const figure = figureIn(words)
  if (EVERY.test(words)) return { ...base, kind: 'every', value: figure?.value ?? 1, unit: figure?.unit ?? 'year' }
  if (figure === null) return { ...base, kind: 'vague', value: null, unit: null }
  return { ...base, kind: kindOf(words, told), ...figure }
}

/** 超过一个月的，应当…: how long something has lasted when the step is due. */
function isCondition(words: string, told: string): boolean {
  const at = told.indexOf(words)
  return (
    /(?:超过|届?满|不足|未满|逾|停留|连续)$/.test(told.slice(0, Math.max(0, at))) &&
    /^(?:以上|以下)?[^，；。]{0,12}的/.test(told.slice(at + words.length))
  )
}

const FROM = /自([^，。；]{1,30}?)之日起/
const DATED = /\d{1,2}月|[一二三四五六七八九十]{1,2}月(?:底|末|份|前|\d|[一二三四五六七八九十])/
const EVERY = /^每|^按年度$|^年度$/

const UNITS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/工作日/, 'workday'],
  [/日|天/, 'day'],
  [/周|星期/, 'week'],
  [/月/, 'month'],
  [/年/, 'year'],
]

function figureIn(words: string): { readonly value: number; readonly unit: TimeUnit } | null {
  const at = words.search(/[\d一二两三四五六七八九十]/)
  const number = at < 0 ? null : readNumeral(words, at)
  const unit = number === null ? undefined : UNITS.find(([pattern]) => pattern.test(words.slice(number.end)))?.[1]
  return number === null || unit === undefined ? null : { value: number.value, unit }
}

function kindOf(words: string, told: string): 'limit' | 'least' | 'period' {
  const before = told.slice(0, Math.max(0, told.indexOf(words)))
  if (/(?:不少于|不低于|不得少于|至少|不短于)$/.test(before) || /^以上/.test(told.slice(before.length + words.length)))
    return 'least'
  if (/内$/.test(words) || /(?:不超过|不得超过|最长|至多|不多于)(?:为)?$/.test(before)) return 'limit'
  return 'period'
}
