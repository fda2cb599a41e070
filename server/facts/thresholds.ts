import { clauses, segments, sentences } from '../grammar/clauses.ts'
import type { Stretch } from '../grammar/clauses.ts'
import { perOf, perUnitOf } from '../grammar/durations.ts'
import { exclusiveWords } from '../grammar/inclusion.ts'
import { asDigits } from '../grammar/misprints.ts'
import { findQuantities } from '../grammar/quantities.ts'
import type { Quantity } from '../grammar/quantities.ts'
import { unitReader } from '../grammar/units.ts'
import { simplified } from '../grammar/variants.ts'
import type { UnitReader } from '../grammar/units.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Threshold } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import type { MetricTerm, Vocabulary } from '../model/vocabulary.ts'
import { aggregationOf } from './aggregations.ts'
import { alternatives, groupedByLead } from './bound-alternatives.ts'
import { windowOfBound } from './bound-windows.ts'
import type { Window } from './bound-windows.ts'
import { framesOf } from './frames.ts'
import type { Frame, Framed } from './frames.ts'
import { leadsOn, metricOf, metricWords } from './metrics.ts'
import { placesOf } from './places.ts'
import type { Place } from './places.ts'
import { hedgeOf, purposeOf, strengthOf } from './purposes.ts'
import { applicantTypes } from '../grammar/applicant-types.ts'
import { scopeAmong, trackOf } from './scope.ts'
import type { Scope } from './scope.ts'

/**
 * Reads every quantified requirement of a document, in text order: value in canonical units, comparison, window, rate,
 * condition, purpose, and the words it came from.
 * @example readThresholds(document, vocabulary)[0] // { metricKey: 'fixed_staff', comparator: '>=', value: 100, unit: 'person', … }
 */
export function readThresholds(
  document: RegulationDocument,
  vocabulary: Pick<Vocabulary, 'metrics' | 'units'>,
): readonly Threshold[] {
  const context = {
    raw: document.raw.text,
    units: unitReader(vocabulary.units),
    metrics: vocabulary.metrics,
    places: placesOf(document),
    track: trackOf(document),
    exclusive: exclusiveWords(document.raw.text),
    year: Number(document.meta.issuedOn?.slice(0, 4) ?? 0),
  }
  const found = document.passages.flatMap(({ clean, ...passage }) =>
    readPassage({ ...passage, clean: { ...clean, text: asDigits(simplified(clean.text)) } }, context),
  )
  return groupedByLead(found, context.places)
}

interface Context {
  readonly raw: string
  readonly units: UnitReader
  readonly metrics: readonly MetricTerm[]
  readonly places: ReadonlyMap<string, Place>
  readonly track: (provisionId: string | null) => string | null
  readonly exclusive: ReadonlySet<string>
  /** The year of issue, 0 when unknown. */
  readonly year: number
}

function readPassage(passage: Passage, context: Context): readonly Threshold[] {
  if (passage.provision === null && context.places.size > 0 && passage.part === 'carrier') return []
  const { text } = passage.clean
  const { exclusive } = context
  const quantities = findQuantities(text, context.units).filter((quantity) => !isBlank(quantity, passage, context.raw))
  if (quantities.length === 0) return []
  return sentences(text).flatMap((sentence) => {
    const inside = quantities.filter(({ start }) => start >= sentence.from && start < sentence.to)
    return inside.length === 0 || tellsOfPast(text.slice(sentence.from, sentence.to), context.year)
      ? []
      : readSentence({ passage, context, sentence, ...split(framesOf(text, sentence, { found: inside, exclusive })) })
  })
}

/** 2008年，全国年诊疗量达到3.02亿人次: a report of a year before the text was issued demands nothing. */
function tellsOfPast(sentence: string, issued: number): boolean {
  const year = LATELY.test(sentence) ? 0 : PAST.exec(sentence)?.[1]
  return (
    year !== undefined && (year === 0 || Number(year) < issued) && REPORTS.test(sentence) && !DEMANDS.test(sentence)
  )
}

const PAST = /^\s*(?:截[止至]到?)?((?:19|20)\d\d)年(?:底|末)?[^月日，。；]{0,12}[，\u4e00-\u9fff]/
const LATELY = /^\s*(?:近年来|近几年|多年来|目前|去年|上年，|今年以来)/
const REPORTS = /达到?|完成|实现|增长|建成|拥有|共有|总[量产额]|突破|超过|约有/
const DEMANDS = /应当?|必须|须|不得|以[上下内]|可以|不[低少超]|至少|起施行|之日/

