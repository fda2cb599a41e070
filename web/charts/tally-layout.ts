export interface Part<K extends string> {
  readonly kind: K
  readonly count: number
  /** Shares of the whole, 0 to 100. */
  readonly from: number
  readonly width: number
}

/** Counts as parts of one bar, in the order given; kinds without a count are left out. */
export function tally<K extends string>(counts: readonly (readonly [kind: K, count: number])[]): readonly Part<K>[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const parts: Part<K>[] = []
  let from = 0
  for (const [kind, count] of counts) {
    if (count === 0) continue
    const width = (count / total) * 100
    parts.push({ kind, count, from, width })
    from += width
  }
  return parts
}
