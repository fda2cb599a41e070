import { readLabel } from '../grammar/labels.ts'
import type { Label, LabelForm } from '../grammar/labels.ts'
import type { Line } from './lines.ts'
import { advance } from './rows.ts'
import type { Rows } from './rows.ts'

/**
 * Cuts a line that layout ran together (… 制定。第四十二条 本条例…) before the labels in it; where they do not follow in
 * number they stay text. `whole` is the length of the text: a line that holds most of it holds its items too.
 * @example cutLine(line, rows, 2_000).length // 1 for most
 */
export function cutLine(line: Line, rows: Rows, whole: number): readonly Line[] {
  const { text } = line
  if (text.length < SHORTEST) return [line]
  const isPacked =
    (text.length > SHORTEST_PACKED && text.length > whole * PACKED_SHARE) ||
    (text.length * 2 > whole && FIRST_SECTION.test(text) && SECOND_SECTION.test(text))
  if (!isPacked && !INSIDE.test(text)) return [line]
  const cuts = findCuts(text, rows, isPacked)
  if (cuts.length === 0) return [line]
  const all = isPacked ? [...headCuts(text.slice(0, cuts[0])), ...cuts] : findCuts(text, rows, true)
  return pieces(line, all)
}

/**
 * Cuts a line before the first item of a list whose second item opens the next line: 包括：（1）甲； / （2）乙.
 * @example cutBeforeFirst(line, next).length // 1 for most
 */
export function cutBeforeFirst(line: Line, next: Line | undefined): readonly Line[] {
  const second = next === undefined ? null : readLabel(next.text)
  const first = second?.number === 2 ? FIRST[second.form] : undefined
  const at = first === undefined ? -1 : line.text.search(first)
  return at < 1 ? [line] : pieces(line, [at])
}

const FIRST: Partial<Record<LabelForm, RegExp>> = {
  hanParen: /(?<=[：:；。][ \t\u3000]{0,2})[（(]一[）)]/,
  arabicParen: /(?<=[：:；。][ \t\u3000]{0,2})[（(]1[）)]/,
  circled: /(?<=[：:；。][ \t\u3000]{0,2})①/,
  arabic: /(?<=[：:；。][ \t\u3000]{0,2})1[.．、](?!\d)/,
}

const SHORTEST = 12
const SHORTEST_PACKED = 400
const PACKED_SHARE = 0.3
/** Sections of an outline on one line: the first and, behind the end of a sentence, the second. */
const FIRST_SECTION = /(?:^|[。；])[ \t\u3000]{0,4}一、/
const SECOND_SECTION = /。[ \t\u3000]{0,4}二、/
const NUMBER = '[〇零一二三四五六七八九十百千\\d]{1,7}'
const INSIDE = new RegExp(`\\S[ \\t\\u3000]*第${NUMBER}(?:分?编|[章节条])`)
const CANDIDATE = new RegExp(
  `(?:\\*\\*)?第[ \\u3000]?${NUMBER}[ \\u3000]?(?:分?编|[章节条])|[（(][一二三四五六七八九十\\d]{1,3}[）)]|(?<![第一二三四五六七八九十百])(?:(?<![统唯之同单任专逐进万不其每某另])一|[二三四五六七八九十][一二三四五六七八九十]{0,2})、|(?<![\\d.．])\\d{1,2}[.．、](?!\\d)|[①-⑳]`,
  'g',
)

interface Walk {
  readonly text: string
  readonly rows: Rows
  /** Items and outline labels are looked for too. */
  readonly withItems: boolean
  last: Label | null
  /** Behind the last label, where its heading begins. */
  from: number
}

function findCuts(text: string, given: Rows, withItems: boolean): readonly number[] {
  const rows: Rows = { last: new Map(given.last), decimal: null }
  const own = readLabel(text)
  const walk: Walk = { text, rows, withItems, last: own, from: own?.end ?? 0 }
  if (own !== null) advance(rows, own)
  const quotes = quotedSpans(text)
  const cuts: number[] = []
  for (const hit of text.matchAll(CANDIDATE)) {
    const at = hit.index
    if (at < walk.from || quotes.some(([from, to]) => at >= from && at < to)) continue
    const label = readLabel(text.slice(at, at + LONGEST_LABEL))
    if (label === null || !opens(walk, label, at)) continue
    if (at > 0) cuts.push(at)
    advance(rows, label)
    walk.last = label
    walk.from = at + label.end
  }
  return cuts
}

