import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../model/failure.ts'

const ENTRY = z.object({
  /** The file's name as it was given, for people. */
  name: z.string(),
  /** Hash of the file's bytes. */
  sha256: z.string(),
  /** Fingerprint of the rules it was read with. */
  reader: z.string(),
  /** Fingerprint of the corrections that were applied. */
  corrections: z.string().default(''),
  /** The graph's hash of what was read; another one there means that the graph holds something else. */
  hash: z.string().nullable(),
  /** The file beside this entry; null for texts that ship with the project. */
  kept: z.string().nullable(),
  /** Taken out on purpose: does not come back by itself at the next start. */
  removed: z.boolean(),
})

/** What is known of one text: enough to see that nothing changed without reading it, and to read it again. */
export type Entry = z.infer<typeof ENTRY>

/** `home/texts/<id>/{entry.json, text.*}`: the graph can always be built anew from it. Entries are read once. */
export interface Shelf {
  ids(): readonly string[]
  entry(id: string): Entry | null
  /** The id under which a file of this hash is kept. */
  holderOf(sha256: string): string | null
  bytes(id: string): Uint8Array | null
  /** Keeps the bytes beside the entry; without bytes, the entry alone. */
  put(id: string, entry: Omit<Entry, 'kept'>, bytes: Uint8Array | null): void
  drop(id: string): void
}

export function openShelf(home: string): Shelf {
  const folder = join(home, 'texts')
  const at = (id: string, ...rest: readonly string[]) => join(folder, safe(id), ...rest)
  const entries = readEntries(folder)
  return {
    ids: () => [...entries.keys()],
    entry: (id) => entries.get(id) ?? null,
    holderOf: (sha256) => [...entries].find(([, entry]) => entry.sha256 === sha256)?.[0] ?? null,
    bytes(id) {
      const kept = entries.get(id)?.kept
      return kept && existsSync(at(id, kept)) ? readFileSync(at(id, kept)) : null
    },
    put: (id, entry, bytes) =>
      writing(home, () => {
        mkdirSync(at(id), { recursive: true })
        const kept = bytes === null ? null : `text${extname(entry.name).toLowerCase()}`
        if (kept !== null && bytes !== null) replace(at(id, kept), bytes)
        replace(at(id, 'entry.json'), `${JSON.stringify({ ...entry, kept }, null, 2)}\n`)
        entries.set(id, { ...entry, kept })
      }),
    drop: (id) =>
      writing(home, () => {
        rmSync(at(id), { recursive: true, force: true })
        entries.delete(id)
      }),
  }
}

function readEntries(folder: string): Map<string, Entry> {
  const ids = existsSync(folder) ? readdirSync(folder).sort() : []
  return new Map(
    ids.flatMap((id) => {
      const entry = readEntry(join(folder, id, 'entry.json'))
      return entry === null ? [] : [[id, entry] as const]
    }),
  )
}

/** An entry that cannot be read is as good as none: the text is read again. */
function readEntry(file: string): Entry | null {
  try {
    return ENTRY.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Ids become names of folders; no id leaves the shelf. */
function safe(id: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)) return id
  throw new Failure('BAD_ID', `${JSON.stringify(id)} is no id of an instrument: letters, digits, - and _ only`)
}

/** Readers see the old file or the new one, never half. */
function replace(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content)
  renameSync(`${file}.new`, file)
}

function writing<T>(home: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw homeFailure(home, error)
  }
}

/** Says what to do about a folder that cannot be written to; other errors stay. */
export function homeFailure(home: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Failure('STORE_FULL', `no space left in ${home}: free some space there and try again`, { cause: error })
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const message = `the folder ${home} cannot be written to: change its permissions or set TIAOLAN_HOME`
    return new Failure('STORE_READ_ONLY', message, { cause: error })
  }
  return error
}
