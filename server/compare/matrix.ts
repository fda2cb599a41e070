import type { ComparedInstrument, Comparison, ComparisonCell, ComparisonRow, Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { MetricTerm, TopicTerm } from '../model/vocabulary.ts'
import { onlyWhatApplies, type Applicability } from './applies.ts'
import { boundInWords } from './amounts.ts'
import type { Judgement } from './judgement.ts'
import { incomparableNote } from './note.ts'
import { relateRemainder } from './remainder.ts'
import { relateThresholds, type Terms } from './thresholds.ts'
import { planRows, type Entry, type RowPlan, type RowTerms } from './rows.ts'
import { relateWording, strongest, type Wording } from './wording.ts'

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
  const columns = instruments.map((instrument) => onlyWhatApplies(instrument, options))
  const baseAt = columns.findIndex((column) => column.id === options.base)
  const inTopic = topicFilter(options)
  const plans = planRows(columns, options).filter((plan) => inTopic(plan.topic))
  const metrics = new Map(options.metrics.map((term) => [term.key, term]))
  const context = { columns, baseAt, metrics, applicantType: options.applicantType ?? null }
  const rows = plans.map((plan) => rowOf(plan, context))
  return {
    base: columns[baseAt]?.id ?? null,
    columns: columns.map((column) => column.id),
    rows: rows.length > 0 || !options.topic ? rows : silentRow(options.topic, columns, options.topics),
  }
}

interface Context {
  readonly columns: readonly ComparedInstrument[]
  /** −1 for no base. */
  readonly baseAt: number
  readonly metrics: ReadonlyMap<string, MetricTerm>
  readonly applicantType: ApplicantType | null
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
    cells: context.columns.map((_, at) => cellOf(plan, at, context)),
  }
}

function cellOf(plan: RowPlan, at: number, context: Context): ComparisonCell {
  const entry = plan.entries[at] ?? SILENCE
  const judgement = at === context.baseAt ? null : judge(plan, at, context)
  return {
    instrument: context.columns[at]?.id ?? '',
    silent: isSilent(entry),
    relation: judgement?.relation ?? null,
    reason: judgement?.reason ?? null,
    modality: strongest([...entry.marks, ...entry.around])?.modal ?? null,
    delegated: entry.marks.find((mark) => mark.delegated !== null)?.delegated ?? null,
    thresholds: entry.thresholds.map(({ id }) => id),
    marks: entry.marks.map(({ id }) => id),
  }
}

const SILENCE: Entry = { thresholds: [], marks: [], around: [] }

function isSilent({ thresholds, marks }: Entry): boolean {
  return thresholds.length === 0 && marks.length === 0
}

function judge(plan: RowPlan, at: number, context: Context): Judgement | null {
  const base = context.columns[context.baseAt]
  const [there, here] = [plan.entries[context.baseAt] ?? SILENCE, plan.entries[at] ?? SILENCE]
  if (!base || (isSilent(there) && isSilent(here))) return null
  if (isSilent(here)) return omitted(base.name)
  if (isSilent(there)) return added(base.name, here, { ...context, column: context.columns[at] })
  return relate(plan, at, { ...context, base: base.name })
}

function relate(plan: RowPlan, at: number, context: Context & Terms): Judgement {
  const [there, here] = [plan.entries[context.baseAt] ?? SILENCE, plan.entries[at] ?? SILENCE]
  if (there.thresholds.length > 0 && here.thresholds.length > 0)
    return relateThresholds(there.thresholds, here.thresholds, context)
  if (there.thresholds.length > 0 || here.thresholds.length > 0) return onlyOneMeasures(context.base, there)
  const [left, right] = [wordingOf(there, context.columns[context.baseAt]), wordingOf(here, context.columns[at])]
  return plan.aspect === null ? relateRemainder(left, right) : relateWording(left, right, plan.words)
}

function wordingOf({ marks }: Entry, column: ComparedInstrument | undefined): Wording {
  const name = column?.name ?? { zh: '', en: '' }
  return { name, ownNames: [...(column?.ownNames ?? []), name.zh].filter((own) => own !== ''), marks }
}

function omitted(base: Sentence): Judgement {
  return { relation: 'OMITTED', reason: { zh: `${base.zh}有规定，这里没有`, en: `stated in ${base.en}, not here` } }
}

const ENCOURAGED = 3

function added(base: Sentence, here: Entry, context: Context & { column: ComparedInstrument | undefined }): Judgement {
  const choice = choiceNote(here, context)
  const mild = here.thresholds.length === 0 ? strongest(here.marks) : null
  const only = mild?.modal && (mild.rank ?? 0) >= ENCOURAGED ? mild.modal : null
  return {
    relation: 'ADDED',
    reason: {
      zh: `${base.zh}未规定${only ? `，这里是“${only}”` : ''}${choice.zh}`,
      en: `not in ${base.en}${only ? `; here “${only}”` : ''}${choice.en}`,
    },
  }
}

/** Names what may be met instead: 与“省级项目不少于3项”任选其一. */
function choiceNote(
  { thresholds }: Entry,
  { column, metrics }: Pick<Context, 'metrics'> & { column: ComparedInstrument | undefined },
): Sentence {
  const groups = new Set(thresholds.map(({ alternativeGroup }) => alternativeGroup).filter((group) => group !== null))
  const others = (column?.thresholds ?? []).filter(
    (other) => groups.has(other.alternativeGroup ?? '') && !thresholds.includes(other),
  )
  if (others.length === 0) return { zh: '', en: '' }
  const names = others.map((other) => {
    const [term, bound] = [metrics.get(other.metricKey ?? ''), boundInWords(other)]
    return { zh: `“${term?.zh ?? other.metric}${bound.zh}”`, en: `“${term?.en ?? other.metric}: ${bound.en}”` }
  })
  return {
    zh: `；与${names.map(({ zh }) => zh).join('、')}任选其一`,
    en: `; or ${names.map(({ en }) => en).join(', ')} instead`,
  }
}

function onlyOneMeasures(base: Sentence, there: Entry): Judgement {
  return {
    relation: 'DIFFERENT',
    reason:
      there.thresholds.length > 0
        ? { zh: `${base.zh}有数值，这里只有文字要求`, en: `an amount in ${base.en}, only words here` }
        : { zh: `${base.zh}只有文字要求，这里有数值`, en: `only words in ${base.en}, an amount here` },
  }
}
