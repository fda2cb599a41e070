import type { ComparedInstrument, ComparedMark, ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { Purpose } from '../model/facts.ts'
import type { AspectTerm, MetricTerm, TopicTerm } from '../model/vocabulary.ts'

export interface RowTerms {
  readonly topics: readonly TopicTerm[]
  readonly metrics: readonly MetricTerm[]
  readonly aspects: readonly AspectTerm[]
}

/**
 * What one column says in a row. `around` are the clauses that hold the thresholds: their modal words count. `sequels`
 * are the statements right behind the marks: an exception may stand there.
 */
export interface Entry {
  readonly thresholds: readonly ComparedThreshold[]
  readonly marks: readonly ComparedMark[]
  readonly around: readonly ComparedMark[]
  readonly sequels: readonly ComparedMark[]
}

/** A row before anything is related: what it is about, and an entry per column. */
export interface RowPlan {
  readonly id: string
  readonly topic: string
  readonly metricKey: string | null
  readonly aspect: string | null
  readonly label: Sentence
  /** The words of the aspect; empty for metrics and whole topics. */
  readonly words: readonly string[]
  readonly entries: readonly Entry[]
}

/**
 * The rows that the instruments give rise to, in the order of the vocabulary: by topic, then metrics, aspects, amounts
 * that the vocabulary has no metric for, and last the clauses of the topic that no other row shows.
 */
export function planRows(instruments: readonly ComparedInstrument[], terms: RowTerms): readonly RowPlan[] {
  const slots = slotFinder(terms)
  const placed = instruments.map((instrument) => place(instrument, slots))
  const heads = new Map(placed.flatMap((column) => column.map(({ slot }) => [slot.id, slot] as const)))
  const ordered = [...heads.values()].sort((one, two) => compareOrder(one.order, two.order))
  return ordered.map(({ order: _order, ...head }) => ({
    ...head,
    entries: placed.map((column) => entryOf(column.filter(({ slot }) => slot.id === head.id))),
  }))
}

interface Slot extends Omit<RowPlan, 'entries'> {
  readonly order: readonly number[]
}

type Placed =
  | { readonly slot: Slot; readonly threshold: ComparedThreshold; readonly around: readonly ComparedMark[] }
  | { readonly slot: Slot; readonly mark: ComparedMark; readonly sequel: ComparedMark | undefined }

/** Every fact of an instrument in its row; a clause that a finer row shows is not shown again under its topic. */
function place(instrument: ComparedInstrument, slots: SlotFinder): readonly Placed[] {
  const { thresholds, marks } = instrument
  const amounts = thresholds.map((threshold) => {
    const around = marks.filter((mark) => overlap(mark, threshold))
    return { slot: slots.ofThreshold(threshold, around[0]), threshold, around }
  })
  const told = [...thresholds, ...marks.filter((mark) => mark.aspect !== null)]
  const words = marks
    .filter((mark) => mark.aspect !== null || !(LEAD_IN.test(mark.quote) || told.some((fact) => overlap(mark, fact))))
    .map((mark) => ({
      slot: slots.ofMark(mark),
      mark,
      sequel: mark.aspect === null ? undefined : sequelOf(mark, marks),
    }))
  return [...amounts, ...words]
}

/** 应具备以下条件：says nothing without its items, which stand in rows of their own. */
const LEAD_IN = /[：:]\s*$/

/** The next statement of the same provision. */
function sequelOf(mark: ComparedMark, marks: readonly ComparedMark[]): ComparedMark | undefined {
  const later = marks.filter(({ provision, start }) => provision === mark.provision && start >= mark.end)
  return later.reduce<ComparedMark | undefined>(
    (next, one) => (!next || one.start < next.start ? one : next),
    undefined,
  )
}

function overlap(one: { start: number; end: number }, two: { start: number; end: number }): boolean {
  return one.start < two.end && two.start < one.end
}

function entryOf(placed: readonly Placed[]): Entry {
  const amounts = placed.flatMap((fact) => ('threshold' in fact ? [fact] : []))
  const words = placed.flatMap((fact) => ('mark' in fact ? [fact] : []))
  return {
    thresholds: amounts.map(({ threshold }) => threshold),
    marks: words.map(({ mark }) => mark),
    around: amounts.flatMap(({ around }) => around),
    sequels: words.flatMap(({ sequel }) => sequel ?? []),
  }
}

function compareOrder(one: readonly number[], two: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== two[at])
  return index < 0 ? 0 : (one[index] ?? 0) - (two[index] ?? 0)
}

