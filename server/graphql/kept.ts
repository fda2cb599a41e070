/** Gives the answer kept under the key, or makes it. */
export type Kept = <T>(key: string, make: () => Promise<T>) => Promise<T>

const MOST_ANSWERS = 64
const MOST_TRIES = 4

/**
 * Keeps what is made of several questions for as long as the graph stays the same; `generation` counts its writes.
 * An answer during which the graph was written is made again, so that none is half of one state and half of another.
 */
export function keptAnswers(generation: () => Promise<number>): Kept {
  const answers = new Map<string, Promise<unknown>>()
  let current: number | undefined
  return async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const now = await generation()
    if (now !== current) answers.clear()
    current = now
    const kept = answers.get(key)
    // Only this function puts answers in, under keys that name what they are.
    if (kept !== undefined) return kept as Promise<T>
    const made = settled(make, generation, now)
    answers.set(key, made)
    made.catch(() => answers.delete(key))
    for (const oldest of answers.keys()) if (answers.size > MOST_ANSWERS) answers.delete(oldest)
    return made
  }
}

/** Made while the graph stayed at one generation; where writes never pause, the last try has to do. */
async function settled<T>(make: () => Promise<T>, generation: () => Promise<number>, start: number): Promise<T> {
  let before = start
  for (let tries = 1; ; tries += 1) {
    const answer = await make()
    const after = await generation()
    if (after === before || tries === MOST_TRIES) return answer
    before = after
  }
}
