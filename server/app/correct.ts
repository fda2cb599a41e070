import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { applyCorrections } from '../corrections/apply.ts'
import { type Correction, parseCorrections } from '../corrections/format.ts'
import { quoteHash } from '../corrections/quotes.ts'
import type { Extraction } from '../model/extraction.ts'
import { Failure } from '../model/failure.ts'
import type { Problem, RawText } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { readRaw } from '../text/read.ts'
import { correctionFolders, readFile, SHIPPED_CORRECTIONS, unknownKey } from './corrections.ts'
import { SHIPPED, type SourceFile } from './library.ts'
import { extract } from './pipeline.ts'
import { homeFailure, openShelf } from './shelf.ts'
import { loadVocabulary } from './vocabulary.ts'

export interface Desk {
  readonly source: SourceFile
  /** Where new corrections of this text are written. */
  readonly file: string
  /** The corrections that hold for it now, and what came of each: null when it was applied. */
  readonly corrections: readonly { readonly correction: Correction; readonly problem: Problem | null }[]
  /**
   * Writes one more correction at the end of the file, if it does something.
   * @throws Failure CORRECTION_… that says why it does nothing; the file stays as it was
   */
  add(entry: unknown): Correction
}

export interface DeskOptions {
  readonly home: string
  readonly shipped?: string
}

/**
 * The corrections of one text, to be looked at and added to: those of a shipped text are in data/corrections, those of
 * others in the home.
 * @throws Failure UNKNOWN_INSTRUMENT, CORRECTIONS_UNREADABLE, CORRECTION_INVALID
 */
export async function openDesk(id: string, { home, shipped = SHIPPED }: DeskOptions): Promise<Desk> {
  const source = sourceOf(id, { home, shipped })
  const vocabulary = loadVocabulary()
  const raw = await readRaw(source.bytes, source.name)
  const files = correctionFolders(home).map((folder) => join(folder, `${id}.json`))
  const read = files.filter((file) => existsSync(file)).map((file) => readFile(file, vocabulary))
  const [broken] = read.flatMap(({ failures }) => failures)
  if (broken) throw broken
  const tried = tryAll(
    extract(raw, vocabulary),
    raw,
    read.flatMap(({ corrections }) => corrections),
  )
  const file = existsSync(join(shipped, id))
    ? join(SHIPPED_CORRECTIONS, `${id}.json`)
    : join(home, 'corrections', `${id}.json`)
  return {
    source,
    file,
    corrections: tried.tried,
    add(entry) {
      const correction = checked(entry, vocabulary)
      const [next] = tryAll(tried.extraction, raw, [correction]).tried
      if (next?.problem) throw new Failure(next.problem.code, next.problem.message)
      append(file, correction, home)
      return correction
    },
  }
}

function sourceOf(id: string, { home, shipped }: Required<DeskOptions>): SourceFile {
  const path = join(shipped, id, 'text.txt')
  if (existsSync(path)) return { name: path, bytes: readFileSync(path), id }
  const shelf = openShelf(home)
  const [bytes, entry] = [shelf.bytes(id), shelf.entry(id)]
  if (bytes && entry) return { name: entry.name, bytes, id }
  const ids = shelf.ids().join(', ')
  throw new Failure('UNKNOWN_INSTRUMENT', `no text ${id} is here${ids && ` (there are ${ids})`}: ingest it first`)
}

interface Tried {
  readonly extraction: Extraction
  readonly tried: Desk['corrections']
}

/** Applies one after the other, to see what comes of each. */
function tryAll(read: Extraction, { text }: RawText, corrections: readonly Correction[]): Tried {
  return corrections.reduce<Tried>(
    ({ extraction, tried }, correction) => {
      const next = applyCorrections(extraction, text, [correction])
      const problem = next.problems.slice(extraction.problems.length)[0]
      const failed = problem?.code.startsWith('CORRECTION_') ? problem : null
      return { extraction: failed ? extraction : next, tried: [...tried, { correction, problem: failed }] }
    },
    { extraction: read, tried: [] },
  )
}

function checked(entry: unknown, vocabulary: Vocabulary): Correction {
  const { corrections, bad } = parseCorrections({ corrections: [entry] })
  const [correction] = corrections
  const strange = correction ? unknownKey(correction, vocabulary) : null
  if (correction && !strange) return { ...correction, hash: quoteHash(correction.quote) }
  const { at, message } = strange ?? bad[0] ?? { at: '', message: 'not a correction' }
  throw new Failure(
    'CORRECTION_INVALID',
    `the correction${at.replace(/^corrections\.0/, '').replace(/^“/, ' “')}: ${message}`,
  )
}

const HELD = z.looseObject({ corrections: z.array(z.unknown()) })

/** Readers see the old file or the new one, never half. */
function append(file: string, { kind, quote, hash, ...rest }: Correction, home: string): void {
  const held = existsSync(file) ? HELD.parse(JSON.parse(readFileSync(file, 'utf8'))) : { corrections: [] }
  const corrections = [...held.corrections, { kind, quote, hash, ...rest }]
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, `${JSON.stringify({ ...held, corrections }, null, 2)}\n`)
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw homeFailure(home, error)
  }
}