/** A form leaves room to write: 20  年. */
function isBlank({ start, end }: Quantity, { clean }: Passage, raw: string): boolean {
  return / {2,}|_{2,}/.test(raw.slice(clean.offsets[start] ?? 0, clean.offsets[end - 1] ?? 0))
}

interface Sentence {
  readonly passage: Passage
  readonly context: Context
  readonly sentence: Stretch
  readonly bounds: readonly Framed[]
  readonly windows: readonly Window[]
}

function split(frames: readonly Frame[]): Pick<Sentence, 'bounds' | 'windows'> {
  return {
    bounds: frames.filter((frame): frame is Framed => frame.kind === 'bound'),
    windows: frames.filter((frame): frame is Window => frame.kind === 'window'),
  }
}

function readSentence(at: Sentence): readonly Threshold[] {
  const { text } = at.passage.clean
  const { bounds } = at
  const parts = segments(text, at.sentence).flatMap((segment) => {
    const siblings = clauses(text, segment)
    return siblings.map((clause) => ({ segment, siblings, clause }))
  })
  const groups = alternatives(text, bounds, at.passage.provision ?? '')
  let previous: Framed | null = null
  return bounds.map((bound, index) => {
    const part = parts.find(({ clause }) => clause.from <= bound.at.from && bound.at.from < clause.to) ?? {
      segment: at.sentence,
      siblings: [at.sentence],
      clause: at.sentence,
    }
    const own = ownWords(text, bound, { clause: part.clause, previous, next: bounds[index + 1] ?? null })
    previous = bound
    return threshold(at, bound, { ...part, own, group: groups[index] ?? null, earlier: bounds.slice(0, index) })
  })
}

interface Around {
  readonly clause: Stretch
  readonly previous: Framed | null
  readonly next: Framed | null
}

/** The words of a bound: its clause, up to the bounds before and behind it in the same clause. */
function ownWords(text: string, bound: Framed, { clause, previous, next }: Around): Stretch {
  const start = Math.min(Math.max(clause.from, previous?.at.to ?? 0), bound.at.from)
  const from = start + (LABEL.exec(text.slice(start, bound.at.from))?.[0].length ?? 0)
  const shared = next !== null && next.at.from < clause.to
  const noun = shared ? (UP_TO_JOINT.exec(text.slice(bound.at.to, next.at.from))?.[0].length ?? 0) : Infinity
  const to = Math.max(Math.min(clause.to, bound.at.to + noun), bound.at.to)
  const lead = LEAD.exec(text.slice(from, bound.at.from))?.[0].length ?? 0
  return { from: from + lead, to }
}

/** With another bound in the clause, the noun behind a number ends at the word that joins them. */
const UP_TO_JOINT = /^[^且或和及并、（(，]*/

/** A list label inside a line: 2.场地面积, （一）净资产. */
const LABEL = /^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)．.、](?!\d)/

