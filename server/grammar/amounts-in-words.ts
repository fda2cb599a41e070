import type { Sentence } from '../model/comparison.ts'
import type { Comparator, Threshold } from '../model/facts.ts'

type Amount = Pick<Threshold, 'comparator' | 'value' | 'upper' | 'upperUnit' | 'unit' | 'unitText' | 'per'>

const BOUND = {
  '>=': { zh: '不少于', en: 'at least ' },
  '>': { zh: '高于', en: 'more than ' },
  '<=': { zh: '不超过', en: 'at most ' },
  '<': { zh: '低于', en: 'less than ' },
  '=': { zh: '', en: '' },
  between: { zh: '', en: '' },
} as const satisfies Record<Comparator, Sentence>

const MONEY = [
  { size: 1e8, zh: '亿元' },
  { size: 1e4, zh: '万元' },
  { size: 1, zh: '元' },
] as const

/** The bound in words: `{ zh: '不少于2000万元', en: 'at least CNY 20 million' }`; a frequency with its period: 每年1次. */
export function boundInWords(amount: Amount): Sentence {
  const from = valueInWords(amount.value, amount)
  const words = BOUND[amount.comparator]
  const often = (amount.unit === 'time' ? FREQUENCIES[amount.per ?? ''] : null) ?? { zh: '', en: '' }
  if (amount.upper === null) return { zh: often.zh + words.zh + from.zh, en: words.en + from.en + often.en }
  const { upperUnit } = amount
  const to = valueInWords(amount.upper, upperUnit ? { unit: upperUnit, unitText: '' } : amount)
  return { zh: `${often.zh}${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}${often.en}` }
}

const FREQUENCIES: Readonly<Record<string, Sentence>> = {
  P1Y: { zh: '每年', en: ' a year' },
  P6M: { zh: '每半年', en: ' every half-year' },
  P3M: { zh: '每季度', en: ' a quarter' },
  P1M: { zh: '每月', en: ' a month' },
  term: { zh: '每届', en: ' a term' },
}

/** A value in its unit, as the text counts: 2000万元, 70%, 3:1, 5个工作日. */
export function valueInWords(value: number, { unit, unitText }: Pick<Amount, 'unit' | 'unitText'>): Sentence {
  if (unit === 'CNY') return money(value)
  if (unit === 'ratio') return ratio(value)
  const zh = `${figure(value)}${counter(unit, unitText)}`
  return { zh, en: `${figure(value)} ${value === 1 ? unit : plural(unit)}` }
}

function money(value: number): Sentence {
  // A mean has no end of digits and is told in 万元; what is written to the yuan is shown to the yuan.
  const isPlain = (size: number): boolean => Number.isInteger((value * 100) / size) || !Number.isInteger(value)
  const step = MONEY.find(({ size }) => Math.abs(value) >= size && isPlain(size)) ?? MONEY[2]
  const en = value >= 1e6 ? `CNY ${figure(value / 1e6)} million` : `CNY ${figure(value)}`
  return { zh: `${figure(value / step.size)}${step.zh}`, en }
}

function ratio(value: number): Sentence {
  const words = value >= 1 ? `${figure(value)}:1` : `${figure(value * 100)}%`
  return { zh: words, en: words }
}

function figure(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 2 : 1)))
}

const COUNTERS: Readonly<Record<string, string>> = {
  year: '年',
  month: '个月',
  week: '周',
  day: '日',
  workday: '个工作日',
  hour: '小时',
  minute: '分钟',
  m2: '平方米',
  m: '米',
  kg: '千克',
  person: '人',
  time: '次',
  grade: '档',
  organization: '家',
  item: '项',
  character: '字',
  multiple: '倍',
}

/** People and things are counted as the text does (名, 个), ages in 岁; measures have one name (m² is 平方米). */
function counter(unit: string, unitText: string): string {
  const written = unitText.trim()
  const isCounter = /^[^\d十百千万亿a-zA-Z]{1,2}$/.test(written) && (COUNTED.has(unit) || written.endsWith('岁'))
  return isCounter ? written : (COUNTERS[unit] ?? (written || unit))
}

const COUNTED = new Set(['person', 'organization', 'item', 'time', 'grade'])

const PLURALS: Readonly<Record<string, string>> = {
  m2: 'm²',
  m: 'm',
  kg: 'kg',
  person: 'people',
  workday: 'working days',
}

function plural(unit: string): string {
  return PLURALS[unit] ?? `${unit}s`
}
