import { readLabel } from '../../grammar/labels.ts'

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
 * The words of a text in their order, spaces joined to the word before them; the document's own names are one key, and so
 * are the labels at the heads of lines.
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
      else for (const { segment } of WORDS.segment(piece)) append(tokens, segment)
    }
  }
  return tokens
}

function append(tokens: { text: string; key: string }[], segment: string): void {
  const last = tokens.at(-1)
  if (segment.trim() === '' && last !== undefined) last.text += segment
  else tokens.push({ text: segment, key: segment.normalize('NFKC') })
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
