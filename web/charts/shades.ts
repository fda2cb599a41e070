/** One shade of a legend: every value from `low` to `high`, both included, has it. */
export interface Shade {
  readonly step: number
  readonly low: number
  readonly high: number
}

/**
 * The values parted into at most `most` shades, from the lowest to the highest: few values have one each, many are parted so
 * that each shade has about as many. A shade never parts equal values.
 * @example shadesOf([10, 30, 30, 20]) // 10, 20 and 30, a shade each
 */
export function shadesOf(values: readonly number[], most = 5): readonly Shade[] {
  const sorted = [...values].sort((one, two) => one - two)
  const distinct = [...new Set(sorted)]
  const groups = distinct.length <= most ? distinct.map((value) => [value]) : inParts(sorted, most)
  return groups.map((group, step) => ({ step, low: group[0] ?? 0, high: group.at(-1) ?? 0 }))
}

/** The step of a value; null outside all shades. */
export function stepOf(value: number, shades: readonly Shade[]): number | null {
  return shades.find(({ low, high }) => low <= value && value <= high)?.step ?? null
}

function inParts(sorted: readonly number[], most: number): readonly (readonly number[])[] {
  const parts: number[][] = []
  for (const [at, value] of sorted.entries()) {
    const last = parts.at(-1)
    const isFull = at >= (parts.length * sorted.length) / most
    if (last === undefined || (isFull && last.at(-1) !== value)) parts.push([value])
    else last.push(value)
  }
  return parts
}
