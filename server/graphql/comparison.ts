import { compareInstruments } from '../compare/matrix.ts'
import type { ComparedInstrument, ComparisonCell, ComparisonRow, Sentence } from '../model/comparison.ts'
import type { ApplicantType, Comparator, Purpose, Strength } from '../model/facts.ts'
import type { Validity } from '../model/validity.ts'
import type { TopicTerm } from '../model/vocabulary.ts'
import { APPLICANT_TYPES, applicantTypeOf, heldInstruments, topicOf, trackOf } from './arguments.ts'
import { differs, filteredRows, quantified, type RowFilters, topicCounts, validColumns } from './comparison-filters.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ClauseRow, InstrumentRow, ThresholdRow } from './loaders.ts'
import { evidenceOf, viewed } from './views.ts'

export interface ComparisonArguments extends RowFilters {
  readonly instruments: readonly string[]
  readonly parent?: string | null
  readonly topic?: string | null
  readonly applicantType?: string | null
  readonly track?: string | null
  readonly validity?: readonly Validity[] | null
  readonly asOf?: string | null
}

/** More columns than jurisdictions is a mistake; each costs a share of every row. */
export const MOST_COLUMNS = 60

/** The comparison as the schema shows it: instruments side by side, the base first. */
export async function comparison({ asOf, ...args }: ComparisonArguments, context: Context) {
  const date = asOf ?? context.today
  const asked = args.validity && args.validity.length > 0 ? await validOn(date, args, context) : args
  const { columns, ...rest } = await context.kept(`comparison ${JSON.stringify(asked)}`, (load) =>
    compare(asked, { ...context, load }),
  )
  return { ...rest, columns: columns.map((row) => viewed(row, date)), asOf: date }
}

type Asked = Omit<ComparisonArguments, 'asOf'>

/** The columns of the validities that are asked for, named one by one: only they depend on the date. */
async function validOn(asOf: string, { validity, ...args }: Asked, context: Context): Promise<Asked> {
  const rows = await columnsOf(args, context)
  const base = baseOf(args, rows)
  const columns = validColumns(rows, { validity, base, asOf })
  return { ...args, instruments: columns.map(({ id }) => id), parent: base }
}

function baseOf({ parent }: Pick<Asked, 'parent'>, rows: readonly InstrumentRow[]): string | null {
  return parent ?? onlyNational(rows)
}

/** All of it but the date, which decides about validity alone. */
async function compare(args: Asked, context: Context) {
  const columns = await columnsOf(args, context)
  const facts = await factsOf(
    columns.map(({ id }) => id),
    context,
  )
  const tracks = [...new Set(facts.tracks.map(({ track }) => track))]
  const topic = topicOf(args.topic, context)
  const options = {
    ...context.vocabulary,
    base: baseOf(args, columns),
    applicantType: applicantTypeOf(args.applicantType),
    track: trackOf(args.track, tracks),
  }
  const compared = comparedOf(columns, facts)
  const whole = compareInstruments(compared, options)
  const shown = topic === null ? whole : compareInstruments(compared, { ...options, topic })
  const { topics } = context.vocabulary
  if (args.onlyDifferences && whole.base === null) {
    throw badInput('onlyDifferences', 'nothing to differ from: name a column in parent')
  }
  const rows = filteredRows(shown.rows, args)
  return {
    columns,
    base: whole.base,
    fingerprint: fingerprintOf(columns, context.vocabulary),
    rows: rowViews(rows, facts, topics),
    topics: topicCounts(filteredRows(whole.rows, args), topics),
    relations: relationCounts(rows),
    tracks,
    applicantTypes: typesIn(facts),
  }
}

/** The base first, then the others in the order given. */
export async function columnsOf(
  { instruments, parent }: Pick<ComparisonArguments, 'instruments' | 'parent'>,
  context: Context,
) {
  const asked = [...new Set(instruments)]
  if (asked.length === 0) throw badInput('instruments', 'nothing to compare: name at least one')
  if (asked.length > MOST_COLUMNS) {
    throw badInput('instruments', `${asked.length} are too many side by side: name at most ${MOST_COLUMNS}`)
  }
  const [rows, parents] = await Promise.all([
    heldInstruments('instruments', asked, context),
    heldInstruments('parent', parent === null || parent === undefined ? [] : [parent], context),
  ])
  const base = parents[0]?.id ?? onlyNational(rows)
  return [
    ...rows.filter(({ id }) => id === base),
    ...parents.filter(({ id }) => !asked.includes(id)),
    ...rows.filter(({ id }) => id !== base),
  ]
}

/** With two national texts neither is the other's base. */
export function onlyNational(rows: readonly InstrumentRow[]): string | null {
  const national = rows.filter((row) => row.jurisdictionLevel === 'national')
  return national.length === 1 ? (national[0]?.id ?? null) : null
}

interface Facts {
  /** Of each column, in the order of the columns. */
  readonly stated: readonly { readonly thresholds: readonly ThresholdRow[]; readonly clauses: readonly ClauseRow[] }[]
  readonly thresholds: ReadonlyMap<string, ThresholdRow>
  readonly clauses: ReadonlyMap<string, ClauseRow>
  readonly tracks: readonly { readonly track: string }[]
}

async function factsOf(ids: readonly string[], { load }: Context): Promise<Facts> {
  const [thresholds, clauses, tracks] = await Promise.all([
    Promise.all(ids.map((id) => load.thresholds.load(id))),
    Promise.all(ids.map((id) => load.clauses.load(id))),
    Promise.all(ids.map((id) => load.tracks.load(id))),
  ])
  const byId = <R extends { readonly id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]))
  const stated = ids.map((_, at) => ({ thresholds: thresholds[at] ?? [], clauses: clauses[at] ?? [] }))
  return { stated, thresholds: byId(thresholds.flat()), clauses: byId(clauses.flat()), tracks: tracks.flat() }
}

