import { unitKind } from './units.ts'
import type { UnitHit, UnitReader } from './units.ts'

/** What stands below the line of a rate: 升 in 毫克/升, 人·月 in 元/人·月. */
export interface Rate {
  /** Offset behind its last word. */
  readonly end: number
  /** A canonical unit of its own (milligram_per_litre), null when the unit above the line is kept. */
  readonly unit: string | null
  /** What the kept unit counts in: P1M for 元/人·月, square_metre for 元/平方米. */
  readonly per: string | null
}

/**
 * Reads what follows a unit after / or 每; null when the unit stands alone.
 * @example rateBehind('30元/平方米', 3, { unit: yuan, units }) // { end: 7, unit: null, per: 'square_metre' }
 */
export function rateBehind(
  text: string,
  at: number,
  { unit, units }: { unit: UnitHit; units: UnitReader },
): Rate | null {
  const kind = unitKind(unit.term.canonical)
  if (kind === 'period' || kind === 'ratio' || kind === 'multiple') return null
  let end = at
  let time: string | null = null
  let below: UnitHit | null = null
  for (let next = wordBehind(text, end, units); next !== null; next = wordBehind(text, end, units)) {
    time ??= next.time
    below ??= next.hit
    end = next.end
  }
  if (end === at) return null
  if (kind === 'measure' && below !== null) return { end, unit: `${unit.term.key}_per_${below.term.key}`, per: time }
  return { end, unit: null, per: time ?? below?.term.key ?? null }
}

interface Word {
  readonly end: number
  readonly time: string | null
  readonly hit: UnitHit | null
}

/** 每 before a period opens a statement of its own: 提供500元每年. */
const OVER = /[/／·]|每(?![年月日天周季次人户增超])/y
const TIME = /季度|小时|分钟|[年月周日天时分秒]|[adh](?![A-Za-z])/y

const TIMES: ReadonlyMap<string, string> = new Map([
  ['年', 'P1Y'],
  ['a', 'P1Y'],
  ['季度', 'P3M'],
  ['月', 'P1M'],
  ['周', 'P1W'],
  ['日', 'P1D'],
  ['天', 'P1D'],
  ['d', 'P1D'],
  ['小时', 'PT1H'],
  ['时', 'PT1H'],
  ['h', 'PT1H'],
  ['分钟', 'PT1M'],
  ['分', 'PT1M'],
  ['秒', 'PT1S'],
])

function wordBehind(text: string, at: number, units: UnitReader): Word | null {
  OVER.lastIndex = at
  const over = OVER.exec(text)?.[0]
  if (over === undefined) return null
  TIME.lastIndex = at + over.length
  const time = TIME.exec(text)?.[0]
  if (time !== undefined) return { end: at + over.length + time.length, time: TIMES.get(time) ?? null, hit: null }
  const hit = units(text, at + over.length)
  return hit === null ? null : { end: at + over.length + hit.text.length, time: null, hit }
}
