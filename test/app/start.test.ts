import { createServer } from 'node:net'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../server/graph/open-store.ts'
import { outcomeOf, type Started, started } from './command.ts'
import { askAt, temporaryConfig } from './serving.ts'

const { home } = temporaryConfig()
afterAll(() => rmSync(home, { recursive: true }))

/** Longer than a build of the page takes on a busy machine. */
const PATIENCE = 120_000

describe('npm start', () => {
  it(
    'prints its address when it answers, with page and GraphQL, and stops cleanly',
    async () => {
      const child = started('start', [], { TIAOLAN_HOME: home, PORT: '0' })
      const address = await firstLine(child)
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      const page = await fetch(address)
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      const { data } = await askAt(address, '{ instruments { id } }')
      expect(data.instruments).toHaveLength(5)

      // A runner passes the signal on once more.
      child.kill('SIGINT')
      child.kill('SIGINT')
      expect(await exit(child)).toBe(0)
      expect(existsSync(join(home, 'server.json'))).toBe(false)
    },
    PATIENCE,
  )

  it(
    'reads nothing again at a later start',
    async () => {
      const child = started('start', [], { TIAOLAN_HOME: home, PORT: '0' })
      const outcome = outcomeOf(child)
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.kill('SIGTERM')
      const { status, stderr } = await outcome
      expect([status, stderr]).toEqual([0, ''])
    },
    PATIENCE,
  )

  it(
    'says whose port it is, and leaves the graph to the next',
    async () => {
      const other = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => other.once('listening', resolve))
      const { port } = other.address() as { port: number }
      const { status, stderr } = await outcomeOf(started('start', [], { TIAOLAN_HOME: home, PORT: String(port) }))
      other.close()
      expect([status, stderr]).toEqual([
        1,
        `port ${port} of 127.0.0.1 is in use by another program: stop it, or choose another with PORT=${port + 1}\n`,
      ])
      await (await openStore({ kind: 'embedded', home })).close()
    },
    PATIENCE,
  )

  it(
    'says who holds the graph',
    async () => {
      const store = await openStore({ kind: 'embedded', home })
      const { status, stderr } = await outcomeOf(started('start', [], { TIAOLAN_HOME: home, PORT: '0' }))
      await store.close()
      expect([status, stderr]).toEqual([1, expect.stringMatching(/graph\.lbug is in use by process \d+: stop it, or /)])
    },
    PATIENCE,
  )

  it.each([
    [{ TIAOLAN_STORE: 'postgres' }, 'TIAOLAN_STORE=postgres is not possible: set it to embedded or neo4j\n'],
    [{ TIAOLAN_HOM: '/tmp' }, expect.stringContaining('did you mean TIAOLAN_HOME?')],
    [
      { TIAOLAN_HOME: '/dev/null/here' },
      '/dev/null/here is not a folder and cannot become one: set TIAOLAN_HOME to a folder\n',
    ],
    [{ HOST: '203.0.113.9' }, expect.stringContaining('this machine has no address 203.0.113.9')],
  ])(
    'refuses %j in a line',
    async (environment, message) => {
      const { status, stdout, stderr } = await outcomeOf(
        started('start', [], { TIAOLAN_HOME: home, PORT: '0', ...environment }),
      )
      expect([status, stdout, stderr]).toEqual([1, '', message])
    },
    PATIENCE,
  )
})

function firstLine({ stdout, stderr }: Started): Promise<string> {
  let said = ''
  stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    stdout.once('end', () => reject(new Error(said)))
  })
}

function exit(child: Started): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}
