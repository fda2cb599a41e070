import type { OPS as Operators, PDFPageProxy } from 'pdfjs-dist'
import { rowsOf } from './pdf-rows.ts'
import { multiply, rulesOn } from './pdf-rules.ts'
import type { Rule } from './pdf-rules.ts'

/** A run of text on a page, turned upright; points from the page's left and top edge, y at the foot of its letters. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** Height of its letters. */
  readonly size: number
}

/** The text of a page as its maker left it. */
export interface PagePieces {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  /** Text that runs another way than the page's own: watermarks, binding lines. */
  readonly aside: readonly string[]
  /** Lines drawn on a page that may hold a table. */
  readonly rules: readonly Rule[]
}

/** A page of a regulation has a few thousand; more is no text to be read. */
const MOST_PIECES = 200_000

type Way = 'right' | 'down' | 'left' | 'up' | 'slanted' | 'vertical'

interface Found extends Piece {
  readonly way: Way
}

/**
 * Reads the runs of text of a page in the direction that most of its text has.
 * @example (await piecesIn(page, OPS)).pieces[0] // { text: '第一条', x: 85, right: 133, y: 120, size: 16 }
 */
export async function piecesIn(page: PDFPageProxy, ops: typeof Operators): Promise<PagePieces> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const found = items.slice(0, MOST_PIECES).flatMap((item) => {
    if (!('str' in item)) return []
    const matrix = multiply(transform, item.transform)
    return placed(item, matrix, styles[item.fontName]?.vertical === true)
  })
  const way = commonest(found)
  const frame = { width, height }
  const pieces = found.filter((piece) => piece.way === way).map((piece) => turned(piece, frame))
  return {
    ...(way === 'right' || way === 'left' ? frame : { width: height, height: width }),
    pieces,
    rules: way === 'right' && mayHoldTable(pieces) ? await rulesOn(page, ops) : [],
    aside: joinAside(found.filter((piece) => piece.way !== way)),
  }
}

/** Drawn lines are looked for where text stands in rows of cells: that takes as long as reading it. */
function mayHoldTable(pieces: readonly Piece[]): boolean {
  return rowsOf(pieces).filter(({ segments }) => segments.length > 1).length > 1
}

interface Item {
  readonly str: string
  readonly width: number
  readonly height: number
}

function placed({ str, width, height }: Item, matrix: readonly number[], vertical: boolean): readonly Found[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix
  const size = Math.hypot(c, d)
  const text = str.trim().replace(DASH, (dash) => (dash === '⸺' ? '——' : '———'))
  if (text === '' || !(size > 0) || !Number.isFinite(x + y + size)) return []
  const length = vertical ? height : width
  const [lead, share] = shares(str)
  return [
    {
      text,
      x: x + lead * length,
      right: x + (lead + share) * length,
      y,
      size,
      way: vertical ? 'vertical' : wayOf(a, b),
    },
  ]
}

/** Fonts draw a row of dashes as one sign. */
const DASH = /[⸺⸻]/g

/** How far into a run its first letter stands and how much of it is no outer space, as shares of its length. */
function shares(whole: string): readonly [number, number] {
  const all = advance(whole)
  return all === 0
    ? [0, 1]
    : [advance(whole.slice(0, whole.length - whole.trimStart().length)) / all, advance(whole.trim()) / all]
}

/** Rough width in ems. */
function advance(text: string): number {
  let ems = 0
  for (const char of text) ems += char === ' ' ? 0.3 : char < '\u2000' ? 0.5 : 1
  return ems
}

function wayOf(a: number, b: number): Way {
  if (Math.abs(b) < Math.abs(a) * 0.05) return a > 0 ? 'right' : 'left'
  if (Math.abs(a) < Math.abs(b) * 0.05) return b > 0 ? 'down' : 'up'
  return 'slanted'
}

function commonest(found: readonly Found[]): Way {
  const counts = new Map<Way, number>([['right', 0]])
  for (const { way, text } of found) if (way !== 'slanted') counts.set(way, (counts.get(way) ?? 0) + text.length)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** The page turned so that this way runs to the right. */
function turned({ text, x, right, y, size, way }: Found, { width, height }: { width: number; height: number }): Piece {
  const length = right - x
  const at = TURNS[way]({ x, y, width, height })
  return { text, x: at.x, right: at.x + length, y: at.y, size }
}

interface Corner {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const TURNS = {
  right: ({ x, y }) => ({ x, y }),
  slanted: ({ x, y }) => ({ x, y }),
  left: ({ x, y, width, height }) => ({ x: width - x, y: height - y }),
  down: ({ x, y, width }) => ({ x: y, y: width - x }),
  up: ({ x, y, height }) => ({ x: height - y, y: x }),
  // Lines of vertical writing follow each other from the right to the left.
  vertical: ({ x, y, width }) => ({ x: y, y: width - x }),
} as const satisfies Record<Way, (corner: Corner) => { x: number; y: number }>

function joinAside(found: readonly Found[]): readonly string[] {
  return found.length === 0 ? [] : [found.map(({ text }) => text).join('')]
}
