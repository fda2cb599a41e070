import type { Messages } from '../../messages/messages.ts'
import { amount } from '../../parts/figures.ts'

/**
 * One side of a change as people read it: an amount with its unit, yes or no where there is none, or not sure.
 * @example valueIn(null, 'person', m) // 不确定
 */
export function valueIn(value: number | null, unit: string | null, m: Messages): string {
  if (value === null) return m.fit.notSure
  if (unit === null) return value === 1 ? m.fit.yes : m.fit.no
  return amount(value, unit, { units: m.unit, lang: m.code === 'en' ? 'en' : 'zh' })
}
