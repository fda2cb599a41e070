import { scaleLinear } from 'd3'

/** Values over which something stays the same; `to` is null for no end. An end that does not count belongs to the next. */
export interface Stretch<T> {
  readonly from: number
  readonly to: number | null
  readonly fromCounts: boolean
  readonly toCounts: boolean
  readonly verdict: T
}

export interface StepBar<T> {
  readonly x0: number
  readonly x1: number
  readonly stretch: Stretch<T>
  /** A single value, drawn as wide as can be seen. */
  readonly point: boolean
}

export interface Steps<T> {
  readonly rows: readonly (readonly StepBar<T>[])[]
  /** Values at which any row turns, in order, each once. */
  readonly turns: readonly { readonly value: number; readonly x: number }[]
  /** The largest value that is drawn. */
  readonly max: number
  readonly x: (value: number) => number
}

/** A single value is drawn this wide. */
const POINT = 3
/** Room behind the last turn, as a share of it. */
const BEYOND = 0.4

/**
 * Rows of stretches over one axis that begins at zero and ends a little behind the last turn or the present value, but not
 * beyond `most`. Lengths in pixels.
 * @example steps([stretches], { now: 99, most: null, width: 600, pad: 8 }).turns // [{ value: 100, x: … }]
 */
export function steps<T>(
  rows: readonly (readonly Stretch<T>[])[],
  { now, most, width, pad = 8 }: { now: number | null; most: number | null; width: number; pad?: number },
): Steps<T> {
  const values = [...new Set(rows.flat().map(({ from }) => from))].filter((value) => value > 0).sort((a, b) => a - b)
  const last = Math.max(values.at(-1) ?? 0, now ?? 0)
  const wide = last === 0 ? (most ?? 1) : last * (1 + BEYOND)
  const max = most !== null && most >= last ? Math.min(wide, most) : wide
  const scale = scaleLinear([0, max], [pad, width - pad])
  const x = (value: number): number => scale(Math.min(value, max))
  return {
    rows: rows.map((stretches) => stretches.filter(({ from }) => from <= max).map((stretch) => barOf(stretch, x, max))),
    turns: values.filter((value) => value <= max).map((value) => ({ value, x: x(value) })),
    max,
    x,
  }
}

function barOf<T>(stretch: Stretch<T>, x: (value: number) => number, max: number): StepBar<T> {
  const [x0, x1] = [x(stretch.from), x(stretch.to ?? max)]
  const point = stretch.to === stretch.from
  return point ? { x0: x0 - POINT / 2, x1: x0 + POINT / 2, stretch, point } : { x0, x1, stretch, point }
}

/** What holds at one value; null where no stretch holds it. */
export function heldAt<T>(stretches: readonly Stretch<T>[], value: number): T | null {
  const found = stretches.find(
    ({ from, to, fromCounts, toCounts }) =>
      (value > from || (fromCounts && value === from)) && (to === null || value < to || (toCounts && value === to)),
  )
  return found?.verdict ?? null
}
