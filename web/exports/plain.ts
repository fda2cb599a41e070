import type { Cell, Piece, Quote } from './model.ts'

/**
 * A cell as plain lines, for files that know no layout: the line itself, the relation with its reason, each quote behind its
 * place, the note. Insertions and deletions are ｛＋…＋｝ and ［－…－］.
 * @example plainCell({ text: '≥ 100 人', relation: '更严', quotes: [{ place: '第十条', text: '不少于100人', … }] })
 */
export function plainCell(cell: Cell): string {
  return plainLines(cell).join('\n')
}

export function plainLines(cell: Cell): readonly string[] {
  return [
    cell.text ?? '',
    [cell.relation ?? '', cell.reason ?? ''].filter(Boolean).join('：'),
    ...(cell.quotes ?? []).map(plainQuote),
    (cell.pieces ?? []).map(plainPiece).join(''),
    cell.note ?? '',
  ].filter(Boolean)
}

export function plainQuote({ place, text }: Quote): string {
  return place === '' ? closedUp(text) : `【${place}】${closedUp(text)}`
}

/**
 * Words as people read them, and as the screen shows them: line ends of the page between Han characters, runs of spaces and
 * marks of emphasis left out. JSON has the words as they are.
 */
export function closedUp(words: string): string {
  return words
    .replace(/\*\*/g, '')
    .replace(/(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const MARKS = { equal: ['', ''], insert: ['｛＋', '＋｝'], delete: ['［－', '－］'] } as const

function plainPiece({ op, text }: Piece): string {
  const [open, close] = MARKS[op]
  return open + text + close
}
