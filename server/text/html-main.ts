import { readLabel } from '../grammar/labels.ts'
import { isFurniture, isImprint, opensTail } from './html-furniture.ts'
import type { PageLine } from './html-lines.ts'
import { dataTables } from './html-tables.ts'
import { namesDocument, titleKey } from './html-title.ts'
import type { PageNode } from './html-tree.ts'

/**
 * The lines of a page's document: those of the innermost part that holds its sentences and numbered lines, and what belongs to
 * them right above and below (title, number, signature, annexes), without buttons, imprints and links to other pages. `titles`
 * are the keys of those that the page gives to its document.
 * @example mainLines(nodes, lines, titles).map(({ text }) => text) // ['某市社区服务管理办法', '第一条 …']
 */
export function mainLines(
  nodes: readonly PageNode[],
  lines: readonly PageLine[],
  titles: ReadonlySet<string>,
): readonly PageLine[] {
  if (!isWholePage(nodes)) return lines.filter(({ text }) => !isFurniture(text))
  const { from, to } = rangeOf(nodes, lines)
  const belongs = (line: PageLine) => readsAsHead(line) || titles.has(titleKey(line.text))
  const first = extend(lines, { from, step: -1, belongs })
  const last = extend(lines, { from: to, step: 1, belongs })
  const kept = lines.slice(first, last + 1)
  const end = endOfText(kept)
  const start = kept.findIndex((line) => !isLinkAlone(line) && !isFurniture(line.text) && !isImprint(line.text))
  if (start < 0) return []
  return kept.filter((line, at) => at >= start && at < end && !isOfThePage(line) && !isEdgeImprint(line, at, kept))
}

/** Whether most of a line is links, and not to annexes. */
export function isLinks({ text, linked }: PageLine): boolean {
  return (
    linked > text.length * 0.6 &&
    !/^(?:附|\d{1,2}[.．、])|\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)\b/i.test(text.trim())
  )
}

/** Links line after line lead elsewhere; one alone may name what the document explains. */
function isLinkList(lines: readonly PageLine[], at: number, step: 1 | -1): boolean {
  const [line, next] = [lines[at], lines[at + step]]
  return line !== undefined && isLinkAlone(line) && (next === undefined || isLinkAlone(next))
}

/** 相关文件：… with its link stands above some texts. */
function isOfThePage(line: PageLine): boolean {
  return isFurniture(line.text) || (isLinks(line) && opensTail(line.text))
}

/** A piece without head and body was cut out of its page, and all of it is meant. */
function isWholePage(nodes: readonly PageNode[]): boolean {
  return nodes.some(({ tag }) => tag === 'body' || tag === 'html' || tag === 'head' || tag === 'title')
}

function isLinkAlone(line: PageLine): boolean {
  return isLinks(line) && line.linked >= line.text.trim().length
}

const EDGE = 15

function isEdgeImprint({ text }: PageLine, at: number, all: readonly PageLine[]): boolean {
  return (at < EDGE || at >= all.length - EDGE) && !text.includes('\t') && isImprint(text)
}

interface Range {
  readonly from: number
  readonly to: number
}

const CONTAINERS: ReadonlySet<string> = new Set(
  'html body div section article main center form td table tbody tr fieldset span font ucapcontent ucaptitle zoom li ul dl dd blockquote'.split(
    ' ',
  ),
)
/** A part that holds less of the page's sentences is not all of its document. */
const MOST = 0.9

/** First and last line of the innermost container that holds the document. */
function rangeOf(nodes: readonly PageNode[], lines: readonly PageLine[]): Range {
  const { weight, numbered } = weigh(nodes, lines)
  const within = (row: Float64Array, at: number) => (row[nodes[at]?.end ?? at] ?? 0) - (row[at] ?? 0)
  const all = { weight: within(weight, 0), numbered: within(numbered, 0) }
  const tables = dataTables(nodes)
  let at = 0
  for (let next: number | undefined = 0; next !== undefined && all.weight > 0;) {
    at = next
    next = childrenOf(nodes, at).find(
      (child) =>
        CONTAINERS.has(nodes[child]?.tag ?? '') &&
        !tables.has(child) &&
        within(weight, child) >= all.weight * MOST &&
        within(numbered, child) === all.numbered,
    )
  }
  const end = nodes[at]?.end ?? nodes.length
  const from = lines.findIndex((line) => line.from >= at)
  const to = lines.findLastIndex((line) => line.from < end)
  return { from: Math.max(0, from), to }
}

