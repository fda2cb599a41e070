import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SaveOutcome, Store } from '../graph/store.ts'
import { Failure } from '../model/failure.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { readText } from '../text/plain.ts'
import { readRaw } from '../text/read.ts'
import { PROJECT } from './config.ts'
import {
  corrected,
  correctionFiles,
  correctionFolders,
  correctionsFingerprint,
  readCorrections,
} from './corrections.ts'
import { instrumentId } from './instrument-id.ts'
import { extract } from './pipeline.ts'
import { readerFingerprint } from './reader.ts'
import { type Entry, openShelf, type Shelf } from './shelf.ts'

/** The regulations that ship with the project: `<id>/text.txt`. */
export const SHIPPED = join(PROJECT, 'data/regulations')

export interface SourceFile {
  /** The name as given, for people and for the reader of its format. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The id of a text that ships with the project; null for others, whose id comes from their own words. */
  readonly id: string | null
}

export interface Ingested extends SaveOutcome {
  readonly title: string
  /** What is wrong with the corrections of the text; it is taken in without these. */
  readonly warnings: readonly string[]
}

/** What one file came to. */
export type Report = Ingested | Failure

/** The texts of this machine and the graph that is made of them. One thing at a time, in the order asked for. */
export interface Library {
  /** Adds or replaces one regulation. @throws Failure that names the file and the next step */
  ingest(file: SourceFile): Promise<Ingested>
  /** Takes an instrument out, for good. @throws Failure UNKNOWN_INSTRUMENT */
  remove(id: string): Promise<void>
  /** Brings the graph in step with the shipped and kept texts; reads only what is new, changed, corrected or read by older rules. */
  sync(say?: (report: Report, name: string) => void): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export interface LibraryOptions {
  readonly store: Store
  readonly vocabulary: Vocabulary
  readonly home: string
  readonly shipped?: string
  /** Folders of corrections files, `<id>.json`. */
  readonly corrections?: readonly string[]
}

export function openLibrary({ store, vocabulary, home, shipped = SHIPPED, ...options }: LibraryOptions): Library {
  const shelf = openShelf(home)
  const folders = options.corrections ?? correctionFolders(home)
  let texts: ReadonlyMap<string, string> | undefined
  const shippedTexts = () => (texts ??= idsByText(shipped))
  const work = { store, vocabulary, shelf, shipped, shippedTexts, folders, reader: readerFingerprint() }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = last.then(job)
    last = done.catch(() => undefined)
    return done
  }
  return {
    ingest: (file) => inTurn(() => ingest(file, work)),
    remove: (id) => inTurn(() => remove(id, work)),
    sync: (say) => inTurn(() => sync(work, say)),
    idle: async () => void (await last),
  }
}

interface Work {
  readonly store: Store
  readonly vocabulary: Vocabulary
  readonly shelf: Shelf
  readonly shipped: string
  /** Ids of the shipped texts by their text; read when first asked for. */
  readonly shippedTexts: () => ReadonlyMap<string, string>
  readonly reader: string
  /** Where corrections lie. */
  readonly folders: readonly string[]
}

function idsByText(shipped: string): ReadonlyMap<string, string> {
  const files = shippedIds(shipped).map((id) => ({ id, path: shippedText(id, { shipped }) }))
  const held = files.filter(({ path }) => existsSync(path))
  return new Map(held.map(({ id, path }) => [readText(readFileSync(path), path).text, id]))
}

async function ingest({ name, bytes, id }: SourceFile, work: Work): Promise<Ingested> {
  const { store, vocabulary, shelf, reader } = work
  const raw = await readRaw(bytes, basename(name))
  const read = extract(raw, vocabulary)
  // The same text under another name or in another encoding is not another instrument.
  const known = id ?? work.shippedTexts().get(raw.text) ?? shelf.holderOf(raw.sha256) ?? instrumentId(read)
  const corrections = readCorrections(known, work)
  const extraction = corrected(read, raw.text, corrections)
  const outcome = await store.save({ id: known, raw: raw.text, extraction })
  const [row] = await store.ask('instruments-by-id', { ids: [known] })
  const { fingerprint, failures } = corrections
  const entry = { name: raw.name, sha256: raw.sha256, reader, corrections: fingerprint, hash: row?.hash ?? null }
  shelf.put(known, { ...entry, removed: false }, existsSync(shippedText(known, work)) ? null : bytes)
  return { ...outcome, title: row?.title ?? raw.name, warnings: failures.map(({ message }) => message) }
}

