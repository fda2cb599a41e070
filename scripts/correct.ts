import { parseArgs } from 'node:util'
import { readConfig } from '../server/app/config.ts'
import { type Desk, openDesk } from '../server/app/correct.ts'
import { openLibrarian } from '../server/app/librarian.ts'
import { todayInChina } from '../server/graphql/dates.ts'
import { Failure } from '../server/model/failure.ts'
import { runCommand } from './command.ts'

const HELP = `npm run correct -- ID
npm run correct -- ID --kind KIND --quote WORDS --set FIELD=VALUE… --reason WHY --author WHO

Without --quote: the corrections of a text and what became of each. With it: writes one more and reads the text again;
a correction that would do nothing is refused. Corrections of shipped texts are in data/corrections, others in the home.

  --kind KIND          threshold, citation, reference, norm, step, consequence, funding, topic, role, criterion,
                       eligibility, scale, provision, meta, problem or row; docs/reading.md has their fields
  --quote WORDS        the words of the fact, as they stand in the text
  --nth N              which occurrence of the words is meant, from 1
  --where FIELD=VALUE  a field that tells the fact from others with the same words
  --set FIELD=VALUE    changes a field; a value is JSON where it can be read as such (60, null, ["专家"]), else words.
                       With --kind row it is row=ID, the id of a row of the comparison that the words then stand in, or
                       row=NAME, a row of their own, joined by words of other texts that are given the same name
  --drop               takes the fact away
  --add FIELD=VALUE    a field of a fact that was not read; start and end count from the beginning of the quote
  --reason WHY         for whoever looks at it next year
  --author WHO
  --help               this text`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ kind: { type: 'string' }, quote: { type: 'string' }, nth: { type: 'string' } },
      ...{ where: { type: 'string', multiple: true }, set: { type: 'string', multiple: true } },
      ...{ add: { type: 'string', multiple: true }, drop: { type: 'boolean' } },
      ...{ reason: { type: 'string' }, author: { type: 'string' }, help: { type: 'boolean' } },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const [id, ...others] = positionals
  if (id === undefined || others.length > 0) throw new Failure('NO_ID', `name one instrument\n\n${HELP}`)
  const config = readConfig(process.env)
  const desk = await openDesk(id, config)
  if (values.quote === undefined) return list(desk)
  const { nth, where, set, add, ...said } = values
  const fields = Object.entries({ where, set, add }).flatMap(([name, given]) =>
    given ? [[name, fieldsOf(given)]] : [],
  )
  desk.add({ ...said, ...(nth && { nth: Number(nth) }), ...Object.fromEntries(fields), date: todayInChina(new Date()) })
  console.log(`written    ${desk.file}`)
  return readAgain(desk)
}

function list({ corrections, file }: Desk): number {
  if (corrections.length === 0) console.log(`no corrections: the first one will be written to ${file}`)
  for (const { correction, problem } of corrections) {
    const { kind, quote, set, add, drop, reason, author, date } = correction
    const action = drop ? 'drop' : `${set ? 'set' : 'add'} ${JSON.stringify(set ?? add)}`
    console.log(`${problem ? 'idle      ' : 'applied   '} ${kind} “${quote}” ${action}: ${reason} (${author}, ${date})`)
    if (problem) console.log(`           ${problem.message} (${problem.code})`)
  }
  return 0
}

/** The text is read again at once, through the server while one runs. */
async function readAgain({ source }: Desk): Promise<number> {
  const librarian = await openLibrarian(readConfig(process.env), { say: (message) => console.error(message) })
  try {
    const { change, id, title } = await librarian.ingest(source)
    console.log(`${change.padEnd(10)} ${id}  ${title}`)
    return 0
  } finally {
    await librarian.close()
  }
}

function fieldsOf(given: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    given.map((field) => {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(field) ?? []
      if (name === undefined || value === undefined) {
        throw new Failure('BAD_FIELD', `${field} is no field: write FIELD=VALUE, such as value=60`)
      }
      return [name, valueOf(value)]
    }),
  )
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

runCommand(main)
