import { scaleUtc } from 'd3'

export interface Span {
  readonly id: string
  /** ISO dates; null where the text does not say. `until` is the last day, inclusive. */
  readonly from: string | null
  readonly until: string | null
  /** Day of issue. */
  readonly issued?: string | null
  /** First day on which another document that repeals it binds. */
  readonly repealed?: string | null
  /** Spans of one lane, versions of one law, share a line; a lane of its own when left out. */
  readonly lane?: string
}

export interface Bar {
  readonly id: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  /** The text states no end (or no start): the bar runs out of the picture, or up to the next version of its lane. */
  readonly openStart: boolean
  readonly openEnd: boolean
  readonly issued: number | null
  readonly repealed: number | null
}

export interface Lane {
  readonly key: string
  readonly y: number
  /** Ids of its spans, the earliest first. */
  readonly ids: readonly string[]
}

export interface Timeline {
  readonly width: number
  readonly height: number
  readonly bars: readonly Bar[]
  readonly lanes: readonly Lane[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly now: number
}

const DAY = 86_400_000
const TICK_ROOM = 56

/**
 * One bar per span and one line per lane, in the order given, with year ticks and the as-of date in view. Lengths in
 * pixels.
 */
export function timeline(
  spans: readonly Span[],
  asOf: string,
  { width = 600, rowHeight = 44, pad = 14 } = {},
): Timeline {
  const scale = scaleOf(spans, asOf, [pad, width - pad])
  const lanes = lanesOf(spans).map((lane, row) => ({ ...lane, y: (row + 0.5) * rowHeight }))
  return {
    width,
    height: lanes.length * rowHeight,
    now: scale(day(asOf)),
    lanes: lanes.map(({ key, y, spans: held }) => ({ key, y, ids: held.map(({ id }) => id) })),
    ticks: scale
      .ticks(Math.max(2, Math.floor(width / TICK_ROOM)))
      .filter((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1)
      .map((date) => ({ x: scale(date), label: String(date.getUTCFullYear()) })),
    bars: lanes.flatMap(({ y, spans: held }) =>
      held.map((span, at) => barOf(span, held[at + 1], { y, width, x: (date: number) => scale(date) })),
    ),
  }
}

function scaleOf(spans: readonly Span[], asOf: string, range: readonly [number, number]) {
  const stated = spans.flatMap(({ from, until, issued, repealed }) => [from, until, issued, repealed])
  const dates = [asOf, ...stated].flatMap((date) => (date ? [day(date)] : []))
  const [first, last] = [Math.min(...dates), Math.max(...dates)]
  return scaleUtc([yearStart(first), yearStart(last + 366 * DAY)], range)
}

function lanesOf(spans: readonly Span[]): readonly { readonly key: string; readonly spans: readonly Span[] }[] {
  const lanes = new Map<string, Span[]>()
  for (const span of spans) lanes.set(keyOf(span), [...(lanes.get(keyOf(span)) ?? []), span])
  return [...lanes].map(([key, held]) => ({
    key,
    spans: held.sort((one, two) => (startOf(one) < startOf(two) ? -1 : 1)),
  }))
}

function keyOf({ lane, id }: Span): string {
  return lane ?? id
}

function startOf({ from, issued }: Span): string {
  return from ?? issued ?? ''
}

interface Place {
  readonly y: number
  readonly width: number
  readonly x: (date: number) => number
}

/** A bar without a stated end gives way to the next version, which says that it has one. */
function barOf({ id, from, until, issued, repealed }: Span, next: Span | undefined, { y, width, x }: Place): Bar {
  const successor = next?.from ? x(day(next.from)) : width
  return {
    id,
    y,
    x0: from === null ? 0 : x(day(from)),
    // A last day is in force until its end.
    x1: until === null ? Math.max(successor, from === null ? 0 : x(day(from))) : x(day(until) + DAY),
    openStart: from === null,
    openEnd: until === null,
    issued: issued ? x(day(issued)) : null,
    repealed: repealed ? x(day(repealed)) : null,
  }
}

function day(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`)
}

function yearStart(time: number): number {
  return Date.UTC(new Date(time).getUTCFullYear(), 0, 1)
}
