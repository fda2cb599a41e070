import { documentBefore, type DocumentWords } from './document-words.ts'
import { printNumeral, readNumeral } from './numerals.ts'

/** Levels of a text that a pinpoint names, outermost first. */
export const LEVELS = ['annex', 'part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem'] as const
export type Level = (typeof LEVELS)[number]

/**
 * 第三款 is a number; 第十条之一 an inserted article, branch 1 of number 10; 本款 is `back: 0`, 前款 `back: 1`, counted from
 * the place that says so.
 */
export type Ordinal = { readonly number: number; readonly branch?: number } | { readonly back: number }

/** One place that is pointed at: an ordinal for each level it names. */
export type Pointer = Readonly<Partial<Record<Level, Ordinal>>>

/** Words that point at one or more places; 第五条至第七条 is spelled out as three pointers. */
export interface Pinpoint {
  readonly start: number
  readonly end: number
  /** The document right before: 本条例, 《…》, 同法, a law by its bare name; null when none is named. */
  readonly document: DocumentWords | null
  readonly pointers: readonly Pointer[]
  /** 同条第二款, 该条 name the last place again, 各该款 each of its places. */
  readonly again: 'last' | 'each' | null
}

/**
 * Every pinpoint of a text. Neighbours joined by 、和或至 are one pinpoint and inherit the levels above them.
 * @example findPinpoints('违反本条例第五条第一款、第二款')[0]?.pointers // [{ article: 5, paragraph: 1 }, { article: 5, paragraph: 2 }]
 */
export function findPinpoints(text: string, names: readonly string[] = []): readonly Pinpoint[] {
  const found: Pinpoint[] = []
  TOKEN.lastIndex = 0
  for (let hit = TOKEN.exec(text); hit !== null; hit = TOKEN.exec(text)) {
    const chain = readChain(text, hit.index)
    TOKEN.lastIndex = Math.max(chain.end, hit.index + 1)
    if (chain.pointers.length === 0 || isInTitle(text, hit.index)) continue
    const document = documentBefore(text, hit.index, names)
    const start = document?.kind === 'own' ? document.start : hit.index
    found.push({ start, end: chain.end, document, pointers: chain.pointers, again: againOf(hit[0]) })
  }
  return found
}

function againOf(words: string): Pinpoint['again'] {
  if (/^(?:本.)?各[同该]/.test(words)) return 'each'
  return /^(?:本.)?[同该]/.test(words) ? 'last' : null
}

/** 《关于〈刑法〉第三百一十二条的解释》 names no place. */
function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at)
  const open = before.lastIndexOf('《')
  if (open < 0 || before.includes('》', open)) return false
  const rest = text.slice(at, at + LONGEST_TITLE)
  const close = rest.indexOf('》')
  return close >= 0 && !/[。；]/.test(before.slice(open) + rest.slice(0, close))
}

const LONGEST_TITLE = 160

/**
 * A pointer with numbers as statutes write it; the inverse of `findPinpoints` for one place.
 * @example printPointer({ article: { number: 10 }, item: { number: 3 } }) // 第十条第（三）项
 */
export function printPointer(pointer: Pointer): string {
  return LEVELS.map((level) => {
    const ordinal = pointer[level]
    return ordinal && 'number' in ordinal ? printOrdinal(level, ordinal.number) : ''
  }).join('')
}

function printOrdinal(level: Level, number: number): string {
  if (level === 'annex') return `附件${number}`
  const numeral = printNumeral(number)
  return level === 'item' ? `第（${numeral}）项` : `第${numeral}${WORDS[level]}`
}

const WORDS = {
  part: '编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  subitem: '目',
} as const
const LEVEL_OF: ReadonlyMap<string, Level> = new Map(
  LEVELS.flatMap((level) => (level === 'annex' ? [] : [[WORDS[level], level] as const])),
)

const NUMERAL = '[〇零一二三四五六七八九十百千\\d]{1,8}'
const BRACKETED = `[（(]?${NUMERAL}[）)]?`
const JOIN = '(?:、|以及|及|和|与|或者|或|至|到|—{1,2}|-|～|~)'
/** 条件, 款项, 项目, 目标, 章程, 节能, 编制 are words of their own. */
const UNIT =
  '(?:条(?![件例款文块线])|款(?![式待]|产品|车型|手机|游戏|软件)|项(?!目[^第]|目$)|目(?![标录前]|的(?!规定|情形|行为|[，。；、]|$))|章(?!程)|节(?![能约日假点水课])|编(?![制号码辑写]))'
