import { besides, changed, gone, type Sides } from './bound-words.ts'
import { binding, type Bound, isNear, LOWER, order, UPPER } from './ends.ts'
import { compareExact, isExact } from './exact.ts'
import type { Judgement } from './judgement.ts'
import type { Requirement } from './requirement.ts'

/**
 * Findings on what is demanded in one situation, under one measure: the binding lower bound, the binding upper bound and
 * the exact values. A range is a lower and an upper bound. A side without a bound asks for nothing there. `sides` are all
 * situations, to tell narrowing.
 */
export function compareDemands(
  left: readonly Requirement[],
  right: readonly Requirement[],
  sides: Sides,
): readonly Judgement[] {
  const exact = compareExact(left, right, sides)
  if (exact && left.some(isExact) !== right.some(isExact)) return [exact]
  return [
    compareBound(binding(left, LOWER), binding(right, LOWER), sides),
    compareBound(binding(left, UPPER), binding(right, UPPER), sides),
    exact,
  ].filter((finding) => finding !== null)
}

function compareBound(left: Bound | null, right: Bound | null, sides: Sides): Judgement | null {
  if (!left && !right) return null
  if (!right) return left && gone(left, sides)
  if (!left) return besides(right, sides)
  const gap = order(right, left)
  if (gap === 0) return null
  return { relation: gap > 0 ? 'STRICTER' : 'LOOSER', reason: changed(left, right, isNear(left.weight, right.weight)) }
}
