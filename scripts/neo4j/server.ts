import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { awaitNeo4j } from '../../server/graph/neo4j-admin.ts'
import { isRefused } from '../../server/graph/neo4j-refusal.ts'
import { Failure } from '../../server/model/failure.ts'
import { neo4jJars } from './jars.ts'
import { findJava } from './java.ts'

export interface Neo4jServerOptions {
  /** Folder of the data, the settings and the log. */
  readonly home: string
  /** 0 takes a free one. */
  readonly port: number
  /** The one kept in the home, or a new one, when left out. */
  readonly password?: string | undefined
  readonly say?: ((line: string) => void) | undefined
  /** For tests: starts and plans faster, at the cost of speed in the long run. */
  readonly brief?: boolean
}

export interface Neo4jServer {
  readonly uri: string
  readonly password: string
  /** Resolves with the exit status when the server ends by itself or is stopped. */
  readonly ended: Promise<number | null>
  stop(): Promise<void>
}

/** Long enough for a slow disk; a server that is well answers after 5 to 10 seconds. */
const PATIENCE = 120_000

/** Starts a real Neo4j community server on this machine and waits until it answers on bolt. */
export async function startNeo4j({ say = () => undefined, ...options }: Neo4jServerOptions): Promise<Neo4jServer> {
  const java = findJava()
  const jars = await neo4jJars(say)
  const home = resolve(options.home)
  const port = await freePort(options.port)
  const password = passwordOf(home, options.password)
  writeSettings(home, port, options.brief ? BRIEF.settings : [])
  const child = run(java, home, ['-cp', join(jars, '*'), ...(options.brief ? BRIEF.java : [])])
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const uri = `bolt://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    await Promise.race([answer({ uri, password, home }), early(ended, home)])
  } catch (error) {
    await stop()
    throw error
  }
  return { uri, password, ended, stop }
}

/** The port, or a free one for 0; refused in words when it is taken. */
async function freePort(port: number): Promise<number> {
  const probe = createServer()
  return new Promise((resolvePort, reject) => {
    probe.once('error', (error) =>
      reject(new Failure('PORT_TAKEN', `port ${port} is taken: choose another one with --port N`, { cause: error })),
    )
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      const taken = typeof address === 'object' && address ? address.port : port
      probe.close(() => resolvePort(taken))
    })
  })
}

/** Given, or kept in the home from an earlier start, or made now; kept for the owner's eyes alone. */
function passwordOf(home: string, given: string | undefined): string {
  const file = join(home, 'password')
  mkdirSync(home, { recursive: true })
  const password = given ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : randomBytes(12).toString('hex'))
  if (password.length < 8) {
    throw new Failure(
      'PASSWORD_SHORT',
      'NEO4J_PASSWORD has fewer than 8 characters, which Neo4j refuses: take a longer one',
    )
  }
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return password
}

type Settings = readonly (readonly [key: string, value: string])[]

function writeSettings(home: string, port: number, further: Settings): void {
  const address = `127.0.0.1:${port}`
  const bolt: Settings = ['listen_address', 'advertised_address'].map((key) => [`server.bolt.${key}`, address])
  const lines = [...SETTINGS, ...bolt, ...further].map(([key, value]) => `${key}=${value}\n`)
  mkdirSync(join(home, 'conf'), { recursive: true })
  writeFileSync(join(home, 'conf', 'neo4j.conf'), lines.join(''))
}

/** Bolt alone, on this machine alone; nothing is reported to anyone. */
const SETTINGS = [
  ['server.default_listen_address', '127.0.0.1'],
  ['server.bolt.enabled', 'true'],
  ['server.http.enabled', 'false'],
  ['server.https.enabled', 'false'],
  ['dbms.usage_report.enabled', 'false'],
  ['server.memory.heap.initial_size', '256m'],
  ['server.memory.heap.max_size', '1g'],
  ['server.memory.pagecache.size', '128m'],
] as const

/** The first compiler only, and no plan made anew because a small graph grew. */
const BRIEF = {
  java: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
  settings: [
    ['dbms.cypher.min_replan_interval', '1h'],
    ['dbms.cypher.statistics_divergence_threshold', '1.0'],
  ],
} as const

const OPENED = ['java.base/java.nio', 'java.base/sun.nio.ch', 'java.base/java.io', 'java.base/java.lang']

function run(java: string, home: string, given: readonly string[]): ChildProcess {
  const log = createWriteStream(join(home, 'server.log'))
  const child = spawn(
    java,
    [
      '-Xmx1g',
      ...OPENED.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
      ...given,
      'org.neo4j.server.CommunityEntryPoint',
      ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
    ],
    // Its own group: Ctrl-C reaches this program, which then stops the server in order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  )
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  child.once('close', () => log.end())
  return child
}

interface Asked {
  readonly uri: string
  readonly password: string
  readonly home: string
}

async function answer({ uri, password, home }: Asked): Promise<void> {
  try {
    await awaitNeo4j(uri, password, Date.now() + PATIENCE)
  } catch (error) {
    const message = isRefused(error)
      ? `Neo4j in ${home} has another password: give it with NEO4J_PASSWORD, or choose another folder with --home DIR`
      : `Neo4j does not answer at ${uri} after ${PATIENCE / 1000} seconds: see ${join(home, 'server.log')}`
    throw new Failure('NEO4J_FAILED', message, { cause: error })
  }
}

async function early(ended: Promise<number | null>, home: string): Promise<never> {
  const status = await ended
  const log = join(home, 'server.log')
  throw new Failure('NEO4J_FAILED', `Neo4j ended with status ${status} before it answered: see ${log}`)
}
