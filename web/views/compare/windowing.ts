/** A run of items, half-open. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Where each item begins, and at the end where the last one stops. */
export function offsetsOf(sizes: readonly number[]): readonly number[] {
  const offsets = [0]
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size)
  return offsets
}

export interface View {
  readonly start: number
  readonly size: number
  /** What is kept ready on either side, in pixels. */
  readonly margin: number
  /** Items come and go in blocks of so many, so that not every pixel of a scroll makes work. */
  readonly block: number
}

/**
 * The items that a view needs.
 * @example visible(offsetsOf([10, 10, 10, 10]), { start: 12, size: 5, margin: 0, block: 1 }) // { from: 1, to: 2 }
 */
export function visible(offsets: readonly number[], { start, size, margin, block }: View): Range {
  const count = offsets.length - 1
  const first = indexAt(offsets, start - margin)
  const last = indexAt(offsets, start + size + margin)
  return {
    from: Math.max(0, first - (first % block)),
    to: Math.min(count, last - (last % block) + block),
  }
}

/** The item that holds a position; the first or last one for positions outside. */
function indexAt(offsets: readonly number[], position: number): number {
  let [low, high] = [0, offsets.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** How far a view must be scrolled so that an item is whole in it; the present place when it is. */
export function scrolledTo(
  range: { readonly start: number; readonly end: number },
  view: Pick<View, 'start' | 'size'>,
): number {
  if (range.start < view.start) return range.start
  if (range.end > view.start + view.size) return Math.max(0, Math.min(range.start, range.end - view.size))
  return view.start
}