function comparedOf(rows: readonly InstrumentRow[], facts: Facts): readonly ComparedInstrument[] {
  return rows.map((row, at) => ({
    id: row.id,
    name: shortName(row, rows),
    ownNames: [row.title],
    hash: row.hash,
    thresholds: thresholdsOf(facts.stated[at]?.thresholds ?? []),
    marks: marksOf(facts.stated[at]?.clauses ?? []),
  }))
}

/** The jurisdiction, with the year where two columns are of one jurisdiction. */
export function shortName(row: InstrumentRow, rows: readonly InstrumentRow[]): Sentence {
  const isAlone = rows.filter(({ jurisdiction }) => jurisdiction === row.jurisdiction).length === 1
  const year = (row.amendedOn ?? row.issuedOn ?? row.effectiveFrom ?? '').slice(0, 4)
  if (isAlone || year === '') return { zh: row.jurisdictionName, en: row.jurisdictionNameEn }
  return { zh: `${row.jurisdictionName}${year}`, en: `${row.jurisdictionNameEn} ${year}` }
}

const thresholdsOf = ofEach(thresholdOf)
const marksOf = ofEach(markOf)

/** Made once for the same list: rows stay in memory while the graph stays the same. */
function ofEach<R, V>(make: (row: R) => V): (rows: readonly R[]) => readonly V[] {
  const known = new WeakMap<readonly R[], readonly V[]>()
  return (rows) => {
    const values = known.get(rows) ?? rows.map(make)
    known.set(rows, values)
    return values
  }
}

/** Rows of the graph hold what was put in from the types of the model: their unions are narrowed here, at the rim. */
function thresholdOf({ upperUnit, ...row }: ThresholdRow): ComparedInstrument['thresholds'][number] {
  return {
    ...row,
    ...(upperUnit === null ? {} : { upperUnit }),
    provision: row.provision ?? '',
    comparator: row.comparator as Comparator,
    aggregation: row.aggregation as 'each' | 'sum' | 'mean' | null,
    purpose: row.purpose as Purpose,
    strength: row.strength as Strength,
    applicantTypes: row.applicantTypes as readonly ApplicantType[],
  }
}

function markOf(row: ClauseRow): ComparedInstrument['marks'][number] {
  return {
    ...row,
    provision: row.provision ?? '',
    applicantTypes: row.applicantTypes as readonly ApplicantType[],
  }
}

function rowViews(rows: readonly ComparisonRow[], facts: Facts, topics: readonly TopicTerm[]) {
  const viewOf = cellViewer(facts)
  return rows.map((whole) => {
    const { label, note, why, cells, ...row } = whole
    const topicLabel = topicName(row.topic, topics)
    return {
      ...row,
      differs: differs(whole),
      quantified: quantified(whole),
      topicLabel: topicLabel.zh,
      topicLabelEn: topicLabel.en,
      label: label.zh,
      labelEn: label.en,
      note: note?.zh ?? null,
      noteEn: note?.en ?? null,
      why: why?.zh ?? null,
      whyEn: why?.en ?? null,
      cells: cells.map(viewOf),
    }
  })
}

/** With dozens of columns most of ten thousand cells have nothing to say: of each column these are one. */
function cellViewer(facts: Facts) {
  const silent = new Map<string, ReturnType<typeof cellView>>()
  return (cell: ComparisonCell) => {
    if (!cell.silent || cell.relation !== null || cell.reason !== null) return cellView(cell, facts)
    const view = silent.get(cell.instrument) ?? cellView(cell, facts)
    silent.set(cell.instrument, view)
    return view
  }
}

function cellView(cell: ComparisonCell, facts: Facts) {
  const amounts = cell.thresholds.flatMap((id) => facts.thresholds.get(id) ?? [])
  const words = cell.marks.flatMap((id) => facts.clauses.get(id) ?? [])
  return {
    ...cell,
    reason: cell.reason?.zh ?? null,
    reasonEn: cell.reason?.en ?? null,
    thresholds: amounts,
    evidence: distinct([...amounts, ...words]).map(evidenceOf),
  }
}

/** In text order; words that two facts share are shown once. */
function distinct<P extends { readonly start: number; readonly end: number }>(places: readonly P[]): readonly P[] {
  const sorted = [...places].sort((one, two) => one.start - two.start || two.end - one.end)
  return sorted.filter(({ start, end }, at) => start !== sorted[at - 1]?.start || end !== sorted[at - 1]?.end)
}

/** 申报条件 · 人员. */
function topicName(key: string, topics: readonly TopicTerm[]): Sentence {
  const term = topics.find((topic) => topic.key === key)
  if (term === undefined) return { zh: key, en: key }
  const parent = topics.find((topic) => topic.key === term.parent)
  return parent ? { zh: `${parent.zh} · ${term.zh}`, en: `${parent.en} · ${term.en}` } : { zh: term.zh, en: term.en }
}

function relationCounts(rows: readonly ComparisonRow[]) {
  const counts = new Map<string, { relation: string; instrument: string; cells: number }>()
  for (const { relation, instrument } of rows.flatMap(({ cells }) => cells)) {
    if (relation === null) continue
    const key = `${instrument} ${relation}`
    counts.set(key, { relation, instrument, cells: (counts.get(key)?.cells ?? 0) + 1 })
  }
  return [...counts.values()]
}

function typesIn({ thresholds, clauses }: Facts): readonly string[] {
  const named = new Set([...thresholds.values(), ...clauses.values()].flatMap((fact) => fact.applicantTypes))
  return APPLICANT_TYPES.filter((type) => named.has(type))
}
