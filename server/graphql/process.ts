import { compareEvaluations } from '../compare/process/evaluations.ts'
import { compareProcedures, EVERY_TRACK } from '../compare/process/procedures.ts'
import type {
  EvaluationEntry,
  EvaluationInstrument,
  PlacedStep,
  ProcessInstrument,
  ProcessStep,
  ProcessWords,
  StageCell,
} from '../model/process.ts'
import { trackOf } from './arguments.ts'
import { columnsOf, onlyNational, shortName } from './comparison.ts'
import type { Context } from './context.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ConsequenceRow, EvaluationRow, InstrumentRow, ProvisionRow, StepRow } from './loaders.ts'
import { type EvidenceView, viewed } from './views.ts'

export interface EvaluationsArguments {
  readonly instruments: readonly string[]
  readonly parent?: string | null
  readonly asOf?: string | null
}

export interface ProceduresArguments extends EvaluationsArguments {
  /** Words of the text (领域类): leaves that track and what holds for every track. */
  readonly track?: string | null
}

/** Procedures side by side, as the schema shows them; the date decides about validity alone. */
export async function procedures({ asOf, ...args }: ProceduresArguments, context: Context) {
  const { columns, ...rest } = await context.kept(`procedures ${JSON.stringify(args)}`, (load) =>
    sideBySide(args, { ...context, load }),
  )
  const date = asOf ?? context.today
  return { ...rest, columns: columns.map((row) => viewed(row, date)), asOf: date }
}

/** Evaluations side by side, as the schema shows them. */
export async function evaluations({ asOf, ...args }: EvaluationsArguments, context: Context) {
  const { columns, ...rest } = await context.kept(`evaluations ${JSON.stringify(args)}`, (load) =>
    evaluated(args, { ...context, load }),
  )
  const date = asOf ?? context.today
  return { ...rest, columns: columns.map((row) => viewed(row, date)), asOf: date }
}

async function sideBySide(args: Omit<ProceduresArguments, 'asOf'>, context: Context) {
  const columns = await columnsOf(args, context)
  const texts = await Promise.all(columns.map((row) => textOf(row, columns, context)))
  const tracks = [...new Set(texts.flatMap(({ process }) => process.steps.map(({ track }) => track)))]
  const named = tracks.filter((track) => track !== EVERY_TRACK)
  const base = args.parent ?? onlyNational(columns)
  const compared = compareProcedures(
    texts.map(({ process }) => process),
    { base, track: trackOf(args.track, named) },
  )
  const placed = new Map(texts.map((text) => [text.process.id, text.places]))
  return {
    columns,
    base,
    fingerprint: fingerprintOf(columns, context.vocabulary),
    tracks: named,
    lanes: compared.lanes.map(({ key, label }) => ({ key, label: label.zh, labelEn: label.en })),
    stages: compared.stages.map(({ key, phase, label, cells }) => ({
      key,
      phase,
      label: label.zh,
      labelEn: label.en,
      cells: cells.map(cellView),
    })),
    procedures: compared.procedures.map(({ instrument, steps, totals }) => ({
      instrument,
      steps: steps.map((step) => stepView(step, evidenceIn(instrument, placed.get(instrument)))),
      totals: totals.map(({ sentence, track, ...total }) => ({
        ...total,
        track: trackName(track),
        sentence: sentence.zh,
        sentenceEn: sentence.en,
      })),
    })),
  }
}

function cellView({ reason, ...cell }: StageCell) {
  return { ...cell, reason: reason?.zh ?? null, reasonEn: reason?.en ?? null }
}

function stepView(step: PlacedStep, evidence: Locate) {
  const { stageReason, laneReason, track, actor, time, quote, provision, start, end, ...rest } = step
  return {
    ...rest,
    actor,
    track: trackName(track),
    stageReason: stageReason.zh,
    stageReasonEn: stageReason.en,
    laneReason: laneReason.zh,
    laneReasonEn: laneReason.en,
    time,
    evidence: evidence({ provision, start, end, quote }),
  }
}

/** Null where a step holds in every track. */
function trackName(track: string): string | null {
  return track === EVERY_TRACK ? null : track
}

