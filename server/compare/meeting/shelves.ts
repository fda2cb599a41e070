import type { ComparedInstrument } from '../../model/comparison.ts'
import { mattersOf, type Reading } from './matters.ts'
import { pairsOf, shelfOf, type Pair, type Shelf } from './pairs.ts'

/** Of so many texts the matters are kept. */
const MOST_SHELVES = 300

interface Kept {
  readonly byHash: Map<string, Shelf>
  readonly byInstrument: WeakMap<ComparedInstrument, Shelf>
}

const KEPT = new WeakMap<object, Kept>()

/**
 * The matters of a text, worked out once: they depend on the text and the vocabulary alone. Kept under the hash of the
 * instrument, or with the instrument itself where it has none; `vocabulary` is what `reading` is made of.
 */
export function keptShelf(instrument: ComparedInstrument, reading: Reading, vocabulary: object): Shelf {
  const kept = KEPT.get(vocabulary) ?? { byHash: new Map<string, Shelf>(), byInstrument: new WeakMap() }
  KEPT.set(vocabulary, kept)
  const { id, hash, ownNames = [] } = instrument
  if (!hash) {
    const shelf = kept.byInstrument.get(instrument) ?? shelfOf(mattersOf(instrument, reading))
    kept.byInstrument.set(instrument, shelf)
    return shelf
  }
  const key = [id, hash, ...ownNames].join(' ')
  const shelf = kept.byHash.get(key) ?? shelfOf(mattersOf(instrument, reading))
  kept.byHash.delete(key)
  kept.byHash.set(key, shelf)
  for (const oldest of kept.byHash.keys()) if (kept.byHash.size > MOST_SHELVES) kept.byHash.delete(oldest)
  return shelf
}

const PAIRS = new WeakMap<Shelf, WeakMap<Shelf, readonly Pair[]>>()

/** What two texts share, worked out once: nothing but the two of them has a say in it. */
export function keptPairs(one: Shelf, two: Shelf): readonly Pair[] {
  const known = PAIRS.get(one) ?? new WeakMap<Shelf, readonly Pair[]>()
  PAIRS.set(one, known)
  const pairs = known.get(two) ?? pairsOf(one, two)
  known.set(two, pairs)
  return pairs
}