interface SlotFinder {
  readonly ofThreshold: (threshold: ComparedThreshold, around: ComparedMark | undefined) => Slot
  readonly ofMark: (mark: ComparedMark) => Slot
}

const METRIC = 0
const ASPECT = 1
const UNKEYED = 2
const REST = 3

function slotFinder(terms: RowTerms): SlotFinder {
  const topicAt = positions(terms.topics)
  const at = (topic: string) => topicAt.get(topic) ?? terms.topics.length
  const metricSlots = new Map(terms.metrics.map((term) => [term.key, metricSlot(term, terms, at)]))
  const aspectSlots = new Map(terms.aspects.map((term, index) => [term.key, aspectSlot(term, index, terms, at)]))
  const topicNames = new Map(terms.topics.map((term) => [term.key, term]))
  return {
    ofThreshold: (threshold, around) =>
      metricSlots.get(threshold.metricKey ?? '') ??
      wordSlot(threshold, around?.topic ?? PURPOSE_TOPICS[threshold.purpose], at),
    ofMark: (mark) => aspectSlots.get(mark.aspect ?? '') ?? restSlot(mark.topic, topicNames.get(mark.topic), at),
  }
}

type TopicPosition = (topic: string) => number

function positions(terms: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  return new Map(terms.map((term, index) => [term.key, index]))
}

/**
 * Metrics of one family share a row: named by the metric of the family's own name, placed at its first. An aspect of
 * that name stands in the same row and names it: words and amounts on one matter.
 */
function metricSlot(term: MetricTerm, { metrics, aspects }: RowTerms, at: TopicPosition): Slot {
  const key = rowKey(term)
  const family = metrics.filter((other) => rowKey(other) === key)
  const [first = term] = family
  const aspect = aspects.find((other) => other.key === key)
  const named = aspect ?? family.find((other) => other.key === key) ?? first
  const label = family.find((other) => other.familyLabel)?.familyLabel ?? { zh: named.zh, en: named.en }
  return {
    id: `${first.topic}/${key}`,
    topic: first.topic,
    metricKey: key,
    aspect: aspect?.key ?? null,
    label,
    words: aspect?.words ?? [],
    order: [at(first.topic), METRIC, metrics.indexOf(first)],
  }
}

function rowKey(term: MetricTerm): string {
  return term.family ?? term.key
}

function aspectSlot(term: AspectTerm, index: number, terms: RowTerms, at: TopicPosition): Slot {
  const metric = terms.metrics.find((other) => rowKey(other) === term.key)
  if (metric) return metricSlot(metric, terms, at)
  return {
    id: `${term.topic}/${term.key}`,
    topic: term.topic,
    metricKey: null,
    aspect: term.key,
    label: { zh: term.zh, en: term.en },
    words: term.words,
    order: [at(term.topic), ASPECT, index],
  }
}

function wordSlot(threshold: ComparedThreshold, topic: string, at: TopicPosition): Slot {
  return {
    id: `${topic}/~${threshold.metric}`,
    topic,
    metricKey: threshold.metricKey,
    aspect: null,
    label: { zh: threshold.metric, en: threshold.metric },
    words: [],
    order: [at(topic), UNKEYED, 0],
  }
}

function restSlot(topic: string, term: TopicTerm | undefined, at: TopicPosition): Slot {
  const label = term ? { zh: `${term.zh}：其他规定`, en: `${term.en}: other provisions` } : { zh: topic, en: topic }
  return { id: topic, topic, metricKey: null, aspect: null, label, words: [], order: [at(topic), REST, 0] }
}

/** The topic of an amount that stands in no clause of a topic. */
const PURPOSE_TOPICS = {
  eligibility: 'eligibility',
  governance: 'governance',
  procedure: 'procedure',
  evaluation: 'evaluation',
  funding: 'support',
  sanction: 'liability',
  target: 'positioning',
  validity: 'supplementary',
  other: 'operation',
} as const satisfies Record<Purpose, string>
