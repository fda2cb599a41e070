import type { Label, LabelForm } from '../grammar/labels.ts'
import type { Passage, Provision, ProvisionKind } from '../model/document.ts'
import type { CleanText } from '../model/text.ts'
import { annexLabel, annexTitle } from './annexes.ts'
import type { Block } from './blocks.ts'
import { headingOf } from './headings.ts'
import { headsOverArticles } from './heads-over-articles.ts'
import { idGiver } from './ids.ts'
import { recoverLabels } from './lost-labels.ts'
import type { Annex, Regions } from './regions.ts'

/** Provisions and passages of a document, in text order. */
export interface Tree {
  readonly provisions: readonly Provision[]
  readonly passages: readonly Passage[]
}

/**
 * Builds the provision tree of the regulation and its annexes.
 * @example buildTree(regions).provisions.map(({ id }) => id) // ['chp_1', 'chp_1__art_1', 'chp_1__art_1__para_1', …]
 */
export function buildTree(regions: Regions): Tree {
  const builder: Builder = {
    nodes: [],
    passages: [],
    open: [],
    giveId: idGiver(),
    paragraphs: new Map(),
    part: 'body',
    hasOutline: false,
  }
  addBlocks(builder, regions.body)
  for (const [index, annex] of regions.annexes.entries()) addAnnex(builder, annex, index)
  return { provisions: builder.nodes.map(({ form: _, ...provision }) => provision), passages: builder.passages }
}

type Node = Omit<Provision, 'end'> & {
  end: number
  readonly form: LabelForm | 'annex' | 'paragraph' | 'preamble' | 'heading' | 'hanHead' | 'hanParenHead'
}

interface Builder {
  readonly nodes: Node[]
  readonly passages: Passage[]
  /** The path from the outermost open node to the innermost. */
  readonly open: Node[]
  readonly giveId: ReturnType<typeof idGiver>
  /** Paragraphs counted by article. */
  readonly paragraphs: Map<string | null, number>
  part: Passage['part']
  /** Whether 一、 or （一） order this part, so that 1. stands on their third level. */
  hasOutline: boolean
}

/** Ranks from the outside in; list forms follow the article and its paragraphs. */
const RANK = {
  annex: 0,
  part: 1,
  subpart: 1.5,
  chapter: 2,
  section: 3,
  heading: 3,
  hanHead: 3.3,
  hanParenHead: 3.6,
  article: 4,
  preamble: 4,
  paragraph: 5,
  han: 6,
  hanParen: 7,
  arabic: 8,
  arabicParen: 9,
  arabicClose: 10,
  circled: 11,
  dash: 12,
  decimal1: 6,
  decimal2: 7,
  decimal3: 8,
  decimal4: 9,
} as const satisfies Record<Node['form'], number>

function addBlocks(builder: Builder, given: readonly Block[]): void {
  const blocks = recoverLabels(given)
  builder.hasOutline = blocks.some(({ label }) => label?.form === 'han' || label?.form === 'hanParen')
  const heads = headsOverArticles(blocks)
  blocks.forEach((block, at) => {
    const next = blocks[at + 1]
    if (block.label !== null) addLabelled(builder, { block, label: block.label, next, isHead: heads.has(at) })
    else if (isLostHeading(builder, block, next)) addHeading(builder, block)
    else addText(builder, block)
  })
}

interface Labelled {
  readonly block: Block
  readonly label: Label
  readonly next: Block | undefined
  /** 一、总则 above 第一条: a division, not an item. */
  readonly isHead: boolean
}

function addLabelled(builder: Builder, { block, label, next, isHead }: Labelled): void {
  const form = isHead ? (label.form === 'han' ? 'hanHead' : 'hanParenHead') : label.form
  closeTo(builder, form)
  const article = builder.open.find(({ form }) => form === 'article')
  if (article !== undefined && builder.open.at(-1) === article) openParagraph(builder, block.start)
  const { heading, text } = isHead
    ? { heading: block.clean.text, text: null }
    : headingOf(block, next, article !== undefined && builder.open.includes(article))
  openNode(builder, {
    kind: kindOf(builder, label),
    form,
    label: label.text,
    number: label.number,
    suffix: label.suffix,
    heading,
    start: block.start,
  })
  if (label.form === 'article' && text !== null) openParagraph(builder, rawStart(text, block.start))
  if (text !== null) addPassage(builder, text)
  extend(builder, block.end)
}

/** Closes what a label of this form ends: nodes of its own rank and inside it. */
function closeTo({ open }: Builder, form: Node['form']): void {
  const isHeading = form === 'chapter' || form === 'section' || form === 'part' || form === 'subpart'
  while (open.length > 0) {
    const last = open.at(-1)
    if (last === undefined || last.form === 'annex') return
    const ends = RANK[last.form] >= RANK[form] || (isHeading && last.form === 'heading') || last.form === 'preamble'
    if (!ends) return
    open.pop()
  }
}

