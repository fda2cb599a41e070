import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Correction, Fields } from './format.ts'
import { invalid, NEEDLESS, SEVERAL_FACTS, type Trouble, WITHOUT_FACT } from './outcome.ts'

/** How well a fact fits the words of a correction: it has just these, it shares some, none. */
export type Fit = 'exact' | 'near' | null

export interface ListOptions<F> {
  readonly facts: readonly F[]
  readonly correction: Correction
  readonly fit: (fact: F) => Fit
  /** The whole fact: the fields as they were, with those that the correction gives; place and rule are filled in. */
  readonly made: (before: F | null, given: Fields) => Fields
  /** The form of the whole fact. */
  readonly type: z.ZodType<F>
  /** True when the first stands after the second in the text. */
  readonly after: (one: F, other: F) => boolean
}

/** A changed list; `from[i]` is the former index of fact `i`, null for one that was added. */
export interface Changed<F> {
  readonly facts: readonly F[]
  readonly from: readonly (number | null)[]
}

/** The list with the correction carried out: one fact changed, dropped or added. */
export function changedList<F>(options: ListOptions<F>): Changed<F> | Trouble {
  const { correction, facts } = options
  if (correction.add) return added(options, correction.add)
  const found = pick(options)
  if (found === 'several') return SEVERAL_FACTS
  if (correction.drop) return found === null ? NEEDLESS : without(facts, found)
  return found === null ? WITHOUT_FACT : replaced(options, found, correction.set ?? {})
}

/** The index of the fact that is meant: the one with just these words, else the only one that shares some. */
function pick<F>({ facts, correction, fit }: ListOptions<F>): number | 'several' | null {
  const fits = facts.map((fact) => (holds(fact, correction.where ?? {}) ? fit(fact) : null))
  for (const wanted of ['exact', 'near'] as const) {
    const found = fits.flatMap((one, index) => (one === wanted ? [index] : []))
    if (found.length > 1) return 'several'
    if (found[0] !== undefined) return found[0]
  }
  return null
}

function without<F>(facts: readonly F[], index: number): Changed<F> {
  const from = facts.flatMap((_, at) => (at === index ? [] : [at]))
  return { facts: facts.toSpliced(index, 1), from }
}

function replaced<F>(options: ListOptions<F>, index: number, given: Fields): Changed<F> | Trouble {
  const { facts, made, type } = options
  const before = facts[index] ?? null
  const fields = made(before, given)
  if (before !== null && holds(before, fields, ['rule'])) return NEEDLESS
  const { data, error } = type.safeParse(fields)
  if (error) return invalid(`gives no whole fact: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`)
  return inserted(options, without(facts, index), { fact: data, from: index })
}

function added<F>(options: ListOptions<F>, given: Fields): Changed<F> | Trouble {
  const { facts, made, type } = options
  const fields = made(null, given)
  if (facts.some((fact) => holds(fact, fields, ['rule']))) return NEEDLESS
  const { data, error } = type.safeParse(fields)
  if (error) return invalid(`gives no whole fact: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`)
  return inserted(options, { facts, from: facts.map((_, at) => at) }, { fact: data, from: null })
}

/** Facts stand in text order; one that is put in goes before the first that stands after it. */
function inserted<F>(
  { after }: ListOptions<F>,
  { facts, from }: Changed<F>,
  one: { readonly fact: F; readonly from: number | null },
): Changed<F> {
  const next = facts.findIndex((fact) => after(fact, one.fact))
  const at = next === -1 ? facts.length : next
  return { facts: facts.toSpliced(at, 0, one.fact), from: from.toSpliced(at, 0, one.from) }
}

/** Whether a fact has these fields, leaving some aside. */
export function holds(fact: unknown, fields: Fields, aside: readonly string[] = []): boolean {
  const own = new Map(Object.entries(fact ?? {}))
  return Object.entries(fields).every(([key, value]) => aside.includes(key) || isDeepStrictEqual(own.get(key), value))
}
