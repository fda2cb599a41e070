import { readShelf, printShelf, type Fault } from './file.ts'
import type { Pin } from './pin.ts'
import { add, edit, merge, moveTo, remove, restore, type Shelf } from './shelf.ts'
import { keep, KEY, load, type Trouble } from './storage.ts'

export type { Pin, PinnedInstrument, PinnedQuote, PinKind } from './pin.ts'

const begun = load(() => localStorage)
let shelf = $state.raw<Shelf>(begun.shelf)
let trouble = $state.raw<Trouble>(begun.trouble)
/** The shelf before the last removal; null when there is nothing to take back. */
let before = $state.raw<Shelf | null>(null)

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
  /** Whether a removal can be taken back. */
  get canUndo(): boolean {
    return before !== null
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
    before = shelf
    put(remove(shelf, id))
  },
  clear(): void {
    before = shelf
    put([])
  },
  undo(): void {
    if (before === null) return
    put(restore(shelf, before))
    before = null
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
  /** Adds what a file holds to what is here; tells what was new, or what is wrong with the file. */
  read(text: string): { readonly added: Shelf; readonly fault: Fault | null } {
    const read = readShelf(text)
    if (read.fault !== null) return { added: [], fault: read.fault }
    const merged = merge(shelf, read.shelf)
    put(merged.shelf)
    return { added: merged.added, fault: null }
  },
}
