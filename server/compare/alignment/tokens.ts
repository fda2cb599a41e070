import { readLabel } from '../../grammar/labels.ts'
import { asDigits } from '../../grammar/misprints.ts'
import { readNumeral, startsNumeral } from '../../grammar/numerals.ts'
import { ordinaryIdeographs } from '../../model/ideographs.ts'

/** A word of a text: as written, and the key by which it is compared. */
export interface Token {
  readonly text: string
  readonly key: string
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
/** Stands for every name that a document gives itself. */
const OWN = '\u0000own'
/** Stands for every label at the head of a line. */
const LABEL = '\u0000label'

/**
 * The words of a text in their order, spaces joined to the word before them; a number is one word, whether written 15 or
 * 十五; the document's own names are one key, and so are the labels at the heads of lines.
 * @example tokensOf('创新中心 应当', ['创新中心']).map(({ text }) => text) // ['创新中心 ', '应当']
 */
export function tokensOf(text: string, ownNames: readonly string[]): readonly Token[] {
  const tokens: { text: string; key: string }[] = []
  for (const line of text.split(/(?<=\n)/)) {
    const label = readLabel(line)
    const from = label === null ? 0 : label.end
    if (from > 0) tokens.push({ text: line.slice(0, from), key: LABEL })
    for (const { piece, isOwn } of piecesOf(line.slice(from), ownNames)) {
      if (isOwn) tokens.push({ text: piece, key: OWN })
      else for (const token of wordsOf(piece)) append(tokens, token)
    }
  }
  return tokens
}

function append(tokens: { text: string; key: string }[], { text, key }: Token): void {
  const last = tokens.at(-1)
  const isMore = text.trim() === '' || key === '' || (key === '-' && last?.key === key)
  if (isMore && last !== undefined) last.text += text
  else tokens.push({ text, key })
}

/** Words between numbers, and the numbers, each with its value for a key. */
function wordsOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let [from, at] = [0, 0]
  const plain = asDigits(text)
  const upTo = (end: number) => {
    for (const { segment } of WORDS.segment(text.slice(from, end))) tokens.push({ text: segment, key: keyOf(segment) })
  }
  while (at < text.length) {
    const number = startsNumeral(plain.charAt(at)) ? readNumeral(plain, at) : null
    if (number !== null && number.end > at && isNumber(plain, at, number.end)) {
      upTo(at)
      tokens.push({ text: text.slice(at, number.end), key: `\u0000${String(number.value)}` })
      from = number.end
    }
    at = Math.max(at + 1, number?.end ?? 0)
  }
  upTo(text.length)
  return tokens
}

/** 一 in 统一 is no number; 十日, 三十 and 5 are. */
const MEASURED = /[%％个個日天月年人名元角倍次分岁周小期件份家项条款章节米吨公平亩度]/

function isNumber(text: string, at: number, end: number): boolean {
  return end - at > 1 || /[\d０-９]/.test(text.charAt(at)) || MEASURED.test(text.charAt(end))
}

/** Signs that printers and scanners put for one another. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[。．.]/gu, '.'],
  [/[“”„‟"「」『』＂]/gu, '"'],
  [/[‘’＇']/gu, "'"],
  [/[《》〈〉«»]/gu, '"'],
  [/[—–―－\-─]+/gu, '-'],
  [/[·•・∙]/gu, '·'],
  [/[…⋯]+/gu, '…'],
  [/[﹑､]/gu, '、'],
  [/[〇○◯]/gu, '〇'],
]

/** What is no difference: width, compatibility forms, look-alike signs, invisible ones and marks of layout. */
function keyOf(word: string): string {
  const plain = ordinaryIdeographs(word.normalize('NFKC')).replace(/[\u00ad\u200b-\u200d\u2060\ufeff*]/gu, '')
  return SIGNS.reduce((key, [sign, one]) => key.replace(sign, one), plain)
}

interface Piece {
  readonly piece: string
  readonly isOwn: boolean
}

/** The text cut at the own names; a longer name goes before one that stands in it. */
function piecesOf(text: string, ownNames: readonly string[]): readonly Piece[] {
  const names = ownNames.filter((name) => name !== '').toSorted((one, two) => two.length - one.length)
  if (names.length === 0) return [{ piece: text, isOwn: false }]
  const pattern = new RegExp(`(${names.map(escaped).join('|')})`)
  return text
    .split(pattern)
    .map((piece, at) => ({ piece, isOwn: at % 2 === 1 }))
    .filter(({ piece }) => piece !== '')
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
