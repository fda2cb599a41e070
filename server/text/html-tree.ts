import { Tokenizer, TokenizerMode } from 'parse5'
import type { Token, TokenHandler } from 'parse5'

/** An element or text of a page. Nodes stand in text order; those of index + 1 up to `end` lie inside. */
export interface PageNode {
  /** Name of the element; empty for text. */
  readonly tag: string
  text: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: number
  end: number
}

/**
 * The nodes of a page, in text order, as a flat list: nothing recurses, however deep the page. Tokens are those of the HTML
 * standard; the tree is built by its rules of implied ends as far as they matter to the text, in linear time.
 * @example readPage('<p>甲<p>乙').map(({ tag, text }) => tag || text) // ['', 'p', '甲', 'p', '乙']
 */
export function readPage(html: string): readonly PageNode[] {
  const builder = newBuilder()
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    handlerOf(builder, (mode) => (tokenizer.state = mode)),
  )
  tokenizer.write(html, true)
  for (let at = builder.open.length - 1; at >= 0; at--) close(builder)
  return builder.nodes
}

interface Open {
  readonly node: number
  readonly tag: string
  /** For each kind of implied end: where the element stands that would end, counted in `open`; -1 for none. */
  readonly nearest: Nearest
}

interface Nearest {
  readonly p: number
  readonly item: number
  readonly term: number
  readonly row: number
  readonly cell: number
  readonly group: number
  /** The cell, caption or table that end tags do not reach out of. */
  readonly wall: number
}

const NONE: Nearest = { p: -1, item: -1, term: -1, row: -1, cell: -1, group: -1, wall: -1 }

interface Builder {
  readonly nodes: PageNode[]
  readonly open: Open[]
  /** Where elements of each name stand in `open`. */
  readonly places: Map<string, number[]>
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

function newBuilder(): Builder {
  const root: PageNode = { tag: '#page', text: '', attributes: NO_ATTRIBUTES, parent: -1, end: 1 }
  return { nodes: [root], open: [{ node: 0, tag: '#page', nearest: NONE }], places: new Map() }
}

type Mode = (typeof TokenizerMode)[keyof typeof TokenizerMode]

const MODES: ReadonlyMap<string, Mode> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((tag) => [tag, TokenizerMode.RAWTEXT] as const),
  ...['title', 'textarea'].map((tag) => [tag, TokenizerMode.RCDATA] as const),
])

const nothing = (): void => undefined

function handlerOf(builder: Builder, switchTo: (mode: Mode) => void): TokenHandler {
  const onText = (token: Token.CharacterToken): void => addText(builder, token.chars)
  return {
    onStartTag: (token) => {
      const mode = openTag(builder, token) ? MODES.get(token.tagName) : undefined
      if (mode !== undefined) switchTo(mode)
    },
    onEndTag: (token) => endTag(builder, token.tagName),
    onCharacter: onText,
    onWhitespaceCharacter: onText,
    onNullCharacter: nothing,
    onComment: nothing,
    onDoctype: nothing,
    onEof: nothing,
  }
}

const MUTE: ReadonlySet<string> = new Set(['script', 'style', 'noembed', 'noframes', 'iframe'])

function addText({ nodes, open }: Builder, text: string): void {
  const top = open.at(-1)
  if (top === undefined || MUTE.has(top.tag)) return
  const before = nodes.at(-1)
  if (before?.tag === '' && before.parent === top.node) {
    before.text += text
  } else {
    nodes.push({ tag: '', text, attributes: NO_ATTRIBUTES, parent: top.node, end: nodes.length + 1 })
  }
}

const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Opens an element; false for one that has no inside. */
function openTag(builder: Builder, token: Token.TagToken): boolean {
  const tag = token.tagName
  endImplied(builder, tag)
  const { nodes, open, places } = builder
  const parent = open.at(-1) ?? { node: 0, tag: '', nearest: NONE }
  const node =
    nodes.push({ tag, text: '', attributes: readAttributes(token), parent: parent.node, end: nodes.length + 1 }) - 1
  if (VOID.has(tag) || (token.selfClosing && /^(?:svg|path|[a-z]+:)/.test(tag))) return false
  const place = open.push({ node, tag, nearest: nearestBelow(parent.nearest, tag, open.length) }) - 1
  const row = places.get(tag)
  if (row === undefined) places.set(tag, [place])
  else row.push(place)
  return true
}

