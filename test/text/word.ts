import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** Parts of a Word document, as the XML inside their roots. */
export interface WordParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
}

/** A docx file, packed by hand, so that every element in it is meant. */
export function makeDocx({ body, ...parts }: WordParts): Uint8Array {
  const extra = Object.entries(parts)
  const relation = (kind: string, target: string) =>
    `<Relationship Id="${kind}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
  const relations = (rows: readonly string[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`,
    )
  const xml = (root: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inside}</w:${root}>`)
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations([relation('officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relations(extra.map(([kind]) => relation(kind, `${kind}.xml`))),
    'word/document.xml': xml('document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(extra.map(([kind, inside]) => [`word/${kind}.xml`, xml(kind, inside)])),
  })
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Runs of a paragraph; a tab and a line break are elements of their own. */
export function run(text: string): string {
  const pieces = text.split(/([\t\n])/).map((piece) => {
    if (piece === '\t') return '<w:tab/>'
    return piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
  })
  return `<w:r>${pieces.join('')}</w:r>`
}

export function paragraph(text: string, settings = ''): string {
  return `<w:p>${settings === '' ? '' : `<w:pPr>${settings}</w:pPr>`}${text === '' ? '' : run(text)}</w:p>`
}

/** A paragraph of a list. */
export function listed(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

export interface LevelXml {
  readonly format?: string
  readonly text: string
  readonly start?: number
  /** More elements of the level, such as a restart. */
  readonly more?: string
}

/** An abstract list and the list of the same number that uses it. */
export function list(id: number, levels: readonly LevelXml[]): string {
  return abstractList(id, levels) + `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
}

export function abstractList(id: number, levels: readonly LevelXml[]): string {
  const rows = levels.map((level, at) => levelXml(level, at)).join('')
  return `<w:abstractNum w:abstractNumId="${id}">${rows}</w:abstractNum>`
}

export function levelXml({ format = 'decimal', text, start = 1, more = '' }: LevelXml, at: number): string {
  const inside = `<w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/>`
  return `<w:lvl w:ilvl="${at}">${inside}</w:lvl>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (inside: string) => `<w:tc>${inside.startsWith('<') ? inside : paragraph(inside)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}
