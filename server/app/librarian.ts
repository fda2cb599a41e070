import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../model/failure.ts'
import type { Config } from './config.ts'
import { findServer, type Remote } from './handover.ts'
import { openLibrary } from './library.ts'
import { readNote, storeName } from './note.ts'
import { openGraph } from './open-graph.ts'
import { loadVocabulary } from './vocabulary.ts'

/** Takes regulations in and out: through the server of the home while one runs, else in this process. */
export interface Librarian extends Remote {
  close(): Promise<void>
}

export interface LibrarianOptions {
  readonly say?: (message: string) => void
  /** How long to wait for another process that holds the graph and is no server. */
  readonly patienceMs?: number
  readonly shipped?: string
}

const PAUSE_MS = 200

/**
 * @example const librarian = await openLibrarian(readConfig(process.env))
 * @throws Failure STORE_LOCKED when another process keeps the graph for longer than a minute
 */
export async function openLibrarian(config: Config, options: LibrarianOptions = {}): Promise<Librarian> {
  const { say = () => undefined, patienceMs = 60_000 } = options
  const until = performance.now() + patienceMs
  for (let told = false; ; told = true) {
    const found = (await remote(config)) ?? (await local(config, options, performance.now() < until))
    if (found !== null) return found
    if (!told) say('waiting for another process that holds the graph')
    await wait(PAUSE_MS)
  }
}

async function remote(config: Config): Promise<Librarian | null> {
  const note = readNote(config.home)
  if (note === null || note.store !== storeName(config)) return null
  const server = await findServer(note)
  return server && { ...server, close: () => Promise.resolve() }
}

/** Null while another process holds the graph and there is time left: it may be another ingest, or a server that starts. */
async function local(config: Config, options: LibrarianOptions, mayWait: boolean): Promise<Librarian | null> {
  try {
    const store = await openGraph(config, options.say ?? (() => undefined))
    const vocabulary = loadVocabulary()
    await store.saveVocabulary(vocabulary)
    const library = openLibrary({ ...options, store, vocabulary, home: config.home })
    return {
      ingest: (file) => library.ingest(file),
      remove: (id) => library.remove(id),
      async close() {
        await library.idle()
        await store.close()
      },
    }
  } catch (error) {
    if (mayWait && error instanceof Failure && error.code === 'STORE_LOCKED') return null
    throw error
  }
}
