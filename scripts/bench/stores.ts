import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary } from '../../server/app/library.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { openStore } from '../../server/graph/open-store.ts'
import type { Store, StoreOptions } from '../../server/graph/store.ts'
import { benchComparison, type ComparisonLatency, firstLoad, FIVE, isCompared, type PageSize } from './questions.ts'
import { startServer } from './server.ts'
import { repeated, spreadOf, timed, type Spread } from './spread.ts'

export interface StoreFigures {
  /** Milliseconds to read the five and put them into an empty graph. */
  readonly ingest: Spread
  /** Milliseconds from the start of the process to the first comparison, on an empty home and on a filled one. */
  readonly freshStart: number
  readonly laterStart: Spread
  readonly comparison: ComparisonLatency
  readonly page: PageSize
}

export interface Place {
  /** Where the graph of a home is. */
  readonly options: (home: string) => StoreOptions
  /** The same, for a server in a process of its own. */
  readonly environment: Readonly<Record<string, string>>
}

/** Measures one engine; homes are temporary and gone afterwards. */
export async function benchStore(
  place: Place,
  { runs, times }: { runs: number; times: number },
): Promise<StoreFigures> {
  const ingests = await repeated(runs, () => inHome((home) => ingestFive(place.options(home), home)))
  return inHome(async (home) => {
    await emptied(place.options(home))
    const environment = { ...place.environment, TIAOLAN_HOME: home }
    const first = await startServer(environment, isCompared)
    await first.stop()
    const starts = await repeated(Math.min(runs, 3), async () => {
      const again = await startServer(environment, isCompared)
      await again.stop()
      return again.startup
    })
    const server = await startServer(environment, isCompared)
    try {
      const comparison = await benchComparison(server.url, times)
      const page = await firstLoad(server.url)
      return { ingest: spreadOf(ingests), freshStart: first.startup, laterStart: spreadOf(starts), comparison, page }
    } finally {
      await server.stop()
    }
  })
}

async function ingestFive(options: StoreOptions, home: string): Promise<number> {
  await emptied(options)
  const store = await openStore(options)
  try {
    const library = openLibrary({ store, vocabulary: loadVocabulary(), home })
    return await timed(() => library.sync())
  } finally {
    await store.close()
  }
}

/** A server of Neo4j outlives a home, so what an earlier run put in is taken out. */
async function emptied(options: StoreOptions): Promise<void> {
  if (options.kind === 'embedded') return
  const store: Store = await openStore(options)
  for (const id of FIVE) await store.remove(id)
  await store.close()
}

async function inHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-bench-'))
  try {
    return await work(home)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
