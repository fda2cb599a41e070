import { Failure } from '../model/failure.ts'
import { walkXml } from './xml.ts'
import { openZip } from './zip.ts'

/** The parts of a Word document that say text or number it; only the main one must be there. */
export interface DocxParts {
  readonly document: Uint8Array
  readonly styles: Uint8Array | null
  readonly numbering: Uint8Array | null
  readonly footnotes: Uint8Array | null
  readonly endnotes: Uint8Array | null
}

/**
 * The parts of a docx package, wherever its relations say they are. Packages of other programs are refused by name.
 * @throws Failure UNSUPPORTED_FORMAT and those of `openZip`
 */
export function openDocx(bytes: Uint8Array, name: string): DocxParts {
  const zip = openZip(bytes, name)
  const main = mainPart(zip.read(['_rels/.rels']).get('_rels/.rels') ?? null, zip.names)
  if (main === null) throw foreign(name, zip.names, zip.read(['mimetype']).get('mimetype'))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relsName = `${folder}_rels/${main.slice(folder.length)}.rels`
  const targets = relations(zip.read([relsName]).get(relsName) ?? null)
  const placeOf = (kind: string) => resolve(folder, targets.get(kind) ?? `${kind}.xml`)
  const places = Object.fromEntries(KINDS.map((kind) => [kind, placeOf(kind)]))
  const parts = zip.read([main, ...Object.values(places)])
  const partOf = (kind: (typeof KINDS)[number]) => parts.get(places[kind] ?? '') ?? null
  return {
    document: parts.get(main) ?? new Uint8Array(),
    styles: partOf('styles'),
    numbering: partOf('numbering'),
    footnotes: partOf('footnotes'),
    endnotes: partOf('endnotes'),
  }
}

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes'] as const

function mainPart(rels: Uint8Array | null, names: ReadonlySet<string>): string | null {
  const target = resolve('', relations(rels).get('officeDocument') ?? 'word/document.xml')
  return names.has(target) && !/^(?:xl|ppt|visio)\//.test(target) ? target : null
}

function resolve(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
}

/** Targets by the last word of their type: numbering, styles, officeDocument. */
function relations(bytes: Uint8Array | null): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  if (bytes === null) return targets
  walkXml(bytes, {
    open: (name, attribute) => {
      const kind = attribute('Type')?.split('/').at(-1)
      const target = attribute('Target')
      if (name === 'r:Relationship' && kind !== undefined && target !== undefined && !targets.has(kind)) {
        targets.set(kind, target)
      }
    },
    close: () => undefined,
    text: () => undefined,
  })
  return targets
}

interface Foreign {
  readonly what: string
  readonly isIt: (names: readonly string[], type: string) => boolean
  readonly advice: string
}

const AS_DOCX = 'open it in its program and save it as .docx'
const holds = (start: string) => (names: readonly string[]) => names.some((name) => name.startsWith(start))
const typed = (word: string) => (_: readonly string[], type: string) => type.includes(word)

const FOREIGN: readonly Foreign[] = [
  { what: 'an OpenDocument text (.odt)', isIt: typed('opendocument.text'), advice: AS_DOCX },
  { what: 'an OpenDocument file', isIt: typed('opendocument'), advice: 'save the text in it as .docx' },
  { what: 'an e-book (.epub)', isIt: typed('epub'), advice: 'save the text in it as .docx or .txt' },
  { what: 'an OFD file', isIt: holds('OFD.xml'), advice: 'open it in an OFD reader and save it as .docx or .pdf' },
  { what: 'an Excel workbook', isIt: holds('xl/'), advice: 'save the text in it as .docx' },
  { what: 'a PowerPoint presentation', isIt: holds('ppt/'), advice: 'save the text in it as .docx' },
  { what: 'an Apple Pages document', isIt: holds('Index/'), advice: 'open it in Pages and export it as Word (.docx)' },
  { what: 'a ZIP archive', isIt: () => true, advice: 'unpack it and give the documents in it' },
]

function foreign(name: string, names: ReadonlySet<string>, mimetype: Uint8Array | undefined): Failure {
  const type = new TextDecoder().decode(mimetype?.subarray(0, 200))
  const found = FOREIGN.find(({ isIt }) => isIt([...names], type))
  return new Failure('UNSUPPORTED_FORMAT', `${name} is ${found?.what}, which is not read: ${found?.advice}`)
}
