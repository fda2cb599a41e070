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
  /** Cells that drawn lines part. */
  readonly isTable?: boolean
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
    const near = bands.slice(-NEAR)
    if (near.some((band) => band.pieces.some((other) => isCopy(other, piece)))) continue
    const band = near.find((candidate) => overlap(candidate, piece) > 0.55 && !covers(candidate, piece))
    if (band === undefined) bands.push({ ...edges(piece), size: piece.size, pieces: [piece] })
    else take(band, piece)
  }
  return bands
}

/** Printed twice, a little aside, to look bold. */
function isCopy(a: Piece, b: Piece): boolean {
  const most = 0.2 * b.size
  return (
    a.text === b.text && Math.abs(a.x - b.x) < most && Math.abs(a.y - b.y) < most && Math.abs(a.size - b.size) < most
  )
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

/** Letters printed over others belong to no row of theirs: a stamp. */
function covers(band: Band, piece: Piece): boolean {
  return band.pieces.some(
    (other) => shared(other, piece) > 0.6 * Math.max(other.right - other.x, piece.right - piece.x),
  )
}

function shared(a: Piece, b: Piece): number {
  return Math.min(a.right, b.right) - Math.max(a.x, b.x)
}

/** The largest letters tell where a row stands. */
function take(band: Band, piece: Piece): void {
  band.pieces.push(piece)
  if (piece.size > band.size * 1.05) Object.assign(band, edges(piece), { size: piece.size })
}

function rowOf({ pieces, size }: Band): Row {
  const sorted = [...pieces].sort((a, b) => a.x - b.x)
  const y = medianFoot(sorted, size)
  const usual = usualGap(sorted, size)
  const segments: Segment[] = []
  for (const piece of sorted) {
    const text = raised(piece, y, size)
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : (piece.x - last.right) / size - usual
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
/** In heights of letters, beyond the gaps that all letters of a row have. */
const SPACE = 0.2
const WIDE_SPACE = 0.7

/** A gap that can be seen is kept, as a space in the width of Latin or of Han characters. */
function joined(before: string, after: string, gap: number): string {
  if (LATIN.test(before) && /^[A-Za-z0-9(]/.test(after)) return before + (gap > 0.12 ? ' ' : '') + after
  return before + (gap > WIDE_SPACE ? '　' : gap > SPACE ? ' ' : '') + after
}

/** Justified lines part all their letters a little. */
function usualGap(sorted: readonly Piece[], size: number): number {
  const gaps = sorted.flatMap((piece, at) => (at === 0 ? [] : [(piece.x - (sorted[at - 1]?.right ?? 0)) / size]))
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
  return gaps.length < FEWEST_GAPS ? 0 : Math.min(Math.max(0, median), SPACE * 2)
}

const FEWEST_GAPS = 6
