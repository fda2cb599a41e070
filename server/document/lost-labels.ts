import type { Label, LabelForm } from '../grammar/labels.ts'
import { printNumeral } from '../grammar/numerals.ts'
import type { Block } from './blocks.ts'

const FORMS: readonly LabelForm[] = ['chapter', 'section', 'han', 'hanParen', 'arabic', 'arabicParen']
const OUTER: Readonly<Record<string, readonly LabelForm[]>> = {
  chapter: ['part', 'subpart'],
  section: ['part', 'subpart', 'chapter'],
  han: ['part', 'chapter', 'section', 'article'],
  hanParen: ['part', 'chapter', 'section', 'article', 'han'],
  arabic: ['part', 'chapter', 'section', 'article', 'han', 'hanParen'],
  arabicParen: ['part', 'chapter', 'section', 'article', 'han', 'hanParen', 'arabic'],
}

/**
 * Gives back a number that got lost: where a row jumps by one and one paragraph in between has no label, that paragraph
 * had it. In an outline the paragraph is the line above a row that starts again at 1.
 * @example recoverLabels(blocks)  // 一、… 组织领导 （一）… 三、 gives 二、 to 组织领导
 */
export function recoverLabels(blocks: readonly Block[]): readonly Block[] {
  const found = new Map<number, Label>()
  for (const form of FORMS) for (const gap of gapsOf(blocks, form)) recover(blocks, gap, found)
  return found.size === 0 ? blocks : blocks.map((block, at) => withLabel(block, found.get(at)))
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly label: Label
  readonly missing: number
}

/** Where a row goes from n to n + 2, for chapters further too, without a division of higher rank in between. */
function gapsOf(blocks: readonly Block[], form: LabelForm): readonly Gap[] {
  const gaps: Gap[] = []
  let last: { at: number; number: number } | null = null
  blocks.forEach(({ label }, at) => {
    if (label === null) return
    if (OUTER[form]?.includes(label.form)) last = null
    if (label.form !== form || label.number === null) return
    const missing = last === null ? 0 : label.number - last.number - 1
    if (last !== null && missing > 0 && (missing === 1 || DIVISIONS.has(form)))
      gaps.push({ from: last.at, to: at, label, missing })
    last = { at, number: label.number }
  })
  return gaps
}

const DIVISIONS: ReadonlySet<LabelForm> = new Set(['chapter', 'section'])

function recover(blocks: readonly Block[], gap: Gap, found: Map<number, Label>): void {
  if (DIVISIONS.has(gap.label.form)) recoverDivisions(blocks, gap, found)
  else recoverItem(blocks, gap, found)
}

/** Headings between two articles, as many as there are numbers missing: chapters that lost their 第二章. */
function recoverDivisions(
  blocks: readonly Block[],
  { from, to, label, missing }: Gap,
  found: Map<number, Label>,
): void {
  const heads = range(from + 1, to).filter((at) => isDivisionHead(blocks, at))
  if (heads.length !== missing) return
  heads.forEach((at, index) => found.set(at, lostLabel(label, (label.number ?? 0) - missing + index)))
}

function isDivisionHead(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block === undefined || block.label !== null || !isHead(block) || block.tabular) return false
  const isUnder = next?.label?.form === 'article' || (next?.label?.form === 'section' && next.label.number === 1)
  return isUnder && block.clean.text.length >= 2 && !/[！？“”、]$/.test(block.clean.text)
}

function recoverItem(blocks: readonly Block[], { from, to, label }: Gap, found: Map<number, Label>): void {
  const bare = range(from + 1, to).filter(
    (at) => blocks[at]?.label === null && !found.has(at) && blocks[at]?.clean.text !== '',
  )
  const heads = bare.filter((at) => isHead(blocks[at]) && blocks[at + 1]?.label?.number === 1)
  const at =
    heads.length === 1 ? heads[0] : bare.length === 1 && followsSentence(blocks, bare[0] ?? 0) ? bare[0] : undefined
  if (at !== undefined) found.set(at, lostLabel(label, (label.number ?? 0) - 1))
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function isHead(block: Block | undefined): boolean {
  return block !== undefined && block.clean.text.length <= 30 && !/[，。；：]/.test(block.clean.text)
}

function followsSentence(blocks: readonly Block[], at: number): boolean {
  const isSentence = /[\u4e00-\u9fff]{4}/.test(blocks[at]?.clean.text ?? '')
  return isSentence && /[。；]$/.test(blocks[at - 1]?.clean.text ?? '') && blocks[at - 1]?.label !== null
}

/** The label as the row writes its others. */
function lostLabel(like: Label, number: number): Label {
  const written = /\d/.test(like.text) ? String(number) : printNumeral(number)
  const text = like.text.replace(/[\d０-９]+|[一二三四五六七八九十百]+/, written)
  return { ...like, text, number, start: 0, end: 0 }
}

function withLabel(block: Block, label: Label | undefined): Block {
  return label === undefined ? block : { ...block, label, inferred: true }
}