async function evaluated(args: Omit<EvaluationsArguments, 'asOf'>, context: Context) {
  const columns = await columnsOf(args, context)
  const texts = await Promise.all(columns.map((row) => textOf(row, columns, context)))
  const instruments = await Promise.all(texts.map((text) => evaluationOf(text, context)))
  const base = args.parent ?? onlyNational(columns)
  const placed = new Map(texts.map((text) => [text.process.id, text.places]))
  const { rows, scales } = compareEvaluations(instruments, { base })
  return {
    columns,
    base,
    fingerprint: fingerprintOf(columns, context.vocabulary),
    scales: scales.map(({ instrument, declared, standings }) => ({
      instrument,
      declared,
      grades: standings.map(({ grade, standing, why }) => ({ name: grade, standing, basis: why })),
    })),
    rows: rows.map(({ label, note, cells, ...row }) => ({
      ...row,
      label: label.zh,
      labelEn: label.en,
      note: note?.zh ?? null,
      noteEn: note?.en ?? null,
      cells: cells.map(({ reason, entries, ...cell }) => ({
        ...cell,
        reason: reason?.zh ?? null,
        reasonEn: reason?.en ?? null,
        entries: entries.map((entry) => entryView(entry, evidenceIn(cell.instrument, placed.get(cell.instrument)))),
      })),
    })),
  }
}

function entryView({ grade, value, words }: EvaluationEntry, evidence: Locate) {
  return { grade, value: value.zh, valueEn: value.en, evidence: words && evidence(words) }
}

async function evaluationOf({ process, raw }: ReadText, { load }: Context): Promise<EvaluationInstrument> {
  const [scales, consequences, thresholds] = await Promise.all([
    load.evaluations.load(process.id),
    load.consequences.load(process.id),
    load.thresholds.load(process.id),
  ])
  const [placed] = compareProcedures([process]).procedures
  return {
    id: process.id,
    name: process.name,
    text: raw,
    scales: scales.map((scale) => scaleOf(scale, consequences, raw)),
    figures: thresholds.flatMap(({ metricKey, ...figure }) => (metricKey === null ? [] : [{ ...figure, metricKey }])),
    steps: placed?.steps ?? [],
  }
}

function scaleOf({ id, grades }: EvaluationRow, consequences: readonly ConsequenceRow[], raw: string) {
  const own = consequences.filter(({ evaluation }) => evaluation === id)
  return { grades, consequences: own.map((one) => ({ ...one, quote: raw.slice(one.start, one.end) })) }
}

interface ReadText {
  readonly process: ProcessInstrument
  readonly raw: string
  readonly places: readonly ProvisionRow[]
}

async function textOf(row: InstrumentRow, columns: readonly InstrumentRow[], { load }: Context): Promise<ReadText> {
  const [steps, roles, places, text] = await Promise.all([
    load.steps.load(row.id),
    load.roles.load(row.id),
    load.provisions.load(row.id),
    load.text.load(row.id),
  ])
  const raw = text?.text ?? ''
  const byId = new Map(places.map((place) => [place.id, place]))
  const process = {
    id: row.id,
    name: shortName(row, columns),
    roles,
    steps: steps.map((step) => stepOf(step, byId, raw)),
  }
  return { process, raw, places }
}

function stepOf(step: StepRow, places: ReadonlyMap<string, ProvisionRow>, raw: string): ProcessStep {
  const provision = step.provision ?? ''
  const from = places.get(provision)?.start ?? step.start
  const before = raw.slice(from, step.start).replace(/\s+/g, '')
  return {
    ...step,
    provision,
    quote: raw.slice(step.start, step.end),
    lead: before.slice(before.lastIndexOf('。') + 1),
    headings: headingsOf(provision, places),
  }
}

/** The nearest first. */
function headingsOf(provision: string, places: ReadonlyMap<string, ProvisionRow>): readonly string[] {
  const place = places.get(provision)
  if (place === undefined) return []
  const above = place.parent === null ? [] : headingsOf(place.parent, places)
  return place.heading === null ? above : [place.heading, ...above]
}

type Locate = (words: ProcessWords) => EvidenceView

/** Words with the place they stand in; those that no fact places, with the smallest provision around them. */
function evidenceIn(instrument: string, places: readonly ProvisionRow[] = []): Locate {
  return ({ provision, start, end, quote }) => {
    const place = places.find(({ id }) => id === provision) ?? around(start, end, places)
    return { instrument, provision: place?.id ?? null, pinpoint: place?.pinpoint || null, start, end, quote }
  }
}

function around(start: number, end: number, places: readonly ProvisionRow[]): ProvisionRow | undefined {
  const holding = places.filter((place) => place.start <= start && end <= place.end)
  return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}
