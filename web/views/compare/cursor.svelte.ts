import { tick } from 'svelte'
import { moved, type Extent, type Spot } from './place.ts'

export interface Grid {
  readonly extent: () => Extent
  /** The element that holds the cells; each has data-row and data-column. */
  readonly frame: () => HTMLElement | undefined
  /** Brings a cell into the frame before it is focused; it may not be drawn yet. */
  readonly reveal?: (spot: Spot) => void
  readonly isOpen: () => boolean
  readonly open: (spot: Spot) => void
  readonly close: () => void
  readonly pin: (spot: Spot) => void
  /** Puts the focus on what is open. */
  readonly enter: () => void
}

/**
 * One cell of a grid holds the focus: arrows lead to the next, Enter opens it and, once it is open, leads into what is open;
 * P pins it, Escape closes. While something is open it follows the focus.
 */
export function cursor(grid: Grid) {
  let at = $state.raw<Spot>({ row: 0, column: 0 })
  /** The cell that was opened last, so that a second Enter leads into it. */
  let opened: Spot | null = null

  function open(spot: Spot): void {
    opened = spot
    grid.open(spot)
  }
  async function focus(): Promise<void> {
    grid.reveal?.(at)
    await tick()
    const cell = grid.frame()?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`)
    cell?.focus({ preventScroll: grid.reveal !== undefined })
  }
  const isSame = (one: Spot | null, two: Spot): boolean => one?.row === two.row && one.column === two.column

  return {
    get at() {
      return at
    },
    set at(spot: Spot) {
      at = spot
    },
    focus,
    onclick(event: MouseEvent): void {
      const spot = spotOf(event.target)
      if (spot === null || isControl(event.target) || getSelection()?.isCollapsed === false) return
      at = spot
      if (grid.isOpen() && isSame(opened, spot)) grid.close()
      else open(spot)
    },
    onkeydown(event: KeyboardEvent): void {
      if (isControl(event.target)) return
      const to = moved(at, event, grid.extent())
      if (to !== null) {
        event.preventDefault()
        at = to
        if (grid.isOpen()) open(to)
        void focus()
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        if (grid.isOpen() && isSame(opened, at)) grid.enter()
        else open(at)
      } else if (event.key === 'Escape' && grid.isOpen()) {
        event.preventDefault()
        grid.close()
      } else if (event.key === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        grid.pin(at)
      }
    },
  }
}

function spotOf(target: EventTarget | null): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, input, select') !== null
}
