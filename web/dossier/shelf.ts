import type { Pin } from './pin.ts'

/** The pins in the order that the person gave them. Every change gives a new shelf; none of them throws. */
export type Shelf = readonly Pin[]

export function add(shelf: Shelf, pin: Pin): Shelf {
  return shelf.some(({ id }) => id === pin.id) ? shelf : [...shelf, pin]
}

export function remove(shelf: Shelf, id: string): Shelf {
  return shelf.filter((pin) => pin.id !== id)
}

/** Puts removed pins back where they stood: each behind the nearest neighbour that is still there. */
export function restore(shelf: Shelf, before: Shelf): Shelf {
  const here = new Set(shelf.map(({ id }) => id))
  const back = before.filter(({ id }) => !here.has(id))
  return back.reduce((now, pin) => {
    const earlier = before.slice(0, before.indexOf(pin)).map(({ id }) => id)
    const at = now.findLastIndex(({ id }) => earlier.includes(id)) + 1
    return [...now.slice(0, at), pin, ...now.slice(at)]
  }, shelf)
}

/** Moves a pin to the place of another, which makes room for it; nothing happens when one is not there. */
export function moveTo(shelf: Shelf, id: string, target: string): Shelf {
  const from = shelf.findIndex((pin) => pin.id === id)
  const to = shelf.findIndex((pin) => pin.id === target)
  const moved = shelf[from]
  if (moved === undefined || to === -1 || from === to) return shelf
  const rest = shelf.filter((pin) => pin !== moved)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

export function edit(shelf: Shelf, id: string, change: Partial<Pick<Pin, 'note' | 'group'>>): Shelf {
  return shelf.map((pin) => (pin.id === id ? { ...pin, ...change } : pin))
}

/** Two shelves as one: what is here stays as it is, what is new comes behind it. `added` are the new ones. */
export function merge(shelf: Shelf, other: Shelf): { readonly shelf: Shelf; readonly added: Shelf } {
  const added = other.filter((pin, index) => {
    const known = [...shelf, ...other.slice(0, index)]
    return !known.some(({ id }) => id === pin.id)
  })
  return { shelf: [...shelf, ...added], added }
}

/** Pins under their headings, in the order in which the headings first occur. */
export function grouped(
  shelf: Shelf,
  headingOf: (pin: Pin) => string,
): readonly { readonly heading: string; readonly pins: Shelf }[] {
  const groups = new Map<string, Pin[]>()
  for (const pin of shelf) groups.set(headingOf(pin), [...(groups.get(headingOf(pin)) ?? []), pin])
  return [...groups].map(([heading, pins]) => ({ heading, pins }))
}
