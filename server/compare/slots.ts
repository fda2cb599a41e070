import type { ComparedMark, ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { Purpose } from '../model/facts.ts'
import type { AspectTerm, MetricTerm, TopicTerm } from '../model/vocabulary.ts'
import { namedRow } from './by-hand.ts'
import type { Meeting } from './meeting/meet.ts'

export interface RowTerms {
  readonly topics: readonly TopicTerm[]
  readonly metrics: readonly MetricTerm[]
  readonly aspects: readonly AspectTerm[]
}

/** What a row is about. */
export interface Heading {
  readonly id: string
  readonly topic: string
  readonly metricKey: string | null
  readonly aspect: string | null
  readonly label: Sentence
  /** The words of the aspect; empty for metrics and whole topics. */
  readonly words: readonly string[]
  /** Whether its facts met by their own words: no name of the vocabulary tells what it is about. */
  readonly meets?: boolean
}

/** A heading and where it stands among the others: topic, kind, place in the vocabulary. */
export interface Slot extends Heading {
  readonly order: readonly number[]
}

/** The statement that holds an amount, and whether its text is of the vocabulary's field. */
export interface Around {
  readonly mark: ComparedMark | undefined
  readonly ofField: boolean
}

export interface SlotFinder {
  /** Whether the vocabulary names what the amount measures; `ofField`: in a text of its field, or of another. */
  readonly isNamed: (threshold: ComparedThreshold, ofField: boolean) => boolean
  /** The row that a person or the vocabulary names for the amount; null where neither does. */
  readonly ofThreshold: (threshold: ComparedThreshold, around: Around) => Slot | null
  /** The same for a statement; `hasAspect` tells whether the vocabulary may name what it is about. */
  readonly ofMark: (mark: ComparedMark, hasAspect: boolean) => Slot | null
  /** The row of a meeting; null for words that one column alone has: they are the rest of their topic. */
  readonly ofMeeting: (meeting: Meeting) => Slot
}

const METRIC = 0
const ASPECT = 1
const UNKEYED = 2
const REST = 3

/** Finds the row of a fact: by metric or family, by aspect, by its own words, or the rest of its topic. */
export function slotFinder(terms: RowTerms): SlotFinder {
  const topicAt = positions(terms.topics)
  const at = (topic: string) => topicAt.get(topic) ?? terms.topics.length
  const topics = new Map(terms.topics.map((term) => [term.key, term]))
  const metrics = new Map(terms.metrics.map((term) => [term.key, term]))
  const aspects = new Map(terms.aspects.map((term, index) => [term.key, { term, index }]))
  const metric = remembered((key: string) => metricSlot(metrics.get(key), terms, at))
  const aspect = remembered((key: string) => aspectSlot(aspects.get(key), terms, at))
  const rest = (topic: string) => restSlot(topic, topics.get(topic), at)
  // Where an aspect has the same name, it is as vague as that: elsewhere 公示 is of anything.
  const ofMetric = ({ metricKey }: ComparedThreshold, ofField: boolean): Slot | null => {
    const slot = isOfManyMatters(metrics.get(metricKey ?? '')) ? null : metric(metricKey ?? '')
    return slot?.aspect && !ofField ? null : slot
  }
  // What a person says goes before every rule.
  const byHand = (row: string | null | undefined, topic: string): Slot | null => {
    if (!row) return null
    const named = namedRow(row, terms)
    if (named.kind === 'metric') return metric(named.key)
    if (named.kind === 'aspect') return aspect(named.key)
    if (named.kind === 'topic') return rest(named.key)
    if (named.kind === 'words') return wordSlot({ metric: named.words, metricKey: null }, named.topic, at)
    return ownSlot(named.name, topic, at)
  }
  return {
    isNamed: (threshold, ofField) => ofMetric(threshold, ofField) !== null,
    ofThreshold: (threshold, { mark, ofField }) => {
      const own = ofMetric(threshold, ofField)
      return byHand(threshold.row, own?.topic ?? mark?.topic ?? topicOfPurpose(threshold)) ?? own
    },
    ofMark: (mark, hasAspect) => byHand(mark.row, mark.topic) ?? (hasAspect ? aspect(mark.aspect ?? '') : null),
    ofMeeting: (meeting) => (isRemainder(meeting) ? rest(meeting.topic) : meetingSlot(meeting, metrics, at)),
  }
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
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
function metricSlot(term: MetricTerm | undefined, { metrics, aspects }: RowTerms, at: TopicPosition): Slot | null {
  if (!term) return null
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

interface Placing {
  readonly term: AspectTerm
  readonly index: number
}

function aspectSlot(placing: Placing | undefined, terms: RowTerms, at: TopicPosition): Slot | null {
  if (!placing) return null
  const { term, index } = placing
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

/** A fine is set for every offence, support for many ends: the name of such a metric does not tell what the amount is for. */
const OF_MANY_MATTERS = new Set(['fine', 'grant_amount', 'subsidy_share'])

function isOfManyMatters(term: MetricTerm | undefined): boolean {
  return term !== undefined && OF_MANY_MATTERS.has(rowKey(term))
}

function isRemainder({ score, matters }: Meeting): boolean {
  return score === null && matters.every(({ thresholds }) => thresholds.length === 0)
}

/** Rows that more columns share come first, then those of the head of the texts. */
function meetingSlot(
  { id, topic, label, matters }: Meeting,
  metrics: ReadonlyMap<string, MetricTerm>,
  at: TopicPosition,
): Slot {
  const terms = matters.flatMap(({ thresholds }) => thresholds.map(({ metricKey }) => metrics.get(metricKey ?? '')))
  const keys = new Set(terms.map((term) => (term ? rowKey(term) : null)))
  const [metricKey = null] = keys.size === 1 ? keys : []
  const columns = new Set(matters.map(({ instrument }) => instrument)).size
  const place = matters.reduce((sum, matter) => sum + matter.place, 0) / matters.length
  const order = [at(topic), UNKEYED, -columns, place]
  return { id, topic, metricKey, aspect: null, label, words: [], meets: true, order }
}

/** A row that a person named: one over all instruments, whatever the topic of each. */
function ownSlot(name: string, topic: string, at: TopicPosition): Slot {
  const label = { zh: name, en: name }
  const order = [at(topic), UNKEYED, 0]
  return { id: `=${name}`, topic, metricKey: null, aspect: null, label, words: [], meets: true, order }
}

function wordSlot(threshold: Pick<ComparedThreshold, 'metric' | 'metricKey'>, topic: string, at: TopicPosition): Slot {
  return {
    id: `${topic}/~${threshold.metric}`,
    topic,
    metricKey: threshold.metricKey,
    aspect: null,
    label: { zh: threshold.metric, en: threshold.metric },
    words: [],
    meets: true,
    order: [at(topic), UNKEYED, 0],
  }
}

function restSlot(topic: string, term: TopicTerm | undefined, at: TopicPosition): Slot {
  const label = term ? { zh: `${term.zh}：其他规定`, en: `${term.en}: other provisions` } : { zh: topic, en: topic }
  return { id: topic, topic, metricKey: null, aspect: null, label, words: [], order: [at(topic), REST, 0] }
}

/** The topic of an amount that stands in no clause of a topic. */
export function topicOfPurpose({ purpose }: Pick<ComparedThreshold, 'purpose'>): string {
  return PURPOSE_TOPICS[purpose]
}

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
