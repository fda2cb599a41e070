import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import { isDocument } from './formats.ts'
import { SHIPPED, type SourceFile } from './library.ts'

/**
 * A path given by a person as the files it stands for: the documents of a folder and its folders, or itself, also when
 * nothing is there, so that reading it says why.
 */
export function pathsOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path]
  const documents = filesIn(path).filter(isDocument)
  return documents.length > 0 ? documents.toSorted() : [path]
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(entry.parentPath, entry.name))
}

/** The bytes of one file, with its id when it ships with the project. @throws Failure FILE_MISSING, FILE_UNREADABLE … */
export function readSource(path: string): SourceFile {
  try {
    return { name: path, bytes: readFileSync(path), id: shippedId(path) }
  } catch (error) {
    const [, code, message] = TABLE.find(([said]) => said === (error as NodeJS.ErrnoException).code) ?? []
    throw code && message ? new Failure(code, message(path), { cause: error }) : error
  }
}

const TABLE = [
  ['ENOENT', 'FILE_MISSING', (path: string) => `there is no file ${resolve(path)}: check the path`],
  ['EACCES', 'FILE_UNREADABLE', (path: string) => `${path} may not be read by this user: change its permissions`],
  ['EPERM', 'FILE_UNREADABLE', (path: string) => `${path} may not be read by this user: change its permissions`],
  [
    'EISDIR',
    'EMPTY_FOLDER',
    (path: string) => `no document is found in the folder ${path}: see what it holds and whether it may be read`,
  ],
] as const

/** The id of `data/regulations/<id>/text.txt`, by whatever path it was given; null for other files. */
export function shippedId(path: string): string | null {
  const folder = dirname(realpathSync(path))
  return basename(path) === 'text.txt' && dirname(folder) === realpathSync(SHIPPED) ? basename(folder) : null
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
