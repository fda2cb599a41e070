import { isOn } from './docx-lists.ts'
import { isIndented } from './docx-styles.ts'
import { symbolOf } from './docx-symbols.ts'
import { tableLines } from './docx-tables.ts'
import { walkXml } from './xml.ts'
import type { Attributes } from './xml.ts'

/** What a paragraph says of its place in lists; null where it leaves that to its style. */
export interface ParagraphSettings {
  style: string | null
  list: string | null
  level: number | null
  indented: boolean | null
}

/** The text of a part of a document, and what was met in it. */
export interface Story {
  readonly lines: readonly string[]
  /** Lines of footnotes or endnotes, by their id, for parts that hold those. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  /** Notes that the text refers to, in its order. */
  readonly references: readonly NoteReference[]
  readonly pictures: number
  /** Tracked changes: what was added, and what was taken out. */
  readonly inserted: number
  readonly deleted: number
  readonly isWhole: boolean
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** The lines of a paragraph as Word shows it, with its label and indent. */
export type ShowParagraph = (text: string, settings: ParagraphSettings) => readonly string[]

/**
 * Reads one part of a document (its body, its notes) from start to end. Text boxes follow the paragraph they hang on, rows of
 * tables are lines, tracked changes count as accepted.
 * @example readStory(bytes, show).lines // ['第一条 …']
 */
export function readStory(bytes: Uint8Array, show: ShowParagraph): Story {
  const reader = newReader(show)
  const isWhole = walkXml(bytes, {
    open: (name, attribute) => open(reader, name, attribute),
    close: (name) => close(reader, name),
    text: (text) => addText(reader, text),
  })
  while (reader.frames.length > 1) closeFrame(reader)
  if (reader.paragraph !== null) endParagraph(reader)
  const { frames, notes, references, pictures, inserted, deleted } = reader
  return { lines: frames[0]?.lines ?? [], notes, references, pictures, inserted, deleted, isWhole }
}

interface Paragraph extends ParagraphSettings {
  readonly pieces: string[]
  /** Its end was deleted: it goes on in the next one. */
  isJoined: boolean
  /** Lines of the text boxes that hang on it. */
  readonly boxes: string[]
}

/** A place that holds paragraphs: the body, a cell, a text box, a note. */
interface Frame {
  readonly lines: string[]
  /** Text whose paragraph ended in a deleted mark. */
  carried: string
  /** The paragraph around a text box, which goes on behind it. */
  readonly around: Paragraph | null
  readonly table: Table | null
  readonly note: string | null
}

interface Table {
  readonly rows: (readonly string[])[][]
  isRowDeleted: boolean
  isCellDeleted: boolean
  readonly around: Table | null
}

interface Field {
  instruction: string
  isResult: boolean
}

interface Reader {
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

function newReader(show: ShowParagraph): Reader {
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

function newFrame(reader: Pick<Reader, 'paragraph' | 'table'> | null, note: string | null = null): Frame {
  return { lines: [], carried: '', around: reader?.paragraph ?? null, table: reader?.table ?? null, note }
}

/** Older properties, other forms of the same drawing, pronunciations: not shown. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange', 'w:sectPr'],
  ...['w:numberingChange', 'w:tblGridChange', 'w:tblPrExChange', 'w:delText', 'w:rt', 'mc:Fallback', 'w:tabs'],
])
const TAKEN_OUT: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

function open(reader: Reader, name: string, attribute: Attributes): void {
  if (reader.skipping > 0) {
    reader.skipping++
    return
  }
  if (TAKEN_OUT.has(name)) return takeOut(reader)
  if (PASSED_OVER.has(name) || (name === 'w:sdtContent' && reader.prompts.at(-1) === true)) {
    reader.skipping = 1
    return
  }
  OPENED.get(name)?.(reader, attribute)
}

function close(reader: Reader, name: string): void {
  if (reader.skipping > 0) {
    reader.skipping--
    return
  }
  CLOSED.get(name)?.(reader)
}

/** A deletion marks the end of its paragraph, its row, its cell, or stands around what was deleted. */
function takeOut(reader: Reader): void {
  reader.deleted++
  if (reader.properties === 'paragraph' && reader.paragraph !== null) reader.paragraph.isJoined = true
  else if (reader.properties === 'row' && reader.table !== null) reader.table.isRowDeleted = true
  reader.skipping = 1
}

type Open = (reader: Reader, attribute: Attributes) => void
type Close = (reader: Reader) => void

const inParagraph = (set: (paragraph: Paragraph, attribute: Attributes) => void): Open => {
  return (reader, attribute) => {
    if (reader.properties === 'paragraph' && reader.paragraph !== null) set(reader.paragraph, attribute)
  }
}
const sign = (written: string): Open => {
  return (reader) => {
    if (reader.properties === null) add(reader, written)
  }
}
const properties = (kind: Reader['properties']): Open => {
  return (reader) => {
    // The run properties of a paragraph's mark lie inside its own.
    if (reader.properties === null || kind !== 'run') reader.properties = kind
  }
}
const refer = (kind: NoteReference['kind']): Open => {
  return ({ references }, attribute) => void references.push({ kind, id: attribute('id') ?? '' })
}
const note: Open = (reader, attribute) => {
  reader.frames.push(newFrame(reader, attribute('id') ?? ''))
  reader.paragraph = null
}
const startText: Open = (reader) => {
  reader.isText = true
}

const OPENED: ReadonlyMap<string, Open> = new Map<string, Open>([
  ['w:p', (reader) => void (reader.paragraph = newParagraph())],
  ['w:pPr', properties('paragraph')],
  ['w:rPr', properties('run')],
  ['w:trPr', properties('row')],
  ['w:tcPr', properties('cell')],
  ['w:pStyle', inParagraph((paragraph, attribute) => void (paragraph.style = attribute('val') ?? null))],
  ['w:numId', inParagraph((paragraph, attribute) => void (paragraph.list = attribute('val') ?? null))],
  ['w:ilvl', inParagraph((paragraph, attribute) => void (paragraph.level = Number(attribute('val') ?? 0)))],
  ['w:ind', inParagraph((paragraph, attribute) => void (paragraph.indented = isIndented(attribute)))],
  ['w:r', (reader) => void (reader.isHidden = false)],
  [
    'w:vanish',
    (reader, attribute) => {
      if (reader.properties === 'run') reader.isHidden = isOn(attribute('val'))
    },
  ],
  ['w:t', startText],
  ['m:t', startText],
  ['w:instrText', startText],
  ['w:tab', sign('\t')],
  ['w:ptab', sign('\t')],
  ['w:br', sign('\n')],
  ['w:cr', sign('\n')],
  ['w:noBreakHyphen', sign('-')],
  ['w:sym', (reader, attribute) => add(reader, symbolOf(attribute('font'), attribute('char')))],
  ['w:fldChar', (reader, attribute) => turnField(reader, attribute('fldCharType'))],
  [
    'w:fldSimple',
    ({ fields }, attribute) => void fields.push({ instruction: attribute('instr') ?? '', isResult: true }),
  ],
  ['w:checkBox', (reader) => void (reader.isChecked = false)],
  ['w:default', (reader, attribute) => void (reader.isChecked = isOn(attribute('val')))],
  ['w:checked', (reader, attribute) => void (reader.isChecked = isOn(attribute('val')))],
  ['w:sdt', ({ prompts }) => void prompts.push(false)],
  ['w:showingPlcHdr', ({ prompts }, attribute) => void (prompts[prompts.length - 1] = isOn(attribute('val')))],
  ['w:tbl', (reader) => void (reader.table = newTable(reader.table))],
  [
    'w:tr',
    ({ table }) => {
      table?.rows.push([])
      if (table !== null) table.isRowDeleted = false
    },
  ],
  [
    'w:tc',
    (reader) => {
      if (reader.table !== null) reader.table.isCellDeleted = false
      openFrame(reader)
    },
  ],
  [
    'w:cellDel',
    ({ table }) => {
      if (table !== null) table.isCellDeleted = true
    },
  ],
  ['w:txbxContent', openFrame],
  ['w:footnote', note],
  ['w:endnote', note],
  ['w:footnoteReference', refer('footnote')],
  ['w:endnoteReference', refer('endnote')],
  ['pic:pic', (reader) => void reader.pictures++],
  ['v:imagedata', (reader) => void reader.pictures++],
  ['w:ins', (reader) => void reader.inserted++],
  ['w:moveTo', (reader) => void reader.inserted++],
])

const endProperties: Close = (reader) => {
  reader.properties = null
}
const endText: Close = (reader) => {
  reader.isText = false
}

const CLOSED: ReadonlyMap<string, Close> = new Map<string, Close>([
  ['w:p', endParagraph],
  ['w:pPr', endProperties],
  [
    'w:rPr',
    (reader) => {
      if (reader.properties === 'run') reader.properties = null
    },
  ],
  ['w:trPr', endProperties],
  ['w:tcPr', endProperties],
  ['w:t', endText],
  ['m:t', endText],
  ['w:instrText', endText],
  ['w:r', (reader) => void (reader.isHidden = false)],
  ['w:fldSimple', ({ fields }) => void fields.pop()],
  ['w:checkBox', (reader) => void reader.paragraph?.pieces.push(reader.isChecked ? '☑' : '□')],
  ['w:sdt', ({ prompts }) => void prompts.pop()],
  ['w:tc', closeFrame],
  ['w:tr', endRow],
  ['w:tbl', endTable],
  ['w:txbxContent', closeFrame],
  ['w:footnote', closeFrame],
  ['w:endnote', closeFrame],
])

function newParagraph(): Paragraph {
  return { pieces: [], style: null, list: null, level: null, indented: null, isJoined: false, boxes: [] }
}

function newTable(around: Table | null): Table {
  return { rows: [], isRowDeleted: false, isCellDeleted: false, around }
}

/** Text of a run, or the instruction of a field. */
function addText(reader: Reader, text: string): void {
  if (reader.skipping > 0 || !reader.isText) return
  const field = reader.fields.at(-1)
  if (field !== undefined && !field.isResult) field.instruction += text
  else add(reader, text)
}

/** What fields of page numbers show belongs to the page. */
const OF_PAGES = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i

function add({ paragraph, fields, isHidden }: Reader, text: string): void {
  if (isHidden || fields.some(({ isResult, instruction }) => !isResult || OF_PAGES.test(instruction))) return
  paragraph?.pieces.push(text)
}

function turnField({ fields }: Reader, type: string | undefined): void {
  const field = fields.at(-1)
  if (type === 'begin') fields.push({ instruction: '', isResult: false })
  else if (type === 'separate' && field !== undefined) field.isResult = true
  else if (type === 'end') fields.pop()
}

function openFrame(reader: Reader): void {
  reader.frames.push(newFrame(reader))
  reader.paragraph = null
}

/** A cell goes to its row, a note to the notes, a text box behind the paragraph it hangs on. */
function closeFrame(reader: Reader): void {
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

function endRow({ table }: Reader): void {
  if (table?.isRowDeleted === true) table.rows.pop()
}

function endTable(reader: Reader): void {
  const { table } = reader
  reader.table = table?.around ?? null
  for (const line of tableLines(table?.rows ?? [])) reader.frames.at(-1)?.lines.push(line)
}

function endParagraph(reader: Reader): void {
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
