import type { Loaders } from './loaders.ts'

/** Gives the answer kept under the key, or makes it of what `load` reads: rows that are kept as long. */
export type Kept<L = Loaders> = <T>(key: string, make: (load: L) => Promise<T>) => Promise<T>

/** One of many columns takes tens of megabytes; what is asked again word for word is not asked here. */
const MOST_ANSWERS = 16
const MOST_TRIES = 4

/**
 * Keeps what is made of several questions, and the rows it was made of, for as long as the graph stays the same;
 * `generation` counts its writes. An answer during which the graph was written is made again, so that none is half of one
 * state and half of another.
 */
export function keptAnswers<L>(generation: () => Promise<number>, open: () => L): Kept<L> {
  let shelf: Shelf<L> = { generation: Number.NaN, load: open(), answers: new Map() }
  const shelfAt = (now: number): Shelf<L> => {
    if (shelf.generation !== now) shelf = { generation: now, load: open(), answers: new Map() }
    return shelf
  }
  return async <T>(key: string, make: (load: L) => Promise<T>): Promise<T> => {
    const now = await generation()
    const { answers } = shelfAt(now)
    const kept = answers.get(key)
    // Only this function puts answers in, under keys that name what they are.
    if (kept !== undefined) return kept as Promise<T>
    const made = settled({ make: (at) => make(shelfAt(at).load), generation, start: now })
    answers.set(key, made)
    made.catch(() => answers.delete(key))
    for (const oldest of answers.keys()) if (answers.size > MOST_ANSWERS) answers.delete(oldest)
    return made
  }
}

interface Shelf<L> {
  readonly generation: number
  readonly load: L
  readonly answers: Map<string, Promise<unknown>>
}

interface Making<T> {
  readonly make: (generation: number) => Promise<T>
  readonly generation: () => Promise<number>
  readonly start: number
}

/** Made while the graph stayed at one generation; where writes never pause, the last try has to do. */
async function settled<T>({ make, generation, start }: Making<T>): Promise<T> {
  let before = start
  for (let tries = 1; ; tries += 1) {
    const answer = await make(before)
    const after = await generation()
    if (after === before || tries === MOST_TRIES) return answer
    before = after
  }
}