/** Sums over the nodes: signs of sentences, and numbered lines. */
function weigh(nodes: readonly PageNode[], lines: readonly PageLine[]) {
  const weight = new Float64Array(nodes.length + 1)
  const numbered = new Float64Array(nodes.length + 1)
  for (const line of lines) {
    if (!isText(line)) continue
    const slot = line.from + 1
    weight[slot] = (weight[slot] ?? 0) + line.text.length
    if (readLabel(line.text) !== null) numbered[slot] = (numbered[slot] ?? 0) + 1
  }
  for (let at = 1; at <= nodes.length; at++) {
    weight[at] = (weight[at] ?? 0) + (weight[at - 1] ?? 0)
    numbered[at] = (numbered[at] ?? 0) + (numbered[at - 1] ?? 0)
  }
  return { weight, numbered }
}

function childrenOf(nodes: readonly PageNode[], at: number): readonly number[] {
  const children: number[] = []
  const end = nodes[at]?.end ?? 0
  for (let child = at + 1; child < end; child = nodes[child]?.end ?? end) children.push(child)
  return children
}

/** A sentence or a numbered line, and neither links nor furniture. */
function isText(line: PageLine): boolean {
  const { text } = line
  if (isLinks(line) || isFurniture(text) || isImprint(text)) return false
  return /[。；]/.test(text) || (text.length >= 25 && /[，、：]/.test(text)) || isNumbered(text)
}

/** Numbers of laws and outlines; a bare 1. numbers lists of links as well. */
function isNumbered(text: string): boolean {
  const form = readLabel(text)?.form
  return form !== undefined && form !== 'dash' && !form.startsWith('decimal')
}

const NEAR = 40

interface Extension {
  readonly from: number
  readonly step: 1 | -1
  readonly belongs: (line: PageLine) => boolean
}

/** Goes on, up or down, over lines that read like the head or the foot of a document. */
function extend(lines: readonly PageLine[], { from, step, belongs }: Extension): number {
  let edge = from
  for (let at = from + step; at >= 0 && at < lines.length && Math.abs(at - from) <= NEAR; at += step) {
    const line = lines[at]
    if (line === undefined || isLinkList(lines, at, step) || (step > 0 && opensTail(line.text)) || PATH.test(line.text))
      break
    if (belongs(line)) edge = at
  }
  return edge
}

const PATH = /位置[：:]|^首页/

/** Numbers, dates, marks of annexes and of tries: （试行）. */
const MARK =
  /(?:[〔［[（(]\s{0,4}(?:19|20)\d{2}\s{0,4}[〕］\]）)]\s{0,4}第?\s{0,4}\d{1,5}\s{0,4}号|令第?\s{0,4}[\d〇零一二三四五六七八九十百]{1,5}\s{0,4}号|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|二[〇○零]..年.{1,3}月.{1,3}日)[）)]?$|^附\s{0,4}件|^[（(][^（）()]{2,12}[）)]$/
const SHORTEST_TITLE = 6

function readsAsHead({ text, level }: PageLine): boolean {
  const bare = text.trim()
  if (isFurniture(bare) || isImprint(bare) || opensTail(bare)) return false
  return MARK.test(bare) || (bare.length >= SHORTEST_TITLE && (level === 1 || level === 2 || namesDocument(bare)))
}

/** A page adds less than this share of its text below the heading of what it adds. */
const TAIL_SHARE = 0.25

/** Where the text ends: behind it pages add links, codes and imprints. */
function endOfText(lines: readonly PageLine[]): number {
  const headed = headedTail(lines)
  const text = lines.slice(0, headed)
  const last = text.findLastIndex(isText)
  const tail = text.findIndex(
    (line, at) => at > last && (isLinks(line) || isFurniture(line.text) || opensTail(line.text)),
  )
  return tail < 0 ? headed : tail
}

/** The heading below which a page sets what is not its document: a small part, without numbered lines. */
function headedTail(lines: readonly PageLine[]): number {
  const all = lines.reduce((sum, { text }) => sum + text.length, 0)
  let below = 0
  let found = lines.length
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]
    if (line === undefined || (!isLinks(line) && isNumbered(line.text))) break
    below += line.text.length
    if (below > all * TAIL_SHARE) break
    if (opensTail(line.text)) found = at
  }
  return found
}