const KEPT: ReadonlySet<string> = new Set(
  'id class style hidden role href type start value reversed colspan rowspan name content property aria-hidden'.split(
    ' ',
  ),
)

function readAttributes({ attrs }: Token.TagToken): ReadonlyMap<string, string> {
  const kept = attrs.filter(({ name }) => KEPT.has(name))
  return kept.length === 0 ? NO_ATTRIBUTES : new Map(kept.map(({ name, value }) => [name, value]))
}

function nearestBelow(above: Nearest, tag: string, place: number): Nearest {
  switch (tag) {
    case 'p':
      return { ...above, p: place }
    case 'li':
      return { ...above, item: place }
    case 'ul':
    case 'ol':
      return { ...above, item: -1 }
    case 'dd':
    case 'dt':
      return { ...above, term: place }
    case 'dl':
      return { ...above, term: -1 }
    case 'table':
      return { ...NONE, wall: place }
    case 'tbody':
    case 'thead':
    case 'tfoot':
      return { ...above, group: place }
    case 'tr':
      return { ...above, row: place }
    case 'td':
    case 'th':
    case 'caption':
      return { ...above, p: -1, item: -1, term: -1, cell: place, wall: place }
    default:
      return above
  }
}

const ENDS_P: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table ul'.split(
    ' ',
  ),
)

/** What ends of itself where a tag opens: a paragraph before a block, an item before an item, a cell before a cell. */
function endImplied(builder: Builder, tag: string): void {
  const near = builder.open.at(-1)?.nearest ?? NONE
  const ended =
    tag === 'li'
      ? near.item
      : tag === 'dd' || tag === 'dt'
        ? near.term
        : tag === 'td' || tag === 'th'
          ? near.cell
          : tag === 'tr'
            ? first(near.row, near.cell)
            : tag === 'tbody' || tag === 'thead' || tag === 'tfoot'
              ? first(near.group, near.row, near.cell)
              : -1
  if (ended >= 0) closeTo(builder, ended)
  const p = builder.open.at(-1)?.nearest.p ?? -1
  if (p >= 0 && ENDS_P.has(tag)) closeTo(builder, p)
  if (tag === 'a') endAnchor(builder)
}

function first(...places: readonly number[]): number {
  return places.find((place) => place >= 0) ?? -1
}

/** A link does not hold another; one that was never closed ends where the next begins. */
function endAnchor(builder: Builder): void {
  if (builder.open.at(-1)?.tag === 'a') closeTo(builder, builder.open.length - 1)
}

const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'])

/** Closes the last element of that name and all inside it; a stray end tag says nothing, but for </p> and </br>. */
function endTag(builder: Builder, tag: string): void {
  const place = builder.places.get(tag)?.at(-1) ?? -1
  const wall = builder.open.at(-1)?.nearest.wall ?? -1
  if (place > 0 && (place >= wall || TABLE_PARTS.has(tag))) closeTo(builder, place)
  else if (tag === 'br' || tag === 'p') addBreak(builder)
}

function addBreak({ nodes, open }: Builder): void {
  const parent = open.at(-1)?.node ?? 0
  nodes.push({ tag: 'br', text: '', attributes: NO_ATTRIBUTES, parent, end: nodes.length + 1 })
}

function closeTo(builder: Builder, place: number): void {
  while (builder.open.length > place) close(builder)
}

function close({ nodes, open, places }: Builder): void {
  const ended = open.pop()
  if (ended === undefined) return
  if (ended.node > 0) places.get(ended.tag)?.pop()
  const node = nodes[ended.node]
  if (node !== undefined) node.end = nodes.length
}
