import { shadesOf, stepOf, type Shade } from '../../charts/shades.ts'
import type { Cell, Comparison, Measure, Row, Topic } from '../../graphql/documents.ts'
import type { Titled } from '../compare/families.ts'
import { placeIn } from '../names.ts'

/** What one document says to a chosen requirement or topic. Silent and not comparable are answers of their own. */
export interface Standing {
  readonly instrument: string
  readonly kind: 'value' | 'words' | 'silent' | 'incomparable'
  /** In the canonical unit, or how many rows of a topic; null where there is none. */
  readonly value: number | null
  readonly measures: readonly Measure[]
}

/** What a picture can show of a comparison: rows with figures of one unit in two columns at least, and topics. */
export function pictured(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.comparable && new Set(measured(row).map(({ instrument }) => instrument)).size > 1)
}

/** The topics that some row has, with how many; one that only its parts have is among them. */
export function topicsIn(
  rows: readonly Row[],
  topics: readonly Topic[],
): readonly (Topic & { readonly rows: number })[] {
  return topics
    .map((topic) => ({ ...topic, rows: rows.filter((row) => isWithin(row.topic, topic.id, topics)).length }))
    .filter((topic) => topic.rows > 0)
}

function isWithin(key: string, wanted: string, topics: readonly Topic[]): boolean {
  return key === wanted || topics.find(({ id }) => id === key)?.parent === wanted
}

/** Each column's standing in a row of the comparison, or in a topic; in the order of the columns. */
export function standingsOf(
  { columns, rows }: Comparison,
  chosen: string,
  topics: readonly Topic[],
): readonly Standing[] {
  const row = rowOf(rows, chosen, topics)
  if (row !== null) return columns.map(({ id }) => inRow(row, id))
  const within = rows.filter((it) => isWithin(it.topic, chosen, topics))
  return columns.map(({ id }) => inTopic(within, id))
}

/** The row of that id; null for a topic, also where a row of its clauses has its name. */
export function rowOf(rows: readonly Row[], chosen: string, topics: readonly Topic[]): Row | null {
  return topics.some(({ id }) => id === chosen) ? null : (rows.find(({ id }) => id === chosen) ?? null)
}

function inRow(row: Row, instrument: string): Standing {
  const cell = row.cells.find((it) => it.instrument === instrument)
  if (cell === undefined || cell.silent) return { instrument, kind: 'silent', value: null, measures: [] }
  const values = measured(row).flatMap((it) => (it.instrument === instrument ? [highest(it.measure)] : []))
  const measures = cell.thresholds
  if (!row.comparable && measures.length > 0) return { instrument, kind: 'incomparable', value: null, measures }
  if (values.length > 0) return { instrument, kind: 'value', value: Math.max(...values), measures }
  return { instrument, kind: measures.length > 0 ? 'incomparable' : 'words', value: null, measures }
}

function inTopic(rows: readonly Row[], instrument: string): Standing {
  const speaks = (cell: Cell): boolean => cell.instrument === instrument && !cell.silent
  const value = rows.filter(({ cells }) => cells.some(speaks)).length
  return { instrument, kind: value === 0 ? 'silent' : 'value', value: value === 0 ? null : value, measures: [] }
}

export interface Measured {
  readonly instrument: string
  readonly measure: Measure
}

/** The figures of a row that one axis can hold: those of its commonest unit. */
export function measured(row: Row): readonly Measured[] {
  const all = row.cells.flatMap(({ instrument, thresholds }) => thresholds.map((measure) => ({ instrument, measure })))
  const units = new Map<string, number>()
  for (const { measure } of all) units.set(measure.unit, (units.get(measure.unit) ?? 0) + 1)
  const [[unit] = ['']] = [...units].sort((one, two) => two[1] - one[1])
  return all.filter(({ measure }) => measure.unit === unit)
}

/** Of a range its upper end, such as the highest fine. */
export function highest({ value, upper }: Measure): number {
  return upper ?? value
}

/** What a tile of the map shows: its own document's standing, or the highest of its cities where only these are here. */
export function shown<T extends Titled>(
  items: readonly T[],
  standingOf: (item: T) => Standing | undefined,
): Standing | null {
  const own = items.filter((item) => !isOfCity(item))
  const standings = (own.length > 0 ? own : items).flatMap((item) => standingOf(item) ?? [])
  const ranks = ['silent', 'words', 'incomparable', 'value']
  const rank = ({ kind, value }: Standing): number => ranks.indexOf(kind) * 1e15 + (value ?? 0)
  return standings.reduce<Standing | null>((best, one) => (best && rank(best) >= rank(one) ? best : one), null)
}

/** A document of a city or county, whose jurisdiction is known by its province alone. */
export function isOfCity({ title, jurisdiction }: Titled): boolean {
  const place = jurisdiction.level === 'national' ? '' : placeIn(title, jurisdiction.name)
  return jurisdiction.id.length > 5 || (place.length > 1 && place !== jurisdiction.name)
}

/** The shades of all standings with a value. */
export function shadesIn(standings: readonly Standing[]): readonly Shade[] {
  return shadesOf(standings.flatMap(({ value }) => value ?? []))
}

const STRENGTHS = 4

/** How strong the colour of a value is, 0 to 4: few shades are spread over the whole range. */
export function strengthOf(value: number, shades: readonly Shade[]): number {
  const step = stepOf(value, shades) ?? 0
  return shades.length <= 1 ? STRENGTHS / 2 : Math.round((step * STRENGTHS) / (shades.length - 1))
}
