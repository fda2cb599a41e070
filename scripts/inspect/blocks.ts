import type { Provision } from '../../server/model/document.ts'
import type { Span } from '../../server/model/text.ts'
import { KINDS, type Mark } from './marks.ts'

/** A stretch of the text that belongs to one provision itself, with the provisions that open at its start. */
export interface Block extends Span {
  /** Innermost; null outside the tree: letterhead, signature. */
  readonly provision: Provision | null
  readonly opens: readonly Provision[]
  readonly depth: number
}

/** A run of characters that carry the same marks. */
export interface Run extends Span {
  readonly marks: readonly Mark[]
}

/** The whole text cut where provisions begin and end: the blocks joined are the text. */
export function blocksOf(raw: string, provisions: readonly Provision[]): readonly Block[] {
  const cuts = new Set([0, ...provisions.flatMap(({ start, end }) => [start, end])].filter((at) => at < raw.length))
  const starts = [...cuts].sort((one, other) => one - other)
  const open: Provision[] = []
  let next = 0
  return starts.map((start, at) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= start) open.pop()
    const opens: Provision[] = []
    for (let one = provisions[next]; one !== undefined && one.start <= start; one = provisions[(next += 1)])
      opens.push(one)
    open.push(...opens)
    return { start, end: starts[at + 1] ?? raw.length, provision: open.at(-1) ?? null, opens, depth: open.length }
  })
}

/** A stretch of text as runs, each with the marks on it, those that colour first. */
export function runsOf({ start, end }: Span, marks: readonly Mark[]): readonly Run[] {
  const here = marks.filter((one) => one.start < end && one.end > start)
  const edges = here.flatMap((one) => [Math.max(one.start, start), Math.min(one.end, end)])
  const cuts = [...new Set([start, ...edges, end])].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    const on = here.filter((one) => one.start < to && one.end > from)
    return { start: from, end: to, marks: on.toSorted((one, other) => rank(one) - rank(other)) }
  })
}

function rank({ kind }: Mark): number {
  return KINDS.indexOf(kind)
}
