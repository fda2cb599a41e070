import type { Comparison, Relation, Row, Topic, Validity } from '../../graphql/documents.ts'
import type { Route } from '../../route.ts'
import { nameIn } from '../names.ts'

export interface Filter {
  readonly topic: string
  readonly differences: boolean
  readonly thresholds: boolean
  /** Relation that some cell of the row must stand in; empty for any. */
  readonly match: string
  /** Words that the row's name or a quote must hold; empty for any. */
  readonly query: string
}

/** The part of an address that narrows nothing. */
export const UNFILTERED = {
  topic: '',
  applicantType: '',
  track: '',
  differences: false,
  thresholds: false,
  match: '',
  query: '',
  validity: [],
} as const satisfies Partial<Route>

/** Rows that fit a filter; a topic takes in its children. */
export function filterRows(
  rows: readonly Row[],
  { topic, differences, thresholds, match, query }: Filter,
  topics: readonly Topic[],
): readonly Row[] {
  const words = bare(query)
  return rows
    .filter((row) => topic === '' || isWithin(row.topic, topic, topics))
    .filter((row) => !differences || differs(row))
    .filter((row) => !thresholds || row.cells.some((cell) => cell.thresholds.length > 0))
    .filter((row) => match === '' || row.cells.some(({ relation }) => relation === match))
    .filter((row) => words === '' || wordsOf(row).includes(words))
}

/** What a row says, as one text to look for words in; made once per row. */
function wordsOf(row: Row): string {
  const known = searched.get(row)
  if (known !== undefined) return known
  const quotes = row.cells.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
  const text = [row.label, row.labelEn, row.topicLabel, row.topicLabelEn, ...quotes].map(bare).join('\n')
  searched.set(row, text)
  return text
}

const searched = new WeakMap<Row, string>()

/** Width, case, spaces and markup do not matter to a reader who looks for a word. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*]+/g, '')
}

/** The columns of some validities and the base; rows in which none of them speaks are left out. */
export function narrowColumns(
  comparison: Comparison,
  validity: readonly string[],
): Comparison & { readonly asked?: Comparison['columns'] } {
  if (validity.length === 0) return comparison
  const columns = comparison.columns.filter((it) => it.id === comparison.base || validity.includes(it.validity))
  if (columns.length === comparison.columns.length) return comparison
  const shown = new Set(columns.map(({ id }) => id))
  const rows = comparison.rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ instrument }) => shown.has(instrument)) }))
    .filter(({ cells }) => cells.some(({ silent }) => !silent))
  return { ...comparison, columns, rows, asked: comparison.columns }
}

/** How many columns are of each validity. */
export function countValidities(columns: Comparison['columns']): ReadonlyMap<Validity, number> {
  const counts = new Map<Validity, number>()
  for (const { validity } of columns) counts.set(validity, (counts.get(validity) ?? 0) + 1)
  return counts
}

/** Topics that have rows, with their number: those at the top, or those below `parent`. */
export function topicCounts(
  rows: readonly Row[],
  topics: readonly Topic[],
  parent: string | null = null,
): readonly { readonly topic: Topic; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { topic } of rows)
    for (const key of new Set([topic, topOf(topic, topics)])) counts.set(key, (counts.get(key) ?? 0) + 1)
  return topics
    .filter((topic) => topic.parent === parent)
    .map((topic) => ({ topic, count: counts.get(topic.id) ?? 0 }))
    .filter(({ count }) => count > 0)
}

/** The top of the branch that a topic is on. */
export function topOf(key: string, topics: readonly Topic[]): string {
  return topics.find(({ id }) => id === key)?.parent ?? key
}

function isWithin(key: string, wanted: string, topics: readonly Topic[]): boolean {
  return key === wanted || topOf(key, topics) === wanted
}

/** True when some column does not say the same as the base. */
export function differs({ cells }: Row): boolean {
  return cells.some(({ relation }) => relation !== null && relation !== 'SAME')
}

/** Order in which findings are told: what a province adds and tightens comes before what it repeats. */
export const RELATIONS = [
  'ADDED',
  'STRICTER',
  'LOOSER',
  'NOT_COMPARABLE',
  'DIFFERENT',
  'OMITTED',
  'SAME',
] as const satisfies readonly Relation[]

export type Counts = ReadonlyMap<Relation, number>

/** Number of cells per relation, over all columns. */
export function countRelations(rows: readonly Row[]): Counts {
  return counted(rows.flatMap(({ cells }) => cells.map(({ relation }) => relation)))
}

/** The same for each column by its id, in one pass: there may be sixty. */
export function countByColumn(rows: readonly Row[]): ReadonlyMap<string, Counts> {
  const found = new Map<string, (Relation | null)[]>()
  for (const { cells } of rows)
    for (const { instrument, relation } of cells) {
      const known = found.get(instrument)
      if (known) known.push(relation)
      else found.set(instrument, [relation])
    }
  return new Map([...found].map(([id, relations]) => [id, counted(relations)]))
}

function counted(relations: readonly (Relation | null)[]): Counts {
  const counts = new Map<Relation, number>()
  for (const relation of relations) if (relation !== null) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  return counts
}

export interface Group {
  readonly topic: string
  readonly rows: readonly Row[]
}

/** Rows under their topics, in the order in which topics first occur; given `topics`, under the tops of their branches. */
export function groupByTopic(rows: readonly Row[], topics: readonly Topic[] | null = null): readonly Group[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const topic = topics === null ? row.topic : topOf(row.topic, topics)
    const members = groups.get(topic)
    if (members) members.push(row)
    else groups.set(topic, [row])
  }
  return [...groups].map(([topic, members]) => ({ topic, rows: members }))
}

type Column = Comparison['columns'][number]

/** Short names of the columns: the jurisdiction, with the year where two columns are of one. */
export function columnNames(columns: readonly Column[], lang: 'zh' | 'en'): ReadonlyMap<string, string> {
  return new Map(columns.map((column) => [column.id, nameIn(column, columns, lang)]))
}
