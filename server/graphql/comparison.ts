import { compareInstruments } from '../compare/matrix.ts'
import type { ComparedInstrument, Comparison, ComparisonCell, ComparisonRow, Sentence } from '../model/comparison.ts'
import type { ApplicantType, Comparator, Purpose, Strength } from '../model/facts.ts'
import type { TopicTerm } from '../model/vocabulary.ts'
import { APPLICANT_TYPES, applicantTypeOf, heldInstruments, topicOf, trackOf } from './arguments.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ClauseRow, InstrumentRow, ThresholdRow } from './loaders.ts'
import { evidenceOf, viewed } from './views.ts'

export interface ComparisonArguments {
  readonly instruments: readonly string[]
  readonly parent?: string | null
  readonly topic?: string | null
  readonly applicantType?: string | null
  readonly track?: string | null
  readonly asOf?: string | null
}

/** More columns than jurisdictions is a mistake; each costs a share of every row. */
export const MOST_COLUMNS = 60

/** The comparison as the schema shows it: instruments side by side, the base first. */
export async function comparison({ asOf, ...args }: ComparisonArguments, context: Context) {
  const { columns, ...rest } = await context.kept(`comparison ${JSON.stringify(args)}`, (load) =>
    compare(args, { ...context, load }),
  )
  const date = asOf ?? context.today
  return { ...rest, columns: columns.map((row) => viewed(row, date)), asOf: date }
}

/** All of it but the date, which decides about validity alone. */
async function compare(args: Omit<ComparisonArguments, 'asOf'>, context: Context) {
  const columns = await columnsOf(args, context)
  const facts = await factsOf(
    columns.map(({ id }) => id),
    context,
  )
  const tracks = [...new Set(facts.tracks.map(({ track }) => track))]
  const topic = topicOf(args.topic, context)
  const options = {
    ...context.vocabulary,
    base: args.parent ?? onlyNational(columns),
    applicantType: applicantTypeOf(args.applicantType),
    track: trackOf(args.track, tracks),
  }
  const compared = comparedOf(columns, facts)
  const whole = compareInstruments(compared, options)
  const shown = topic === null ? whole : compareInstruments(compared, { ...options, topic })
  const { topics } = context.vocabulary
  return {
    columns,
    base: whole.base,
    fingerprint: fingerprintOf(columns, context.vocabulary),
    rows: rowViews(shown, facts, topics),
    topics: topicCounts(whole, topics),
    relations: relationCounts(shown),
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
    heldInstruments('parent', parent ? [parent] : [], context),
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
  const year = (row.issuedOn ?? row.effectiveFrom ?? '').slice(0, 4)
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

function rowViews({ rows }: Comparison, facts: Facts, topics: readonly TopicTerm[]) {
  return rows.map(({ label, note, why, cells, ...row }) => {
    const topicLabel = topicName(row.topic, topics)
    return {
      ...row,
      topicLabel: topicLabel.zh,
      topicLabelEn: topicLabel.en,
      label: label.zh,
      labelEn: label.en,
      note: note?.zh ?? null,
      noteEn: note?.en ?? null,
      why: why?.zh ?? null,
      whyEn: why?.en ?? null,
      cells: cells.map((cell) => cellView(cell, facts)),
    }
  })
}

/** With dozens of columns most of ten thousand cells are silent: they cost nothing but themselves. */
function cellView(cell: ComparisonCell, facts: Facts) {
  const { reason, thresholds, marks } = cell
  const isEmpty = thresholds.length === 0 && marks.length === 0
  const amounts = isEmpty ? [] : thresholds.flatMap((id) => facts.thresholds.get(id) ?? [])
  const words = isEmpty ? [] : marks.flatMap((id) => facts.clauses.get(id) ?? [])
  return {
    ...cell,
    reason: reason?.zh ?? null,
    reasonEn: reason?.en ?? null,
    thresholds: amounts,
    evidence: isEmpty ? [] : distinct([...amounts, ...words]).map(evidenceOf),
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

function topicCounts({ rows }: Comparison, topics: readonly TopicTerm[]) {
  return topics
    .map((topic) => ({ topic, within: rows.filter((row) => isWithin(row.topic, topic, topics)) }))
    .filter(({ within }) => within.length > 0)
    .map(({ topic, within }) => ({ topic, rows: within.length, differing: within.filter(differs).length }))
}

function isWithin(key: string, { key: wanted }: TopicTerm, topics: readonly TopicTerm[]): boolean {
  return key === wanted || topics.find((topic) => topic.key === key)?.parent === wanted
}

function differs({ cells }: ComparisonRow): boolean {
  return cells.some(({ relation }) => relation !== null && relation !== 'SAME')
}

function relationCounts({ rows }: Comparison) {
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
