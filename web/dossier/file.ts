import { PIN_KINDS, type Pin, type PinnedInstrument, type PinnedQuote } from './pin.ts'
import type { Shelf } from './shelf.ts'
import { isRecord, parseJson } from '../json.ts'

export const FORMAT = 'tiaolan-dossier'
export const VERSION = 1

/** A shelf as JSON: what is kept in the browser and what is saved to a file are the same words. */
export function printShelf(shelf: Shelf): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, pins: shelf }, null, 1)
}

/** What is wrong with a text that should be a dossier; `at` names the place in it: pins[3].quotes[0].start. */
export interface Fault {
  readonly code: 'NOT_JSON' | 'NOT_A_DOSSIER' | 'NEWER_VERSION' | 'WRONG_FIELD'
  readonly at: string
}

export type Read = { readonly shelf: Shelf; readonly fault: null } | { readonly shelf: null; readonly fault: Fault }

/** Reads a dossier; a fault is a value. Never trusts a field that it has not looked at. */
export function readShelf(text: string): Read {
  const parsed = parseJson(text)
  if (parsed === undefined) return failed('NOT_JSON', '')
  if (!isRecord(parsed) || parsed['format'] !== FORMAT) return failed('NOT_A_DOSSIER', 'format')
  const version = parsed['version']
  if (typeof version !== 'number') return failed('WRONG_FIELD', 'version')
  if (version > VERSION) return failed('NEWER_VERSION', String(version))
  const pins = parsed['pins']
  if (!Array.isArray(pins)) return failed('WRONG_FIELD', 'pins')
  for (const [index, pin] of pins.entries()) {
    const wrong = faultOf(pin, PIN)
    if (wrong !== null) return failed('WRONG_FIELD', `pins[${index}]${wrong}`)
  }
  return { shelf: pins as Shelf, fault: null }
}

function failed(code: Fault['code'], at: string): Read {
  return { shelf: null, fault: { code, at } }
}

/** Where a value is not what it should be, as a path behind its own; null when all is well. */
type Check = (value: unknown) => string | null
type Shape = Readonly<Record<string, Check>>

const when =
  (test: (value: unknown) => boolean): Check =>
  (value) =>
    test(value) ? null : ''
const text = when((value) => typeof value === 'string')
const textOrNull = when((value) => value === null || typeof value === 'string')
const offset = when((value) => Number.isSafeInteger(value) && Number(value) >= 0)
const day = when((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
/** A path of this tool: an address of another host, or a script, never becomes a link. */
const path = when((value) => typeof value === 'string' && /^\/(?![/\\])/.test(value))
const kind = when((value) => PIN_KINDS.some((known) => known === value))

const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return ''
    const wrong = value.map((item, index) => prefix(`[${index}]`, check(item))).find((it) => it !== null)
    return wrong ?? null
  }
const record =
  (shape: Shape): Check =>
  (value) =>
    faultOf(value, shape)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value)

function faultOf(value: unknown, shape: Shape): string | null {
  if (!isRecord(value)) return ''
  const wrong = Object.entries(shape).map(([key, check]) => prefix(`.${key}`, check(value[key])))
  return wrong.find((it) => it !== null) ?? null
}

function prefix(before: string, wrong: string | null): string | null {
  return wrong === null ? null : before + wrong
}

const INSTRUMENT = {
  id: text,
  title: text,
  docNumber: textOrNull,
  jurisdiction: text,
  issuers: list(text),
  issuedOn: textOrNull,
  effectiveFrom: textOrNull,
} satisfies Record<keyof PinnedInstrument, Check>

const QUOTE = {
  text,
  place: text,
  instrument: text,
  provision: textOrNull,
  start: offset,
  end: offset,
} satisfies Record<keyof PinnedQuote, Check>

const PIN = {
  id: text,
  kind,
  heading: text,
  group: text,
  instrument: record(INSTRUMENT),
  against: orNull(record(INSTRUMENT)),
  place: text,
  quotes: list(record(QUOTE)),
  relation: textOrNull,
  reason: textOrNull,
  reasonEn: textOrNull,
  address: path,
  fingerprint: textOrNull,
  pinnedOn: day,
  note: text,
} satisfies Record<keyof Pin, Check>
