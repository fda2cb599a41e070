import type { Span } from '../model/text.ts'
import type { MarkedPage } from './pdf-furniture.ts'
import { joinLines } from './pdf-grid.ts'
import { goesOn, startParagraph, styleOf } from './pdf-joins.ts'
import type { Paragraph, Style } from './pdf-joins.ts'
import type { PdfLine } from './pdf-page.ts'

/** A raw text with its running heads and feet marked. */
export interface Composed {
  readonly raw: string
  readonly furniture: readonly Span[]
}

/**
 * Joins lines into paragraphs, over the ends of pages too; running heads and feet stand on lines of their own behind the
 * paragraph that their page breaks.
 * @example composeText(pages).raw // '第一条　为规范管理，制定本办法。\n— 1 —\n…'
 */
export function composeText(pages: readonly MarkedPage[]): Composed {
  const draft: Draft = { pieces: [], length: 0, furniture: [], waiting: [], open: null }
  const style = styleOf(pages.flatMap(({ body }) => body))
  for (const page of pages) {
    page.head.forEach(({ text }) => draft.waiting.push(text))
    page.body.forEach((line, at) => addLine(draft, line, { style, above: page.body[at - 1] ?? null }))
    for (const text of [...page.foot.map((line) => line.text), ...page.aside]) draft.waiting.push(text)
  }
  close(draft)
  return { raw: draft.pieces.join(''), furniture: draft.furniture }
}

interface Draft {
  readonly pieces: string[]
  length: number
  readonly furniture: Span[]
  /** Running heads and feet that wait for the end of a paragraph. */
  waiting: string[]
  open: Paragraph | null
}

interface Place {
  readonly style: Style
  /** The line above on the same page. */
  readonly above: PdfLine | null
}

function addLine(draft: Draft, line: PdfLine, { style, above }: Place): void {
  if (draft.open !== null && goesOn(draft.open, line, { style, above })) {
    draft.open.lines.push(line)
    return
  }
  close(draft)
  draft.open = startParagraph(line, { style, above })
}

function close(draft: Draft): void {
  if (draft.open !== null) {
    const { lines, indented } = draft.open
    write(draft, (indented ? '　　' : '') + lines.reduce((text, line) => joinLines(text, line.text), ''))
  }
  for (const text of draft.waiting) {
    draft.furniture.push({ start: draft.length, end: draft.length + text.length })
    write(draft, text)
  }
  draft.waiting = []
  draft.open = null
}

function write(draft: Draft, text: string): void {
  draft.pieces.push(text, '\n')
  draft.length += text.length + 1
}
