import type { ComparedInstrument } from '../model/comparison.ts'
import { planRows, type Entry, type RowPlan } from './rows.ts'
import type { RowTerms } from './slots.ts'

/** Of so many sets of texts the rows are kept. */
const MOST_SETS = 8

const KEPT = new WeakMap<object, Map<string, readonly RowPlan[]>>()

/**
 * `planRows`, worked out once for the same texts: order, base and filters of a comparison have no say in the rows.
 * Texts without a hash are not kept, for nothing tells when they change.
 */
export function keptPlans(instruments: readonly ComparedInstrument[], terms: RowTerms): readonly RowPlan[] {
  if (instruments.some(({ hash }) => !hash)) return planRows(instruments, terms)
  const kept = KEPT.get(terms.metrics) ?? new Map<string, readonly RowPlan[]>()
  KEPT.set(terms.metrics, kept)
  const sorted = [...instruments].sort((one, two) => (one.id < two.id ? -1 : 1))
  const key = JSON.stringify(sorted.map(({ id, hash, name, ownNames }) => [id, hash, name, ownNames]))
  const plans = kept.get(key) ?? planRows(sorted, terms)
  kept.delete(key)
  kept.set(key, plans)
  for (const oldest of kept.keys()) if (kept.size > MOST_SETS) kept.delete(oldest)
  const places = instruments.map((instrument) => sorted.indexOf(instrument))
  return plans.map((plan) => ({ ...plan, entries: places.map((at) => plan.entries[at] ?? NOTHING) }))
}

const NOTHING: Entry = { thresholds: [], marks: [], around: [], sequels: [] }
