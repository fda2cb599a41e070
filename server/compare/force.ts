import type { Sentence } from '../model/comparison.ts'
import type { Strength } from '../model/facts.ts'
import type { Judgement } from './judgement.ts'
import type { Requirement } from './requirement.ts'

/** Rungs of the modality ladder; what only informs stands on no rung. */
const RUNGS = { must: 1, should: 2, encouraged: 3, informative: null } as const satisfies Record<
  Strength,
  number | null
>
const RUNG_NAMES: Readonly<Record<number, Sentence>> = {
  1: { zh: '必须', en: 'a duty' },
  2: { zh: '原则上', en: 'a duty in principle' },
  3: { zh: '鼓励', en: 'encouragement' },
}
/** Hedges that are a rung of their own. Any other (一般, 大约) is named and orders nothing. */
const IN_PRINCIPLE = new Set(['原则上', '原则'])

/**
 * Findings on how firmly an amount is asked for, under one measure: the modality ladder, and whether the applicant may
 * meet another amount instead.
 */
export function compareForce(left: readonly Requirement[], right: readonly Requirement[]): readonly Judgement[] {
  if (left.length === 0 || right.length === 0) return []
  return [compareRungs(rungOf(left), rungOf(right)), compareChoice(hasChoice(left), hasChoice(right))].filter(
    (finding) => finding !== null,
  )
}

function compareRungs(left: number | null, right: number | null): Judgement | null {
  if (left === null || right === null || left === right) return null
  const [from, to] = [RUNG_NAMES[left], RUNG_NAMES[right]]
  if (!from || !to) return null
  return {
    relation: right > left ? 'LOOSER' : 'STRICTER',
    reason: { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` },
  }
}

function rungOf(side: readonly Requirement[]): number | null {
  const rungs = side.map(({ threshold }) => {
    const rung = RUNGS[threshold.strength]
    return rung === 1 && IN_PRINCIPLE.has(threshold.hedge ?? '') ? 2 : rung
  })
  return rungs.reduce((best, rung) => (best === null || (rung !== null && rung < best) ? rung : best), null)
}

function hasChoice(side: readonly Requirement[]): boolean {
  return side.every(({ threshold }) => threshold.alternativeGroup !== null)
}

function compareChoice(left: boolean, right: boolean): Judgement | null {
  if (left === right) return null
  return right
    ? { relation: 'LOOSER', reason: { zh: '可由另一项代替', en: 'another requirement may be met instead' } }
    : { relation: 'STRICTER', reason: { zh: '不能由另一项代替', en: 'no other requirement may be met instead' } }
}

/** 去掉“一般” where only one side hedges; null where both or neither do. */
export function hedgeNote(left: readonly Requirement[], right: readonly Requirement[]): Sentence | null {
  const [there, here] = [hedgeOf(left), hedgeOf(right)]
  if (there === here) return null
  if (here === null) return { zh: `去掉“${there}”`, en: `without the hedge “${there}”` }
  if (there === null) return { zh: `加上“${here}”`, en: `with the hedge “${here}”` }
  return { zh: `“${there}”改为“${here}”`, en: `“${there}” becomes “${here}”` }
}

function hedgeOf(side: readonly Requirement[]): string | null {
  return side.find(({ threshold }) => threshold.hedge !== null)?.threshold.hedge ?? null
}
