import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { Aggregation } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'
import { unitKind } from './meeting/units.ts'

/**
 * What a threshold measures, apart from how much: two amounts are held against each other only when their measures are
 * equal. Time is counted in months and days, so that 12 个月 meets 一年.
 */
export interface Measure {
  readonly key: string
  readonly metric: string
  readonly metricName: Sentence
  readonly unit: string
  readonly window: string | null
  readonly per: string | null
  readonly aggregation: Aggregation | null
}

const IN_SMALLER_UNITS: Readonly<Record<string, { readonly unit: string; readonly factor: number }>> = {
  year: { unit: 'month', factor: 12 },
  week: { unit: 'day', factor: 7 },
  hour: { unit: 'minute', factor: 60 },
}

/** The measure of a threshold; the vocabulary fills in an aggregation that is part of the metric's name (总投入). */
export function measureOf(threshold: ComparedThreshold, term: MetricTerm | undefined): Measure {
  const metric = (isTime(threshold.unit) ? term?.family : null) ?? threshold.metricKey ?? threshold.metric
  const unit = unitOf(threshold.unit, term)
  const aggregation = threshold.aggregation ?? term?.aggregation ?? null
  const window = periodOf(threshold, threshold.window)
  const per = periodOf(threshold, threshold.per)
  const metricName = term ? { zh: term.zh, en: term.en } : { zh: threshold.metric, en: threshold.metric }
  const key = [metric, unit, window, per, aggregation].join('|')
  return { key, metric, metricName, unit, window, per, aggregation }
}

/** The measure of an amount in a row that its words brought together: their matter takes the place of the metric. */
export function measureOfMatter(threshold: ComparedThreshold, matter: Sentence): Measure {
  const counted = unitKind(threshold) === 'count'
  const unit = counted ? 'item' : (IN_SMALLER_UNITS[threshold.unit]?.unit ?? threshold.unit)
  const window = periodOf(threshold, threshold.window)
  const per = periodOf(threshold, threshold.per)
  const { aggregation } = threshold
  const key = [matter.zh, unit, window, per, aggregation].join('|')
  return { key, metric: matter.zh, metricName: matter, unit, window, per, aggregation }
}

const MEASURED = new Set([
  ...['CNY', 'ratio', 'multiple', 'year', 'month', 'week', 'day', 'workday', 'hour', 'minute'],
  ...['m2', 'm', 'kg', 'date', 'class_hour'],
])

/** 3 个, 3 家 and 3 项 of one metric are the same number: which counter a text takes is no measure. */
function unitOf(unit: string, term: MetricTerm | undefined): string {
  const counted = term !== undefined && !MEASURED.has(unit) && !MEASURED.has(term.unit)
  return counted ? term.unit : (IN_SMALLER_UNITS[unit]?.unit ?? unit)
}

/** A vocabulary splits a period by its unit (建设期 in years, in months): under one family it is one metric. */
function isTime(unit: string): boolean {
  return unit in PERIOD_LETTERS || unit === 'workday'
}

/** The amount in the unit of its measure. */
export function scaled(value: number, unit: string): number {
  return value * (IN_SMALLER_UNITS[unit]?.factor ?? 1)
}

const PERIOD_LETTERS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' }

/** A window or a rhythm in one form: 36 个月 is 3 年. Null where it is the amount itself. */
function periodOf(threshold: ComparedThreshold, period: string | null): string | null {
  if (isOwnPeriod(threshold, period)) return null
  const months = Number(/^P(\d+)M$/.exec(period ?? '')?.[1] ?? NaN)
  return months % 12 === 0 && months > 0 ? `P${String(months / 12)}Y` : period
}

/** 每3年一次: the period is the amount itself and no window on it. */
function isOwnPeriod(threshold: ComparedThreshold, period: string | null): boolean {
  const letter = PERIOD_LETTERS[threshold.unit]
  return letter !== undefined && period === `P${String(threshold.value)}${letter}`
}

const DIMENSIONS = ['unit', 'window', 'per', 'aggregation', 'metric'] as const
type Dimension = (typeof DIMENSIONS)[number]

/** In what measures differ. A metric that differs only by its aggregation (年投入, 总投入) is not told twice. */
export function differingDimensions(measures: readonly Measure[]): readonly Dimension[] {
  const found = DIMENSIONS.filter((dimension) => new Set(measures.map((measure) => measure[dimension])).size > 1)
  const telling = found.filter((dimension) => dimension !== 'metric')
  return telling.length > 0 ? telling : found
}

