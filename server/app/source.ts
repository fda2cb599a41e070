import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'
import { readRaw } from '../text/read.ts'

/**
 * Reads one file into its raw text; `read` is the file system. What cannot be read is a `Failure` that names the file.
 * @example await readSource('data/regulations/sx-2023-tic/text.txt', readFile) // { name, text, encoding: 'utf-8', … }
 */
export async function readSource(file: string, read: (file: string) => Promise<Uint8Array>): Promise<RawText> {
  try {
    return await readRaw(await read(file), file)
  } catch (error) {
    if (error instanceof Failure) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const [name, advice] = REASONS.get(code) ?? [
      'UNREADABLE_FILE',
      `cannot be read (${code || String(error)}): check the path`,
    ]
    throw new Failure(name, `${file} ${advice}`, { cause: error })
  }
}

const REASONS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['ENOENT', ['FILE_NOT_FOUND', 'does not exist: check the path']],
  ['EISDIR', ['NOT_A_FILE', 'is a folder: name the files in it']],
  ['EACCES', ['FILE_FORBIDDEN', 'may not be read: change its permissions']],
  ['EPERM', ['FILE_FORBIDDEN', 'may not be read: change its permissions']],
])
