import { SaxesParser } from 'saxes'

/** What a reader of XML is told: names are `prefix:name` with the prefix that belongs to the namespace, whatever the file writes. */
export interface XmlHandler {
  /** Attributes by their name without prefix. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export type Attributes = (name: string) => string | undefined

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic:'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'r:'],
])

const CHUNK = 65_536

/**
 * Walks through XML in the order of its text, without building a tree; false where it is broken, and then as much was told as could
 * be read. Entities other than those of XML itself are not expanded.
 * @example walkXml(bytesOf('<w:p xmlns:w="…/main">甲</w:p>'), handler) // true
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  // Namespaces are kept here, since the parser looks each of them up through all open elements.
  const parser = new SaxesParser({ xmlns: false })
  const spaces = new Map<string, string>()
  const names: string[] = []
  let isWhole = true
  parser.on('error', () => {
    isWhole = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) spaces.set(key.slice(6), PREFIXES.get(value) ?? '?:')
    }
    names.push(known(name, spaces))
    handler.open(names.at(-1) ?? '', attributeOf(attributes))
  })
  parser.on('closetag', () => handler.close(names.pop() ?? ''))
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  const text = decodeXml(bytes)
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  parser.close()
  return isWhole
}

function known(name: string, spaces: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  return (spaces.get(colon < 0 ? '' : name.slice(0, colon)) ?? '?:') + name.slice(colon + 1)
}

function attributeOf(attributes: Readonly<Record<string, string>>): Attributes {
  const keys = Object.keys(attributes)
  return (name) => attributes[keys.find((key) => key === name || key.endsWith(`:${name}`)) ?? '']
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