/** 本条例六十条: a slip that leaves 第 out right behind the document's own name. */
const UNPREFIXED = '(?<=本(?:条例|办法|规定|细则|规则|法))(?=[一二三四五六七八九十百]{1,5}条)'
/** 本款（一）、（二）项: bracketed numbers right behind the level above. */
const BRACKETS_ALONE = `(?<=[条款述])(?=（${NUMERAL}）)`
/** 第二十八第一款: a slip that leaves 条 out. */
const SLIP = `(?=第[（(]?${NUMERAL}[）)]?[款项])`
/** （一）（二）（三） may stand without marks, 第 may be repeated: 第（一）、第（二）项. */
const NUMBERED = `(?:第|${UNPREFIXED}|${BRACKETS_ALONE})(${BRACKETED}(?:${JOIN}第?${BRACKETED}|（${NUMERAL}）){0,80})(${UNIT}|${SLIP})(?:之(${NUMERAL}))?`
const RELATIVE = `(前|(?<!以)上|(?<![基资成根日课样文剧版])本)([一二两三四五六七八九十])?(?:个)?(条款(?=第)|条(?![件例文块约款])|款(?![式待项])|项(?!目)|(?<!上)章(?!程|各该)|(?<!上)节(?![能约日假点水]|各该)|(?<=本)编(?![制号码辑写]|各该))`
/** 同条第二款, 该条规定的, 各该款的规定, 本节各该条 */
const AGAIN =
  '(?:本[章节编])?各?[同该](条)(?=第|的?规定|所[列称指述]|修改为)|(?:本条)?各?[同该](款)(?=第|的?规定|所[列称指述]|修改为)'
const ANNEX_NUMBER = '(?:(?!一[并般起同律直])[\\d一二三四五六七八九十]{1,3})'
/** 附件1、2、3 */
const ANNEX = `(附件|附录|附表)(${ANNEX_NUMBER}(?:${JOIN}\\d{1,2}(?![.．\\d]))*)?`
const TOKEN = new RegExp(`${NUMBERED}|${RELATIVE}|${ANNEX}|${AGAIN}`, 'g')
const TOKEN_HERE = new RegExp(TOKEN.source, 'y')
const JOIN_HERE = new RegExp(`${JOIN}|，(?=第${NUMERAL}条)`, 'y')
const LINK_HERE = new RegExp(`(?:的|规定的|所列的?)(?=第[（(]?${NUMERAL}[）)]?[款项目])`, 'y')
/** 第七项至九项, 第（一）项、（三）项: a later number without its own 第. */
const SHORTENED = new RegExp(`(${BRACKETED})(${UNIT})`, 'y')

interface Token {
  readonly level: Level
  readonly ordinals: readonly Ordinal[]
  readonly end: number
}

interface Chain {
  readonly pointers: readonly Pointer[]
  readonly end: number
}

/** Tokens in a row: without a word between them the next narrows the last, after 、 it stands beside it. */
function readChain(text: string, start: number): Chain {
  let token = readToken(text, start)
  const pointers: Pointer[] = []
  let end = start
  let joiner = ''
  while (token !== null) {
    extend(pointers, token, joiner)
    end = token.end
    joiner = matchHere(JOIN_HERE, text, end)?.[0] ?? ''
    token = joiner === '' ? readBelow(text, token) : readBeside(text, end + joiner.length, token)
  }
  return { pointers, end }
}

function readBeside(text: string, at: number, { level }: Token): Token | null {
  return readToken(text, at) ?? readShortened(text, at, level)
}

/** 第二十五条第一款, 第二十五条的第一款, 前款规定的第（一）项 */
function readBelow(text: string, { end, level }: Token): Token | null {
  const link = matchHere(LINK_HERE, text, end)?.[0] ?? ''
  const next = readToken(text, end + link.length)
  const isBelow = next !== null && LEVELS.indexOf(next.level) > LEVELS.indexOf(level)
  return link === '' || isBelow ? next : null
}

