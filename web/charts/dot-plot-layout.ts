import { scaleLinear } from 'd3'

export interface Value {
  readonly who: string
  readonly value: number
  /** The value as people read it: 1000万. */
  readonly text: string
  readonly base: boolean
}

export interface Dot {
  readonly x: number
  readonly value: number
  readonly label: string
  readonly anchor: 'start' | 'middle' | 'end'
  /** Line of the label below the axis: 0 next to it. */
  readonly line: number
  readonly base: boolean
}

export interface DotPlot {
  readonly x0: number
  readonly x1: number
  readonly lines: number
  readonly dots: readonly Dot[]
}

const CHARACTER = 7

/**
 * Values on one axis that begins at zero, equal values as one dot with all their names. Labels that would touch go to the
 * next line below.
 */
export function dotPlot(values: readonly Value[], { width = 160, pad = 6 } = {}): DotPlot {
  const top = Math.max(...values.map(({ value }) => value), 0)
  const scale = scaleLinear([0, top || 1], [pad, width - pad])
  const dots: Dot[] = []
  const ends: number[] = []
  for (const group of byValue(values)) {
    const label = `${[...new Set(group.map(({ who }) => who))].join('·')} ${group[0]?.text ?? ''}`
    const placed = place(scale(group[0]?.value ?? 0), lengthOf(label), width)
    const line = firstFree(ends, placed.from)
    ends[line] = placed.from + lengthOf(label) + CHARACTER
    dots.push({
      ...{ x: placed.x, anchor: placed.anchor, value: group[0]?.value ?? 0, label, line },
      base: group.some(({ base }) => base),
    })
  }
  return { x0: pad, x1: width - pad, lines: ends.length, dots }
}

function byValue(values: readonly Value[]): readonly (readonly Value[])[] {
  const groups = new Map<number, Value[]>()
  for (const value of [...values].sort((a, b) => a.value - b.value))
    groups.set(value.value, [...(groups.get(value.value) ?? []), value])
  return [...groups.values()]
}

/** Where a label of this length begins when it stays inside the picture. */
function place(x: number, length: number, width: number): Pick<Dot, 'x' | 'anchor'> & { readonly from: number } {
  if (x - length / 2 < 0) return { x, anchor: 'start', from: x - 4 }
  if (x + length / 2 > width) return { x, anchor: 'end', from: x - length }
  return { x, anchor: 'middle', from: x - length / 2 }
}

function firstFree(ends: readonly number[], from: number): number {
  const line = ends.findIndex((end) => end <= from)
  return line === -1 ? ends.length : line
}

/** Han characters are about twice as wide as figures. */
function lengthOf(label: string): number {
  return [...label].reduce((sum, char) => sum + (char > '\u2e7f' ? 11 : CHARACTER), 0)
}
