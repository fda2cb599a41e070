import { heapOf } from './heap.ts'

/** Two things, by number with the lower one first, and how alike they are. */
export interface Edge {
  readonly one: number
  readonly two: number
  readonly likeness: number
}

/** Two things of one owner are two things, unless they are at least so much alike on the mean. */
const TWINS = 0.6

/**
 * Groups of things such that the mean likeness of all pairs across the parts that made a group is at least `least`
 * (average linkage): a chain of neighbours does not draw unlike ones together. `owners` names the text of each thing.
 * Things without an edge are not alike at all. The best pair goes first, equal ones in the order of the things, so
 * neither the order of the edges nor things without edges change anything.
 */
export function clustersOf(
  owners: readonly string[],
  edges: readonly Edge[],
  least: number,
): readonly (readonly number[])[] {
  const groups = new Map(owners.map((_, at) => [at, [at] as readonly number[]]))
  const isOwn = ({ one, two }: Edge) => owners[one] === owners[two]
  const sums = sumsOf(owners, edges)
  const ownSums = sumsOf(owners, edges.filter(isOwn))
  const mean = (one: number, two: number) => {
    const [here, there] = [groups.get(one) ?? [], groups.get(two) ?? []]
    const shared = sharedOwners(here, there, owners)
    if (shared > 0 && (ownSums[one]?.get(two) ?? 0) < TWINS * shared) return 0
    return (sums[one]?.get(two) ?? 0) / (here.length * there.length)
  }
  const queue = heapOf(
    edges.map((edge) => ({ ...edge, likeness: mean(edge.one, edge.two) })).filter(isEnough),
    isBefore,
  )
  function isEnough({ likeness }: Edge): boolean {
    return likeness >= least
  }
  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const { one, two, likeness } = best
    const [here, there] = [groups.get(one), groups.get(two)]
    if (!here || !there || Math.abs(mean(one, two) - likeness) > 1e-9) continue
    groups.set(one, [...here, ...there])
    groups.delete(two)
    merged(ownSums, one, two)
    for (const next of merged(sums, one, two)) {
      const edge = { one: Math.min(one, next), two: Math.max(one, next), likeness: mean(one, next) }
      if (isEnough(edge)) queue.push(edge)
    }
  }
  return [...groups.values()]
}

function sumsOf(owners: readonly string[], edges: readonly Edge[]): readonly Map<number, number>[] {
  const sums = owners.map(() => new Map<number, number>())
  for (const { one, two, likeness } of edges) {
    sums[one]?.set(two, likeness)
    sums[two]?.set(one, likeness)
  }
  return sums
}

function sharedOwners(here: readonly number[], there: readonly number[], owners: readonly string[]): number {
  let shared = 0
  for (const one of here) for (const two of there) if (owners[one] === owners[two]) shared += 1
  return shared
}

/** Makes `two` part of `one`; returns the neighbours of both. */
function merged(sums: readonly Map<number, number>[], one: number, two: number): readonly number[] {
  const [into, from] = [sums[one] ?? new Map<number, number>(), sums[two] ?? new Map<number, number>()]
  for (const [next, sum] of from) {
    sums[next]?.delete(two)
    if (next === one) continue
    const total = sum + (into.get(next) ?? 0)
    into.set(next, total)
    sums[next]?.set(one, total)
  }
  from.clear()
  return [...into.keys()]
}

function isBefore(one: Edge, two: Edge): boolean {
  if (one.likeness !== two.likeness) return one.likeness > two.likeness
  return one.one !== two.one ? one.one < two.one : one.two < two.two
}
