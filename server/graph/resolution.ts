import { createHash } from 'node:crypto'
import { bareTitle } from './titles.ts'

/** The words by which a text names another document. */
export interface Naming {
  readonly title: string
  readonly titleKey: string
  readonly numberKey: string | null
}

export interface HeldDocument {
  readonly id: string
  readonly titleKey: string
  readonly numberKey: string | null
}

/** A document that is cited and not held. */
export interface Ghost {
  readonly id: string
  readonly title: string
  readonly titleKey: string
  readonly numberKey: string | null
}

export interface Resolved {
  readonly target: string
  /** How many documents fit the words; the target is a ghost unless exactly one held document fits. */
  readonly candidates: number
  readonly ghost: Ghost | null
}

/**
 * The document that each naming means; depends on the set of namings and held documents, never on their order.
 * A 文号 decides; a title without one takes the only 文号 that other texts give with it, then a held document of that
 * title, unless several fit: a wrong target is worse than none. What is not held becomes one ghost per document.
 */
export function resolveMentions<N extends Naming>(
  namings: readonly N[],
  held: readonly HeldDocument[],
): ReadonlyMap<N, Resolved> {
  const numbers = index(
    namings,
    ({ titleKey }) => titleKey,
    ({ numberKey }) => numberKey,
  )
  const titles = index(
    namings,
    ({ numberKey }) => numberKey,
    ({ titleKey }) => titleKey,
  )
  const spellings = index(
    namings,
    ({ titleKey }) => titleKey,
    ({ title }) => bareTitle(title),
  )
  return new Map(namings.map((naming) => [naming, resolve(naming)]))

  function resolve(naming: N): Resolved {
    const own = numbers.get(naming.titleKey) ?? []
    const number = naming.numberKey ?? (naming.titleKey !== '' && own.length === 1 ? (own[0] ?? null) : null)
    const fitting = candidatesFor({ ...naming, numberKey: number }, held)
    const only = fitting.length === 1 ? fitting[0] : undefined
    if (only) return { target: only.id, candidates: 1, ghost: null }
    const ghost = number === null ? ghostOfTitle(naming.titleKey) : ghostOfNumber(number)
    const unclear = number === null && own.length > 1 ? own.length : 1
    return { target: ghost.id, candidates: Math.max(fitting.length, unclear), ghost }
  }

  /** Spellings under one 文号 are one document, known by its fullest title. */
  function ghostOfNumber(number: string): Ghost {
    const canon = fullest(titles.get(number) ?? [])
    const alone = (numbers.get(canon) ?? []).length === 1 && canon !== ''
    return { id: ghostId(alone ? canon : `${canon}|${number}`), ...named(canon, number) }
  }

  function ghostOfTitle(titleKey: string): Ghost {
    return { id: ghostId(titleKey), ...named(titleKey, null) }
  }

  function named(titleKey: string, numberKey: string | null): Omit<Ghost, 'id'> {
    return { title: fullest(spellings.get(titleKey) ?? []) || (numberKey ?? ''), titleKey, numberKey }
  }
}

function candidatesFor(naming: Omit<Naming, 'title'>, held: readonly HeldDocument[]): readonly HeldDocument[] {
  const sameTitle = held.filter(({ titleKey }) => titleKey !== '' && titleKey === naming.titleKey)
  if (naming.numberKey === null) return sameTitle
  const sameNumber = held.filter(({ numberKey }) => numberKey === naming.numberKey)
  // One 文号 may issue several texts: among them the title decides.
  if (sameNumber.length > 1)
    return only(
      sameNumber.filter(({ titleKey }) => titleKey === naming.titleKey),
      sameNumber,
    )
  return sameNumber.length === 1 ? sameNumber : sameTitle.filter(({ numberKey }) => numberKey === null)
}

function only<T>(preferred: readonly T[], all: readonly T[]): readonly T[] {
  return preferred.length > 0 ? preferred : all
}

/** The longest, then the first in code order: the same whatever the order of the list. */
function fullest(texts: readonly string[]): string {
  return texts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ''
}

function ghostId(key: string): string {
  return `ghost-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}

/** Distinct values per key; nulls and empty keys are left out. */
function index<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
  valueOf: (item: T) => string | null,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const item of items) {
    const [key, value] = [keyOf(item), valueOf(item)]
    if (key === null || value === null) continue
    const values = found.get(key) ?? []
    if (!values.includes(value)) values.push(value)
    found.set(key, values)
  }
  return found
}
