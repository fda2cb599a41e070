import { AlignmentType, Paragraph, TextRun, type IRunOptions } from 'docx'
import type { Cell, Piece, Quote } from './model.ts'
import { closedUp } from './plain.ts'
import { xmlText } from './xml-text.ts'

/** Fonts by script. Word and WPS know the Chinese names on every system; a missing one falls back to the system's Song. */
export const FONTS = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  quote: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' },
  head: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' },
  note: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '楷体' },
} as const

/** Paragraphs of one cell: the line, the relation with its reason, the quotes behind their places, the marked words, the note. */
export function cellParagraphs(cell: Cell): Paragraph[] {
  const paragraphs = [
    ...lineOf(cell),
    ...relationOf(cell),
    ...(cell.quotes ?? []).map(quoteOf),
    ...(cell.pieces === undefined ? [] : [paragraph(cell.pieces.flatMap(pieceOf))]),
    ...(cell.note === undefined || cell.note === '' ? [] : [paragraph(runs(cell.note, { font: FONTS.note }))]),
  ]
  return paragraphs.length === 0 ? [paragraph([])] : paragraphs
}

function lineOf({ text, number }: Cell): Paragraph[] {
  const line = text ?? (number === undefined ? '' : String(number))
  if (line === '') return []
  const alignment = text === undefined ? AlignmentType.RIGHT : AlignmentType.LEFT
  return [new Paragraph({ alignment, children: runs(line) })]
}

function relationOf({ relation = '', reason = '' }: Cell): Paragraph[] {
  if (relation === '' && reason === '') return []
  const colon = relation !== '' && reason !== '' ? '：' : ''
  return [paragraph([...runs(relation, { font: FONTS.head, bold: true }), ...runs(colon + reason)])]
}

function quoteOf({ place, text }: Quote): Paragraph {
  const where = place === '' ? [] : runs(`【${place}】`, { font: FONTS.head })
  return paragraph([...where, ...runs(closedUp(text), { font: FONTS.quote })])
}

const MARKS = { equal: {}, insert: { underline: {}, bold: true }, delete: { strike: true, color: '7A2A20' } } as const

function pieceOf({ op, text }: Piece): TextRun[] {
  return runs(text, { font: FONTS.quote, ...MARKS[op] })
}

function paragraph(children: TextRun[]): Paragraph {
  return new Paragraph({ children })
}

/** Runs of a text; a line end in it is a break, not a space. */
export function runs(text: string, look: IRunOptions = {}): TextRun[] {
  if (text === '') return []
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }))
}
