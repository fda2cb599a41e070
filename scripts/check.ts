import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const HELP = `npm run check -- [NAME…]

Runs the checks that need no database and no browser, or only those named:
`

/** Name, what it proves, command. */
const CHECKS = [
  ['format', 'every file is formatted', 'prettier --check --log-level warn .'],
  ['lint', 'style, import table, no cycles', 'eslint --max-warnings 0 .'],
  ['types', 'strict TypeScript of server, scripts and tests', 'tsc --noEmit --project .'],
  ['svelte', 'types and accessibility of the components', 'svelte-check --fail-on-warnings --tsconfig ./tsconfig.json'],
  ['graphql', 'typed documents fit the schema', 'gql.tada check --fail-on-warn --tsconfig web/graphql/tsconfig.json'],
  ['claims', 'README, contracts and vocabulary say what is true', 'vitest run test/claims --reporter=dot'],
] as const

const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
if (values.help) {
  console.log(HELP + CHECKS.map(([name, proves]) => `  ${name.padEnd(8)} ${proves}`).join('\n'))
} else {
  const unknown = positionals.filter((name) => !CHECKS.some(([known]) => known === name))
  if (unknown.length > 0) {
    console.error(`unknown check ${unknown.join(', ')}: choose among ${CHECKS.map(([name]) => name).join(', ')}`)
    process.exitCode = 2
  } else {
    process.exitCode = runAll(positionals) ? 0 : 1
  }
}

/** Runs every check, also after one failed, so that one run shows all there is to mend. */
function runAll(names: readonly string[]): boolean {
  const chosen = CHECKS.filter(([name]) => names.length === 0 || names.includes(name))
  return chosen.map(([name, , command]) => runOne(name, command)).every(Boolean)
}

function runOne(name: string, command: string): boolean {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...command.split(' ')], { encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(8)} ${seconds} s`)
  if (status !== 0) console.log([stdout, stderr].join('\n').trim())
  return status === 0
}
