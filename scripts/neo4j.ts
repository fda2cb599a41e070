import { parseArgs } from 'node:util'
import { Failure } from '../server/model/failure.ts'
import { startNeo4j } from './neo4j/server.ts'

const HELP = `npm run neo4j -- [--home DIR] [--port N]

Runs a real Neo4j community server on this machine until stopped with Ctrl-C, for trying and testing.
Needs Java 17 or 21 and Maven; the server's jars are copied to .cache/neo4j at the first start.

  --home DIR   folder of its data (default: .cache/neo4j/home)
  --port N     port of bolt (default: 7687; 0 takes a free one)
  --help       this text

NEO4J_PASSWORD sets the password at the first start; without it one is made and kept in the folder.
When the server answers, its address and password are printed as NEO4J_URI=… and NEO4J_PASSWORD=….`

const OPTIONS = {
  home: { type: 'string', default: '.cache/neo4j/home' },
  port: { type: 'string', default: '7687' },
  help: { type: 'boolean', default: false },
} as const

async function main(): Promise<void> {
  const { home, port, help } = read(process.argv.slice(2))
  if (help) return console.log(HELP)
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const starting = startNeo4j({ home, port, password: process.env['NEO4J_PASSWORD'], say: console.error })
  // A stop before the server answers waits for it, so that no server is left behind.
  const server = await starting
  console.log(`NEO4J_URI=${server.uri}\nNEO4J_PASSWORD=${server.password}`)
  const status = await Promise.race([stopped, server.ended])
  if (typeof status === 'number') throw new Failure('NEO4J_ENDED', `Neo4j ended by itself: see ${home}/server.log`)
  await server.stop()
}

function read(args: readonly string[]): { home: string; port: number; help: boolean } {
  const { values } = parse(args)
  if (!/^\d{1,5}$/u.test(values.port) || Number(values.port) > 65_535) {
    throw new Failure('BAD_ARGUMENT', `--port ${values.port} is no port: give a number from 0 to 65535`)
  }
  return { ...values, port: Number(values.port) }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS })
  } catch (error) {
    throw new Failure('BAD_ARGUMENT', `${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
})
