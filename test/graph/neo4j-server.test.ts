import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/neo4j.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tiaolan-neo4j-server-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command says, and its exit status, where it does not come to start a server. */
function refused(args: readonly string[], environment: NodeJS.ProcessEnv = {}): readonly [number | null, string] {
  const run = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  return [run.status, run.stderr.trim()]
}

describe('npm run neo4j', () => {
  test('--help tells what it does', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, '--help'], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toMatch(/--home DIR[\s\S]+--port N/u)
  })

  test('a port that is none is refused', () => {
    expect(refused(['--port', '99999'])).toEqual([1, '--port 99999 is no port: give a number from 0 to 65535'])
  })

  test('a port that is taken is named', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const said = refused(['--home', join(folder, 'taken'), '--port', String(port)])
    server.close()
    expect(said).toEqual([1, `port ${port} is taken: choose another one with --port N`])
  })

  test('a password that Neo4j would refuse is refused first', () => {
    expect(refused(['--home', join(folder, 'short'), '--port', '0'], { NEO4J_PASSWORD: 'short' })).toEqual([
      1,
      'NEO4J_PASSWORD has fewer than 8 characters, which Neo4j refuses: take a longer one',
    ])
    expect(() => statSync(join(folder, 'short', 'password'))).toThrow()
  })
})
