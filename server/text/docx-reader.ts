import { tableLines } from './docx-tables.ts'

/** What a paragraph says of its place in lists; null where it leaves that to its style. */
export interface ParagraphSettings {
  style: string | null
  list: string | null
  level: number | null
  indented: boolean | null
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** The lines of a paragraph as Word shows it, with its label and indent. */
export type ShowParagraph = (text: string, settings: ParagraphSettings) => readonly string[]

export interface Paragraph extends ParagraphSettings {
  readonly pieces: string[]
  /** Its end was deleted: it goes on in the next one. */
  isJoined: boolean
  /** Lines of the text boxes that hang on it. */
  readonly boxes: string[]
}

/** A place that holds paragraphs: the body, a cell, a text box, a note. */
export interface Frame {
  readonly lines: string[]
  /** Text whose paragraph ended in a deleted mark. */
  carried: string
  /** The paragraph around a text box, which goes on behind it. */
  readonly around: Paragraph | null
  readonly table: Table | null
  readonly note: string | null
}

export interface Table {
  readonly rows: (readonly string[])[][]
  isRowDeleted: boolean
  isCellDeleted: boolean
  readonly around: Table | null
}

export interface Field {
  instruction: string
  isResult: boolean
}

export interface Reader {
  readonly show: ShowParagraph
  readonly frames: Frame[]
  readonly fields: Field[]
  readonly notes: Map<string, readonly string[]>
  readonly references: NoteReference[]
  /** For each content control that is open, whether it shows its prompt only. */
  readonly prompts: boolean[]
  paragraph: Paragraph | null
  table: Table | null
  /** Elements open inside one that is passed over. */
  skipping: number
  isText: boolean
  isHidden: boolean
  properties: 'paragraph' | 'run' | 'row' | 'cell' | null
  isChecked: boolean
  pictures: number
  inserted: number
  deleted: number
}

export function newReader(show: ShowParagraph): Reader {
  return {
    show,
    frames: [newFrame(null)],
    fields: [],
    notes: new Map(),
    references: [],
    prompts: [],
    paragraph: null,
    table: null,
    skipping: 0,
    isText: false,
    isHidden: false,
    properties: null,
    isChecked: false,
    pictures: 0,
    inserted: 0,
    deleted: 0,
  }
}

export function newFrame(reader: Pick<Reader, 'paragraph' | 'table'> | null, note: string | null = null): Frame {
  return { lines: [], carried: '', around: reader?.paragraph ?? null, table: reader?.table ?? null, note }
}

export function newParagraph(): Paragraph {
  return { pieces: [], style: null, list: null, level: null, indented: null, isJoined: false, boxes: [] }
}

export function newTable(around: Table | null): Table {
  return { rows: [], isRowDeleted: false, isCellDeleted: false, around }
}

/** What fields of page numbers show belongs to the page. */
const OF_PAGES = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i

export function add({ paragraph, fields, isHidden }: Reader, text: string): void {
  if (isHidden || fields.some(({ isResult, instruction }) => !isResult || OF_PAGES.test(instruction))) return
  paragraph?.pieces.push(text)
}

/** Fields lie a few deep; more are a mistake of the file. */
const DEEPEST = 64

export function turnField({ fields }: Reader, type: string | undefined): void {
  const field = fields.at(-1)
  if (type === 'begin' && fields.length < DEEPEST) fields.push({ instruction: '', isResult: false })
  else if (type === 'separate' && field !== undefined) field.isResult = true
  else if (type === 'end') fields.pop()
}

export function openFrame(reader: Reader): void {
  reader.frames.push(newFrame(reader))
  reader.paragraph = null
}

/** A cell goes to its row, a note to the notes, a text box behind the paragraph it hangs on. */
export function closeFrame(reader: Reader): void {
  if (reader.frames.length < 2) return
  if (reader.paragraph !== null) endParagraph(reader)
  const frame = reader.frames.pop()
  if (frame === undefined) return
  reader.paragraph = frame.around
  reader.table = frame.table
  if (frame.note !== null) reader.notes.set(frame.note, frame.lines)
  else if (frame.around !== null) frame.around.boxes.push(...frame.lines)
  else if (frame.table?.isCellDeleted === false) frame.table.rows.at(-1)?.push(frame.lines)
  else if (frame.table === null) reader.frames.at(-1)?.lines.push(...frame.lines)
}

export function endRow({ table }: Reader): void {
  if (table?.isRowDeleted === true) table.rows.pop()
}

export function endTable(reader: Reader): void {
  const { table } = reader
  reader.table = table?.around ?? null
  for (const line of tableLines(table?.rows ?? [])) reader.frames.at(-1)?.lines.push(line)
}

export function endParagraph(reader: Reader): void {
  const { paragraph, fields } = reader
  const frame = reader.frames.at(-1)
  reader.paragraph = null
  if (paragraph === null || frame === undefined) return
  const text = frame.carried + paragraph.pieces.join('')
  frame.carried = paragraph.isJoined ? text : ''
  const isContents = fields.some(({ instruction }) => /^\s*TOC\b/i.test(instruction))
  const shown = isContents
    ? text
        .trimEnd()
        .replace(/\t[\dIVXivx]{0,6}$/, '')
        .trimEnd()
    : text
  if (!paragraph.isJoined) for (const line of reader.show(shown, paragraph)) frame.lines.push(line)
  for (const line of paragraph.boxes) frame.lines.push(line)
}
