import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Neo4jServer, startNeo4j } from '../../scripts/neo4j/server.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { openStore } from '../../server/graph/open-store.ts'
import type { Neo4jOptions, SearchAnswer, Store } from '../../server/graph/store.ts'
import { shipped } from './regulations.ts'
import { PARENT } from './samples.ts'
import { snapshot } from './snapshot.ts'
import { storeContract } from './store-contract.ts'

/** The first start copies the server's jars from Maven Central. */
const PATIENCE = 10 * 60_000

// A cold server plans each statement for the first time; two busy processors make that slow.
vi.setConfig({ testTimeout: 120_000 })

const home = mkdtempSync(join(tmpdir(), 'tiaolan-neo4j-'))
let server: Neo4jServer
const options = (): Neo4jOptions => ({ uri: server.uri, username: 'neo4j', password: server.password })
const open = (changed: Partial<Neo4jOptions> = {}): Promise<Store> =>
  openStore({ kind: 'neo4j', ...options(), ...changed })

beforeAll(async () => {
  server = await startNeo4j({ home, port: 0, brief: true })
}, PATIENCE)

afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

async function removeAll(store: Store): Promise<void> {
  for (const { id } of await store.ask('held-instruments', {})) await store.remove(id)
}

storeContract({
  name: 'Neo4j',
  open,
  async empty(store) {
    await removeAll(store)
    return store
  },
})

describe('the shipped regulations on both engines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaolan-both-'))
  let stores: readonly Store[] = []
  const both = <T>(work: (store: Store) => Promise<T>): Promise<readonly T[]> => Promise.all(stores.map(work))

  beforeAll(async () => {
    stores = [await openStore({ kind: 'embedded', home: folder }), await open()]
    await both(async (store) => {
      await store.saveVocabulary(loadVocabulary())
      for (const regulation of shipped()) await store.save(regulation)
    })
  }, PATIENCE)

  afterAll(async () => {
    const [, neo4j] = stores
    if (neo4j) await removeAll(neo4j)
    await both((store) => store.close())
    rmSync(folder, { recursive: true, force: true })
  })

  test('every query answers the same', async () => {
    const [embedded, neo4j] = await both(snapshot)
    expect(embedded?.answers['held-instruments']).toHaveLength(5)
    expect(neo4j?.answers).toEqual(embedded?.answers)
    expect(neo4j?.relationships).toEqual(embedded?.relationships)
  })

  test.for(['创新中心', '不少于', '2000万元', '知识产权 转化', '中', '近3年', '第三方'])(
    'a search for %s finds the same provisions',
    async (query) => {
      const [embedded, neo4j] = await both((store) => store.search(query, 1_000))
      const found = (answer: SearchAnswer | undefined) => answer?.hits.map(({ provision }) => provision).toSorted()
      expect(embedded?.total).toBeGreaterThan(0)
      expect(found(neo4j)).toEqual(found(embedded))
    },
  )

  test('a citation of the parent by its children is resolved', async () => {
    const answers = await both((store) => store.ask('citations-to-instruments', { ids: ['cn-2021-tic'] }))
    for (const rows of answers) {
      expect(new Set(rows.map(({ instrument }) => instrument))).toEqual(
        new Set(['ha-2021-tic', 'sx-2023-tic', 'yn-2022-tic']),
      )
    }
  })
})

describe('a Neo4j that is not there', () => {
  test('a wrong password is refused with what to check, and never shown', async () => {
    const store = await open({ password: 'not-the-password' })
    await expect(store.ping()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: `Neo4j at ${server.uri} refuses the log-in of neo4j: check NEO4J_USERNAME and NEO4J_PASSWORD`,
    })
    await store.close()
  })

  test('an address that is none is refused at once', async () => {
    await expect(open({ uri: 'postgres://someone:secret@127.0.0.1' })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^NEO4J_URI is postgres:\/\/127\.0\.0\.1, .* bolt:\/\/127\.0\.0\.1:7687$/u),
    })
  })

  test('a database that does not exist is named', async () => {
    const store = await open({ database: 'nowhere' })
    await expect(store.ping()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('has no database nowhere'),
    })
    await store.close()
  })

  test('a server that goes away and comes back is used again without a restart', async () => {
    const wire = await cable(Number(new URL(server.uri.replace('bolt:', 'http:')).port))
    const store = await open({ uri: `bolt://127.0.0.1:${wire.port}` })
    await store.save(PARENT)
    await wire.cut()
    await expect(store.ping()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: `Neo4j does not answer at bolt://127.0.0.1:${wire.port}: start it (npm run neo4j starts a local one) or check NEO4J_URI`,
    })
    await wire.mend()
    await expect(store.ping()).resolves.toBeUndefined()
    expect((await store.ask('instruments-by-id', { ids: [PARENT.id] })).length).toBe(1)
    await removeAll(store)
    await store.close()
    await wire.cut()
  })
})

/** A wire to the real server that can be cut: what a network does, without stopping the server for the other tests. */
async function cable(target: number): Promise<{ port: number; cut(): Promise<void>; mend(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const relay = () =>
    createServer((near) => {
      const far = connect(target, '127.0.0.1')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => other.destroy())
        one.pipe(other)
      }
    })
  let listening = relay()
  const listen = (port: number) => new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        listening.close(() => resolve())
        for (const socket of sockets) socket.destroy()
        sockets.clear()
      }),
    mend: () => {
      listening = relay()
      return listen(port)
    },
  }
}