function readShortened(text: string, at: number, level: Level): Token | null {
  const hit = matchHere(SHORTENED, text, at)
  const number = toNumber((hit?.[1] ?? '').replace(/[（()）]/g, ''))
  if (hit === null || number === null || levelOf(hit[2]) !== level) return null
  return { level, ordinals: [{ number }], end: at + hit[0].length }
}

function readToken(text: string, at: number): Token | null {
  const hit = matchHere(TOKEN_HERE, text, at)
  if (hit === null) return null
  const end = at + hit[0].length
  const [, numbers, unit, branch, back, count, relativeUnit, annex, annexNumber, sameArticle, sameParagraph] = hit
  if (numbers !== undefined) return { level: levelOf(unit), ordinals: withBranch(numbersOf(numbers), branch), end }
  if (annex !== undefined)
    return { level: 'annex', ordinals: withBranch(numbersOf(annexNumber ?? '一'), undefined), end }
  if (back === undefined) return { level: levelOf(sameArticle ?? sameParagraph), ordinals: [{ back: 0 }], end }
  const steps = back === '本' ? 0 : (toNumber(count ?? '') ?? 1)
  const backs = steps === 0 ? [0] : Array.from({ length: steps }, (_, index) => steps - index)
  return { level: levelOf(relativeUnit), ordinals: backs.map((step) => ({ back: step })), end }
}

/** 第三条、第十条之一: the branch belongs to the last. */
function withBranch(numbers: readonly number[], branch: string | undefined): readonly Ordinal[] {
  const inserted = branch === undefined ? null : toNumber(branch)
  return numbers.map((number, index) =>
    inserted !== null && index === numbers.length - 1 ? { number, branch: inserted } : { number },
  )
}

function levelOf(unit: string | undefined): Level {
  return LEVEL_OF.get(unit ?? '') ?? 'article'
}

function toNumber(numeral: string): number | null {
  return readNumeral(numeral.replace(/两/, '二'), 0)?.value ?? null
}

/** （二）、（三）、（五） → 2, 3, 5; 一至三 → 1, 2, 3. */
function numbersOf(words: string): readonly number[] {
  const parts = words.replace(/）（/g, '）、（').split(/(、|以及|及|和|与|或者|或|至|到|—{1,2}|-|～|~)/)
  return parts.reduce<readonly number[]>((numbers, part, index) => {
    const number = index % 2 === 0 ? toNumber(part.replace(/[第（()）]/g, '')) : null
    if (number === null) return numbers
    return [...numbers, ...(isRange(parts[index - 1]) ? between(numbers.at(-1), number) : []), number]
  }, [])
}

const RANGES = new Set(['至', '到', '—', '——', '-', '～', '~'])
/** A slip of the pen (第一条至第一千条) must not fill memory. */
const LONGEST_RANGE = 300

function isRange(joiner: string | undefined): boolean {
  return joiner !== undefined && RANGES.has(joiner)
}

/** The whole numbers between two, both left out. */
function between(from: number | undefined, to: number): readonly number[] {
  const count = from === undefined ? 0 : to - from - 1
  return count > 0 && count < LONGEST_RANGE ? Array.from({ length: count }, (_, index) => (from ?? 0) + 1 + index) : []
}

function extend(pointers: Pointer[], { level, ordinals }: Token, joiner: string): void {
  const last = pointers.at(-1) ?? {}
  if (joiner === '') {
    pointers.pop()
    pointers.push(...ordinals.map((ordinal) => ({ ...last, [level]: ordinal })))
    return
  }
  const above = levelsAbove(last, level)
  const skipped = isRange(joiner) ? between(numberAt(last, level), numberOf(ordinals[0])) : []
  const named = [...skipped.map((number) => ({ number })), ...ordinals]
  pointers.push(...named.map((ordinal) => ({ ...above, [level]: ordinal })))
}

function levelsAbove(pointer: Pointer, level: Level): Pointer {
  const upper = LEVELS.slice(0, LEVELS.indexOf(level))
  return Object.fromEntries(upper.flatMap((name) => (pointer[name] ? [[name, pointer[name]]] : [])))
}

function numberAt(pointer: Pointer, level: Level): number | undefined {
  const ordinal = pointer[level]
  return ordinal && 'number' in ordinal ? ordinal.number : undefined
}

function numberOf(ordinal: Ordinal | undefined): number {
  return ordinal && 'number' in ordinal ? ordinal.number : 0
}

function matchHere(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