/** Words before a bound that belong to another statement: 经营状况良好且…, 或…. */
const LEAD = /^(?:.*(?:且|并且|并(?=[具拥有达应须能]))(?=.)|(?:、|或者?|和|以及|及|的|[（(])+)/

interface Part {
  readonly segment: Stretch
  /** The clauses of the segment. */
  readonly siblings: readonly Stretch[]
  readonly clause: Stretch
  readonly own: Stretch
  readonly group: string | null
  /** Bounds of the same sentence that stand before this one. */
  readonly earlier: readonly Framed[]
}

function threshold(at: Sentence, bound: Framed, part: Part): Threshold {
  const { passage, context } = at
  const { text } = passage.clean
  const words = (stretch: Stretch) => text.slice(stretch.from, stretch.to)
  const sentence = words(nearby(at.sentence, bound))
  const clause = words(nearby(part.clause, bound))
  const place = context.places.get(passage.provision ?? '')
  const window = windowOfBound(text, bound, { ...part, windows: at.windows })
  const before = text.slice(nearby(part.clause, bound).from, bound.at.from)
  const per = bound.per ?? perOf(before) ?? (isAmount(bound) ? perUnitOf(before, context.units) : null)
  const money = bound.quantity.kind === 'money'
  const aggregation = aggregationOf({ words: words(part.own), before, window, per, money })
  const isDeadline = bound.quantity.kind === 'period' && bound.comparator !== '>' && bound.comparator !== '<'
  const scope = scopeAmong(text, siblingsOf(part, bound), bound.at.from)
  const track = context.track(passage.provision)
  const noun = nounOf(text, bound, { ...part, scope })
  const measured = { clause: words(part.own), noun, sentence, unit: bound.quantity.unit, aggregation }
  const metric =
    metricOf(measured, context.metrics) ??
    metricOf({ ...measured, clause: clause.includes(noun) ? clause : noun }, context.metrics)
  const behind = text.slice(bound.quantity.end, bound.quantity.end + 24)
  const purpose = purposeOf({ clause, sentence, behind, place, isDeadline, topic: metric?.topic ?? null })
  const span = rawSpan(passage.clean, part.own.from, spanEnd(text, bound, part.own))
  return {
    provision: passage.provision ?? '',
    ...span,
    quote: context.raw.slice(span.start, span.end),
    metric: (metric === null ? deadlineAction(text, bound, noun) : null) ?? (noun || (metric?.zh ?? words(part.own))),
    metricKey: metric?.key ?? null,
    comparator: bound.comparator,
    value: bound.value,
    upper: bound.upper,
    ...(bound.upperUnit === null ? {} : { upperUnit: bound.upperUnit }),
    unit: bound.quantity.unit,
    unitText: bound.quantity.unitText,
    window,
    per,
    aggregation,
    appliesIf: scope?.words ?? null,
    alternativeGroup: part.group,
    purpose,
    strength: strengthOf(clause, sentence, purpose),
    hedge: hedgeOf(clause),
    track,
    applicantTypes: applicantTypes(scope?.words ?? null),
    rule: ruleOf(text, bound),
  }
}

/** A sentence without marks may be a whole table: only what stands near a bound is read for it, so that reading stays linear. */
function nearby({ from, to }: Stretch, { at }: Framed): Stretch {
  return { from: Math.max(from, at.from - REACH), to: Math.min(to, at.to + REACH) }
}

const REACH = 600

function siblingsOf({ siblings, clause }: Part, bound: Framed): readonly Stretch[] {
  return clause.to - clause.from > 2 * REACH ? [nearby(clause, bound)] : siblings
}

/** The frame and the words of comparison around the number: `bound 不少于…`. */
function ruleOf(text: string, { rule = 'bound', at, quantity }: Framed): string {
  const [before, behind] = [text.slice(at.from, quantity.start), text.slice(quantity.end, at.to)]
  return before === '' && behind === '' ? rule : `${rule} ${before}…${behind}`
}

/** What is measured; a bound that names nothing (且不少于30人) measures what the bound before it in the segment does. */
function nounOf(text: string, bound: Framed, { own, segment, earlier, scope }: Part & { scope: Scope | null }): string {
  const noun = metricWords(text.slice(nounStart(own, scope, bound), bound.at.from), text.slice(bound.at.to, own.to))
  const before = earlier.at(-1)
  if (noun !== '' || before === undefined || before.at.from < segment.from) return noun
  const words = text.slice(nearby(segment, before).from, before.at.from)
  return metricWords(words.slice(Math.max(words.lastIndexOf('，'), words.lastIndexOf('：')) + 1), '')
}

/** 自收到申请之日起三十日内作出决定: what has to be done in that time. */
function deadlineAction(text: string, bound: Framed, noun: string): string | null {
  if (bound.quantity.kind !== 'period' || !FROM_EVENT.test(noun)) return null
  const action = ACTION.exec(text.slice(bound.at.to, bound.at.to + 40))?.[1] ?? ''
  return action.length > 1 ? action : null
}

const FROM_EVENT = /之日起?$|[后前内时]$|届满$|[应须]当?$|^自|^[在于]/
const ACTION =
  /^(?:[以之]?[内前后])?，?(?:应当?|必须|须|可以?|向[^，。；]{2,16}?(?=提|申|报|备|办))?([^，。；：]{2,30})/

/** The words of a condition in the same clause are not part of what is measured. */
function nounStart(own: Stretch, scope: Scope | null, bound: Framed): number {
  return scope !== null && scope.at.to > own.from && scope.at.to < bound.at.from ? scope.at.to : own.from
}

/** A number before its noun takes the noun along (2项以上发明专利); otherwise the words end with the comparison. */
function spanEnd(text: string, bound: Framed, own: Stretch): number {
  const leading = leadsOn(text.slice(own.from, bound.at.from)) && bound.quantity.kind !== 'period'
  return leading ? own.to : bound.at.to
}

/** A period counts in no unit: 每人每天休息一小时. */
function isAmount({ quantity }: Framed): boolean {
  return quantity.kind !== 'period' && quantity.kind !== 'ratio' && quantity.kind !== 'multiple'
}
