import type { Sentence } from '../model/comparison.ts'
import type { Strength } from '../model/facts.ts'
import { amountKey } from './exact.ts'
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

/** The requirements of a side by the rung they stand on, the firmest first; what a firmer one says already is left out. */
export function byForce(side: readonly Requirement[]): readonly (readonly Requirement[])[] {
  const rungs = [...new Set(side.map(rungOf))].sort((one, two) => (one ?? Infinity) - (two ?? Infinity))
  const groups = rungs.map((rung) => side.filter((requirement) => rungOf(requirement) === rung))
  const said = new Set<string>()
  return groups
    .map((group) => {
      const news = group.filter((one) => !said.has(amountKey(one)))
      for (const one of group) said.add(amountKey(one))
      return news
    })
    .filter((group) => group.length > 0)
}

function rungOf({ threshold: { strength, hedge } }: Requirement): number | null {
  const rung = RUNGS[strength]
  return rung === 1 && IN_PRINCIPLE.has(hedge ?? '') ? 2 : rung
}

/** The step on the ladder between two groups of one rung each: 必须 → 鼓励 is LOOSER. */
export function compareRungs(left: readonly Requirement[], right: readonly Requirement[]): Judgement | null {
  const [one, two] = [left[0] && rungOf(left[0]), right[0] && rungOf(right[0])]
  if (!one || !two || one === two) return null
  const [from, to] = [RUNG_NAMES[one], RUNG_NAMES[two]]
  if (!from || !to) return null
  return {
    relation: two > one ? 'LOOSER' : 'STRICTER',
    reason: { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` },
  }
}

/** Whether another requirement may be met instead: looser where one side alone lets it. */
export function compareChoice(left: readonly Requirement[], right: readonly Requirement[]): Judgement | null {
  if (left.length === 0 || right.length === 0) return null
  const [there, here] = [hasChoice(left), hasChoice(right)]
  if (there === here) return null
  return here
    ? { relation: 'LOOSER', reason: { zh: '可由另一项代替', en: 'another requirement may be met instead' } }
    : { relation: 'STRICTER', reason: { zh: '不能由另一项代替', en: 'no other requirement may be met instead' } }
}

/** Alternatives under one measure are no way out of it. */
function hasChoice(side: readonly Requirement[]): boolean {
  const groups = side.map(({ threshold }) => threshold.alternativeGroup)
  return groups.every((group, at) => group !== null && !groups.includes(group, at + 1) && groups.indexOf(group) === at)
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
