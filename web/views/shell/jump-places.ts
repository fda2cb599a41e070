/** Somewhere to jump to. */
export interface Place<T> {
  readonly kind: 'page' | 'instrument' | 'provision' | 'search'
  readonly text: string
  readonly detail: string
  readonly to: T
}

/** Places that hold every word of the query, those that begin with it first; without a query, pages and instruments. */
export function bestMatches<T>(places: readonly Place<T>[], query: string, most: number): readonly Place<T>[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return places.filter(({ kind }) => kind !== 'provision').slice(0, most)
  return places
    .map((place) => ({ place, rank: rankOf(place, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ place }) => place)
}

const KIND_RANK = { page: 3, instrument: 2, provision: 0, search: 0 } as const

function rankOf<T>(place: Place<T>, words: readonly string[]): number {
  const text = `${place.detail} ${place.text}`.toLowerCase()
  if (!words.every((word) => text.includes(word))) return 0
  const [first = ''] = words
  const begins = place.text.toLowerCase().startsWith(first) ? 2 : 0
  return 1 + begins + KIND_RANK[place.kind] + 1 / (1 + place.text.length)
}
