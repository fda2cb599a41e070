import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'libsql'

/** The note beside the graph that says which process holds it, for the message to the next one. */
export function ownerFile(file: string): string {
  return `${file}.pid`
}

export interface Claim {
  release(): void
}

/**
 * Holds the graph in `file` for this process until released, or until the process ends, however it ends. The engine's own
 * lock is no help while it opens and closes: another process that comes then meets a log that is half gone. So this one, an
 * open transaction of SQLite on a file beside the graph, is taken before the engine opens and given up after it has closed.
 * @throws Error that names the lock when this or another process holds the graph, or what the file system says
 */
export function claim(file: string): Claim {
  const lock = lockFile(file)
  closeSync(openSync(lock, 'a'))
  const database = new Database(lock, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new Error(`could not set lock on file ${lock}`, { cause: error })
  }
  writeFileSync(ownerFile(file), `${process.pid}\n`)
  return {
    release() {
      rmSync(ownerFile(file), { force: true })
      database.close()
    },
  }
}

/** Stands under a name of its own: it stays where it is when the graph's files are set aside. */
function lockFile(file: string): string {
  return file.replace(/\.lbug$/, '.lock')
}
