import { createHash } from 'node:crypto'
import { wholeDocNumber } from '../grammar/doc-numbers.ts'
import { findDates, wholeDate } from '../grammar/dates.ts'
import { readLabel } from '../grammar/labels.ts'
import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'
import { decodeHtml } from './html-bytes.ts'
import { layOut } from './html-lines.ts'
import { mainLines } from './html-main.ts'
import { furnitureNodes } from './html-prune.ts'
import { readRecord } from './html-record.ts'
import type { PageRecord } from './html-record.ts'
import { namesDocument, pageTitles, titleKey } from './html-title.ts'
import { readPage } from './html-tree.ts'

export { isHtml } from './html-bytes.ts'

/**
 * The document of a web page as lines of text, without what belongs to the page. Refuses a page without text.
 * @example readHtml(bytes, '办法.html').text // 某市社区服务管理办法\n第一条 …
 */
export function readHtml(bytes: Uint8Array, name: string): RawText {
  const { text: html, encoding } = decodeHtml(bytes, name)
  const lines = documentLines(html)
  if (lines.length === 0) {
    const advice =
      'open it in a browser, wait until the text shows, and save the page, or copy the text into a .txt file'
    throw new Failure('EMPTY_FILE', `${name} is a web page without text: ${advice}`)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, text: `${lines.join('\n')}\n`, format: 'html', encoding, sha256 }
}

function documentLines(html: string): readonly string[] {
  const nodes = readPage(html)
  const all = layOut(nodes, furnitureNodes(nodes))
  const record = readRecord(all.map(({ text }) => text))
  const lines = record === null ? all : all.filter((_, at) => !record.lines.has(at))
  const titles = [...pageTitles(nodes), record?.fields.get('title') ?? ''].filter((title) => title !== '')
  const main = mainLines(nodes, lines, new Set(titles.map(titleKey))).map(({ text }) => text)
  return withHead(main, { titles, record })
}

interface Head {
  readonly titles: readonly string[]
  readonly record: PageRecord | null
}

/** The title once, and what only the record above the text says: number, authority and date, as a document's head has them. */
function withHead(main: readonly string[], { titles, record }: Head): readonly string[] {
  const body = withoutSecondTitle(main)
  if (body.length === 0) return body
  const at = Math.max(-1, ...titles.map((title) => titleEnd(body, titleKey(title))))
  const opening = at < 0 ? titles.filter(namesDocument).slice(0, 1) : body.slice(0, at)
  return [...opening, ...recordLines(record, body), ...body.slice(Math.max(0, at))]
}

const FARTHEST = 8

/** Behind the lines that say the title, which may take three; -1 when none do. */
function titleEnd(lines: readonly string[], key: string): number {
  for (let from = 0; from < Math.min(FARTHEST, lines.length); from++) {
    for (let to = from + 1; to <= from + 3; to++) {
      if (titleKey(lines.slice(from, to).join('')) === key) return to
    }
  }
  return lines.slice(0, FARTHEST).some((line) => titleKey(line).includes(key)) ? 0 : -1
}

/** A page often sets the title above the text, and the text begins with it again. */
function withoutSecondTitle(lines: readonly string[]): readonly string[] {
  const key = titleKey(lines[0] ?? '')
  if (key.length < 6 || /[。；：\t]/.test(lines[0] ?? '') || readLabel(lines[0] ?? '') !== null) return lines
  for (let from = 1; from <= 3; from++) {
    for (let to = from + 1; to <= from + 3; to++) {
      if (titleKey(lines.slice(from, to).join('')) === key) return lines.slice(1)
    }
  }
  return lines
}

/** Lines of the record that the text itself does not say. */
function recordLines(record: PageRecord | null, body: readonly string[]): readonly string[] {
  if (record === null) return []
  const text = body.join('').replace(/\s/g, '')
  const number = wholeDocNumber(record.fields.get('docNumber') ?? '')
  const issuer = record.fields.get('issuer')?.replace(/\s/g, '') ?? ''
  const date = record.fields.get('date') ?? ''
  const edges = [...body.slice(0, 10), ...body.slice(-20)].flatMap(issueDates)
  const iso = wholeDate(date)
  const isNews =
    iso !== null && (!edges.includes(iso) || !text.includes(issuer)) && (edges.length === 0 || edges.includes(iso))
  return [
    ...(number === null || text.normalize('NFKC').includes(number.normalize('NFKC')) ? [] : [number]),
    ...(isNews ? [...(issuer === '' ? [] : [issuer]), date] : []),
  ]
}

const HISTORY = /(?:通过|公布|发布|颁布|修[订正改])[）)]?$/

/** Days of a signature or of a law's history; those of other lines say when something begins. */
function issueDates(line: string): readonly string[] {
  const whole = wholeDate(line.trim())
  if (whole !== null) return [whole]
  return HISTORY.test(line) ? findDates(line).map(({ iso }) => iso) : []
}
