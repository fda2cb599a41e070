import type { Piece } from './pdf-pieces.ts'

/** Pieces that stand side by side without a wide gap. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
}

/** What stands on one height of a page, from left to right. */
export interface Row {
  readonly segments: readonly Segment[]
  readonly x: number
  readonly right: number
  /** Foot of the letters. */
  readonly y: number
  readonly size: number
}

/** Gaps as wide as this, in heights of letters, part cells and columns. */
export const WIDE_GAP = 1.75

/**
 * Sorts the pieces of a page into rows, raised and lowered ones with those they belong to.
 * @example rowsOf(pieces).map(({ segments }) => segments.map(({ text }) => text)) // [['第一章　总则'], ['名称', '数量']]
 */
export function rowsOf(pieces: readonly Piece[]): readonly Row[] {
  return bandsOf(pieces)
    .map(rowOf)
    .sort((a, b) => a.y - b.y)
}

interface Band {
  top: number
  foot: number
  size: number
  readonly pieces: Piece[]
}

/** How many of the rows above a piece may belong to; pieces come sorted by their feet. */
const NEAR = 4

function bandsOf(pieces: readonly Piece[]): readonly Band[] {
  const bands: Band[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const band = bands.slice(-NEAR).find((near) => overlap(near, piece) > 0.55 && !covers(near, piece))
    if (band === undefined) bands.push({ ...edges(piece), size: piece.size, pieces: [piece] })
    else take(band, piece)
  }
  return bands
}

function edges({ y, size }: Piece): { readonly top: number; readonly foot: number } {
  return { top: y - size * 0.8, foot: y + size * 0.15 }
}

/** Share of the lower of the two that lies in the height of the other. */
function overlap(band: Band, piece: Piece): number {
  const { top, foot } = edges(piece)
  const shared = Math.min(band.foot, foot) - Math.max(band.top, top)
  return shared / Math.min(band.foot - band.top, foot - top)
}

/** Letters printed over others belong to no row of theirs: a stamp, a second copy that makes them bold. */
function covers(band: Band, piece: Piece): boolean {
  return band.pieces.some(
    (other) =>
      Math.abs(other.size - piece.size) < 0.1 * piece.size &&
      Math.min(other.right, piece.right) - Math.max(other.x, piece.x) >
        0.6 * Math.min(other.right - other.x, piece.right - piece.x),
  )
}

/** The largest letters tell where a row stands. */
function take(band: Band, piece: Piece): void {
  band.pieces.push(piece)
  if (piece.size > band.size * 1.05) Object.assign(band, edges(piece), { size: piece.size })
}

function rowOf({ pieces, size }: Band): Row {
  const sorted = [...pieces].sort((a, b) => a.x - b.x)
  const y = medianFoot(sorted, size)
  const segments: Segment[] = []
  for (const piece of sorted) {
    const text = raised(piece, y, size)
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : (piece.x - last.right) / size
    if (last === undefined || gap > WIDE_GAP) segments.push({ text, x: piece.x, right: piece.right })
    else
      segments[segments.length - 1] = {
        text: joined(last.text, text, gap),
        x: last.x,
        right: Math.max(last.right, piece.right),
      }
  }
  return { segments, x: segments[0]?.x ?? 0, right: Math.max(...segments.map(({ right }) => right)), y, size }
}

function medianFoot(pieces: readonly Piece[], size: number): number {
  const feet = pieces.filter((piece) => piece.size > size * 0.9).map(({ y }) => y)
  return feet.sort((a, b) => a - b)[feet.length >> 1] ?? 0
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Small raised digits are written as such: m², a note's mark. */
function raised({ text, y, size }: Piece, foot: number, height: number): string {
  if (size > height * 0.8 || foot - y < height * 0.2 || !/^\d{1,3}$/.test(text)) return text
  return text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))
}

const LATIN = /[A-Za-z0-9,.;:)%]$/
const HAN_GAP = 0.7

/** A gap that can be seen is kept: one space between words of Latin letters, a wide one between Han characters. */
function joined(before: string, after: string, gap: number): string {
  if (LATIN.test(before) && /^[A-Za-z0-9(]/.test(after)) return before + (gap > 0.12 ? ' ' : '') + after
  return before + (gap > HAN_GAP ? '　' : '') + after
}
