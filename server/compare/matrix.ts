import type { ComparedInstrument, Comparison, ComparisonCell, ComparisonRow } from '../model/comparison.ts'
import type { TopicTerm } from '../model/vocabulary.ts'
import { appliedPlans, onlyWhatApplies, type Applicability } from './applies.ts'
import { isByHand } from './by-hand.ts'
import { judge } from './judge.ts'
import { incomparableNote } from './note.ts'
import type { Reading } from './requirement.ts'
import { ownNamesOf } from './own-names.ts'
import { keptPlans } from './kept-plans.ts'
import type { RowPlan } from './rows.ts'
import { isSilent, sideOf, type Side } from './side.ts'
import type { RowTerms } from './slots.ts'
import { strongest } from './wording.ts'

export interface CompareOptions extends RowTerms, Applicability {
  /** Id of the column that the others are held against; null for none. */
  readonly base: string | null
  /** Only rows of this topic or its children. */
  readonly topic?: string | null
}

/**
 * Who demands what: rows in the order of the vocabulary, cells in the order of `instruments`, each with its relation to
 * the base column and the reason. Pure; needs no offsets to be of one text.
 * `compareInstruments([national, yunnan], { base: 'cn-2021-tic', ...vocabulary })`.
 */
export function compareInstruments(instruments: readonly ComparedInstrument[], options: CompareOptions): Comparison {
  const columns = instruments.map((instrument) => ({
    ...onlyWhatApplies(instrument, options),
    ownNames: ownNamesOf(instrument),
  }))
  const baseAt = columns.findIndex((column) => column.id === options.base)
  const inTopic = topicFilter(options)
  const plans = appliedPlans(keptPlans(instruments, options), options).filter((plan) => inTopic(plan.topic))
  const metrics = new Map(options.metrics.map((term) => [term.key, term]))
  const context = {
    columns,
    baseAt,
    metrics,
    applicantType: options.applicantType ?? null,
    track: options.track ?? null,
  }
  const rows = plans.map((plan) => rowOf(plan, { ...context, matter: isOneMatter(plan) ? plan.label : null }))
  return {
    base: columns[baseAt]?.id ?? null,
    columns: columns.map((column) => column.id),
    rows: rows.length > 0 || !options.topic ? rows : silentRow(options.topic, columns, options.topics),
  }
}

/**
 * Whether the row itself tells what its amounts measure: they met by their words, or a person put an amount beside those
 * of one metric.
 */
function isOneMatter({ meets = false, entries }: RowPlan): boolean {
  const amounts = entries.flatMap(({ thresholds }) => thresholds)
  const named = new Set(amounts.filter((amount) => !isByHand(amount)).map(({ metricKey }) => metricKey))
  return meets || (amounts.some(isByHand) && named.size <= 1)
}

interface Context extends Reading {
  readonly columns: readonly ComparedInstrument[]
  /** −1 for no base. */
  readonly baseAt: number
}

function topicFilter({ topic, topics }: CompareOptions): (key: string) => boolean {
  if (!topic) return () => true
  const parents = new Map(topics.map((term) => [term.key, term.parent]))
  const isWithin = (key: string | null | undefined): boolean => !!key && (key === topic || isWithin(parents.get(key)))
  return isWithin
}

/** A topic that was asked for and that nobody speaks of is an answer. */
function silentRow(
  topic: string,
  columns: readonly ComparedInstrument[],
  topics: readonly TopicTerm[],
): readonly ComparisonRow[] {
  const term = topics.find(({ key }) => key === topic)
  const label = term ? { zh: term.zh, en: term.en } : { zh: topic, en: topic }
  const plan = { id: topic, topic, metricKey: null, aspect: null, label, words: [], entries: [] }
  const context = { columns, baseAt: -1, metrics: new Map(), applicantType: null }
  return term ? [rowOf(plan, context)] : []
}

function rowOf(plan: RowPlan, context: Context): ComparisonRow {
  const note = incomparableNote(plan, context)
  return {
    id: plan.id,
    topic: plan.topic,
    metricKey: plan.metricKey,
    aspect: plan.aspect,
    label: plan.label,
    comparable: note === null,
    note,
    score: plan.score ?? null,
    why: plan.why ?? null,
    cells: cellsOf(plan, context),
  }
}

function cellsOf(plan: RowPlan, context: Context): readonly ComparisonCell[] {
  const sides = context.columns.map((column, at) => sideOf(column, plan.entries[at], plan.words))
  const base = sides[context.baseAt] ?? null
  return sides.map((side) => cellOf(side, base === side ? null : base, { plan, reading: context }))
}

function cellOf(side: Side, base: Side | null, { plan, reading }: { plan: RowPlan; reading: Reading }): ComparisonCell {
  const judgement = base ? judge(base, side, { isTopic: plan.id === plan.topic, ...reading }) : null
  const { thresholds, marks, around } = side.entry
  return {
    instrument: side.column.id,
    silent: isSilent(side),
    relation: judgement?.relation ?? null,
    reason: judgement?.reason ?? null,
    modality: strongest([...marks, ...around])?.modal ?? null,
    delegated: marks.find((mark) => mark.delegated !== null)?.delegated ?? null,
    thresholds: thresholds.map(({ id }) => id),
    marks: marks.map(({ id }) => id),
  }
}
