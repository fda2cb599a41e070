import { printShelf, readShelf } from './file.ts'
import type { Shelf } from './shelf.ts'

/** Part of the browser's Storage that the dossier needs. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>

export const KEY = 'tiaolan-dossier'
/** Damaged content is set aside under this name and never deleted; a second one gets a number. */
export const ASIDE = 'tiaolan-dossier-damaged'

/** Why the pins are not kept as they should be; null when they are. */
export type Trouble = 'forbidden' | 'full' | 'damaged' | null

export interface Loaded {
  readonly shelf: Shelf
  readonly trouble: Trouble
}

/** The kept pins. Content that cannot be read is set aside, and an empty dossier begins. */
export function load(keeper: () => Keeper): Loaded {
  let text: string | null
  try {
    text = keeper().getItem(KEY)
  } catch {
    return { shelf: [], trouble: 'forbidden' }
  }
  if (text === null) return { shelf: [], trouble: null }
  const { shelf } = readShelf(text)
  if (shelf !== null) return { shelf, trouble: null }
  return { shelf: [], trouble: setAside(keeper, text) }
}

/** Keeps the pins; tells why where it cannot. They stay on the page all the same. */
export function keep(keeper: () => Keeper, shelf: Shelf): Trouble {
  try {
    keeper().setItem(KEY, printShelf(shelf))
    return null
  } catch (cause) {
    return isFull(cause) ? 'full' : 'forbidden'
  }
}

function setAside(keeper: () => Keeper, text: string): Trouble {
  try {
    const storage = keeper()
    let name = ASIDE
    for (let n = 2; ![null, text].includes(storage.getItem(name)); n += 1) name = `${ASIDE}-${n}`
    storage.setItem(name, text)
    return 'damaged'
  } catch (cause) {
    return isFull(cause) ? 'full' : 'forbidden'
  }
}

/** Browsers tell a full storage by this name; Firefox once had one of its own. */
function isFull(cause: unknown): boolean {
  return cause instanceof Error && /quota/i.test(cause.name)
}
