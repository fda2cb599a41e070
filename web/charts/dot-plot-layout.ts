import { scaleLinear } from 'd3'

export interface Value {
  readonly who: string
  readonly value: number
  /** The lower end where the value is the upper end of a range. */
  readonly low?: number
  /** The value as people read it: 1000万. */
  readonly text: string
  readonly base: boolean
}

export interface Dot {
  readonly x: number
  /** Where its range begins: x itself for a value alone. */
  readonly from: number
  readonly value: number
  readonly label: string
  /** Everyone who has the value, where the label names but the first of them. */
  readonly whole: string
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
  /** Where the base stands; null where it has no value. */
  readonly baseline: number | null
}

const CHARACTER = 7
/** So many names stand beside a dot. */
const NAMES = 3

/**
 * Values on one axis that begins at zero, equal values as one dot with all their names. Labels that would touch go to the
 * next line below. Of many with one value the first are named, with the number of the others.
 */
export function dotPlot(values: readonly Value[], { width = 160, pad = 6 } = {}): DotPlot {
  const top = Math.max(...values.map(({ value }) => value), 0)
  const scale = scaleLinear([0, top || 1], [pad, width - pad])
  const dots: Dot[] = []
  const ends: number[] = []
  for (const group of byValue(values)) {
    const text = group[0]?.text ?? ''
    const names = [...new Set([...group].sort((a, b) => Number(b.base) - Number(a.base)).map(({ who }) => who))]
    const label = `${inBrief(names)} ${text}`
    const placed = place(scale(group[0]?.value ?? 0), lengthOf(label), width)
    const line = firstFree(ends, placed.from)
    ends[line] = placed.from + lengthOf(label) + CHARACTER
    dots.push({
      ...{
        x: placed.x,
        from: scale(group[0]?.low ?? group[0]?.value ?? 0),
        anchor: placed.anchor,
        value: group[0]?.value ?? 0,
        label,
        line,
        whole: `${names.join('·')} ${text}`,
      },
      base: group.some(({ base }) => base),
    })
  }
  const baseline = dots.find(({ base }) => base)?.x ?? null
  return { x0: pad, x1: width - pad, lines: ends.length, dots, baseline }
}

function inBrief(names: readonly string[]): string {
  if (names.length <= NAMES + 1) return names.join('·')
  return `${names.slice(0, NAMES).join('·')} +${String(names.length - NAMES)}`
}

function byValue(values: readonly Value[]): readonly (readonly Value[])[] {
  const groups = new Map<string, Value[]>()
  const keyOf = ({ low, value }: Value): string => `${String(low ?? value)} ${String(value)}`
  for (const value of [...values].sort((a, b) => a.value - b.value || (a.low ?? a.value) - (b.low ?? b.value)))
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
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