const LONGEST_LABEL = 24
const DIVISIONS: ReadonlySet<LabelForm> = new Set(['part', 'subpart', 'chapter', 'section'])
const ENDED = /[。；：！？”’;:][ \t\u3000*]*$/
/** 《某法》（以下简称某法）第三条 is a reference; a history in brackets stands before the first label. */
const BRACKETED = /[）)][ \t\u3000*]*$/
const REFERS = /^(?:的|所|至|、第|和|或者?第|及|规定|修改|增加|删|改为|中|原|作为|第[〇零一二三四五六七八九十]+[款项])/

/** Whether a label begins a provision here: behind a sentence or a heading, apart from both sides, or first of all. */
function opens(walk: Walk, label: Label, at: number): boolean {
  const { text, rows, withItems } = walk
  const isDivision = DIVISIONS.has(label.form)
  const isStructural = isDivision || label.form === 'article'
  if (!isStructural && !withItems) return false
  if (isStructural && REFERS.test(text.slice(at + label.end, at + label.end + 12))) return false
  const before = text.slice(Math.max(0, at - 6), at)
  const ended =
    ENDED.test(before) || (BRACKETED.test(before) && (isDivision || label.number === 1) && rows.last.size === 0)
  const isFirst = withItems && rows.last.size === 0
  const apart = isStructural && /[^#*>\s-][ \t\u3000]{1,6}$/.test(before) && isSetOff(text, at + label.end)
  if (!ended && !apart && !isFirst && !isUnderHeading(walk, label, at)) return false
  return follows(walk, label, at)
}

function isSetOff(text: string, end: number): boolean {
  return /^(?:\*\*)?(?:[ \t\u3000]|本)/.test(text.slice(end, end + 4))
}

/** The text since the last label is the heading of a division: no sentence, and short; inside it, or the next of contents. */
function isUnderHeading({ last, from, text }: Walk, label: Label, at: number): boolean {
  const rank = last === null ? -1 : HEADED.indexOf(last.form)
  if (rank < 0 || (!DIVISIONS.has(label.form) && HEADED.indexOf(label.form) <= rank && HEADED.includes(label.form)))
    return false
  const heading = text.slice(from, at)
  if (label.form === 'article' && !DIVISIONS.has(last?.form ?? 'article') && CITES.test(heading)) return false
  return at - from <= LONGEST_HEADING && !/[。；，]/.test(heading)
}

/** （四）违反本条例第十八条 … */
const CITES = /违反|依照|按照|根据|依据|符合|适用|本|法$/
const HEADED: readonly LabelForm[] = ['part', 'subpart', 'chapter', 'section', 'han', 'hanParen']
const LONGEST_HEADING = 40

function follows(walk: Walk, label: Label, at: number): boolean {
  const { form, number, suffix } = label
  const last = walk.rows.last.get(form) ?? 0
  if (number === last + 1 || (suffix !== null && number === last)) return true
  // One number may have got lost, but behind the end of a sentence only.
  if (
    number === last + 2 &&
    (last > 0 || DIVISIONS.has(form)) &&
    /[。”][ \t\u3000]*$/.test(walk.text.slice(Math.max(0, at - 4), at))
  )
    return true
  return number === 1 && (form !== 'article' || isUnderHeading(walk, label, at) || walk.rows.last.size === 0)
}

/** Words in quotes are another text's. */
function quotedSpans(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/“[^“”]{1,4000}”/g)].map((hit) => [hit.index, hit.index + hit[0].length] as const)
}

const HISTORY =
  /[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?=[^。；]{0,120}?(?:通过|公布|发布|修正|修订|批准|施行|实施|号))/g

/** Title, history and contents before the first label of a text on one line. */
function headCuts(head: string): readonly number[] {
  const depthAt = (at: number) => head.slice(0, at).split(/[（(]/).length - head.slice(0, at).split(/[）)]/).length
  const dates = head.length > 1_000 ? [] : [...head.matchAll(HISTORY)].map(({ index }) => index)
  const contents = /目[ \u3000]*录[ \u3000]*$/.exec(head)?.index
  return [
    ...dates.filter((at) => at > 0 && depthAt(at) === 0),
    ...(contents === undefined || contents === 0 ? [] : [contents]),
  ]
}

function pieces(line: Line, cuts: readonly number[]): readonly Line[] {
  const bounds = [0, ...cuts, line.text.length]
  return bounds.slice(0, -1).flatMap((from, index) => {
    const written = line.text.slice(from, bounds[index + 1])
    const text = written.trim()
    const start = line.start + from + (written.length - written.trimStart().length)
    if (text === '') return []
    const isFirst = index === 0
    const isCut = isFirst ? line.inline === true : readLabel(text) !== null
    return [{ ...line, start, end: start + text.length, text, level: isFirst ? line.level : 0, inline: isCut }]
  })
}
