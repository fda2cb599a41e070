import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import { homeFailure } from './shelf.ts'

const NOTE = z.object({
  address: z.string(),
  /** Secret of the owner of the home; who cannot read the file cannot hand files over. */
  token: z.string(),
  pid: z.number(),
  /** Which graph the server writes to: a home may be used with one, then with another. */
  store: z.string(),
})

/** What a running server leaves in its home, so that `npm run ingest` finds it. */
export type Note = z.infer<typeof NOTE>

export function writeNote(home: string, note: Note): void {
  try {
    mkdirSync(home, { recursive: true })
    rmSync(noteFile(home), { force: true })
    writeFileSync(noteFile(home), `${JSON.stringify(note)}\n`, { mode: 0o600 })
  } catch (error) {
    throw homeFailure(home, error)
  }
}

/** Null when there is none, or none that can be read. */
export function readNote(home: string): Note | null {
  try {
    return NOTE.parse(JSON.parse(readFileSync(noteFile(home), 'utf8')))
  } catch {
    return null
  }
}

/** Takes the note away, unless another server has written its own since. */
export function dropNote(home: string, token: string): void {
  if (readNote(home)?.token === token) rmSync(noteFile(home), { force: true })
}

/** The name of the graph, for notes. */
export function storeName({ store, neo4j }: Config): string {
  return store === 'embedded' ? store : `${neo4j.uri} ${neo4j.database ?? ''}`.trim()
}

function noteFile(home: string): string {
  return join(home, 'server.json')
}
