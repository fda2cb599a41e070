import { parseArgs } from 'node:util'
import { readConfig } from '../server/app/config.ts'
import { type Librarian, openLibrarian } from '../server/app/librarian.ts'
import { type Report, reportOf } from '../server/app/library.ts'
import { pathsOf, readSource } from '../server/app/source-files.ts'
import { Failure } from '../server/model/failure.ts'
import { runCommand } from './command.ts'

const HELP = `npm run ingest -- [--json] FILE…

Adds regulations, or replaces those that are here under the same id; works while the server runs and without one.
FILE is a text (txt or md; UTF-8, UTF-16 or GB18030) or a folder of them. Prints one line per file; a file that cannot
be read does not stop the others. Ends with 1 when any failed.

  --json   one JSON object a line:
           {"file","id","title","provisions","thresholds","references","problems"} or {"file","error":{"code","message"}}
  --help   this text`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  if (positionals.length === 0) throw new Failure('NO_FILES', `no file was named\n\n${HELP}`)
  const librarian = await openLibrarian(readConfig(process.env), { say: (message) => console.error(message) })
  try {
    return await ingestAll(positionals, librarian, values.json ? asJson : asSentence)
  } finally {
    await librarian.close()
  }
}

type Print = (file: string, report: Report) => string

/** Number of the exit: 1 when any file failed. */
async function ingestAll(given: readonly string[], librarian: Librarian, print: Print): Promise<number> {
  const paths = given.flatMap(pathsOf)
  const progress = progressOf(paths.length)
  let failed = 0
  for (const [at, path] of paths.entries()) {
    progress(at, path)
    const report = await ingest(path, librarian)
    if (report instanceof Failure) failed += 1
    console.log(print(path, report))
    if (!(report instanceof Failure)) for (const warning of report.warnings) console.error(warning)
  }
  return failed > 0 ? 1 : 0
}

async function ingest(path: string, librarian: Librarian): Promise<Report> {
  try {
    return await librarian.ingest(readSource(path))
  } catch (error) {
    return reportOf(path, error)
  }
}

/** Says where it is, once a second, when it takes longer than that. */
function progressOf(total: number): (at: number, path: string) => void {
  let last = performance.now()
  return (at, path) => {
    if (performance.now() - last < 1_000) return
    last = performance.now()
    console.error(`${at + 1} of ${total}: ${path}`)
  }
}

function asJson(file: string, report: Report): string {
  if (report instanceof Failure) return JSON.stringify({ file, error: { code: report.code, message: report.message } })
  const { id, title, provisions, thresholds, references, problems } = report
  return JSON.stringify({ file, id, title, provisions, thresholds, references, problems })
}

function asSentence(file: string, report: Report): string {
  if (report instanceof Failure) return `failed     ${file}: ${report.message} (${report.code})`
  const { id, title, change, provisions, thresholds, references, problems } = report
  const counts = `${provisions} provisions, ${thresholds} thresholds, ${references} references, ${problems} problems`
  return `${change.padEnd(10)} ${id}  ${title}: ${counts}`
}

runCommand(main)
