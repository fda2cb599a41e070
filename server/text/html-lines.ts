import { readLabel } from '../grammar/labels.ts'
import { listMarkers } from './html-lists.ts'
import { dataTables } from './html-tables.ts'
import type { PageNode } from './html-tree.ts'
import { addBreak, addCell, addRaised, addSigns, endDraft, indentOf, newDraft } from './line-draft.ts'
import type { LineDraft } from './line-draft.ts'

/** A line of a page as a reader sees it, and where it comes from. */
export interface PageLine {
  /** Cells of a table row stand apart by tabs; an indented paragraph starts with two full-width spaces, others with none. */
  readonly text: string
  /** Signs of the line that are links. */
  readonly linked: number
  /** The nodes its first and its last sign stand in. */
  readonly from: number
  readonly to: number
  /** Level of a heading, 0 for other lines. */
  readonly level: number
}

/**
 * The lines that a page shows: one for each block, cut at line breaks; rows of tables as one line, cells apart by tabs; items of
 * lists with their numbers. Dropped nodes are left out with all inside them.
 * @example layOut(readPage('<p>甲<br>乙</p>'), new Set()).map(({ text }) => text) // ['甲', '乙']
 */
export function layOut(nodes: readonly PageNode[], dropped: ReadonlySet<number>): readonly PageLine[] {
  const page = newLayout(nodes)
  for (let at = 0; at < nodes.length;) {
    leaveTo(page, at)
    const node = nodes[at]
    if (node === undefined || dropped.has(at) || SILENT.has(node.tag)) at = node?.end ?? nodes.length
    else enter(page, at++, node)
  }
  leaveTo(page, nodes.length)
  endLine(page)
  return page.lines
}

interface Layout {
  readonly nodes: readonly PageNode[]
  readonly tables: ReadonlySet<number>
  readonly markers: ReadonlyMap<number, string>
  readonly lines: PageLine[]
  /** Elements that do something when they end. */
  readonly open: { readonly at: number; readonly kind: Kind }[]
  line: LineDraft
  from: number
  to: number
  /** The number of a list item that waits for its text. */
  marker: string | null
  /** How many elements of each kind are open. */
  readonly inside: Record<Kind, number>
  level: number
}

function newLayout(nodes: readonly PageNode[]): Layout {
  return {
    nodes,
    tables: dataTables(nodes),
    markers: listMarkers(nodes),
    lines: [],
    open: [],
    line: newDraft(),
    from: -1,
    to: -1,
    marker: null,
    inside: { row: 0, cell: 0, heading: 0, item: 0, block: 0, link: 0, raised: 0, pre: 0 },
    level: 0,
  }
}

const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg canvas video audio map select button textarea datalist head title rt rp'.split(
    ' ',
  ),
)

const BLOCKS: ReadonlySet<string> = new Set(
  '#page html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hr legend main menu nav ol p section summary table tbody tfoot thead tr td th ul option'.split(
    ' ',
  ),
)

type Kind = 'row' | 'cell' | 'heading' | 'item' | 'block' | 'link' | 'raised' | 'pre'

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...[...BLOCKS].map((tag) => [tag, 'block'] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ['li', 'item'],
  ['sup', 'raised'],
  ['pre', 'pre'],
])

function kindOf(page: Layout, at: number, { tag, parent, attributes }: PageNode): Kind | null {
  if (tag === 'a') return attributes.has('href') ? 'link' : null
  if (tag === 'tr' && isDataRow(page, at)) return 'row'
  if ((tag === 'td' || tag === 'th') && isDataRow(page, parent)) return 'cell'
  return KINDS.get(tag) ?? null
}

function isDataRow({ nodes, tables }: Layout, at: number): boolean {
  const row = nodes[at]
  if (row?.tag !== 'tr') return false
  const group = nodes[row.parent]
  return tables.has(group?.tag === 'table' ? row.parent : (group?.parent ?? -1))
}

function enter(page: Layout, at: number, node: PageNode): void {
  if (node.tag === '') return addText(page, at, node)
  if (node.tag === 'br') return breakLine(page)
  const kind = kindOf(page, at, node)
  if (kind === null) return
  page.open.push({ at, kind })
  page.inside[kind]++
  if (kind === 'row') endLine(page)
  else if (kind === 'cell') addCell(page.line)
  else if (!INLINE.has(kind)) breakLine(page)
  if (kind === 'block' && INDENT.test(node.attributes.get('style') ?? '')) page.line.indent = WIDE
  if (kind === 'heading') page.level = Number(node.tag.slice(1))
  if (kind === 'item') page.marker = page.markers.get(at) ?? null
}

const INDENT = /text-indent\s*:\s*(?:[1-9]\d?|\d?\.\d)[\d.]*(?:em|pt|px|cm|mm|in|ch|rem)/i
const WIDE = 4
const INLINE: ReadonlySet<Kind> = new Set(['link', 'raised'])

function leaveTo(page: Layout, at: number): void {
  for (let top = page.open.at(-1); top !== undefined && (page.nodes[top.at]?.end ?? 0) <= at; top = page.open.at(-1)) {
    page.open.pop()
    page.inside[top.kind]--
    if (!INLINE.has(top.kind) && top.kind !== 'cell') breakLine(page)
    if (top.kind === 'heading') page.level = 0
    if (top.kind === 'item') page.marker = null
  }
}

/** Inside a row of a table a break is a space, so that the row stays one line. */
function breakLine(page: Layout): void {
  if (page.inside.row > 0) addBreak(page.line)
  else endLine(page)
}

const STRUCTURE: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'ul', 'ol', 'dl'])

function addText(page: Layout, at: number, { text, parent }: PageNode): void {
  const blank = text.trim() === ''
  if (blank && STRUCTURE.has(page.nodes[parent]?.tag ?? '')) return
  const pieces = page.inside.pre > 0 && page.inside.row === 0 ? text.split(/\r\n|[\r\n]/) : [text]
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) endLine(page)
    const signs = page.inside.raised > 0 ? addRaised(page.line, piece) : addSigns(page.line, piece)
    if (signs === 0) continue
    if (page.from < 0) page.from = at
    page.to = at
    if (page.inside.link > 0) page.line.linked += signs
  }
}

/** A waiting number goes before the text, unless the item writes its own. */
function endLine(page: Layout): void {
  const written = endDraft(page.line)
  if (written !== '') {
    const numbered = page.marker === null || readLabel(written) !== null ? written : `${page.marker} ${written}`
    const text = indentOf(page.line) + numbered
    page.lines.push({ text, linked: page.line.linked, from: page.from, to: page.to, level: page.level })
    page.marker = null
  }
  page.line = newDraft()
  page.from = -1
}
