import { boundAfter, boundBefore } from '../grammar/comparators.ts'
import { NOTHING, single, stretch } from './frame.ts'
import type { Place, Placed, Reading } from './frame.ts'

/** 国家级项目1项或省级项目3项以上 · 五个、七个工作日内: the comparison behind the last holds for all. */
export function readSharedBound({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const last = lastOfRun(text, quantities, index)
  const next = quantities[index + 1]
  const after = last === undefined ? null : boundAfter(text, last)
  if (after === null || next === undefined) return null
  // 一个或者一个以上 says one thing twice.
  if (quantity.value === next.value && quantity.unit === next.unit) return NOTHING
  return { frame: { ...single(quantity, after.comparator, stretch(quantity)), bare: false }, used: 1 }
}

const JOINED = /^(?:或者?|及|、|和)[^，。；：]{0,20}$/
/** Periods are joined only one right behind the other: 三年、五年以上 but not 三年后一年内. */
const JOINED_PERIOD = /^(?:或者?|、|和)[男女]?(?:性)?$/

/** Longer runs are tables, not sentences; the bound keeps reading linear. */
const LONGEST_RUN = 12

/** The last of the quantities that 或 and 、 join to the one at `index`; undefined when none is joined. */
function lastOfRun(text: string, quantities: readonly Placed[], index: number): Placed | undefined {
  let last: Placed | undefined
  for (let at = index; at + 1 < Math.min(quantities.length, index + LONGEST_RUN); at++) {
    const [left, right] = [quantities[at], quantities[at + 1]]
    if (left === undefined || right === undefined || left.kind !== right.kind) break
    const gap = text.slice(left.end, right.start)
    if (!(left.kind === 'period' ? JOINED_PERIOD : JOINED).test(gap)) break
    last = right
  }
  return last
}

const CARRIES_ON = /^(?:或者?|和|、)[^，。；：]{0,25}$/
/** 至少1名教师和1名医生 */
const JOINS = /^[^，。；：]{1,20}(?:和|及|以及)$/
/** 省级奖励2项以上，或国家级奖励1项 */
const OR_ELSE = /^以上[^，。；：]{0,20}，?或者?[^，。；：]{0,20}$/

/** 不低于甲的百分之七十或者乙的百分之五十: the comparison in front of the first holds for the second. */
export function readCarriedBound({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const previous = quantities[index - 1]
  if (previous === undefined || previous.kind !== quantity.kind || quantity.kind === 'period') return null
  const gap = text.slice(previous.end, quantity.start)
  const before =
    CARRIES_ON.test(gap) || (JOINS.test(gap) && previous.unit === quantity.unit) ? boundBefore(text, previous) : null
  const carried = before ?? (OR_ELSE.test(gap) && previous.unit === quantity.unit ? boundAfter(text, previous) : null)
  if (carried === null) return null
  return { frame: { ...single(quantity, carried.comparator, stretch(quantity)), bare: false }, used: 1 }
}
