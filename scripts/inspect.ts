import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { correctedFrom } from '../server/app/corrected-file.ts'
import { extract } from '../server/app/pipeline.ts'
import { readSource } from '../server/app/source.ts'
import { loadVocabulary } from '../server/app/vocabulary.ts'
import { Failure } from '../server/model/failure.ts'
import { runCommand } from './command.ts'
import { drawPage } from './inspect/page.ts'
import { KINDS, type MarkKind } from './inspect/marks.ts'
import { drawTerminal } from './inspect/terminal.ts'
import { viewOf } from './inspect/view.ts'

const HELP = `npm run --silent inspect -- FILE [--html OUT] [--kind KIND,…] [--corrections DIR]

Shows one text with every fact marked in its place, and the rule that made it: in colours on a terminal, or as a page.

  --html OUT          writes one page without scripts that needs nothing else, instead
  --kind KIND,…       marks only these: ${KINDS.join(', ')}
  --corrections DIR   with the corrections of DIR/<id>.json applied, as npm start applies those of data/corrections
  --help              this text`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ html: { type: 'string' }, kind: { type: 'string' }, corrections: { type: 'string' } },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new Failure('NO_FILE', `name one file\n\n${HELP}`)
  const kinds = kindsOf(values.kind)
  const raw = await readSource(file, readFile)
  const vocabulary = loadVocabulary()
  const read = extract(raw, vocabulary)
  const { corrections: folder } = values
  const view = viewOf(
    folder === undefined ? read : correctedFrom(folder, { raw, file, read, vocabulary }),
    raw.text,
    kinds,
  )
  if (values.html !== undefined) {
    await writeFile(values.html, drawPage(view))
    console.log(`written    ${values.html}`)
    return 0
  }
  // A pager that is left early is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const { isTTY, columns = 110 } = process.stdout
  process.stdout.write(drawTerminal(view, { colour: isTTY && !process.env['NO_COLOR'], width: columns }))
  return 0
}

function kindsOf(given: string | undefined): readonly MarkKind[] {
  if (given === undefined) return KINDS
  return given.split(',').map((name) => {
    const kind = KINDS.find((known) => known === name.trim())
    if (kind) return kind
    throw new Failure('UNKNOWN_KIND', `there is no kind ${name}: choose among ${KINDS.join(', ')}`)
  })
}

runCommand(main)
