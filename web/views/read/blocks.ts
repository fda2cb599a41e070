/** A provision of the flattened tree: offsets into the raw text, parents before children. */
export interface Node {
  readonly id: string
  readonly kind: string
  readonly label: string | null
  readonly heading: string | null
  readonly depth: number
  readonly start: number
  readonly end: number
}

/** A stretch of the raw text that is shown as one block: the own words of a provision, or words outside the tree. */
export interface Block<N extends Node = Node> {
  readonly start: number
  readonly end: number
  readonly provision: N | null
  /** True for the first block of its provision. */
  readonly first: boolean
}

/**
 * The whole raw text as blocks without gap or overlap: a new one where a provision begins or ends. Joined again they are
 * the raw text.
 */
export function blocksOf<N extends Node>(text: string, provisions: readonly N[]): readonly Block<N>[] {
  const cuts = [...new Set([0, text.length, ...provisions.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b)
  const seen = new Set<string>()
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const provision = innermost(provisions, start, end)
    const first = provision !== null && !seen.has(provision.id)
    if (provision !== null) seen.add(provision.id)
    return { start, end, provision, first }
  })
}

/**
 * Blocks that stand on one line: a label that is alone in its block (第八条) goes before the paragraph that follows it, with
 * the layout between them.
 */
export function linesOf<B extends Block>(text: string, blocks: readonly B[]): readonly (readonly B[])[] {
  const lines: B[][] = []
  for (const block of blocks) {
    const line = lines.at(-1)
    if (line?.[0] && isOpen(text, line, block)) line.push(block)
    else lines.push([block])
  }
  return lines
}

/** True when a line has nothing but a label so far and the block goes on with the label's own words. */
function isOpen(text: string, line: readonly Block[], { start, end, provision }: Block): boolean {
  const [head] = line
  const label = head?.provision?.label ?? null
  if (head === undefined || label === null || !head.first) return false
  const said = text.slice(head.start, start).replace(/[\s*#]+/g, '')
  const isBlank = text.slice(start, end).trim() === ''
  return said === label.replace(/\s+/g, '') && (isBlank || provision?.kind === 'paragraph')
}

/** The last provision in text order that covers a stretch; children come after their parents. */
function innermost<N extends Node>(provisions: readonly N[], start: number, end: number): N | null {
  return provisions.findLast((it) => it.start <= start && end <= it.end && it.end > it.start) ?? null
}

/** Something that is marked in the text; half-open offsets. */
export interface Mark<K extends string = string> {
  readonly kind: K
  readonly id: string
  readonly start: number
  readonly end: number
}

/** A run of text in which nothing begins or ends: `marks` lie over all of it. */
export interface Run<M extends Mark = Mark> {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly look: 'text' | 'break' | 'gap' | 'markup'
  readonly marks: readonly M[]
}

/**
 * The runs of one block. Line breaks of the layout are runs of their own: `gap` where the sentence goes on behind it,
 * `break` where a new line is meant; `markup` are the signs of Markdown. Joined again they are the block's words.
 */
export function runsOf<M extends Mark>(
  text: string,
  { start, end, provision }: Pick<Block, 'start' | 'end'> & Partial<Pick<Block, 'provision'>>,
  marks: readonly M[],
): readonly Run<M>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const layout = layoutOf(text.slice(start, end), provision === null).map((it) => ({
    ...it,
    start: it.start + start,
    end: it.end + start,
  }))
  const cuts = [start, end, ...[...inside, ...layout].flatMap((it) => [it.start, it.end])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b)
  const distinct = [...new Set(cuts)]
  const lookOf = (from: number, to: number): Run['look'] => {
    const look = layout.find((it) => it.start <= from && to <= it.end)?.look ?? 'text'
    // A heading has its line to itself.
    const isEnded = inside.some(({ kind, end: last }) => kind === 'heading' && last === from)
    return look === 'gap' && isEnded && text.slice(from, to).includes('\n') && to < end ? 'break' : look
  }
  return distinct.slice(0, -1).map((from, index) => {
    const to = distinct[index + 1] ?? end
    return {
      start: from,
      end: to,
      text: text.slice(from, to),
      look: lookOf(from, to),
      marks: inside.filter((mark) => mark.start <= from && to <= mark.end),
    }
  })
}

const LAYOUT = /\s*\n\s*|\*\*|^#{1,6}[ \t]*|^[ \t\u3000]+/gm
const SENTENCE_ENDS = /[。；：！？.;:!?”）)》]\s*\**$/u

/** Places of layout in a block: what is hidden, and whether a new line begins behind it. */
function layoutOf(
  words: string,
  outside: boolean,
): readonly { readonly start: number; readonly end: number; readonly look: Run['look'] }[] {
  return [...words.matchAll(LAYOUT)].map((match) => {
    const [found] = match
    const range = { start: match.index, end: match.index + found.length }
    if (!found.includes('\n')) return { ...range, look: found.trim() === '' ? ('gap' as const) : ('markup' as const) }
    if (/\w$/.test(words.slice(0, range.start)) && /^\w/.test(words.slice(range.end)))
      return { ...range, look: 'text' as const }
    const before = words.slice(0, range.start)
    const edge = before.trim() === '' || words.slice(range.end).trim() === ''
    return { ...range, look: !edge && endsLine(before, outside && /\n\s*\n/.test(found)) ? 'break' : 'gap' }
  })
}

const SHORT_LINE = 30

/** A new line is meant behind the end of a sentence; in a letterhead also behind a short line with a blank one below. */
function endsLine(before: string, blankBelow: boolean): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return SENTENCE_ENDS.test(before) || (blankBelow && line.length < SHORT_LINE)
}
