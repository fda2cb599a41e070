/** How numbers stand in the interface; the law's own words are quoted elsewhere. */
export interface Quantity {
  readonly comparator: string
  readonly value: number
  readonly upper: number | null
  /** Unit of the upper number where it is another one. */
  readonly upperUnit?: string | null
  readonly unit: string
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝' }

/**
 * A quantity in short form, exact.
 * @example quantity({ comparator: '>=', value: 10000000, upper: null, unit: 'CNY' }, { CNY: '元' }, 'zh') // ≥ 1000 万元
 */
export function quantity(it: Quantity, units: Readonly<Record<string, string>>, lang: 'zh' | 'en'): string {
  if (it.comparator === 'between' && it.upper !== null)
    return `${amount(it.value, it.unit, { units, lang })}–${amount(it.upper, it.upperUnit ?? it.unit, { units, lang })}`
  return `${SIGNS[it.comparator] ?? it.comparator} ${amount(it.value, it.unit, { units, lang })}`
}

interface Wording {
  readonly units: Readonly<Record<string, string>>
  readonly lang: 'zh' | 'en'
}

/** A value with its unit: ratios as percent, money in 万元 where it comes out even. */
export function amount(value: number, unit: string, { units, lang }: Wording): string {
  if (unit === 'ratio') return `${round(value * 100)}%`
  if (unit === 'CNY' && lang === 'zh' && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000} 万元`
  if (unit === 'CNY') return lang === 'zh' ? `${grouped(value)} 元` : `CNY ${grouped(value)}`
  return `${grouped(value)} ${units[unit] ?? unit}`.trim()
}

/** The same, short, for the small labels of a plot: 2000万, 100人. */
export function tick(value: number, unit: string, { units, lang }: Wording): string {
  if (unit === 'ratio') return `${round(value * 100)}%`
  if (unit === 'CNY' && value >= 10_000) return lang === 'zh' ? `${round(value / 10_000)}万` : `${round(value / 1e6)}m`
  return grouped(value) + (lang === 'zh' && unit !== 'CNY' ? (units[unit] ?? '') : '')
}

function grouped(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(value)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** A share as whole per cent: 0.426 is 43%. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}
