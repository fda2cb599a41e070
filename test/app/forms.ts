import iconv from 'iconv-lite'
import { readLabel } from '../../server/grammar/labels.ts'
import { oldPage, portalPage } from '../text/pages.ts'
import { escapeXml, list, listed, makeDocx, paragraph } from '../text/word.ts'

/** A form that a regulation is published in: makes a file of that form from the text of one. */
export interface Form {
  readonly title: string
  readonly file: string
  readonly make: (text: string) => Uint8Array
}

/** Forms that a text must give the same facts in; a new reader adds its own. */
export const FORMS: readonly Form[] = [
  { title: 'a piece of a web page', file: 'text.html', make: (text) => Buffer.from(asHtml(text)) },
  { title: 'a web page of a portal', file: 'text.html', make: (text) => Buffer.from(onPortal(text)) },
  {
    title: 'a web page of the first years, in GBK',
    file: 'text.htm',
    make: (text) => iconv.encode(onOldPage(text), 'gb18030'),
  },
  { title: 'a Word document with typed labels', file: 'text.docx', make: asDocx },
  { title: 'a Word document with automatic numbering', file: 'text.docx', make: asNumberedDocx },
]

/** A line of a text and what Markdown says of it. */
export interface TextLine {
  readonly text: string
  /** Level of a heading, 0 for other lines. */
  readonly level: number
}

/** The lines that say something; their indent stays, their Markdown is told apart. */
export function linesOf(text: string): readonly TextLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const level = /^(#{1,6}) /.exec(line)?.[1]?.length ?? 0
    const bare = (level > 0 ? line.slice(level + 1) : line).replace(/\*\*/g, '')
    return bare.trim() === '' ? [] : [{ text: bare.trimEnd(), level }]
  })
}

function asHtml(text: string): string {
  return linesOf(text)
    .map(({ text: line, level }) => {
      const tag = level > 0 ? `h${level}` : 'p'
      return `<${tag}>${escapeXml(line).replace(/^[ \t]+/, (lead) => '&nbsp;'.repeat(widthOf(lead)))}</${tag}>`
    })
    .join('\n')
}

function widthOf(lead: string): number {
  return lead.replace(/\t/g, '    ').length
}

/** The page's title is the first line, as portals have it. */
function onPortal(text: string): string {
  const title = linesOf(text)[0]?.text.trim() ?? ''
  return portalPage({ title, document: asHtml(text) })
}

/** Line breaks instead of paragraphs, in frames of tables. */
function onOldPage(text: string): string {
  const lines = linesOf(text).map(({ text: line }) =>
    escapeXml(line).replace(/^[ \t]+/, (lead) => '&nbsp;'.repeat(widthOf(lead))),
  )
  return oldPage({ title: linesOf(text)[0]?.text.trim() ?? '', document: lines.join('<br>') })
}

function asDocx(text: string): Uint8Array {
  return makeDocx({
    body: linesOf(text)
      .map(({ text: line }) => paragraph(line))
      .join(''),
  })
}

const HAN = 'chineseCountingThousand'
/** Laws number chapters, articles through all chapters, and items; plans number 一、 and （一）. */
const LISTS = [
  {
    forms: ['chapter', 'article', 'hanParen'],
    levels: [
      { format: HAN, text: '第%1章' },
      { format: HAN, text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
      { format: HAN, text: '（%3）' },
    ],
  },
  {
    forms: ['han', 'hanParen'],
    levels: [
      { format: HAN, text: '%1、' },
      { format: HAN, text: '（%2）' },
    ],
  },
] as const

/** Labels that run on become numbers of a list, as an author makes them; others stay typed. */
function asNumberedDocx(text: string): Uint8Array {
  const lines = linesOf(text)
  const isLaw = lines.some(({ text: line }) => readLabel(line)?.form === 'article')
  const { forms, levels } = LISTS[isLaw ? 0 : 1]
  const next = levels.map(() => 1)
  const body = lines.map(({ text: line }) => {
    const label = readLabel(line)
    const level = (forms as readonly string[]).indexOf(label?.form ?? '')
    if (label === null || level < 0 || label.number !== next[level]) return paragraph(line)
    next[level] = label.number + 1
    for (let below = level + 1; below < next.length; below++) if (!isLaw || below !== 1) next[below] = 1
    return listed(line.slice(label.end).trim(), 1, level)
  })
  return makeDocx({ numbering: list(1, levels), body: body.join('') })
}
