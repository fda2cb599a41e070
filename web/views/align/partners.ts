import { stemOf, type Titled } from '../compare/families.ts'
import { type Dated, versionDay } from '../names.ts'

/** What is needed of a held document to tell what it may be held against. */
export type Held = Titled & Dated

/** Why two documents belong side by side. */
export const TIES = ['version', 'parent', 'kin', 'other'] as const
export type Tie = (typeof TIES)[number]

export interface Partner<T extends Held> {
  readonly it: T
  readonly tie: Tie
}

/**
 * The other documents, those first that a reader of this one would hold it against: another version of the same text (the
 * nearest in time before it), the national text on its matter (as it was when this one was made), other places on its matter, then the rest as they stand.
 */
export function partnersOf<T extends Held>(of: T, held: readonly T[]): readonly Partner<T>[] {
  return held
    .filter(({ id }) => id !== of.id)
    .map((it) => ({ it, tie: tieOf(of, it) }))
    .sort((one, two) => TIES.indexOf(one.tie) - TIES.indexOf(two.tie) || distance(of, one) - distance(of, two))
}

/** Both sides when the address names one or none: the left one comes first in time or rank. */
export function sidesOf<T extends Held>(
  held: readonly T[],
  { left, right }: { readonly left: string; readonly right: string },
): { readonly left: string; readonly right: string } {
  if (left !== '' && right !== '') return { left, right }
  const known = held.find(({ id }) => id === (right || left))
  if (right !== '') return { right, left: known ? (partnersOf(known, held)[0]?.it.id ?? '') : firstOf(held, right) }
  const base = known ?? firstBase(held)
  const partners = base ? partnersOf(base, held) : []
  const below = partners.find(({ it, tie }) => tie === 'kin' || (tie === 'version' && base && isBefore(base, it)))
  return { left: left || (base?.id ?? ''), right: (below ?? partners[0])?.it.id ?? '' }
}

/** True where two documents are versions of one text. */
export function areVersions(one: Held, two: Held): boolean {
  return tieOf(one, two) === 'version'
}

/** The national text that most others are about, else the first. */
function firstBase<T extends Held>(held: readonly T[]): T | undefined {
  const counts = new Map<string, number>()
  for (const it of held) counts.set(matterOf(it), (counts.get(matterOf(it)) ?? 0) + 1)
  const national = held.filter(isNational)
  return national.sort((one, two) => (counts.get(matterOf(two)) ?? 0) - (counts.get(matterOf(one)) ?? 0))[0] ?? held[0]
}

function firstOf<T extends Held>(held: readonly T[], other: string): string {
  return held.find(({ id }) => id !== other)?.id ?? ''
}

const NOTES = /[（(][^（）()]*[）)]|[\s《》]|^中华人民共和国/g

function tieOf(of: Held, it: Held): Tie {
  const isSamePlace = of.jurisdiction.id === it.jurisdiction.id
  if (isSamePlace && bareTitle(of) === bareTitle(it)) return 'version'
  if (!isAlike(matterOf(of), matterOf(it))) return 'other'
  return isNational(it) && !isNational(of) ? 'parent' : 'kin'
}

function bareTitle({ title }: Held): string {
  return title.replace(NOTES, '')
}

/** What a title says without place and kind, and without what is said in brackets. */
function matterOf(it: Held): string {
  return stemOf({ ...it, title: bareTitle(it) })
}

function isNational({ jurisdiction }: Held): boolean {
  return jurisdiction.level === 'national'
}

/** Share of two-character words from which two titles are about one matter. */
const ALIKE = 0.65

function isAlike(one: string, two: string): boolean {
  if (one === two) return true
  const [a, b] = [pairsOf(one), pairsOf(two)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared > 0 && (2 * shared) / (a.size + b.size) >= ALIKE
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}

/** Of versions, also of the national text, the nearest before comes first, then the nearest after; others stay in order. */
function distance<T extends Held>(of: T, { it, tie }: Partner<T>): number {
  if (tie !== 'version' && tie !== 'parent') return 0
  const days = (dayOf(of) - dayOf(it)) / 86_400_000
  return days >= 0 ? days : 1e7 - days
}

function isBefore(one: Held, two: Held): boolean {
  return dayOf(one) < dayOf(two)
}

function dayOf(it: Held): number {
  return Date.parse(versionDay(it) || '1900-01-01')
}
