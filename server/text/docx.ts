import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { Problem, RawText, Span } from '../model/text.ts'
import { readLists } from './docx-lists.ts'
import { openDocx } from './docx-package.ts'
import type { DocxParts } from './docx-package.ts'
import { paragraphs } from './docx-paragraphs.ts'
import { readStory } from './docx-story.ts'
import type { ShowParagraph } from './docx-reader.ts'
import type { Story } from './docx-story.ts'
import { inherited, readStyles } from './docx-styles.ts'
import { isZip } from './zip.ts'

/** Whether the bytes are those of a package, as docx files are; which one is told when it is read. */
export function isDocx(bytes: Uint8Array): boolean {
  return isZip(bytes)
}

/**
 * The text of a Word document as lines, one for each paragraph and each row of a table, with the labels of automatic numbering
 * as Word shows them. Notes stand at the end, marked as furniture. Tracked changes count as accepted, and are reported.
 * @throws Failure for packages that are no Word document, are damaged, locked or too large, or hold no text
 * @example readDocx(bytes, '办法.docx').text // 第一条 为了…
 */
export function readDocx(bytes: Uint8Array, name: string): RawText {
  const parts = openDocx(bytes, name)
  const story = readStory(parts.document, showOf(parts))
  const notes = noteLines(parts, story)
  if (story.lines.length + notes.length === 0) throw withoutText(story, name)
  const body = story.lines.map((line) => `${line}\n`).join('')
  const text = body + notes.map((line) => `${line}\n`).join('')
  const furniture = spansOf(notes, body.length)
  const problems = problemsOf(story)
  return {
    name,
    text,
    format: 'docx',
    encoding: 'utf-8',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(furniture.length === 0 ? {} : { furniture }),
    ...(problems.length === 0 ? {} : { problems }),
  }
}

function showOf(parts: DocxParts): ShowParagraph {
  const styles = readStyles(parts.styles)
  const lists = readLists(parts.numbering, (id) => inherited(styles, id, ({ list }) => list) ?? undefined)
  return paragraphs(styles, lists)
}

function withoutText({ isWhole, pictures }: Story, name: string): Failure {
  if (!isWhole)
    return new Failure('DAMAGED_FILE', `${name} is damaged: open it in Word or WPS and save it again as .docx`)
  if (pictures === 0) return new Failure('EMPTY_FILE', `${name} is empty: give the file that holds the text`)
  const found = `${name} is a scan: it holds ${pictures} ${pictures === 1 ? 'picture' : 'pictures'} and no text`
  return new Failure('SCAN_WITHOUT_TEXT', `${found}: run text recognition (OCR) on it and save it as .docx`)
}

/** 注1：… for each note that the text refers to, in its order. */
function noteLines({ footnotes, endnotes }: DocxParts, { references }: Story): readonly string[] {
  if (references.length === 0) return []
  const plain: ShowParagraph = (text) => [text.trim()].filter((line) => line !== '')
  const found = {
    footnote: footnotes === null ? new Map() : readStory(footnotes, plain).notes,
    endnote: endnotes === null ? new Map() : readStory(endnotes, plain).notes,
  } satisfies Record<string, Story['notes']>
  return references.flatMap(({ kind, id }, at) => {
    const lines = found[kind].get(id) ?? []
    return lines.length === 0 ? [] : [`注${at + 1}：${lines.join(' ').replace(/\s+/g, ' ')}`]
  })
}

function spansOf(lines: readonly string[], from: number): readonly Span[] {
  let at = from
  return lines.map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
}

function problemsOf({ inserted, deleted, pictures, isWhole }: Story): readonly Problem[] {
  const whole = { start: null, end: null }
  const found: Problem[] = []
  if (inserted + deleted > 0) {
    const message = `${inserted} tracked insertions are read, ${deleted} deletions are left out: accept or reject them in Word`
    found.push({ code: 'TRACKED_CHANGES', message, ...whole })
  }
  if (pictures > 0) {
    found.push({ code: 'PICTURES', message: `${pictures} pictures are not read: see whether they hold text`, ...whole })
  }
  if (!isWhole) {
    const message = 'the file is damaged, so lines may be missing: open it in Word or WPS and save it again as .docx'
    found.push({ code: 'DAMAGED_FILE', message, ...whole })
  }
  return found
}