const FIXED: Partial<Record<LabelForm, ProvisionKind>> = {
  part: 'part',
  subpart: 'part',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  dash: 'item',
  decimal1: 'outline1',
  decimal2: 'outline2',
  decimal3: 'outline3',
  decimal4: 'outline4',
}
const OUTLINE: Partial<Record<LabelForm, ProvisionKind>> = {
  han: 'outline1',
  hanParen: 'outline2',
  arabic: 'outline3',
  arabicParen: 'outline4',
}

function kindOf({ open, hasOutline }: Builder, { form }: Label): ProvisionKind {
  const fixed = FIXED[form]
  if (fixed !== undefined) return fixed
  const isIn = (kinds: readonly ProvisionKind[]) => open.some(({ kind }) => kinds.includes(kind))
  if (isIn(['article'])) return isIn(['item']) ? 'subitem' : 'item'
  const level = OUTLINE[form]
  if (level !== undefined && (form === 'han' || form === 'hanParen' || hasOutline)) return level
  return isIn(['item']) || isIn(['outline1', 'outline2', 'outline3', 'outline4']) ? 'subitem' : 'item'
}

type NewNode = Pick<Node, 'kind' | 'form' | 'label' | 'number' | 'heading' | 'start'> & {
  readonly suffix?: number | null
}

function openNode(builder: Builder, { suffix, ...given }: NewNode): Node {
  const parent = builder.open.at(-1)?.id ?? null
  const id = builder.giveId({ kind: given.kind, number: given.number, suffix: suffix ?? null }, parent)
  const { kind, form, label, number, heading, start } = given
  const node: Node = { kind, form, label, number, heading, start, id, parent, end: start }
  builder.nodes.push(node)
  builder.open.push(node)
  return node
}

function openParagraph(builder: Builder, start: number): void {
  const article = builder.open.at(-1)
  const number = (builder.paragraphs.get(article?.id ?? null) ?? 0) + 1
  builder.paragraphs.set(article?.id ?? null, number)
  openNode(builder, { kind: 'paragraph', form: 'paragraph', label: null, number, heading: null, start })
}

function rawStart(text: CleanText, fallback: number): number {
  return text.offsets[0] ?? fallback
}

function addText(builder: Builder, block: Block): void {
  if (block.clean.text === '') return
  if (builder.open.some(({ form }) => form === 'article')) {
    closeTo(builder, 'paragraph')
    openParagraph(builder, block.start)
  } else if (builder.open.length === 0) {
    const isPreface = PREFACE.test(block.clean.text)
    const heading = isPreface ? block.clean.text : null
    openNode(builder, { kind: 'other', form: 'preamble', label: null, number: null, heading, start: block.start })
    if (isPreface) return extend(builder, block.end)
  }
  addPassage(builder, block.clean)
  extend(builder, block.end)
}

const PREFACE = /^(?:序\s*言|前\s*言|引\s*言|序|导\s*言)$/

function addPassage({ open, passages, part }: Builder, clean: CleanText): void {
  passages.push({ provision: open.at(-1)?.id ?? null, part, clean })
}

function extend({ open }: Builder, end: number): void {
  for (const node of open) node.end = Math.max(node.end, end)
}

/** 附则 on a line of its own between two articles: a chapter that lost its number. */
function isLostHeading({ open }: Builder, { clean: { text }, tabular }: Block, next: Block | undefined): boolean {
  if (next?.label?.form !== 'article' || tabular || text.length > 20 || text === '') return false
  const inLaw = open.length === 0 || open.some(({ form }) => form === 'article' || form === 'heading')
  return inLaw && !/[，。；：、！？“”]$|[，。；：]/.test(text)
}

function addHeading(builder: Builder, block: Block): void {
  closeTo(builder, /^附\s*则$/.test(block.clean.text) && hasParts(builder) ? 'part' : 'heading')
  openNode(builder, {
    kind: 'other',
    form: 'heading',
    label: null,
    number: null,
    heading: block.clean.text,
    start: block.start,
  })
  extend(builder, block.end)
}

/** Behind the parts of a code 附则 is a division beside them. */
function hasParts({ open }: Builder): boolean {
  return open.some(({ form }) => form === 'part')
}

function addAnnex(builder: Builder, { mark, blocks }: Annex, index: number): void {
  builder.open.length = 0
  builder.part = 'annex'
  const { heading, rest } = annexTitle(mark, blocks)
  const { label, number } = annexLabel(mark)
  openNode(builder, { kind: 'annex', form: 'annex', label, number: number ?? index + 1, heading, start: mark.start })
  extend(builder, blocks[blocks.length - rest.length - 1]?.end ?? mark.end)
  addBlocks(builder, rest)
}
