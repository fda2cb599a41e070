import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedRow } from '../compare/by-hand.ts'
import { applyCorrections } from '../corrections/apply.ts'
import { type BadEntry, type Correction, parseCorrections } from '../corrections/format.ts'
import type { Extraction } from '../model/extraction.ts'
import { Failure } from '../model/failure.ts'
import type { Problem } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { PROJECT } from './config.ts'

/** Corrections that ship with the project: `<id>.json`. */
export const SHIPPED_CORRECTIONS = join(PROJECT, 'data/corrections')

/** What persons said of one text, from every folder that has a file for it. */
export interface Corrections {
  readonly corrections: readonly Correction[]
  /** What is wrong with the files: each names file, place and next step. */
  readonly failures: readonly Failure[]
  /** Changes when a file does; empty when there is none. */
  readonly fingerprint: string
}

/** Where the corrections of this machine lie: those that ship, then those of the home. */
export function correctionFolders(home: string): readonly string[] {
  return [SHIPPED_CORRECTIONS, join(home, 'corrections')]
}

/** Every corrections file of the folders. */
export function correctionFiles(folders: readonly string[]): readonly string[] {
  const held = folders.filter((folder) => existsSync(folder))
  return held.flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
}

export interface CorrectionsOptions {
  readonly folders: readonly string[]
  readonly vocabulary: Vocabulary
}

/** The corrections of an instrument. A file or an entry that is wrong is told in `failures`; the others are kept. */
export function readCorrections(id: string, { folders, vocabulary }: CorrectionsOptions): Corrections {
  const files = filesOf(id, folders).map((file) => readFile(file, vocabulary))
  return {
    corrections: files.flatMap(({ corrections }) => corrections),
    failures: files.flatMap(({ failures }) => failures),
    fingerprint: correctionsFingerprint(id, folders),
  }
}

/** Changes when a corrections file of the instrument is written, changed or deleted; reads no more than its bytes. */
export function correctionsFingerprint(id: string, folders: readonly string[]): string {
  const files = filesOf(id, folders)
  if (files.length === 0) return ''
  const hash = createHash('sha256')
  for (const file of files) hash.update(contentOf(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** What was read, corrected; what is wrong with the corrections stands among the problems. */
export function corrected(extraction: Extraction, raw: string, { corrections, failures }: Corrections): Extraction {
  const { problems, ...read } = applyCorrections(extraction, raw, corrections)
  return { ...read, problems: [...problems, ...failures.map(problemOf)] }
}

/**
 * The entries of one corrections file. @throws nothing: what is wrong is in `failures`
 * @example readFile('data/corrections/sx-2023-tic.json', vocabulary).failures[0]?.message
 */
export function readFile(file: string, vocabulary: Vocabulary): Omit<Corrections, 'fingerprint'> {
  const json = parseJson(file)
  if (json instanceof Failure) return { corrections: [], failures: [json] }
  const { corrections, bad } = parseCorrections(json)
  const strange = corrections.map((correction) => unknownKey(correction, vocabulary))
  return {
    corrections: corrections.filter((_, at) => strange[at] === null),
    failures: [...bad, ...strange.flatMap((one) => one ?? [])].map((one) => failureOf(file, one)),
  }
}

/** A file that cannot be read is told when the text is read; here it only differs from one that can. */
function contentOf(file: string): Uint8Array | string {
  try {
    return readFileSync(file)
  } catch (error) {
    return String(error)
  }
}

function filesOf(id: string, folders: readonly string[]): readonly string[] {
  return folders.map((folder) => join(folder, `${id}.json`)).filter((file) => existsSync(file))
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `${file} cannot be read as JSON (${reason}): correct it; until then none of its corrections is applied`
    return new Failure('CORRECTIONS_UNREADABLE', message, { cause: error })
  }
}

function failureOf(file: string, { at, message }: BadEntry): Failure {
  const advice = 'correct the entry; until then it is left out'
  return new Failure('CORRECTION_INVALID', `${file} at ${at}: ${message}; ${advice}`)
}

function problemOf({ code, message }: Failure): Problem {
  return { code, message, start: null, end: null }
}

/** Fields whose values are keys of a list of `data/vocabulary`. */
const KEYS = [
  ['metricKey', 'metrics'],
  ['topic', 'topics'],
  ['aspect', 'aspects'],
] as const

/** What a correction names that the vocabulary does not have: it would hang loose in the graph. Null where all is known. */
export function unknownKey({ quote, set, add }: Correction, vocabulary: Vocabulary): BadEntry | null {
  const given: Readonly<Record<string, unknown>> = { ...set, ...add }
  const row = given['row']
  if (typeof row === 'string' && isMistyped(row, vocabulary)) {
    const message = `no row has the id ${row}: copy the id from the comparison, or give the row a name of its own`
    return { at: `“${quote}”`, message }
  }
  const found = KEYS.find(([field, list]) => {
    const value = given[field]
    return typeof value === 'string' && !vocabulary[list].some(({ key }) => key === value)
  })
  if (found === undefined) return null
  const [field, list] = found
  return { at: `“${quote}”`, message: `${field} ${String(given[field])} is not in data/vocabulary/${list}.json` }
}

/** A name of its own that looks like the id of a row: eligibility_staff/fixd_staff. */
function isMistyped(row: string, vocabulary: Vocabulary): boolean {
  return /^\w+\/\w+$/.test(row) && namedRow(row, vocabulary).kind === 'own'
}
