import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { correctedFrom } from '../server/app/corrected-file.ts'
import { extract } from '../server/app/pipeline.ts'
import { withoutRules } from '../server/app/rules.ts'
import { readSource } from '../server/app/source.ts'
import { loadVocabulary } from '../server/app/vocabulary.ts'
import { Failure } from '../server/model/failure.ts'
import type { RawText } from '../server/model/text.ts'

const HELP = `npm run --silent extract -- [--text] FILE…

Prints what was read from each file, one JSON object a line, in the order given. Reads no database, writes no file.

  --text              prints the raw text that offsets point into instead
  --rules             prints with each fact the rule that found it
  --corrections DIR   applies the corrections of DIR/<id>.json; without it, what the rules read and nothing else
  --help              prints this

A file that cannot be read prints {"source":{"name":…},"error":{"code":…,"message":…}}; the others are still printed and
the exit status is 1.`

const OPTIONS = {
  help: { type: 'boolean' },
  text: { type: 'boolean' },
  rules: { type: 'boolean' },
  corrections: { type: 'string' },
} as const

process.exitCode = await main()

async function main(): Promise<number> {
  const { positionals, values } = readArguments()
  if (values.help) return say(HELP, 0)
  if (positionals.length === 0) return complain(HELP)
  const printed = values.text ? (raw: RawText) => raw.text : printer(values)
  let failed = 0
  for (const file of positionals) {
    const { line, ok } = await readOne(file, printed)
    if (!ok) failed = 1
    await write(line)
  }
  return failed
}

interface Flags {
  readonly help?: boolean
  readonly text?: boolean
  readonly rules?: boolean
  readonly corrections?: string
}

function readArguments(): { readonly positionals: readonly string[]; readonly values: Flags } {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { positionals: [], values: {} }
  }
}

type Print = (raw: RawText, file: string) => string

async function readOne(file: string, printed: Print): Promise<{ line: string; ok: boolean }> {
  try {
    const raw = await readSource(file, readFile)
    return { line: printed(raw, file), ok: true }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    const line = { source: { name: file }, error: { code: error.code, message: error.message } }
    return { line: `${JSON.stringify(line)}\n`, ok: false }
  }
}

/** Scores come from what the rules read alone, so corrections are applied only where they are asked for. */
function printer({ rules = false, corrections }: Flags): Print {
  const vocabulary = loadVocabulary()
  return (raw, file) => {
    const read = extract(raw, vocabulary)
    const shown = corrections === undefined ? read : correctedFrom(corrections, { raw, file, read, vocabulary })
    return `${JSON.stringify(rules ? shown : withoutRules(shown))}\n`
  }
}

/** Waits until the reader of a pipe has taken the line, so that a large output is never cut off at exit. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}

function say(text: string, status: number): number {
  console.log(text)
  return status
}

function complain(text: string): number {
  console.error(text)
  return 1
}
