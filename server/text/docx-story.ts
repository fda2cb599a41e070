import { isOn } from './docx-lists.ts'
import { isIndented } from './docx-styles.ts'
import { symbolOf } from './docx-symbols.ts'
import {
  add,
  closeFrame,
  endParagraph,
  endRow,
  endTable,
  newFrame,
  newParagraph,
  newReader,
  newTable,
  openFrame,
  turnField,
} from './docx-reader.ts'
import type { NoteReference, Paragraph, Reader, ShowParagraph } from './docx-reader.ts'
import { walkXml } from './xml.ts'
import type { Attributes } from './xml.ts'

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

/** Text of a run, or the instruction of a field. */
function addText(reader: Reader, text: string): void {
  if (reader.skipping > 0 || !reader.isText) return
  const field = reader.fields.at(-1)
  if (field !== undefined && !field.isResult) field.instruction += text
  else add(reader, text)
}
