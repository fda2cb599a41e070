import type { ComparedInstrument, ComparedMark, ComparedThreshold, Comparison } from '../../server/model/comparison.ts'
import type { AspectTerm, MetricTerm, TopicTerm } from '../../server/model/vocabulary.ts'
import { compareInstruments, type CompareOptions } from '../../server/compare/matrix.ts'

const topic = (key: string, zh: string, parent: string | null = null): TopicTerm => ({
  key,
  zh,
  en: key,
  parent,
  headings: [],
  words: [],
  example: '',
})

export const metric = (
  key: string,
  zh: string,
  rest: Partial<MetricTerm> & { topic: string; unit: string },
): MetricTerm => ({
  key,
  zh,
  en: key.replaceAll('_', ' '),
  aliases: [zh],
  example: '',
  ...rest,
})

const aspect = (key: string, zh: string, rest: { topic: string; words: readonly string[] }): AspectTerm => ({
  key,
  zh,
  en: key.replaceAll('_', ' '),
  example: '',
  ...rest,
})

export const TOPICS = [
  topic('eligibility', '申报条件'),
  topic('staff', '人员', 'eligibility'),
  topic('money', '经费', 'eligibility'),
  topic('governance', '治理结构'),
  topic('evaluation', '考核评估'),
]

const RD = { topic: 'money', unit: 'CNY', family: 'rd_spend' } as const

export const METRICS = [
  metric('fixed_staff', '固定人员', { topic: 'staff', unit: 'person' }),
  metric('director_age', '主任年龄', { topic: 'staff', unit: 'year' }),
  metric('rd_spend_annual', '年研发投入', { ...RD, familyLabel: { zh: '研发经费', en: 'R&D spending' } }),
  metric('rd_spend_total', '研发总投入', { ...RD, aggregation: 'sum' }),
  metric('rd_spend_average', '平均研发投入', { ...RD, aggregation: 'mean' }),
  metric('grant', '补助金额', { topic: 'money', unit: 'CNY', ordered: false }),
  metric('evaluation_cycle', '评估周期', { topic: 'evaluation', unit: 'year' }),
]

export const ASPECTS = [
  aspect('legal_person', '独立法人', { topic: 'governance', words: ['独立法人'] }),
  aspect('annual_report', '年度报告', { topic: 'evaluation', words: ['年度报告'] }),
]

let serial = 0
const nextId = () => `t${String((serial += 1))}`

export function threshold(fields: Partial<ComparedThreshold> & { value: number }): ComparedThreshold {
  const id = nextId()
  return {
    id,
    provision: 'art_1',
    start: 0,
    end: 0,
    quote: '',
    metric: fields.metricKey ?? '固定人员',
    metricKey: 'fixed_staff',
    comparator: '>=',
    upper: null,
    unit: 'person',
    unitText: '人',
    window: null,
    per: null,
    aggregation: null,
    appliesIf: null,
    alternativeGroup: null,
    purpose: 'eligibility',
    strength: 'must',
    hedge: null,
    track: null,
    applicantTypes: [],
    ...fields,
  }
}

export function mark(quote: string, fields: Partial<ComparedMark> = {}): ComparedMark {
  const id = nextId()
  return {
    id,
    provision: 'art_1',
    start: 0,
    end: 0,
    quote,
    topic: 'governance',
    aspect: 'legal_person',
    modal: '应',
    rank: 1,
    delegated: null,
    track: null,
    applicantTypes: [],
    ...fields,
  }
}

export function instrument(
  name: string,
  facts: { thresholds?: readonly ComparedThreshold[]; marks?: readonly ComparedMark[] },
): ComparedInstrument {
  return { id: name, name: { zh: name, en: name }, thresholds: facts.thresholds ?? [], marks: facts.marks ?? [] }
}

/** The comparison with the small vocabulary of this file; the first instrument is the base. */
export function compare(instruments: readonly ComparedInstrument[], options: Partial<CompareOptions> = {}): Comparison {
  const base = instruments[0]?.id ?? null
  return compareInstruments(instruments, { base, topics: TOPICS, metrics: METRICS, aspects: ASPECTS, ...options })
}

/** Relation and Chinese reason of the last column in the only row. */
export function verdict(base: ComparedInstrument, other: ComparedInstrument): readonly (string | null)[] {
  const { rows } = compare([base, other])
  if (rows.length !== 1) throw new Error(`one row expected, got ${rows.map((row) => row.id).join(', ')}`)
  const cell = rows[0]?.cells[1]
  return [cell?.relation ?? null, cell?.reason?.zh ?? null]
}
