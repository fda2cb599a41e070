import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary } from '../../server/app/library.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { openStore } from '../../server/graph/open-store.ts'
import { filesIn } from './extraction.ts'
import { benchComparison, type ComparisonLatency, isCompared } from './questions.ts'
import { startServer } from './server.ts'

export interface ManyFigures {
  /** Instruments in the graph, the five among them. */
  readonly held: number
  /** Of the five, in this graph. */
  readonly five: ComparisonLatency
  /** Of as many as there are provincial-level units on the mainland, or of all where there are fewer. */
  readonly wide: ComparisonLatency & { readonly columns: number }
}

const COLUMNS = 31

interface Amount {
  readonly folder: string
  /** How many texts of the folder are taken in at most. */
  readonly laws: number
  readonly times: number
}

/** Comparisons in a graph of many texts on the embedded store; its home is temporary. */
export async function benchMany({ folder, laws, times }: Amount): Promise<ManyFigures> {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-bench-many-'))
  try {
    const ids = await fill(home, filesIn(folder).slice(0, laws))
    const columns = spread(ids, COLUMNS)
    const server = await startServer({ TIAOLAN_STORE: 'embedded', TIAOLAN_HOME: home }, isCompared)
    try {
      const five = await benchComparison(server.url, times)
      const wide = await benchComparison(server.url, Math.ceil(times / 4), columns)
      return { held: ids.length, five, wide: { ...wide, columns: columns.length } }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Takes the five and the files in; the ids of all that are then held. */
async function fill(home: string, files: readonly string[]): Promise<readonly string[]> {
  const store = await openStore({ kind: 'embedded', home })
  try {
    const library = openLibrary({ store, vocabulary: loadVocabulary(), home })
    await library.sync()
    // The five are here under their own ids, whatever their files are called in the folder.
    for (const name of files) await library.ingest({ name, bytes: readFileSync(name), id: null }).catch(() => undefined)
    return (await store.ask('held-instruments', {})).map(({ id }) => id)
  } finally {
    await store.close()
  }
}

/** `count` of the list, evenly spread over it. */
function spread(list: readonly string[], count: number): readonly string[] {
  if (list.length <= count) return list
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] ?? '')
}
