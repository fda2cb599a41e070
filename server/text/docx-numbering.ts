import { printListNumber } from './list-numbers.ts'
import type { Level, ListDefinitions, ListPlace } from './docx-lists.ts'

/**
 * Numbers the paragraphs of a document one after the other, as Word does: the label that stands before each, with the space
 * behind it; empty where Word shows none.
 * @example numberer(lists)({ list: '1', level: 0 }) // 第一条 and a space
 */
export function numberer(lists: ListDefinitions): (place: ListPlace) => string {
  const states = new Map<string, State>()
  const restarted = new Set<string>()
  return (place) => {
    const list = lists.lists.get(place.list)
    const levels = list === undefined ? undefined : lists.abstracts.get(list.abstract)
    if (list === undefined || levels === undefined) return ''
    const levelAt = (at: number): Level | undefined => list.overrides.get(at) ?? levels.get(at)
    const state = states.get(list.abstract) ?? []
    states.set(list.abstract, state)
    const key = `${place.list} ${place.level}`
    const start = restarted.has(key) ? undefined : list.starts.get(place.level)
    restarted.add(key)
    count(state, { at: place.level, start, levelAt })
    return labelOf(state, place.level, levelAt)
  }
}

/** The last number given at each level; undefined where the level starts anew. */
type State = (number | undefined)[]

const LEVELS = 9

interface Step {
  readonly at: number
  /** Where the list begins again, the first time it is used. */
  readonly start: number | undefined
  readonly levelAt: (at: number) => Level | undefined
}

function count(state: State, { at, start, levelAt }: Step): void {
  const last = state[at]
  state[at] = start ?? (last === undefined ? (levelAt(at)?.start ?? 1) : last + 1)
  for (let below = at + 1; below < LEVELS; below++) {
    // A level starts anew behind any higher one, or behind the one it names (w:lvlRestart, counted from 1), or never (0).
    const behind = levelAt(below)?.restart ?? below
    if (behind > 0 && at < behind) state[below] = undefined
  }
}

function labelOf(state: State, at: number, levelAt: Step['levelAt']): string {
  const level = levelAt(at)
  if (level === undefined || level.text === '') return ''
  if (level.format === 'bullet') return isSign(level.text) ? `${level.text}${level.suffix}` : '• '
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const value = state[index] ?? levelAt(index)?.start ?? 1
    const format = levelAt(index)?.format ?? 'decimal'
    return printListNumber(value, level.isLegal && format !== 'none' ? 'decimal' : format)
  })
  return label.trim() === '' ? '' : `${label}${level.suffix}`
}

/** Dashes are part of the text; signs of a symbol font stand for any bullet. */
function isSign(text: string): boolean {
  return /^[-—–－─]+$/.test(text)
}
