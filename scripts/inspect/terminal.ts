import type { Provision } from '../../server/model/document.ts'
import { type MarkKind } from './marks.ts'
import type { Labelled, Part, View } from './view.ts'

export interface TerminalOptions {
  readonly colour: boolean
  /** Columns; a Chinese character takes two. */
  readonly width: number
}

/** The text with its facts below each piece: the words in colour, then a line a fact with the rule that made it. */
export function drawTerminal(view: View, { colour, width }: TerminalOptions): string {
  const pen = colour ? inked : plain
  const lines = [
    pen('bold', view.name),
    ...view.meta.map(([field, value]) => `  ${field.padEnd(20)} ${value}`),
    `  ${'read'.padEnd(20)} ${view.counts.map(([kind, count]) => pen(kind, `${count} ${kind}`)).join('  ')}`,
    ...view.problems.map((problem) => pen('problem', `  problem  ${problem}`)),
    ...view.overlaps.map(([one, other]) =>
      pen('problem', `  overlap  ${one.kind} “${shown(view, one)}” and “${shown(view, other)}”`),
    ),
    '',
    ...view.parts.flatMap((part) => partLines(part, view, { pen, width })),
    ...section('roles', view.roles.map(labelled), pen),
    ...section('scales of grades', view.scales, pen),
    ...section('conditions', view.trees.flatMap(treeLines), pen),
  ]
  return `${lines.join('\n')}\n`
}

interface Easel {
  readonly pen: Pen
  readonly width: number
}

function partLines(part: Part, view: View, { pen, width }: Easel): readonly string[] {
  const { block, heads, runs, marks } = part
  const indent = '  '.repeat(Math.max(block.depth - 1, 0))
  const head =
    heads.length === 0 ? [] : ['', pen('dim', `${indent}─ ${heads.map(headOf).join(' › ')}  ${heads.at(-1)?.id}`)]
  const letters = runs.flatMap(({ start, end, marks: [top] }) =>
    [...view.raw.slice(start, end)].map((letter) => ({ letter: /\s/.test(letter) ? ' ' : letter, kind: top?.kind })),
  )
  const text = wrapped(trimmed(letters), width - indent.length).map((line) => indent + painted(line, pen))
  const facts = marks.map((one) => {
    const rule = one.rule === null ? '' : ` ← ${one.rule}`
    const says = one.says.replace(/\s+/g, ' ')
    const fact = `${indent}  ${pen(one.kind, one.kind.padEnd(11))} “${shown(view, one)}” ${says}`
    return `${fact}${pen('dim', `${rule}  [${one.start},${one.end})`)}`
  })
  return [...head, ...text, ...facts]
}

function headOf({ kind, label, heading }: Provision): string {
  return [kind, label, heading].filter((part) => part !== null).join(' ')
}

interface Letter {
  readonly letter: string
  readonly kind: MarkKind | undefined
}

/** Layout spaces shown once. */
function trimmed(letters: readonly Letter[]): readonly Letter[] {
  return letters.filter(({ letter }, at) => letter !== ' ' || (at > 0 && letters[at - 1]?.letter !== ' '))
}

function wrapped(letters: readonly Letter[], width: number): readonly (readonly Letter[])[] {
  const lines: Letter[][] = []
  let used = width
  for (const one of letters) {
    const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      one.letter,
    )
    if (used + (wide ? 2 : 1) > width) used = lines.push([]) * 0
    used += wide ? 2 : 1
    lines.at(-1)?.push(one)
  }
  return lines.filter((line) => line.some(({ letter }) => letter !== ' '))
}

function painted(line: readonly Letter[], pen: Pen): string {
  const runs: { kind: MarkKind | undefined; text: string }[] = []
  for (const { letter, kind } of line) {
    const last = runs.at(-1)
    if (last && last.kind === kind) last.text += letter
    else runs.push({ kind, text: letter })
  }
  return runs.map(({ kind, text }) => (kind ? pen(kind, text) : text)).join('')
}

function shown({ raw }: View, { start, end }: { readonly start: number; readonly end: number }): string {
  const words = raw.slice(start, end).replace(/\s+/g, ' ')
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST / 2)}…${words.slice(-LONGEST / 2)}`
}

/** A quote stands above already; this much of it tells which it is. */
const LONGEST = 24

function section(title: string, lines: readonly string[], pen: Pen): readonly string[] {
  return lines.length === 0 ? [] : ['', pen('bold', title), ...lines.map((line) => `  ${line}`)]
}

function labelled({ label, rule }: Labelled): string {
  return rule === null ? label : `${label}  ${rule}`
}

function treeLines(tree: View['trees'][number]): readonly string[] {
  return [
    labelled(tree),
    ...tree.lines.map(([depth, words]) => `${'  '.repeat(depth + 1)}${words.replace(/\s+/g, ' ')}`),
  ]
}

type Ink = MarkKind | 'bold' | 'dim'
type Pen = (ink: Ink, text: string) => string

const plain: Pen = (_, text) => text
const inked: Pen = (ink, text) => `\u001b[${INKS[ink]}m${text}\u001b[0m`

/** SGR codes that are readable on light and dark terminals. */
const INKS = {
  threshold: '30;43',
  citation: '34;4',
  reference: '36;4',
  criterion: '35',
  consequence: '31',
  funding: '32;1',
  step: '33',
  norm: '32',
  topic: '2',
  problem: '97;41',
  bold: '1',
  dim: '2',
} as const satisfies Readonly<Record<Ink, string>>
