import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { embeddedFailure } from './embedded-failures.ts'
import type { Engine, Run } from './engine.ts'
import { type Entry, type FtsIndex, openFtsIndex } from './fts-index.ts'
import { demandSpace, RESERVE_BYTES } from './free-space.ts'
import { graphStore } from './graph-store.ts'
import { openLadybug } from './ladybug-engine.ts'
import { openLedger, readLedger } from './ledger.ts'
import { type Claim, claim } from './owner.ts'
import { queue } from './queue.ts'
import type { Store } from './store.ts'

export interface EmbeddedOptions {
  readonly home: string
  /** Bytes that must be free before a write. */
  readonly reserve?: number
}

/** The graph in one folder: the graph's file and, beside it, the index of its words, always made for the same state. */
export async function openEmbeddedStore({ home, reserve = RESERVE_BYTES }: EmbeddedOptions): Promise<Store> {
  const file = join(resolve(home), 'graph.lbug')
  const failing = embeddedFailure(file)
  let owned: Claim | null = null
  try {
    mkdirSync(home, { recursive: true })
    if (!existsSync(file)) demandSpace(file, reserve)
    owned = claim(file)
    return await openFiles(file, owned, reserve)
  } catch (error) {
    owned?.release()
    throw failing(error)
  }
}

async function openFiles(file: string, owned: Claim, reserve: number): Promise<Store> {
  const engine = await openLadybug(file)
  try {
    await openLedger(
      engine,
      `the graph ${file}`,
      `delete ${file}* and start again, it is built anew from the regulations`,
    )
    const index = await openIndex(engine, join(dirname(file), 'words.sqlite'))
    return storeOf({ engine, index, owned, file, reserve })
  } catch (error) {
    await engine.close()
    throw error
  }
}

interface Parts {
  readonly engine: Engine
  readonly index: FtsIndex
  readonly owned: Claim
  readonly file: string
  readonly reserve: number
}

function storeOf({ engine, index, owned, file, reserve }: Parts): Store {
  const failing = embeddedFailure(file)
  const shared = graphStore(engine, {
    async saved(records, run) {
      const [part] = records.nodes.filter(({ label }) => label === 'Provision')
      await stage(index, run, { instrument: records.instrument.id, entries: (part?.rows ?? []) as readonly Entry[] })
    },
    removed: (instrument, run) => stage(index, run, { instrument, entries: [] }),
  })
  const writes = queue()
  /** The index commits right after the graph; were the process to end between, the stamps differ and it is made anew. */
  const both = <T>(work: () => Promise<T>): Promise<T> =>
    writes.add(async () => {
      try {
        demandSpace(file, reserve)
        const result = await work()
        index.commit()
        return result
      } catch (error) {
        index.rollback()
        throw failing(error)
      }
    })
  return {
    kind: 'embedded',
    ...shared,
    save: (regulation) => both(() => shared.save(regulation)),
    remove: (id) => both(() => shared.remove(id)),
    saveVocabulary: (vocabulary) => both(() => shared.saveVocabulary(vocabulary)),
    search: async (query, first) => index.search(query, first),
    async close() {
      await writes.idle()
      index.close()
      await shared.close()
      owned.release()
    },
  }
}

interface Staged {
  readonly instrument: string
  readonly entries: readonly Entry[]
}

async function stage(index: FtsIndex, run: Run, { instrument, entries }: Staged): Promise<void> {
  const stamp = await stampOf(run)
  index.begin()
  index.replace(instrument, entries)
  index.stage(stamp)
}

async function stampOf(read: Run): Promise<string> {
  const ledger = await readLedger({ read })
  return `${ledger?.born}:${ledger?.generation}`
}

async function openIndex(engine: Engine, file: string): Promise<FtsIndex> {
  const index = openOrReplace(file)
  const stamp = await stampOf(engine.read)
  if (index.stamp() === stamp) return index
  const instruments = await engine.read('MATCH (i:Instrument) WHERE i.held RETURN i.id AS id')
  index.begin()
  index.clear()
  for (const { id } of instruments) index.replace(String(id), await wordings(engine, String(id)))
  index.stage(stamp)
  index.commit()
  return index
}

/** The index holds nothing of its own: a file that cannot be read is made anew. */
function openOrReplace(file: string): FtsIndex {
  try {
    return openFtsIndex(file)
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    return openFtsIndex(file)
  }
}

async function wordings(engine: Engine, instrument: string): Promise<readonly Entry[]> {
  const rows = await engine.read(
    'MATCH (i:Instrument {id: $instrument})-[:CONTAINS]->(p:Provision) RETURN p.id AS id, p.wording AS wording',
    { instrument },
  )
  return rows.map(({ id, wording }) => ({ id: String(id), wording: String(wording) }))
}
