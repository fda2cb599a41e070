import { parseArgs } from 'node:util'
import { readConfig } from '../server/app/config.ts'
import { type Librarian, openLibrarian } from '../server/app/librarian.ts'
import { Failure } from '../server/model/failure.ts'
import { runCommand } from './command.ts'

const HELP = `npm run remove -- ID…

Takes instruments out; works while the server runs and without one. One that others cite stays as a ghost, without its
text. One that ships with the project stays out until it is ingested again. Ends with 1 when any id is unknown.

  --help   this text`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  if (positionals.length === 0) throw new Failure('NO_IDS', `no instrument was named\n\n${HELP}`)
  const librarian = await openLibrarian(readConfig(process.env), { say: (message) => console.error(message) })
  try {
    return await removeAll(positionals, librarian)
  } finally {
    await librarian.close()
  }
}

async function removeAll(ids: readonly string[], librarian: Librarian): Promise<number> {
  let failed = 0
  for (const id of ids) {
    try {
      await librarian.remove(id)
      console.log(`removed    ${id}`)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed += 1
      console.log(`failed     ${id}: ${error.message} (${error.code})`)
    }
  }
  return failed > 0 ? 1 : 0
}

runCommand(main)
