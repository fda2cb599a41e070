import './production.ts'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/app/config.ts'
import type { Report } from '../server/app/library.ts'
import { buildPage, BUILT } from '../server/app/page-build.ts'
import { readPage } from '../server/app/page.ts'
import { serve, type Server } from '../server/app/serve.ts'
import { Failure } from '../server/model/failure.ts'
import { runCommand } from './command.ts'

const HELP = `npm start

Reads the regulations of data/regulations that are new or changed, builds the page when it is older than its sources,
and serves both until stopped with Ctrl-C. Prints the address when it answers.

Settings are variables of the environment: TIAOLAN_STORE (embedded or neo4j), TIAOLAN_HOME, NEO4J_URI, NEO4J_USERNAME,
NEO4J_PASSWORD, NEO4J_DATABASE, HOST, PORT.

  --help   this text`

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const config = readConfig(process.env)
  await build()
  const server = await serve(config, {
    page: readPage(BUILT),
    onReport: (report, name) => linesOf(report, name).forEach((line) => console.error(line)),
    onNotice: (message) => console.error(message),
  })
  stopOnSignal(server)
  console.log(server.trouble() === null ? server.address : `${server.address} (waiting for the store)`)
  return 0
}

function linesOf(report: Report, name: string): readonly string[] {
  if (report instanceof Failure) return [`${name}: ${report.message}`]
  return [`read ${report.id} ${report.title}`, ...report.warnings]
}

/** A page that does not build keeps nobody from GraphQL. */
async function build(): Promise<void> {
  try {
    if (await buildPage()) console.error('built the page')
  } catch (error) {
    console.error(`the page could not be built, GraphQL is served without it: ${String(error)}`)
  }
}

/** The first signal ends what is under way. Runners pass a signal on once more, so only a later one does not wait. */
function stopOnSignal(server: Server): void {
  let first: number | null = null
  const stop = () => {
    const now = performance.now()
    if (first !== null && now - first > PATIENCE_MS) process.exit(130)
    if (first !== null) return
    first = now
    void server.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
}

const PATIENCE_MS = 2_000

runCommand(main)
