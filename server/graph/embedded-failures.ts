import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../model/failure.ts'
import { ownerFile } from './owner.ts'

/** Turns what the embedded engine says of its file into a message with a next step; other errors are bugs and stay. */
export function embeddedFailure(file: string): (error: unknown) => unknown {
  return (error) => {
    if (error instanceof Failure) return error
    const said = error instanceof Error ? error.message : String(error)
    const [, code, message] = TABLE.find(([pattern]) => pattern.test(said)) ?? []
    return code && message ? new Failure(code, message(file), { cause: error }) : error
  }
}

const TABLE = [
  [
    /could not set lock|lock on file/i,
    'STORE_LOCKED',
    (file: string) =>
      `the graph ${file} is in use by ${owner(file)}: stop it, or give this one its own folder with TIAOLAN_HOME`,
  ],
  [
    /no space left|disk full|ENOSPC|SQLITE_FULL|database or disk is full|cannot write to file/i,
    'STORE_FULL',
    fullMessage,
  ],
  [
    /EEXIST|ENOTDIR/,
    'STORE_READ_ONLY',
    (file: string) => `${dirname(file)} is not a folder and cannot become one: set TIAOLAN_HOME to a folder`,
  ],
  [
    /read-?only file system|permission denied|EACCES|EROFS|EPERM|SQLITE_READONLY/i,
    'STORE_READ_ONLY',
    (file: string) => `the folder ${dirname(file)} cannot be written to: change its permissions or set TIAOLAN_HOME`,
  ],
  [
    /corrupt|not a valid|checksum|magic|deserializ|storage version|unable to open database|wal record|cannot read checkpoint|outside the database/i,
    'STORE_DAMAGED',
    (file: string) =>
      `the graph ${file} cannot be read: delete ${file}* and start again, it is built anew from the regulations`,
  ],
] as const

export function fullMessage(file: string): string {
  return `too little space is left for the graph in ${dirname(file)}: free some there and try again`
}

/** Who holds the file, as far as it left a note. */
function owner(file: string): string {
  try {
    return `process ${readFileSync(ownerFile(file), 'utf8').trim()}`
  } catch {
    return 'another process'
  }
}
