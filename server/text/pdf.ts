import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { Problem, RawText } from '../model/text.ts'
import { withSharedEdges } from './pdf-edges.ts'
import { markFurniture } from './pdf-furniture.ts'
import type { MarkedPage } from './pdf-furniture.ts'
import { openPdf } from './pdf-open.ts'
import { layOut } from './pdf-page.ts'
import type { PageLines } from './pdf-page.ts'
import { composeText } from './pdf-paragraphs.ts'
import { doubtfulSigns, refuseUnmapped } from './pdf-signs.ts'

/** Whether the bytes are those of a pdf file; some programs write spaces or a mark of order before its own. */
export function isPdf(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?[\s\0]*%PDF-/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))
}

/**
 * The text of a PDF: lines joined into paragraphs, rows of tables with tabs; running headers, footers and page numbers on
 * lines of their own between paragraphs, marked as furniture. Refuses encrypted and damaged files, scans and fonts without
 * a map to characters with a `Failure` that says what to do.
 * @example (await readPdf(bytes, '办法.pdf')).furniture // [{ start: 812, end: 817 }]
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<RawText> {
  const { pages, bare } = await readPages(bytes, name)
  const text = pages.flatMap(({ body }) => body.map((line) => line.text)).join('\n')
  if (text.trim() === '') throw withoutText(name, { bare: bare.length, pages: pages.length })
  refuseUnmapped(text, name)
  const { raw, furniture } = composeText(pages)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const problems = [...missingPages(bare, pages.length), ...doubtfulSigns(raw), ...furnitureFound(raw, furniture)]
  return { name, text: raw, format: 'pdf', encoding: 'pdf', sha256, furniture, problems }
}

interface Pages {
  readonly pages: readonly MarkedPage[]
  /** Numbers of the pages that show something and have no text of their own. */
  readonly bare: readonly number[]
}

/** One page after the other; what a page took is given back before the next one is opened. */
async function readPages(bytes: Uint8Array, name: string): Promise<Pages> {
  const pdf = await openPdf(bytes, name)
  try {
    const laidOut: PageLines[] = []
    for (let number = 1; number <= pdf.pages; number++) laidOut.push(layOut(await pdf.piecesOf(number)))
    const pages = markFurniture(withSharedEdges(laidOut))
    const empty = pages.flatMap(({ body }, at) => (body.length === 0 ? [at + 1] : []))
    return { pages, bare: await pdf.picturesAmong(empty) }
  } finally {
    await pdf.close()
  }
}

function withoutText(name: string, { bare, pages }: { readonly bare: number; readonly pages: number }): Failure {
  if (bare === 0) return new Failure('EMPTY_FILE', `${name} is empty: give the file that holds the text`)
  const found = `${name} is a scan: ${bare} of ${pages} ${pages === 1 ? 'page' : 'pages'} hold pictures and no text`
  return new Failure(
    'SCAN_WITHOUT_TEXT',
    `${found}: run text recognition (OCR) on it and save it as a text PDF or .docx`,
  )
}

function missingPages(bare: readonly number[], pages: number): readonly Problem[] {
  if (bare.length === 0) return []
  const message = `${bare.length} of ${pages} pages hold pictures and no text (${inShort(bare)}): run text recognition on them`
  return [{ code: 'PAGE_WITHOUT_TEXT', message, start: null, end: null }]
}

const MOST_NAMED = 12

function inShort(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NAMED).map((number) => `page ${number}`)
  return [...named, ...(numbers.length > MOST_NAMED ? ['…'] : [])].join(', ')
}

/** Said once for each wording of a running head; page numbers count as one. */
function furnitureFound(raw: string, furniture: RawText['furniture'] = []): readonly Problem[] {
  const kinds = new Map<string, { readonly span: { start: number; end: number }; count: number }>()
  for (const span of furniture) {
    const key = raw.slice(span.start, span.end).replace(/[\d\s]+/g, '#')
    const kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, { span, count: 1 })
    else kind.count++
  }
  return [...kinds.values()].map(({ span, count }) => ({
    code: 'PAGE_FURNITURE',
    message: `${raw.slice(span.start, span.end)} stands at the edge of ${count === 1 ? 'a page' : `${count} pages`}: left out as no part of the text`,
    ...span,
  }))
}
