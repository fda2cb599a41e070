import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** Rows of a CSV after RFC 4180, read sign by sign: no code of the writer. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') field += text.charAt((at += 1))
    else if (sign === '"') quoted = !quoted
    else if (quoted) field += sign
    else if (sign === ',') rows.at(-1)?.push(take())
    else if (sign === '\r' && text.charAt(at + 1) === '\n') endRow((at += 1))
    else field += sign
  }
  return field === '' && rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows

  function take(): string {
    const taken = field
    field = ''
    return taken
  }
  function endRow(_at: number): void {
    rows.at(-1)?.push(take())
    rows.push([])
  }
}

/** A cell of a spreadsheet as the file has it: its type and its value. */
export interface BookCell {
  readonly type: 'text' | 'number' | 'formula'
  readonly value: string
}

export interface BookSheet {
  readonly name: string
  /** By row and column, from 0; undefined where the file has no cell. */
  readonly cells: readonly (readonly (BookCell | undefined)[])[]
  /** Frozen rows and columns. */
  readonly frozen: readonly [rows: number, columns: number]
}

/** The sheets of an Excel file, read from its parts. */
export async function readBook(file: Blob): Promise<readonly BookSheet[]> {
  const parts = await unzip(file)
  const strings = sharedStrings(parts['xl/sharedStrings.xml'] ?? '<sst/>')
  const names: string[] = []
  walk(parts['xl/workbook.xml'] ?? '', {
    open: (name, attributes) => name === 'sheet' && names.push(attributes['name'] ?? ''),
  })
  return names.map((name, index) => ({
    name,
    ...readSheet(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '', strings),
  }))
}

/** ECMA-376, ST_Xstring: _x0041_ is A. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function sharedStrings(xml: string): readonly string[] {
  const found: string[] = []
  let inside = false
  walk(xml, {
    open(name) {
      if (name === 'si') found.push('')
      inside = name === 't'
    },
    close: () => (inside = false),
    text: (text) => inside && found.push((found.pop() ?? '') + text),
  })
  return found.map(unescaped)
}

function readSheet(xml: string, strings: readonly string[]): Omit<BookSheet, 'name'> {
  const cells: (BookCell | undefined)[][] = []
  let frozen: [number, number] = [0, 0]
  let place: readonly [row: number, column: number] = [0, 0]
  let kind = ''
  let part = ''
  walk(xml, {
    open(name, attributes) {
      part = name
      if (name === 'pane') frozen = [Number(attributes['ySplit'] ?? 0), Number(attributes['xSplit'] ?? 0)]
      if (name !== 'c') return
      place = placeOf(attributes['r'] ?? 'A1')
      kind = attributes['t'] ?? 'n'
    },
    close: () => (part = ''),
    text(text) {
      if (part !== 'v' && part !== 't' && part !== 'f') return
      const row = (cells[place[0]] ??= [])
      const value = kind === 's' ? (strings[Number(text)] ?? '') : kind === 'inlineStr' ? unescaped(text) : text
      row[place[1]] = { type: part === 'f' ? 'formula' : kind === 'n' ? 'number' : 'text', value }
    },
  })
  return { cells: Array.from(cells, (row) => Array.from(row ?? [])), frozen }
}

function placeOf(address: string): readonly [row: number, column: number] {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(digits) - 1, column - 1]
}

/** A run of words in a Word document with what marks it. */
export interface WordRun {
  readonly text: string
  readonly underlined: boolean
  readonly struck: boolean
}

/** What stands in a cell of a Word table, a line for each paragraph. */
export interface WordCell {
  readonly lines: readonly string[]
  readonly runs: readonly WordRun[]
}

export interface WordTable {
  readonly rows: readonly { readonly isHead: boolean; readonly cells: readonly WordCell[] }[]
}

/** The tables of a Word document, read from its XML. */
export async function readWordTables(file: Blob): Promise<readonly WordTable[]> {
  const tables: { rows: { isHead: boolean; cells: { lines: string[]; runs: WordRun[] }[] }[] }[] = []
  let look = { underlined: false, struck: false }
  let inText = false
  const cell = () => tables.at(-1)?.rows.at(-1)?.cells.at(-1)
  const write = (text: string): void => {
    const lines = cell()?.lines
    if (lines !== undefined) lines.push((lines.pop() ?? '') + text)
  }
  let inCell = false
  walk((await unzip(file))['word/document.xml'] ?? '', {
    open(name, attributes) {
      if (name === 'w:tbl') tables.push({ rows: [] })
      if (name === 'w:tr') tables.at(-1)?.rows.push({ isHead: false, cells: [] })
      if (name === 'w:tblHeader') Object.assign(tables.at(-1)?.rows.at(-1) ?? {}, { isHead: true })
      if (name === 'w:tc') tables.at(-1)?.rows.at(-1)?.cells.push({ lines: [], runs: [] })
      inCell = name === 'w:tc' || inCell
      if (!inCell) return
      if (name === 'w:p') cell()?.lines.push('')
      if (name === 'w:r') look = { underlined: false, struck: false }
      if (name === 'w:u') look.underlined = attributes['w:val'] !== 'none'
      if (name === 'w:strike') look.struck = attributes['w:val'] !== 'false'
      if (name === 'w:br') write('\n')
      inText = name === 'w:t'
    },
    close(name) {
      if (name === 'w:tc') inCell = false
      inText = false
    },
    text(text) {
      if (!inCell || !inText) return
      write(text)
      cell()?.runs.push({ text, ...look })
    },
  })
  return tables
}

/** The parts of an Office file by name; every one of them is well-formed, or it throws. */
export async function unzip(file: Blob): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const texts = Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  for (const [, text] of texts) walk(text, {})
  return Object.fromEntries(texts)
}

interface Walker {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => unknown
  readonly close?: (name: string) => unknown
  readonly text?: (text: string) => unknown
}

/** Strict: XML that is not well-formed throws, as Excel and Word would refuse it. */
function walk(xml: string, { open, close, text }: Walker): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open?.(name, attributes))
  parser.on('closetag', ({ name }) => close?.(name))
  parser.on('text', (found) => text?.(found))
  parser.write(xml).close()
}
