import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildPage } from '../server/app/page-build.ts'
import { BROWSER, JAVA, MAVEN, obtain } from './check/tools.ts'

const HELP = `npm test [-- FILTER…]

Builds the page and runs every test, on the embedded store, on a real Neo4j and in a real browser; installs Chromium,
Java and Maven from Debian's packages where they are missing and it may. What it could not install it says in one line:
in CI that is a failure, elsewhere the tests that need it are left out. Ends with "N passed, N failed".`

const REPORT = '.cache/test-report.json'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
if (values.help) console.log(HELP)
else process.exitCode = await run(positionals)

async function run(filters: readonly string[]): Promise<number> {
  const missing = [
    { need: obtain(BROWSER), tests: 'test/web/**' },
    { need: obtain(JAVA), tests: 'test/**/*neo4j*' },
    { need: obtain(MAVEN), tests: 'test/**/*neo4j*' },
  ].filter(({ need }) => need !== null)
  for (const { need, tests } of missing) console.error(`${need}; left out: ${tests}`)
  if (missing.length > 0 && process.env['CI']) return 1

  // Once, for all files of tests that open it.
  await buildPage()
  mkdirSync('.cache', { recursive: true })
  rmSync(REPORT, { force: true })
  const { status } = spawnSync(
    'npx',
    [
      ...['--no-install', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
      ...missing.map(({ tests }) => `--exclude=${tests}`),
      ...filters,
    ],
    { stdio: 'inherit' },
  )
  return conclude(status ?? 1)
}

/** Prints the closing line; a test left out or to do is a failure in CI. */
function conclude(status: number): number {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Record<string, number>
  const [passed = 0, failed = 0] = [report['numPassedTests'], report['numFailedTests']]
  const skipped = (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0)
  if (skipped > 0) console.error(`${skipped} tests were skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  return status !== 0 || (skipped > 0 && process.env['CI']) ? 1 : 0
}
