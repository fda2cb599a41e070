import { wholeDocNumber } from '../grammar/doc-numbers.ts'
import type { Block } from './blocks.ts'
import {
  isAddressee,
  isAnnexMark,
  isAnnexTitle,
  isBodyName,
  isContents,
  isCopies,
  isDateLine,
  isDisclosure,
  isDocNumberLine,
  isHistory,
  spaced,
} from './shapes.ts'
import { signatureOf } from './signature.ts'
import { findTitle, structureStart } from './titles.ts'

/** An annex: the line that opens it and the lines below it. */
export interface Annex {
  readonly mark: Block
  readonly blocks: readonly Block[]
}

/** The parts of a document, each in text order; a block is in one of them. */
export interface Regions {
  /** The regulation's own title, line breaks removed; null when no line looks like one. */
  readonly title: string | null
  /** Letterhead, covering notice, history and contents: everything before the regulation itself. */
  readonly front: readonly Block[]
  readonly titleBlocks: readonly Block[]
  readonly body: readonly Block[]
  readonly annexes: readonly Annex[]
  /** Lists of annexes, signature, copies and printing. */
  readonly back: readonly Block[]
  readonly noise: readonly Block[]
}

/**
 * Tells the regulation itself from what carries it and what hangs on it.
 * @example splitRegions(blocks).annexes.map(({ mark }) => mark.clean.text) // ['附件1', '附件2']
 */
export function splitRegions(all: readonly Block[]): Regions {
  const noise = all.filter((block) => block.noise)
  const blocks = all.filter((block) => !block.noise)
  const { title, from, to } = findTitle(blocks)
  const rest = afterContents(blocks, afterHistory(blocks, to, title))
  const marks = annexMarks(blocks, rest)
  const bodyEnd = marks[0] ?? blocks.length
  const { kept: body, back: bodyBack } = takeBack(blocks.slice(rest, bodyEnd))
  const annexes = marks.map((at, index) => ({ at, blocks: blocks.slice(at + 1, marks[index + 1] ?? blocks.length) }))
  const tail = annexes.at(-1)
  const { kept, back: annexBack } = takeBack(tail?.blocks ?? [])
  return {
    title,
    front: [...blocks.slice(0, from), ...blocks.slice(to, rest)],
    titleBlocks: blocks.slice(from, to),
    body,
    annexes: annexes.flatMap(({ at, blocks: own }, index) => {
      const mark = blocks[at]
      return mark === undefined ? [] : [{ mark, blocks: index === annexes.length - 1 ? kept : own }]
    }),
    back: [...bodyBack, ...annexBack],
    noise,
  }
}

/** Behind what stands between a title and its text: a notice up to its date, history, number, addressees. */
function afterHistory(blocks: readonly Block[], from: number, title: string | null): number {
  const start = structureStart(blocks)
  const last = start < from ? -1 : blocks.slice(from, start).findLastIndex(endsCarrier)
  let at = from + last + 1
  while (at < blocks.length && repeatsTitle(blocks[at], title)) at++
  while (at < blocks.length && isPrefatory(blocks[at])) at++
  return at
}

/** 某省人民政府令, 第 12 号: the number of a decree over two lines. */
const DECREE_LINE = /^(?:[^，。；：《》]{2,40}(?:令|公告|通告)|[（(]?第[\d〇零一二三四五六七八九十百]{1,5}号[）)]?)$/

/** The title once more, or a line of it. */
function repeatsTitle(block: Block | undefined, title: string | null): boolean {
  if (block === undefined || block.label !== null || title === null) return false
  const { text } = block.clean
  return text.length >= 4 && `中华人民共和国${title}`.includes(text)
}

/** The day, number or history below a title: what stands above it carries the text. */
function endsCarrier({ clean: { text }, label }: Block): boolean {
  if (label !== null) return false
  return isDateLine(text) || isHistory(text) || isDisclosure(text) || isDocNumberLine(text)
}

function isPrefatory(block: Block | undefined): boolean {
  if (block === undefined || block.label !== null) return false
  const { text } = block.clean
  if (isHistory(text) || isDateLine(text) || isDisclosure(text) || isBodyName(text) || isAddressee(text)) return true
  return text === '' || wholeDocNumber(text) !== null || DECREE_LINE.test(text)
}

/**
 * Behind a table of contents: it lists the same first chapter that the text opens with.
 */
function afterContents(blocks: readonly Block[], from: number): number {
  const contents = blocks.findIndex((block, at) => at >= from && at < from + 12 && isContents(block.clean.text))
  const first = blocks.findIndex((block, at) => at >= Math.max(from, contents) && isDivision(block))
  if (first < 0) return contents < 0 ? from : contents + 1
  const opening = blocks[first]?.label?.text
  const listed = contents >= 0 || isDivision(blocks[first + 1])
  if (!listed) return from
  const again = blocks.findIndex((block, at) => at > first && block.label?.text === opening)
  const hasArticle = blocks.slice(first, again).some((block) => block.label?.form === 'article')
  return again > first && !hasArticle ? again : from
}

function isDivision(block: Block | undefined): boolean {
  const form = block?.label?.form
  return form === 'part' || form === 'subpart' || form === 'chapter' || form === 'section'
}

