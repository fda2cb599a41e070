import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { extract } from '../server/app/pipeline.ts'
import { readSource } from '../server/app/source.ts'
import { loadVocabulary } from '../server/app/vocabulary.ts'
import { Failure } from '../server/model/failure.ts'
import type { RawText } from '../server/model/text.ts'
import type { Vocabulary } from '../server/model/vocabulary.ts'

const HELP = `npm run --silent extract -- [--text] FILE…

Prints what was read from each file, one JSON object a line, in the order given. Reads no database, writes no file.

  --text   prints the raw text that offsets point into instead
  --help   prints this

A file that cannot be read prints {"source":{"name":…},"error":{"code":…,"message":…}}; the others are still printed and
the exit status is 1.`

process.exitCode = await main()

async function main(): Promise<number> {
  const { positionals, values } = readArguments()
  if (values.help) return say(HELP, 0)
  if (positionals.length === 0) return complain(HELP)
  const vocabulary = values.text ? null : loadVocabulary()
  let failed = 0
  for (const file of positionals) {
    const { line, ok } = await readOne(file, vocabulary)
    if (!ok) failed = 1
    await write(line)
  }
  return failed
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, text: { type: 'boolean' } } })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { positionals: [], values: { help: false, text: false } }
  }
}

async function readOne(file: string, vocabulary: Vocabulary | null): Promise<{ line: string; ok: boolean }> {
  try {
    const raw = await readSource(file, readFile)
    return { line: print(raw, vocabulary), ok: true }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    const line = { source: { name: file }, error: { code: error.code, message: error.message } }
    return { line: `${JSON.stringify(line)}\n`, ok: false }
  }
}

function print(raw: RawText, vocabulary: Vocabulary | null): string {
  return vocabulary === null ? raw.text : `${JSON.stringify(extract(raw, vocabulary))}\n`
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
