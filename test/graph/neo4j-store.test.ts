import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Neo4jServer, startNeo4j } from '../../scripts/neo4j/server.ts'
import { openStore } from '../../server/graph/open-store.ts'
import type { Neo4jOptions, Store } from '../../server/graph/store.ts'
import { PARENT } from './samples.ts'
import { storeContract } from './store-contract.ts'

/** The first start copies the server's jars from Maven Central. */
const PATIENCE = 10 * 60_000

const home = mkdtempSync(join(tmpdir(), 'tiaolan-neo4j-'))
let server: Neo4jServer
const options = (): Neo4jOptions => ({ uri: server.uri, username: 'neo4j', password: server.password })
const open = (changed: Partial<Neo4jOptions> = {}): Promise<Store> =>
  openStore({ kind: 'neo4j', ...options(), ...changed })

beforeAll(async () => {
  server = await startNeo4j({ home, port: 0 })
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
  const { connect } = await import('node:net')
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
