/** Numbers of one measurement, taken several times in one run. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** `spreadOf([3, 1, 2])` is `{ median: 2, min: 1, max: 3 }`. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 50), min: Math.min(...values), max: Math.max(...values) }
}

/** The value that `share` percent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, two) => one - two)
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The work again and again, one after the other. */
export async function repeated(runs: number, work: () => Promise<number>): Promise<readonly number[]> {
  const values: number[] = []
  while (values.length < runs) values.push(await work())
  return values
}