const AGGREGATIONS: Readonly<Record<Aggregation, Sentence>> = {
  each: { zh: '每年', en: 'in each year' },
  sum: { zh: '合计', en: 'in total' },
  mean: { zh: '平均', en: 'on average' },
}

/** The measure in the words that tell it from the others: `近3年合计`, `in total over 3 years`. */
export function measureInWords(measure: Measure, dimensions: readonly Dimension[]): Sentence {
  const parts = [
    dimensions.includes('window') ? windowInWords(measure.window) : null,
    dimensions.includes('aggregation') || dimensions.includes('per') ? rhythmInWords(measure) : null,
    dimensions.includes('unit') ? unitInWords(measure.unit) : null,
    dimensions.includes('metric') ? measure.metricName : null,
  ].filter((part) => part !== null)
  return {
    zh: parts.map((part) => part.zh).join(''),
    en: parts
      .map((part) => part.en)
      .reverse()
      .join(' '),
  }
}

function rhythmInWords({ aggregation, per }: Measure): Sentence {
  if (aggregation) return AGGREGATIONS[aggregation]
  if (per === 'term') return { zh: '每届', en: 'per term' }
  if (per === null) return { zh: '不分期', en: 'once' }
  const counted = COUNTED[per]
  if (counted !== undefined) return { zh: `每${counted.zh}`, en: `per ${counted.en}` }
  const length = periodInWords(per)
  return { zh: `每${length.zh}`, en: `every ${length.en}` }
}

/** Rates that count in units rather than time: 每平方米, 每人. */
const COUNTED: Readonly<Record<string, Sentence>> = {
  square_metre: { zh: '平方米', en: 'square metre' },
  mu: { zh: '亩', en: 'mu' },
  tonne: { zh: '吨', en: 'tonne' },
  person: { zh: '人', en: 'person' },
  household: { zh: '户', en: 'household' },
  vehicle: { zh: '辆', en: 'vehicle' },
  animal: { zh: '只', en: 'animal' },
  plant: { zh: '株', en: 'plant' },
  machine: { zh: '台', en: 'machine' },
}

function windowInWords(window: string | null): Sentence {
  if (window === null) return { zh: '不限期间', en: 'without a period' }
  const length = periodInWords(window)
  return { zh: `近${length.zh}`, en: `over ${length.en}` }
}

const PERIOD = /^P(\d+(?:\.\d+)?)([YMWD])$/
const PERIOD_NAMES: Readonly<Record<string, Sentence>> = {
  Y: { zh: '年', en: 'year' },
  M: { zh: '个月', en: 'month' },
  W: { zh: '周', en: 'week' },
  D: { zh: '日', en: 'day' },
}

function periodInWords(period: string): Sentence {
  const [, count = '', letter = ''] = PERIOD.exec(period) ?? []
  const name = PERIOD_NAMES[letter]
  if (!name) return { zh: period, en: period }
  const zh = count === '1' && letter === 'Y' ? '一年' : `${count}${name.zh}`
  return { zh, en: `${count} ${name.en}${count === '1' ? '' : 's'}` }
}

const UNIT_NAMES: Readonly<Record<string, Sentence>> = {
  workday: { zh: '按工作日', en: 'in working days' },
  day: { zh: '按日', en: 'in days' },
  month: { zh: '按年月', en: 'in years and months' },
  minute: { zh: '按小时分钟', en: 'in hours and minutes' },
  CNY: { zh: '按金额', en: 'as an amount of money' },
  ratio: { zh: '按比例', en: 'as a share' },
  person: { zh: '按人数', en: 'in people' },
  organization: { zh: '按单位数', en: 'in organizations' },
  item: { zh: '按项数', en: 'in items' },
  time: { zh: '按次数', en: 'in times' },
  multiple: { zh: '按倍数', en: 'as a multiple' },
  m2: { zh: '按面积', en: 'as an area' },
  m: { zh: '按长度', en: 'as a length' },
  kg: { zh: '按重量', en: 'as a weight' },
}

function unitInWords(unit: string): Sentence {
  return UNIT_NAMES[unit] ?? { zh: `按${unit}`, en: `in ${unit}` }
}

/** Whole years of a window: P3Y is 3; null for none or for parts of years. */
export function yearsOf(window: string | null): number | null {
  const [, count, letter] = PERIOD.exec(window ?? '') ?? []
  return letter === 'Y' && Number.isInteger(Number(count)) ? Number(count) : null
}
