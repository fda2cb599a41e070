import type { Provision } from '../../server/model/document.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import type { Condition } from '../../server/model/facts.ts'
import { type Block, blocksOf, type Run, runsOf } from './blocks.ts'
import { KINDS, type Mark, type MarkKind, marksOf, overlapsOf } from './marks.ts'

/** What both drawings of a reading show. */
export interface View {
  readonly name: string
  readonly raw: string
  readonly kinds: readonly MarkKind[]
  readonly counts: readonly (readonly [kind: MarkKind, count: number])[]
  readonly meta: readonly (readonly [field: string, value: string])[]
  /** Those of the whole text; the others are marked in their places. */
  readonly problems: readonly string[]
  readonly roles: readonly Labelled[]
  readonly scales: readonly string[]
  readonly trees: readonly Tree[]
  readonly overlaps: readonly (readonly [Mark, Mark])[]
  readonly parts: readonly Part[]
}

export interface Labelled {
  readonly label: string
  readonly rule: string | null
}

/** A condition tree as lines with their depth. */
export interface Tree extends Labelled {
  readonly lines: readonly (readonly [depth: number, words: string])[]
}

/** A block with the provisions that open before its words, also those of which only the label stands there. */
export interface Part {
  readonly block: Block
  readonly heads: readonly Provision[]
  readonly runs: readonly Run[]
  readonly marks: readonly Mark[]
}

/** A reading prepared for drawing; only facts of `kinds` are marked. */
export function viewOf(extraction: Extraction, raw: string, kinds: readonly MarkKind[] = KINDS): View {
  const marks = marksOf(extraction).filter(({ kind }) => kinds.includes(kind))
  return {
    name: extraction.source.name,
    raw,
    kinds,
    counts: kinds.map((kind) => [kind, marks.filter((one) => one.kind === kind).length]),
    meta: Object.entries(extraction.meta).map(([field, value]) => [field, printed(value)]),
    problems: extraction.problems.flatMap(({ code, message, start }) =>
      start === null ? [`${code}: ${message}`] : [],
    ),
    roles: extraction.roles.map(({ key, name, aliases, kind, rule = null }) => ({
      label: [name, ...aliases].join(' = ') + ` (${key ?? kind})`,
      rule,
    })),
    scales: extraction.evaluation.map(({ grades, cycle }) => `${grades.join('、')} ${cycle ?? ''}`.trim()),
    trees: extraction.eligibility.map(({ track, provision, logic, rule = null }) => ({
      label: `${track} ${provision}`,
      rule,
      lines: treeLines(logic, extraction, 0),
    })),
    overlaps: overlapsOf(marks),
    parts: partsOf(raw, blocksOf(raw, extraction.provisions), marks),
  }
}

/** The marks are in text order, and go through the blocks with them; a long one is on several. */
function partsOf(raw: string, blocks: readonly Block[], marks: readonly Mark[]): readonly Part[] {
  let next = 0
  let open: readonly Mark[] = []
  let heads: readonly Provision[] = []
  return blocks.flatMap((block) => {
    const after = marks.findIndex(({ start }, at) => at >= next && start >= block.end)
    const begin = marks.slice(next, after === -1 ? undefined : after)
    next += begin.length
    open = [...open.filter(({ end }) => end > block.start), ...begin]
    heads = [...heads, ...block.opens]
    if (begin.length === 0 && isBare(raw, block)) return []
    const part = { block, heads, runs: runsOf(block, open), marks: begin }
    heads = []
    return [part]
  })
}

/** Whether nothing stands in a block but the labels and headings of its provisions, which are shown as such. */
function isBare(raw: string, { start, end, opens }: Block): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const shown = opens.map(({ label, heading }) => `${label ?? ''}${heading ?? ''}`).join('')
  return letters(raw.slice(start, end)) === letters(shown)
}

function printed(value: unknown): string {
  if (value === null) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function treeLines(condition: Condition, extraction: Extraction, depth: number): Tree['lines'] {
  const below = (conditions: readonly Condition[]) => conditions.flatMap((one) => treeLines(one, extraction, depth + 1))
  if ('all' in condition) return [[depth, 'all of'], ...below(condition.all)]
  if ('any' in condition) return [[depth, 'any of'], ...below(condition.any)]
  if ('not' in condition) return [[depth, 'not'], ...below([condition.not])]
  if ('threshold' in condition) {
    return [
      [
        depth,
        `≣ ${extraction.thresholds[condition.threshold]?.quote ?? `threshold ${condition.threshold} is missing`}`,
      ],
    ]
  }
  if ('criterion' in condition) return [[depth, condition.criterion]]
  const otherwise: Tree['lines'] = condition.else ? [[depth, 'else'], ...below([condition.else])] : []
  return [[depth, `if ${condition.if}`], ...below([condition.then]), ...otherwise]
}