/** Where annexes begin: lines that say 附件N alone, or 附件N：title with text of its own below. */
function annexMarks(blocks: readonly Block[], from: number): readonly number[] {
  const marks: number[] = []
  for (let at = from + 1; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined || block.label !== null) continue
    if (!block.clean.text.startsWith('附')) continue
    const text = spaced(block.clean)
    if (isAnnexMark(text) && !opensList(blocks, at)) marks.push(at)
    else if (marks.length > 0 && isAnnexTitle(text) && !opensList(blocks, at)) marks.push(at)
    else if (marks.length === 0 && isAnnexTitle(text) && (block.level > 0 || opensAnnex(blocks, at))) marks.push(at)
  }
  return marks
}

/** 附件1 申报书 with its text below, no list of annexes; without a number, only rows or a first item behind a law. */
function opensAnnex(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1]
  if (NUMBERED.test(annexText(blocks[at])) && !isAnnexTitle(annexText(next))) return !opensList(blocks, at)
  const inLaw = blocks.slice(0, at).some(({ label }) => label?.form === 'article')
  if (!inLaw || next === undefined || opensList(blocks, at)) return false
  return next.tabular || (next.label?.number === 1 && next.label.form !== 'article' && !isListEntry(next))
}

const NUMBERED = /^附\s*(?:件|录|表|图)\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])[：:．.、\s].{1,60}$/

/** 附件： followed by numbered titles only, up to a signature or the end. */
function opensList(blocks: readonly Block[], at: number): boolean {
  let next = at + 1
  while (next < blocks.length && isListEntry(blocks[next])) next++
  const after = blocks[next]
  const entries = next - at - 1
  if (NUMBERED.test(annexText(blocks[at]))) return entries === 0 && (after === undefined || isClosing(after))
  if (isAnnexTitle(annexText(blocks[at])))
    return after === undefined || entries > 0 || isClosing(after) || isAnnexTitle(annexText(after))
  return entries > 0 && (after === undefined || isClosing(after) || isAnnexMark(after.clean.text))
}

function annexText(block: Block | undefined): string {
  return block === undefined || !block.clean.text.startsWith('附') ? '' : spaced(block.clean)
}

function isListEntry(block: Block | undefined): boolean {
  if (block === undefined) return false
  const text = block.clean.text
  const labelled = block.label?.form === 'arabic' || block.label?.form === 'han' || isAnnexTitle(annexText(block))
  return labelled && text.length <= 80 && !/[。；]/.test(text)
}

function isClosing(block: Block): boolean {
  const text = block.clean.text
  return isDateLine(text) || isBodyName(text) || isCopies(text) || isDisclosure(text) || isAnnexMark(text)
}

/** Parts a stretch from what closes it: lists of annexes, signature and date, copies, printing. */
function takeBack(blocks: readonly Block[]): { kept: readonly Block[]; back: readonly Block[] } {
  let end = signedFrom(blocks)
  for (let at = end - 1; at > 0 && end - at <= LONGEST_BACK; at--) {
    const block = blocks[at]
    if (block !== undefined && (isEnding(block) || endsCopies(blocks, at))) end = at
    else if (end < blocks.length && block !== undefined && isBodyNameList(block)) end = at
    else if (!isWithinList(blocks, at)) break
  }
  return { kept: blocks.slice(0, end), back: blocks.slice(end) }
}

/** Where a signature near the end begins, contacts and links below it counted in; the length where there is none. */
function signedFrom(blocks: readonly Block[]): number {
  const first = Math.max(0, blocks.length - LAST_LINES)
  const signed = signatureOf(blocks.slice(first))
  if (signed === null || signed.names.length === 0) return blocks.length
  const below = blocks.slice(first + signed.from)
  const isApart = below.every(({ label, clean }) => label === null && clean.text.length <= 100)
  return isApart && first + signed.from > 0 ? first + signed.from : blocks.length
}

const LAST_LINES = 16
const LONGEST_BACK = 60

function isEnding(block: Block): boolean {
  const { text } = block.clean
  if (block.label !== null) return false
  return isDateLine(text) || isDisclosure(text) || isCopies(text) || isAnnexTitle(annexText(block)) || isAnnexMark(text)
}

/** 抄送 goes on over several lines: 本厅领导，厅内相关处室。 */
function endsCopies(blocks: readonly Block[], at: number): boolean {
  const before = blocks.slice(Math.max(0, at - 3), at)
  return (
    (blocks[at]?.label ?? null) === null &&
    (blocks[at]?.clean.text.length ?? 99) <= 60 &&
    before.some((block) => isCopies(block.clean.text))
  )
}

function isBodyNameList(block: Block): boolean {
  return block.label === null && isBodyName(block.clean.text)
}

/** A numbered title below 附件：. */
function isWithinList(blocks: readonly Block[], at: number): boolean {
  let above = at
  while (above >= 0 && isListEntry(blocks[above]) && blocks[above]?.label !== null) above--
  const head = blocks[above]
  return (
    above < at &&
    head !== undefined &&
    head.label === null &&
    (isAnnexTitle(annexText(head)) || isAnnexMark(head.clean.text))
  )
}
