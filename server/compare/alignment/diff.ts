import type { DiffSegment } from '../../model/alignment.ts'
import { longestCommon } from './longest-common.ts'
import { tokensOf, type Token } from './tokens.ts'

export interface DiffNames {
  /** How each document calls itself, its subject and its place: one name on both sides. */
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/**
 * What became of the words of the left text in the right one, word by word. Width, spaces, brackets of either width and the
 * documents' names for themselves are no difference; a short word between two changes goes with them, so that a change reads
 * as one. Two articles take about a millisecond.
 * @example diffWords('由科技部批准', '由省科技厅批准', { left: [], right: [] })
 *   // [equal 由, delete 科技部, insert 省科技厅, equal 批准]
 */
export function diffWords(left: string, right: string, names: DiffNames): readonly DiffSegment[] {
  const [ones, twos] = [tokensOf(left, names.left), tokensOf(right, names.right)]
  const start = commonStart(ones, twos)
  const end = commonEnd(ones.slice(start), twos.slice(start))
  const inner = changesOf(ones.slice(start, ones.length - end), twos.slice(start, twos.length - end))
  const edits = [
    ...twos.slice(0, start).map((token) => edit('equal', token)),
    ...inner,
    ...twos.slice(twos.length - end).map((token) => edit('equal', token)),
  ]
  return grouped(withoutIslands(grouped(edits)))
}

function edit(op: DiffSegment['op'], { text }: Token): DiffSegment {
  return { op, text }
}

function commonStart(ones: readonly Token[], twos: readonly Token[]): number {
  let at = 0
  while (at < Math.min(ones.length, twos.length) && ones[at]?.key === twos[at]?.key) at += 1
  return at
}

function commonEnd(ones: readonly Token[], twos: readonly Token[]): number {
  return commonStart(ones.toReversed(), twos.toReversed())
}

function changesOf(ones: readonly Token[], twos: readonly Token[]): readonly DiffSegment[] {
  const edits: DiffSegment[] = []
  let [left, right] = [0, 0]
  const upTo = (one: number, two: number) => {
    for (const token of ones.slice(left, one)) edits.push(edit('delete', token))
    for (const token of twos.slice(right, two)) edits.push(edit('insert', token))
  }
  for (const [one, two] of longestCommon(keysOf(ones), keysOf(twos))) {
    upTo(one, two)
    const token = twos[two]
    if (token) edits.push(edit('equal', token))
    ;[left, right] = [one + 1, two + 1]
  }
  upTo(ones.length, twos.length)
  return edits
}

function keysOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ key }) => key)
}

/** Neighbours of one kind as one segment, deletions before insertions between two equal ones. */
function grouped(edits: readonly DiffSegment[]): readonly DiffSegment[] {
  const groups: DiffSegment[] = []
  let change = { delete: '', insert: '' }
  const close = () => {
    if (change.delete !== '') groups.push({ op: 'delete', text: change.delete })
    if (change.insert !== '') groups.push({ op: 'insert', text: change.insert })
    change = { delete: '', insert: '' }
  }
  for (const { op, text } of edits) {
    if (op === 'equal') {
      close()
      const last = groups.at(-1)
      if (last?.op === 'equal') groups[groups.length - 1] = { op, text: last.text + text }
      else groups.push({ op, text })
    } else change[op] += text
  }
  close()
  return groups
}

/** A sign or two characters that two changes happen to share, as 的 or 科技 in 科技部 and 省科技厅, say nothing by themselves. */
const ISLAND = /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}][^\p{L}\p{N}]*){0,2}$/u

function withoutIslands(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  return segments.flatMap((segment, at) => {
    const isBetween = at > 0 && at < segments.length - 1
    if (segment.op !== 'equal' || !isBetween || !ISLAND.test(segment.text)) return [segment]
    return [
      { op: 'delete' as const, text: segment.text },
      { op: 'insert' as const, text: segment.text },
    ]
  })
}
