import { ordinaryIdeographs } from '../model/ideographs.ts'
import type { PageLines, PdfLine } from './pdf-page.ts'

/** A page with its running heads and feet told from its text. */
export interface MarkedPage {
  readonly head: readonly PdfLine[]
  readonly body: readonly PdfLine[]
  readonly foot: readonly PdfLine[]
  readonly aside: readonly string[]
}

type Edge = 'head' | 'foot'

/** A line near the edge of its page. */
interface Candidate {
  readonly page: number
  readonly line: PdfLine
  readonly edge: Edge
  /** 0 for the outermost line. */
  readonly depth: number
  /** Distance from the edge that it is near to. */
  readonly distance: number
  readonly pageHeight: number
}

const DEEPEST = 4

/**
 * Tells page numbers and lines that many pages repeat at one place from the text.
 * @example markFurniture(pages)[0]?.foot[0]?.text // — 1 —
 */
export function markFurniture(pages: readonly PageLines[]): readonly MarkedPage[] {
  const candidates = pages.flatMap(candidatesOf)
  const held = holders(candidates)
  const marked = candidates.filter((candidate) => isFurniture(candidate, held, pages.length))
  const lines = new Set(marked.map(({ line }) => line))
  return pages.map((page) => split(page.lines, page.aside, lines))
}

function candidatesOf({ lines, height }: PageLines, page: number): readonly Candidate[] {
  const byHeight = [...lines].sort((a, b) => a.y - b.y)
  const near = (edge: Edge, sorted: readonly PdfLine[]): readonly Candidate[] =>
    sorted.slice(0, DEEPEST).map((line, depth) => {
      return { page, line, edge, depth, distance: edge === 'head' ? line.y : height - line.y, pageHeight: height }
    })
  return [...near('head', byHeight), ...near('foot', [...byHeight].reverse())]
}

/** Pages by what they have at one place: the same words, or a number that counts with them. */
type Holders = ReadonlyMap<string, ReadonlySet<number>>

function holders(candidates: readonly Candidate[]): Holders {
  const held = new Map<string, Set<number>>()
  for (const candidate of candidates) {
    for (const key of [keyOf(candidate), countKeyOf(candidate)]) {
      const pages = held.get(`${placeOf(candidate)} ${key}`) ?? new Set<number>()
      held.set(`${placeOf(candidate)} ${key}`, pages.add(candidate.page))
    }
  }
  return held
}

/** Lines are at one place when they are this near to each other, or nearly so. */
const SAME_PLACE = 6

function placeOf({ edge, distance }: Candidate, aside = 0): string {
  return `${edge} ${Math.round(distance / SAME_PLACE) + aside}`
}

/** How many pages have the same at the place of a candidate. */
function countAt(candidate: Candidate, key: string, held: Holders): number {
  const sizes = [-1, 0, 1].map((aside) => held.get(`${placeOf(candidate, aside)} ${key}`)?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

function isFurniture(candidate: Candidate, held: Holders, pages: number): boolean {
  return isPageNumber(candidate, held, pages) || isRepeated(candidate, held, pages)
}

/** — 3 —, 第3页 共8页, 3/8, Page 3 of 8: a number with the dress of a page number. */
const DRESSED =
  /^(?:[-—–－―•·]{1,3}(\d{1,4})[-—–－―•·]{1,3}|第(\d{1,4})页(?:[,，/／]?[（(]?共\d{1,4}页[）)]?)?|(\d{1,4})[/／]\d{1,4}|page(\d{1,4})(?:of\d{1,4})?)$/i
const BARE = /^(\d{1,4})$/
/** Share of a page's height at its edges that holds no text: 3.7 cm of A4 in official documents. */
const MARGIN = 0.12

function isPageNumber(candidate: Candidate, held: Holders, pages: number): boolean {
  const number = numberOf(candidate)
  if (number === null || candidate.depth > 1) return false
  if (DRESSED.test(squashed(candidate.line))) return true
  if (pages > 1) return countAt(candidate, countKeyOf(candidate), held) >= mostOf(pages)
  return candidate.depth === 0 && candidate.distance < candidate.pageHeight * MARGIN && number === 1
}

/** So many that no chance put them there; left and right pages may differ, and first pages have none. */
function mostOf(pages: number): number {
  return Math.max(2, (pages - 1) * 0.4)
}

/** Numbers that count with their pages have this in common. */
function countKeyOf(candidate: Candidate): string {
  return `counts from ${(numberOf(candidate) ?? NaN) - candidate.page}`
}

function numberOf({ line }: Candidate): number | null {
  const text = squashed(line)
  const hit = DRESSED.exec(text) ?? BARE.exec(text)
  return hit === null ? null : Number(hit.slice(1).find((group) => group !== undefined))
}

function squashed({ text }: PdfLine): string {
  return ordinaryIdeographs(text).replace(/\s/g, '')
}

/** The same words, numbers aside, at the same place of most pages, or of most left or right ones. */
function isRepeated(candidate: Candidate, held: Holders, pages: number): boolean {
  if (candidate.distance > candidate.pageHeight * MARGIN) return false
  return countAt(candidate, keyOf(candidate), held) >= mostOf(pages)
}

function keyOf({ line }: Candidate): string {
  return squashed(line).replace(/\d+/g, '#')
}

/** From the edges inwards, up to the first line that is text. */
function split(lines: readonly PdfLine[], aside: readonly string[], marked: ReadonlySet<PdfLine>): MarkedPage {
  const byHeight = [...lines].sort((a, b) => a.y - b.y)
  const first = byHeight.findIndex((line) => !marked.has(line))
  const last = byHeight.findLastIndex((line) => !marked.has(line))
  const head = new Set(first < 0 ? byHeight : byHeight.slice(0, first))
  const foot = new Set(first < 0 ? [] : byHeight.slice(last + 1))
  return {
    head: [...head],
    body: lines.filter((line) => !head.has(line) && !foot.has(line)),
    foot: [...foot],
    aside,
  }
}
