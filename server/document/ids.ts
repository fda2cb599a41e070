import type { Label } from '../grammar/labels.ts'
import type { ProvisionKind } from '../model/document.ts'

const NAMES = {
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para',
  item: 'item',
  subitem: 'subitem',
  outline1: 'lvl',
  outline2: 'lvl',
  outline3: 'lvl',
  outline4: 'lvl',
  annex: 'annex',
  other: 'hcontainer',
} as const satisfies Record<ProvisionKind, string>

interface Named {
  readonly kind: ProvisionKind
  readonly number: number | null
  readonly suffix?: Label['suffix']
}

/**
 * Gives every node its eId in the Akoma Ntoso manner: its own name and number below its parent's. A number that repeats
 * gets -2, -3 …, so that ids stay unique; nodes without a number are counted.
 * @example idGiver()({ kind: 'item', number: 2 }, 'chp_2__art_10__para_1') // chp_2__art_10__para_1__item_2
 */
export function idGiver(): (node: Named, parent: string | null) => string {
  const used = new Map<string, number>()
  const counts = new Map<string, number>()
  return ({ kind, number, suffix = null }, parent) => {
    const place = `${parent === null ? '' : `${parent}__`}${NAMES[kind]}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    const id = `${place}_${number ?? count}${suffix === null ? '' : `_${suffix}`}`
    const repeats = (used.get(id) ?? 0) + 1
    used.set(id, repeats)
    return repeats === 1 ? id : `${id}-${repeats}`
  }
}
