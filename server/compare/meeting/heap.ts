export interface Heap<T> {
  readonly push: (thing: T) => void
  /** Takes the first thing out; undefined when none is left. */
  readonly pop: () => T | undefined
}

/** A binary heap: the thing that stands before all others comes out first. */
export function heapOf<T>(things: readonly T[], isBefore: (one: T, two: T) => boolean): Heap<T> {
  const heap = [...things].sort((one, two) => (isBefore(one, two) ? -1 : 1))
  const goesBefore = (at: number, other: number) => {
    const [one, two] = [heap[at], heap[other]]
    return one !== undefined && (two === undefined || isBefore(one, two))
  }
  const swap = (at: number, other: number) => {
    const [one, two] = [heap[at], heap[other]]
    if (one !== undefined && two !== undefined) [heap[at], heap[other]] = [two, one]
  }
  const rise = (at: number): void => {
    const up = (at - 1) >> 1
    if (at === 0 || !goesBefore(at, up)) return
    swap(at, up)
    rise(up)
  }
  const sink = (at: number): void => {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const child = goesBefore(right, left) ? right : left
    if (!goesBefore(child, at)) return
    swap(at, child)
    sink(child)
  }
  return {
    push: (thing) => {
      heap.push(thing)
      rise(heap.length - 1)
    },
    pop: () => {
      const [top] = heap
      const last = heap.pop()
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last
        sink(0)
      }
      return top
    },
  }
}
