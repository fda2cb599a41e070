/** How many answers are kept before all are forgotten: a few megabytes of clauses. */
const MOST = 10_000

/** The same function, which answers at once for words that it was asked about before: clauses are asked about by roles, by norms and by steps. */
export function remembered<T>(find: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>()
  return (words) => {
    const before = known.get(words)
    if (before !== undefined) return before
    const found = find(words)
    if (known.size >= MOST) known.clear()
    known.set(words, found)
    return found
  }
}
