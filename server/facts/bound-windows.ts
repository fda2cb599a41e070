import type { Stretch } from '../grammar/clauses.ts'
import { namedWindow } from '../grammar/durations.ts'
import type { Frame, Framed } from './frame.ts'

export type Window = Extract<Frame, { kind: 'window' }>

/** What stands around a bound in its sentence. */
export interface Standing {
  /** The windows of its sentence, in order. */
  readonly windows: readonly Window[]
  readonly segment: Stretch
  readonly clause: Stretch
  /** Bounds of the same sentence that stand before it. */
  readonly earlier: readonly Framed[]
  readonly group: string | null
}

/**
 * The window of a bound: the nearest before it in its clause; else one that stands alone in an earlier clause (近3年内，…)
 * of the segment; for a plain amount of money also the period that the sentence states for it (建设期3年，给予500万元).
 */
export function windowOfBound(
  text: string,
  bound: Framed,
  { windows, segment, clause, earlier, group }: Standing,
): string | null {
  for (const window of windows.toReversed()) {
    if (window.at.from >= bound.at.from) continue
    if (window.at.from < segment.from) break
    const standsAlone = /^(?:以?内|间|来|期间)?[，,]/.test(text.slice(window.at.to, window.at.to + 4))
    if (window.at.from >= clause.from || standsAlone || group !== null) return window.iso
  }
  return (
    windowBehind(text, bound, windows) ??
    namedWindow(text.slice(Math.max(clause.from, bound.at.from - NEAR), bound.at.from)) ??
    periodOfMoney(text, bound, earlier)
  )
}

/** Farther back stands another statement. */
const NEAR = 600

/** 发表论文20篇以上（近5年） */
function windowBehind(text: string, bound: Framed, windows: readonly Window[]): string | null {
  const behind = windows.find(({ at }) => at.from > bound.at.to)
  if (behind === undefined) return null
  return /^[（(]?(?:最?近|过去)$/.test(text.slice(bound.at.to, behind.at.from)) ? behind.iso : null
}

function periodOfMoney(text: string, bound: Framed, earlier: readonly Framed[]): string | null {
  if (bound.quantity.kind !== 'money' || !bound.bare) return null
  const period = earlier.find(
    (other) =>
      other.bare &&
      other.quantity.unit === 'year' &&
      /期(?:为|是)?$/.test(text.slice(Math.max(0, other.at.from - 4), other.at.from)),
  )
  return period === undefined ? null : `P${period.value}Y`
}
