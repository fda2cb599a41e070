import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Neo4jServer, startNeo4j } from '../../scripts/neo4j/server.ts'
import { serve, type Server } from '../../server/app/serve.ts'
import { command } from './command.ts'
import { askAt, temporaryConfig } from './serving.ts'

/** The first start copies the server's jars from Maven Central. */
const PATIENCE = 10 * 60_000
const PASSWORD = 'a-password-for-tests'

const neo4jHome = mkdtempSync(join(tmpdir(), 'tiaolan-neo4j-'))
let port = 0
let server: Server
let neo4j: Neo4jServer | undefined
const config = () =>
  temporaryConfig({ TIAOLAN_STORE: 'neo4j', NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: PASSWORD })
let settings: ReturnType<typeof config>

beforeAll(async () => {
  port = await freePort()
  settings = config()
  server = await serve(settings)
})

afterAll(async () => {
  await server.close()
  await neo4j?.stop()
  for (const folder of [neo4jHome, settings.home]) rmSync(folder, { recursive: true, force: true })
}, PATIENCE)

const health = async () => (await fetch(`${server.address}/health`)).status
const instruments = () => askAt(server.address, '{ instruments { id } }')

it('starts while Neo4j is away, and says so everywhere', async () => {
  expect(server.trouble()?.code).toBe('STORE_UNAVAILABLE')
  const response = await fetch(`${server.address}/health`)
  const message = expect.stringContaining(`Neo4j does not answer at bolt://127.0.0.1:${port}`)
  expect([response.status, await response.json()]).toEqual([
    503,
    { status: 'unavailable', error: { code: 'STORE_UNAVAILABLE', message } },
  ])
  const { errors } = await instruments()
  expect(errors).toMatchObject([{ message, path: ['instruments'], extensions: { code: 'STORE_UNAVAILABLE' } }])
})

it('answers what needs no store all the same', async () => {
  const { data } = await askAt(server.address, '{ topics { id } }')
  expect(data.topics.length).toBeGreaterThan(0)
})

it('says so to who hands a file over', async () => {
  const { status, stdout } = await command('ingest', ['--json', 'data/regulations/sx-2023-tic'], settings)
  expect([status, JSON.parse(stdout).error.code]).toEqual([1, 'STORE_UNAVAILABLE'])
})

it(
  'reads the regulations once Neo4j is there, without a restart',
  async () => {
    neo4j = await startNeo4j({ home: neo4jHome, port, password: PASSWORD })
    await vi.waitUntil(async () => (await health()) === 200, { timeout: 120_000, interval: 250 })
    expect((await instruments()).data.instruments).toHaveLength(5)
  },
  PATIENCE,
)

it(
  'survives that Neo4j goes away and comes back while it serves',
  async () => {
    await neo4j?.stop()
    expect(await health()).toBe(503)
    expect((await instruments()).errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }])
    neo4j = await startNeo4j({ home: neo4jHome, port, password: PASSWORD })
    await vi.waitUntil(async () => (await health()) === 200, { timeout: 120_000, interval: 250 })
    expect((await instruments()).data.instruments).toHaveLength(5)
  },
  PATIENCE,
)

function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  return new Promise((resolve) =>
    probe.once('listening', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    }),
  )
}
