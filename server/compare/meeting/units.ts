import type { ComparedThreshold } from '../../model/comparison.ts'

const KINDS: Readonly<Record<string, string>> = {
  CNY: 'money',
  ...Object.fromEntries(
    ['year', 'month', 'quarter', 'week', 'day', 'workday', 'hour', 'minute', 'date'].map((unit) => [unit, 'time']),
  ),
  ratio: 'share',
  multiple: 'share',
  m: 'length',
  km: 'length',
  m2: 'area',
  m3: 'volume',
  kg: 'weight',
  time: 'frequency',
}

/**
 * What kind of amount it is: days and months are time, 周岁 is an age and no period. Things and people count alike, since
 * texts count the same in 人 and 名, 只 and 条.
 */
export function unitKind({ unit, unitText }: Pick<ComparedThreshold, 'unit' | 'unitText'>): string {
  if (unitText.trim().endsWith('岁')) return 'age'
  return KINDS[unit] ?? 'count'
}
