import type { ComparedThreshold } from '../../model/comparison.ts'

const KINDS: Readonly<Record<string, string>> = {
  CNY: 'money',
  ratio: 'share',
  multiple: 'share',
  km: 'length',
  m: 'length',
  m2: 'area',
  kg: 'weight',
  time: 'frequency',
  ...named('time', ['year', 'quarter', 'month', 'week', 'day', 'workday', 'hour', 'minute', 'date']),
  ...named('count', ['person', 'person_time', 'household', 'organization', 'item', 'piece', 'article', 'volume']),
  ...named('count', ['copy', 'sheet', 'set', 'machine', 'vehicle', 'vessel', 'animal', 'plant', 'bed', 'seat']),
  ...named('count', ['kind', 'case', 'batch', 'round', 'site', 'group', 'class', 'parking_space']),
}

function named(kind: string, units: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(units.map((unit) => [unit, kind]))
}

/**
 * What kind of amount it is: days and months are time, 周岁 is an age and no period. Things and people count alike, since
 * texts count the same in 人 and 名, 只 and 条. A unit of none of these kinds is a kind of its own.
 */
export function unitKind({ unit, unitText }: Pick<ComparedThreshold, 'unit' | 'unitText'>): string {
  return unitText.trim().endsWith('岁') ? 'age' : (KINDS[unit] ?? unit)
}
