import { printShelf, readShelf, type Fault } from './file.ts'
import type { Pin } from './pin.ts'
import { add, edit, merge, moveTo, remove, restore, type Shelf } from './shelf.ts'
import { keep, KEY, load, type Trouble } from './storage.ts'

export type { Pin, PinnedInstrument, PinnedQuote, PinKind } from './pin.ts'

/** How many removals can be taken back. */
const MEMORY = 20

const begun = load(() => localStorage)
let shelf = $state.raw<Shelf>(begun.shelf)
let trouble = $state.raw<Trouble>(begun.trouble)
/** The shelves before the last removals, the latest last. */
let removals = $state.raw<readonly Shelf[]>([])

addEventListener('storage', ({ key, newValue }) => {
  if (key !== KEY && key !== null) return
  const read = newValue === null ? { shelf: [] } : readShelf(newValue)
  if (read.shelf !== null) shelf = read.shelf
})

function put(next: Shelf): void {
  if (next === shelf) return
  shelf = next
  trouble = keep(() => localStorage, next)
}

function takeOut(next: Shelf): void {
  if (next.length === shelf.length) return
  removals = [...removals, shelf].slice(-MEMORY)
  put(next)
}

/**
 * What a person put aside, kept in this browser. Reading it in a component keeps the component in step, also with changes in
 * other tabs.
 * @example <PinButton pinned={dossier.has(pin.id)} onclick={() => dossier.toggle(pin)} … />
 */
export const dossier = {
  get pins(): Shelf {
    return shelf
  },
  /** Why the pins will not outlast the page; null when they will. */
  get trouble(): Trouble {
    return trouble
  },
  /** How many pins the last removal took out and can be brought back; 0 for none. */
  get undoable(): number {
    const before = removals.at(-1) ?? []
    return before.filter(({ id }) => !dossier.has(id)).length
  },
  has(id: string): boolean {
    return shelf.some((pin) => pin.id === id)
  },
  /** Pins it, or takes it out again; true when it is in now. */
  toggle(pin: Pin): boolean {
    if (dossier.has(pin.id)) dossier.remove(pin.id)
    else put(add(shelf, pin))
    return dossier.has(pin.id)
  },
  remove(id: string): void {
    takeOut(remove(shelf, id))
  },
  clear(): void {
    takeOut([])
  },
  /** Brings back what the last removal took out, each pin to its place. */
  undo(): void {
    const before = removals.at(-1)
    if (before === undefined) return
    removals = removals.slice(0, -1)
    put(restore(shelf, before))
  },
  /** Removals are final from now on. */
  forget(): void {
    removals = []
  },
  note(id: string, text: string): void {
    put(edit(shelf, id, { note: text }))
  },
  group(id: string, heading: string): void {
    put(edit(shelf, id, { group: heading }))
  },
  /** Moves a pin to where another stands. */
  moveTo(id: string, target: string): void {
    put(moveTo(shelf, id, target))
  },
  /** The dossier as the text of a file. */
  print(): string {
    return printShelf(shelf)
  },
  /** Adds what a file holds to what is here; tells how many it holds and which were new, or what is wrong with it. */
  read(text: string): { readonly held: number; readonly added: Shelf; readonly fault: Fault | null } {
    const read = readShelf(text)
    if (read.fault !== null) return { held: 0, added: [], fault: read.fault }
    const merged = merge(shelf, read.shelf)
    put(merged.shelf)
    return { held: read.shelf.length, added: merged.added, fault: null }
  },
}
