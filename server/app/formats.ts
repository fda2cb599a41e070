import { extname } from 'node:path'

/** Kinds of files that hold regulations; those without a reader are named rather than passed over in a folder. */
const FORMATS: ReadonlySet<string> = new Set([
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.docx',
  '.pdf',
  '.doc',
  '.wps',
  '.rtf',
  '.odt',
])

/** What a folder is searched for. */
export function isDocument(path: string): boolean {
  return FORMATS.has(extname(path).toLowerCase())
}
