/**
 * What is on the screen, as written in the address. Empty strings, empty lists and false are defaults and are not
 * printed, so one screen has one address.
 */
export interface Route {
  readonly page: Page
  readonly lang: Lang
  /** YYYY-MM-DD; empty for today. */
  readonly asOf: string
  /** Columns of the comparison; empty for all held instruments. */
  readonly instruments: readonly string[]
  /** Column that the others are held against; empty for the national one. */
  readonly base: string
  readonly topic: string
  readonly applicantType: string
  readonly track: string
  readonly differences: boolean
  readonly thresholds: boolean
  readonly compact: boolean
  /** Validities that a column must have to be shown; empty for all. */
  readonly validity: readonly string[]
  /** Instrument in the reader, or the one that is held against the base. */
  readonly instrument: string
  /** Plain eId of the provision in view; of a pair, both with ~ between them. */
  readonly at: string
  /** Half-open UTF-16 range of the instrument's text that is highlighted. */
  readonly mark: readonly [start: number, end: number] | null
  /** Kinds of fact that the reader does not underline. */
  readonly hide: readonly string[]
  readonly query: string
  /** Kind of pairs that the alignment is narrowed to; empty for all. */
  readonly match: string
  /** Jurisdiction that the hits are narrowed to. */
  readonly place: string
  /** What is shown in its other form: a picture as a table, the text with its signs of layout. */
  readonly views: readonly string[]
  /** What the data were when the link was made: the fingerprint of the comparison, then the first digits of each column's. */
  readonly data: string
}

export const PAGES = ['overview', 'compare', 'align', 'fit', 'procedure', 'read', 'search', 'dossier'] as const
export type Page = (typeof PAGES)[number]

export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

export const HOME: Route = {
  page: 'overview',
  lang: 'zh',
  asOf: '',
  instruments: [],
  base: '',
  topic: '',
  applicantType: '',
  track: '',
  differences: false,
  thresholds: false,
  compact: false,
  validity: [],
  instrument: '',
  at: '',
  mark: null,
  hide: [],
  query: '',
  match: '',
  place: '',
  views: [],
  data: '',
}

/** How one field stands in the address: `read` gives null for words it does not understand. */
interface Codec<T> {
  readonly read: (text: string) => T | null
  readonly print: (value: T) => string
}

const TEXT: Codec<string> = { read: (text) => text, print: (value) => value }
const LIST: Codec<readonly string[]> = {
  read: (text) => text.split(',').map(decodePart).filter(Boolean),
  print: (value) => value.map(encodePart).join(','),
}
const FLAG: Codec<boolean> = { read: (text) => text === '1', print: (value) => (value ? '1' : '') }
const DATE: Codec<string> = { read: (text) => (isDate(text) ? text : null), print: (value) => value }
const RANGE: Codec<Route['mark']> = { read: readRange, print: (value) => (value === null ? '' : value.join('-')) }

/** Every field but the page, which is the path. */
type Field = Exclude<keyof Route, 'page'>

/** Address names in the order in which they are printed. */
const FIELDS: { readonly [K in Field]: Codec<Route[K]> } = {
  instrument: TEXT,
  at: TEXT,
  mark: RANGE,
  query: TEXT,
  match: TEXT,
  place: TEXT,
  instruments: LIST,
  base: TEXT,
  topic: TEXT,
  applicantType: TEXT,
  track: TEXT,
  differences: FLAG,
  thresholds: FLAG,
  compact: FLAG,
  validity: LIST,
  hide: LIST,
  views: LIST,
  data: TEXT,
  asOf: DATE,
  lang: oneOf(LANGS),
}

/**
 * The route of an address, path and query; what it does not understand falls back to the default.
 * @example parseRoute('/read?instrument=yn-2022-tic&mark=2085-2103').mark // [2085, 2103]
 */
export function parseRoute(address: string): Route {
  const [path = '', query = ''] = splitOnce(address, '?')
  const given = new URLSearchParams(query)
  const read = <K extends Field>(key: K): [K, Route[K]] => {
    const text = given.get(key)
    return [key, (text === null ? null : FIELDS[key].read(text)) ?? HOME[key]]
  }
  return { ...HOME, page: pageAt(path) ?? HOME.page, ...Object.fromEntries(fields().map(read)) }
}

/** The address of a route: path and query. Inverse of parseRoute. */
export function printRoute(route: Route): string {
  const print = <K extends Field>(key: K): string => {
    const text = FIELDS[key].print(route[key])
    return text === FIELDS[key].print(HOME[key]) ? '' : `${key}=${encodeQuery(text)}`
  }
  const query = fields().map(print).filter(Boolean).join('&')
  return `/${route.page === HOME.page ? '' : route.page}${query === '' ? '' : `?${query}`}`
}

/** The page that a path names; null when it names none. */
export function pageAt(path: string): Page | null {
  const name = path.replace(/^\/|\/$/g, '')
  return name === '' ? HOME.page : (PAGES.find((page) => page === name) ?? null)
}

/** Another page with what follows a person everywhere: language and date. */
export function visit(route: Route, change: Partial<Route> & { readonly page: Page }): Route {
  return { ...HOME, lang: route.lang, asOf: route.asOf, ...change }
}

/** True for a day of the calendar, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function fields(): readonly Field[] {
  return Object.keys(FIELDS) as Field[]
}

function splitOnce(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + sign.length)]
}

function oneOf<const T extends string>(values: readonly T[]): Codec<T> {
  return { read: (text) => values.find((value) => value === text) ?? null, print: (value) => value }
}

function readRange(text: string): Route['mark'] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? []
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null
  return [Number(start), Number(end)]
}

/** Commas part a list, so they are escaped inside its items. */
function encodePart(text: string): string {
  return text.replace(/%/g, '%25').replace(/,/g, '%2C')
}

function decodePart(text: string): string {
  return text.replace(/%2C/g, ',').replace(/%25/g, '%')
}

/** Han characters, commas and the like stay readable in the address bar; browsers send them escaped. */
function encodeQuery(text: string): string {
  return text.replace(/[\x00-\x20\x7f%&+#=?"<>\\`]/g, encodeURIComponent)
}
