import type { DiffSegment } from '../../model/alignment.ts'
import { fairNamesIn } from './fair-names.ts'
import { longestCommon } from './longest-common.ts'
import { isSameBody } from './short-names.ts'
import { slidRuns, type Edit } from './slide.ts'
import { tokensOf, type Token } from './tokens.ts'

export interface DiffNames {
  /** How each document calls itself, its subject and its place: one name on both sides. */
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/**
 * What became of the words of the left text in the right one, word by word. No difference are width, spaces, look-alike
 * signs, the documents' names for themselves, the short and the long name of one body, 十五 and 15, and another label at
 * the head of a line; what two changes share by chance goes with them, so that a change reads as one. Two articles take
 * about a millisecond.
 * @example diffWords('由科技部批准', '由省科技厅批准', { left: [], right: [] })
 *   // [equal 由, delete 科技部, insert 省科技厅, equal 批准]
 */
export function diffWords(left: string, right: string, names: DiffNames): readonly DiffSegment[] {
  const [ones, twos] = [
    tokensOf(left, fairNamesIn(names.left, right, names.right)),
    tokensOf(right, fairNamesIn(names.right, left, names.left)),
  ]
  const start = commonStart(ones, twos)
  const end = commonEnd(ones.slice(start), twos.slice(start))
  const edits = [
    ...equalOf(ones.slice(0, start), twos.slice(0, start)),
    ...changesOf(ones.slice(start, ones.length - end), twos.slice(start, twos.length - end)),
    ...equalOf(ones.slice(ones.length - end), twos.slice(twos.length - end)),
  ]
  return settled(grouped(withoutShortNames(grouped(slidRuns(edits))))).map(asSegment)
}

function asSegment({ op, one, two }: Edit): DiffSegment {
  if (op === 'equal') return { op, text: two, left: one === two ? null : one }
  return { op, text: op === 'delete' ? one : two, left: null }
}

/** Words that both sides have, each as it writes them. */
function equalOf(ones: readonly Token[], twos: readonly Token[]): readonly Edit[] {
  return ones.map((one, at) => ({ op: 'equal', one: one.text, two: twos[at]?.text ?? '', key: one.key }))
}

function commonStart(ones: readonly Token[], twos: readonly Token[]): number {
  let at = 0
  while (at < Math.min(ones.length, twos.length) && ones[at]?.key === twos[at]?.key) at += 1
  return at
}

function commonEnd(ones: readonly Token[], twos: readonly Token[]): number {
  return commonStart(ones.toReversed(), twos.toReversed())
}

function changesOf(ones: readonly Token[], twos: readonly Token[]): readonly Edit[] {
  const edits: Edit[] = []
  let [left, right] = [0, 0]
  const upTo = (one: number, two: number) => {
    for (const { text, key } of ones.slice(left, one)) edits.push({ op: 'delete', one: text, two: '', key })
    for (const { text, key } of twos.slice(right, two)) edits.push({ op: 'insert', one: '', two: text, key })
  }
  for (const [one, two] of longestCommon(keysOf(ones), keysOf(twos))) {
    upTo(one, two)
    edits.push(...equalOf(ones.slice(one, one + 1), twos.slice(two, two + 1)))
    ;[left, right] = [one + 1, two + 1]
  }
  upTo(ones.length, twos.length)
  return edits
}

function keysOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ key }) => key)
}

/** Neighbours of one kind as one run, deletions before insertions between two equal ones. */
function grouped(edits: readonly Edit[]): readonly Edit[] {
  const runs: Edit[] = []
  let [one, two] = ['', '']
  const close = () => {
    if (one !== '') runs.push({ op: 'delete', one, two: '', key: '' })
    if (two !== '') runs.push({ op: 'insert', one: '', two, key: '' })
    ;[one, two] = ['', '']
  }
  for (const edit of edits) {
    if (edit.op === 'equal') {
      close()
      const last = runs.at(-1)
      const isMore = last?.op === 'equal'
      const run = isMore ? { ...last, one: last.one + edit.one, two: last.two + edit.two } : edit
      runs.splice(isMore ? -1 : runs.length, 1, run)
    } else {
      one += edit.one
      two += edit.two
    }
  }
  close()
  return runs
}

/** 科学技术 for 科技 before 厅 is no change: one body, named short and long. */
function withoutShortNames(runs: readonly Edit[]): readonly Edit[] {
  return runs.flatMap((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]]
    if (run.op === 'delete' && after?.op === 'insert' && isSameBody(run.one, after.two, runs[at + 2]?.two ?? '')) {
      return [{ op: 'equal' as const, one: run.one, two: after.two, key: '' }]
    }
    const isDone = run.op === 'insert' && before?.op === 'delete'
    return isDone && isSameBody(before.one, run.two, after?.two ?? '') ? [] : [run]
  })
}

/** Islands taken away until none is left: each round may make another run too short to stand. */
function settled(runs: readonly Edit[]): readonly Edit[] {
  const next = grouped(withoutIslands(runs))
  return next.length === runs.length ? next : settled(next)
}

/** A sign or two characters that two changes happen to share, as 的 or 科技 in 科技部 and 省科技厅, say nothing by themselves. */
const ISLAND = /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}][^\p{L}\p{N}]*){0,2}$/u
/** Nor do somewhat longer ones that are shorter than what changed on either side of them. */
const SHORT = 6

function withoutIslands(runs: readonly Edit[]): readonly Edit[] {
  return runs.flatMap((run, at) => {
    const isBetween = at > 0 && at < runs.length - 1
    if (run.op !== 'equal' || !isBetween || !(ISLAND.test(run.two) || isDrowned(runs, at))) return [run]
    return [
      { op: 'delete' as const, one: run.one, two: '', key: '' },
      { op: 'insert' as const, one: '', two: run.two, key: '' },
    ]
  })
}

/** Words were replaced on both sides of it, and more of them than it has. */
function isDrowned(runs: readonly Edit[], at: number): boolean {
  const length = runs[at]?.two.length ?? 0
  if (length > SHORT) return false
  const before = runs.slice(Math.max(0, at - 2), at).filter(({ op }) => op !== 'equal')
  const after = runs.slice(at + 1, at + 3).filter((_, place, both) => both.slice(0, place + 1).every(isChange))
  return [before, after].every((some) => some.length === 2 && longest(some) > 2 * length)
}

function isChange({ op }: Edit): boolean {
  return op !== 'equal'
}

function longest(runs: readonly Edit[]): number {
  return Math.max(0, ...runs.map(({ one, two }) => Math.max(one.length, two.length)))
}
