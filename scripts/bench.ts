import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../server/model/failure.ts'
import { benchAlignment } from './bench/alignment.ts'
import { benchExtraction } from './bench/extraction.ts'
import { benchMany } from './bench/many.ts'
import { reportOf } from './bench/report.ts'
import { benchStore, type StoreFigures } from './bench/stores.ts'
import { startNeo4j } from './neo4j/server.ts'

const HELP = `npm run bench -- [FOLDER] [--runs N] [--times N] [--characters N] [--print]

Measures this machine and writes docs/bench.md: extraction on the texts of FOLDER (default: data/regulations), ingest,
starts and comparisons on the embedded store and on a real Neo4j, and the page's first load. Servers run on free ports
with temporary homes and are stopped again. Takes a few minutes; leave the machine alone meanwhile.

  --runs N         how often the slow figures are taken (default: 5)
  --times N        how many comparisons are timed (default: 200)
  --characters N   how much of FOLDER is read at most (default: 3000000)
  --laws N         how many texts of FOLDER stand in the larger graph at most (default: 60); 2000 take a quarter of an hour
  --print          prints the page instead of writing it
  --help           this text`

const OPTIONS = {
  runs: { type: 'string', default: '5' },
  times: { type: 'string', default: '200' },
  characters: { type: 'string', default: '3000000' },
  laws: { type: 'string', default: '60' },
  print: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args)
  if (values.help) return console.log(HELP)
  const [folder = 'data/regulations'] = positionals
  const [runs, times, characters, laws] = [
    count('runs', values.runs),
    count('times', values.times),
    count('characters', values.characters),
    count('laws', values.laws),
  ]
  const [load = 0] = loadavg()
  build()
  say('extraction …')
  const extraction = await benchExtraction({ folder, runs, characters })
  say('embedded store …')
  const embedded = await benchStore(EMBEDDED, { runs, times })
  say('a larger graph …')
  const many = await benchMany({ folder, laws, times })
  say('alignment …')
  const alignment = await benchAlignment()
  say('Neo4j …')
  const neo4j = await benchNeo4j({ runs, times })
  const date = new Date().toISOString().slice(0, 10)
  const page = reportOf({ command: commandOf(args), date, load, extraction, embedded, neo4j, many, alignment })
  if (values.print) return console.log(page)
  writeFileSync('docs/bench.md', page)
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', 'docs/bench.md'], { stdio: 'inherit' })
  say('written to docs/bench.md')
}

const EMBEDDED = {
  options: (home: string) => ({ kind: 'embedded', home }) as const,
  environment: { TIAOLAN_STORE: 'embedded' },
}

async function benchNeo4j(amount: { runs: number; times: number }): Promise<StoreFigures> {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-bench-neo4j-'))
  const server = await startNeo4j({ home, port: 0, say })
  const { uri, password } = server
  const environment = { TIAOLAN_STORE: 'neo4j', NEO4J_URI: uri, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: password }
  try {
    return await benchStore(
      { options: () => ({ kind: 'neo4j', uri, username: 'neo4j', password }), environment },
      amount,
    )
  } finally {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

function build(): void {
  say('page …')
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The command as others would type it: a folder outside the project by its last name alone. */
function commandOf(args: readonly string[]): string {
  const shown = args
    .filter((arg) => arg !== '--print')
    .map((arg) => (arg.includes('/..') || arg.startsWith('/') || arg.startsWith('..') ? 'FOLDER' : arg))
  return ['npm run bench', ...(shown.length > 0 ? ['--', ...shown] : [])].join(' ')
}

function count(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Failure('BAD_ARGUMENT', `--${name} ${text} is no count: give a whole number from 1`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Failure('BAD_ARGUMENT', `${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}

function say(line: string): void {
  console.error(line)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error)
  process.exitCode = 1
})
