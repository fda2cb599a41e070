import { scaleUtc } from 'd3'

export interface Span {
  readonly id: string
  /** ISO dates; null where the text does not say. `until` is the last day, inclusive. */
  readonly from: string | null
  readonly until: string | null
}

export interface Bar {
  readonly id: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  /** The text states no end (or no start): the bar runs out of the picture on that side. */
  readonly openStart: boolean
  readonly openEnd: boolean
}

export interface Timeline {
  readonly width: number
  readonly height: number
  readonly bars: readonly Bar[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly now: number
}

const DAY = 86_400_000
const TICK_ROOM = 56

/** One bar per span, in the order given, with year ticks and the as-of date in view. Lengths in pixels. */
export function timeline(
  spans: readonly Span[],
  asOf: string,
  { width = 600, rowHeight = 44, pad = 14 } = {},
): Timeline {
  const dates = [asOf, ...spans.flatMap(({ from, until }) => [from, until])].filter((date) => date !== null).map(day)
  const scale = scaleUtc([yearStart(Math.min(...dates)), yearStart(Math.max(...dates) + 366 * DAY)], [pad, width - pad])
  return {
    width,
    height: spans.length * rowHeight,
    now: scale(day(asOf)),
    ticks: scale
      .ticks(Math.max(2, Math.floor(width / TICK_ROOM)))
      .filter((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1)
      .map((date) => ({ x: scale(date), label: String(date.getUTCFullYear()) })),
    bars: spans.map(({ id, from, until }, row) => ({
      id,
      x0: from === null ? 0 : scale(day(from)),
      // A last day is in force until its end.
      x1: until === null ? width : scale(day(until) + DAY),
      y: (row + 0.5) * rowHeight,
      openStart: from === null,
      openEnd: until === null,
    })),
  }
}

function day(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`)
}

function yearStart(time: number): number {
  return Date.UTC(new Date(time).getUTCFullYear(), 0, 1)
}
