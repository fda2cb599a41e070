import type { Comparison, Relation, Row, Topic } from '../../graphql/documents.ts'
import { nameIn } from '../names.ts'

export interface Filter {
  readonly topic: string
  readonly differences: boolean
  readonly thresholds: boolean
}

/** Rows that fit a filter; a topic takes in its children. */
export function filterRows(
  rows: readonly Row[],
  { topic, differences, thresholds }: Filter,
  topics: readonly Topic[],
): readonly Row[] {
  return rows
    .filter((row) => topic === '' || isWithin(row.topic, topic, topics))
    .filter((row) => !differences || differs(row))
    .filter((row) => !thresholds || row.cells.some((cell) => cell.thresholds.length > 0))
}

/** Topics that have rows, with their number: those at the top, or those below `parent`. */
export function topicCounts(
  rows: readonly Row[],
  topics: readonly Topic[],
  parent: string | null = null,
): readonly { readonly topic: Topic; readonly count: number }[] {
  return topics
    .filter((topic) => topic.parent === parent)
    .map((topic) => ({ topic, count: rows.filter((row) => isWithin(row.topic, topic.id, topics)).length }))
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

/** Number of cells per relation, of all columns or of one. */
export function countRelations(rows: readonly Row[], instrument: string | null = null): ReadonlyMap<Relation, number> {
  const counts = new Map<Relation, number>()
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (cell.relation === null || (instrument !== null && cell.instrument !== instrument)) continue
    counts.set(cell.relation, (counts.get(cell.relation) ?? 0) + 1)
  }
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
    groups.set(topic, [...(groups.get(topic) ?? []), row])
  }
  return [...groups].map(([topic, members]) => ({ topic, rows: members }))
}

type Column = Comparison['columns'][number]

/** Short names of the columns: the jurisdiction, with the year where two columns are of one. */
export function columnNames(columns: readonly Column[], lang: 'zh' | 'en'): ReadonlyMap<string, string> {
  return new Map(columns.map((column) => [column.id, nameIn(column, columns, lang)]))
}