async function remove(id: string, work: Work): Promise<void> {
  const entry = work.shelf.entry(id)
  const wasHeld = await work.store.remove(id)
  if (!wasHeld && (entry === null || entry.removed)) {
    throw new Failure('UNKNOWN_INSTRUMENT', `no instrument ${id} is here: the query instruments lists those that are`)
  }
  if (!existsSync(shippedText(id, work))) return work.shelf.drop(id)
  const known = entry ?? { name: 'text.txt', sha256: '', reader: '', corrections: '' }
  work.shelf.put(id, { ...known, hash: null, removed: true }, null)
}

async function sync(work: Work, say: (report: Report, name: string) => void = () => undefined): Promise<void> {
  await work.store.saveVocabulary(work.vocabulary)
  const held = new Map((await work.store.ask('held-instruments', {})).map(({ id, hash }) => [id, hash]))
  for (const id of [...new Set([...shippedIds(work.shipped), ...work.shelf.ids()])]) {
    const file = toRead(id, held.get(id) ?? null, work)
    if (file !== null) say(await attempt(file, work), file.name)
  }
  for (const file of strayCorrections(work)) say(withoutText(file), 'corrections')
}

/** Corrections files whose name is that of no text: misnamed, or their text was taken out. */
function strayCorrections({ folders, shelf, shipped }: Work): readonly string[] {
  const ids = new Set([...shippedIds(shipped), ...shippedIds(SHIPPED), ...shelf.ids()])
  return correctionFiles(folders).filter((file) => !ids.has(basename(file, '.json')))
}

function withoutText(file: string): Failure {
  const advice = 'name it after the id that npm run ingest prints, or delete it'
  return new Failure('CORRECTIONS_WITHOUT_TEXT', `${file} belongs to no text that is here: ${advice}`)
}

/** The file, unless it was taken out or the graph already holds what these rules read from these bytes. */
function toRead(id: string, hash: string | null, work: Work): SourceFile | null {
  const entry = work.shelf.entry(id)
  if (entry?.removed) return null
  const path = shippedText(id, work)
  const isShipped = existsSync(path)
  const isCurrent = entry !== null && entry.hash !== null && entry.hash === hash && isReadAlike(id, entry, work)
  if (isCurrent && !isShipped) return null
  const bytes = isShipped ? readFileSync(path) : work.shelf.bytes(id)
  if (!bytes || (isCurrent && entry.sha256 === sha256Of(bytes))) return null
  return { name: isShipped ? path : (entry?.name ?? id), bytes, id }
}

/** Whether the text was read with these rules and these corrections. */
function isReadAlike(id: string, entry: Entry, { reader, folders }: Work): boolean {
  return entry.reader === reader && entry.corrections === correctionsFingerprint(id, folders)
}

/** One bad text does not keep the others out, nor does a fault of a reader that it brings to light; the store does. */
async function attempt(file: SourceFile, work: Work): Promise<Report> {
  try {
    return await ingest(file, work)
  } catch (error) {
    const report = reportOf(file.name, error)
    if (report.code.startsWith('STORE_')) throw error
    return report
  }
}

/** What is said of a file that was not taken in. */
export function reportOf(name: string, error: unknown): Failure {
  if (error instanceof Failure) return error
  const message = `${name} was not read because of a fault of this program: ${String(error)}`
  return new Failure('INTERNAL_SERVER_ERROR', message, { cause: error })
}

function shippedIds(shipped: string): readonly string[] {
  return existsSync(shipped) ? readdirSync(shipped).sort() : []
}

function shippedText(id: string, { shipped }: Pick<Work, 'shipped'>): string {
  return join(shipped, id, 'text.txt')
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
