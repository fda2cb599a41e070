import { basename, extname } from 'node:path'
import { Failure } from '../model/failure.ts'

/** Kinds of files that hold regulations, and whether there is a reader for them. */
const FORMATS: ReadonlyMap<string, boolean> = new Map([
  ['.txt', true],
  ['.md', true],
  ['.markdown', true],
  ['.html', false],
  ['.htm', false],
  ['.docx', false],
  ['.doc', false],
  ['.pdf', false],
  ['.wps', false],
  ['.rtf', false],
  ['.odt', false],
])

/** What a folder is searched for; formats without a reader are named rather than passed over. */
export function isDocument(path: string): boolean {
  return FORMATS.has(formatOf(path))
}

/** Markup and layout read as words would be nonsense with offsets. @throws Failure UNKNOWN_FORMAT */
export function demandReader(path: string): void {
  if (FORMATS.get(formatOf(path)) !== false) return
  throw new Failure('UNKNOWN_FORMAT', `no reader for ${formatOf(path)} in ${basename(path)}: save it as .txt or .md`)
}

function formatOf(path: string): string {
  return extname(path).toLowerCase()
}
