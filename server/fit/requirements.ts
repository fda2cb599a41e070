import { createHash } from 'node:crypto'
import { applicantTypes } from '../grammar/applicant-types.ts'
import type { Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { FieldKind, FitCondition, FitInstrument, FitThreshold } from '../model/fit.ts'
import type { JurisdictionTerm, MetricTerm, UnitTerm } from '../model/vocabulary.ts'
import { yearsOf } from './amounts.ts'
import { askedBy, namesType } from './criteria.ts'

/** A condition tree made ready for profiles: every leaf knows the field that decides it. */
export type Requirement = { readonly of: FitCondition } & (
  | { readonly kind: 'all' | 'any'; readonly operands: readonly Requirement[] }
  | { readonly kind: 'not'; readonly operand: Requirement }
  | { readonly kind: 'if'; readonly guard: Test; readonly then: Requirement; readonly otherwise: Requirement | null }
  | { readonly kind: 'test'; readonly test: Test }
)

/** What decides one leaf. */
export type Test =
  | { readonly by: 'number' | 'series'; readonly field: Field; readonly threshold: FitThreshold }
  | { readonly by: 'place'; readonly field: Field; readonly jurisdiction: string }
  /** `judged`: the field of what the words ask beyond the type; null when the type is all. */
  | {
      readonly by: 'type'
      readonly field: Field
      readonly types: readonly ApplicantType[]
      readonly judged: Field | null
    }
  /** Yes or no; `silent` is the verdict without an answer, `judged` what yes leaves to a person. */
  | {
      readonly by: 'flag'
      readonly field: Field
      readonly silent: 'UNKNOWN' | 'JUDGEMENT' | 'NOT_APPLICABLE'
      readonly judged: boolean
    }

/** A field as one condition asks for it. */
export interface Field {
  readonly key: string
  readonly label: Sentence
  readonly unit: string | null
  readonly kind: FieldKind
  readonly years: number | null
  readonly options: readonly string[]
  readonly min: number | null
  readonly max: number | null
  readonly reachable: boolean
}

export interface FitTerms {
  readonly metrics: readonly MetricTerm[]
  readonly units: readonly UnitTerm[]
  readonly jurisdictions: readonly JurisdictionTerm[]
}

/** One condition tree of an instrument; `track` is null for one that holds for every track. */
export interface Tree {
  readonly track: string | null
  readonly root: Requirement
}

export interface Requirements {
  readonly id: string
  readonly jurisdiction: string
  readonly trees: readonly Tree[]
}

/**
 * The condition trees of an instrument, each leaf with the field that decides it.
 * @example requirementsOf(instrument, vocabulary).trees[0].root
 */
export function requirementsOf(instrument: FitInstrument, terms: FitTerms): Requirements {
  const trees = instrument.conditions.map((condition) => ({
    track: condition.track === 'general' ? null : condition.track,
    root: requirement(condition, { instrument, terms, among: null }),
  }))
  return { id: instrument.id, jurisdiction: instrument.jurisdiction, trees }
}

interface Reading {
  readonly instrument: FitInstrument
  readonly terms: FitTerms
  /** The group that the condition is an operand of. */
  readonly among: FitCondition | null
}

function requirement(of: FitCondition, reading: Reading): Requirement {
  const below = { ...reading, among: of }
  const operands = (): readonly Requirement[] => of.operands.map((operand) => requirement(operand, below))
  switch (of.kind) {
    case 'all':
    case 'any':
      return { of, kind: of.kind, operands: operands() }
    case 'not':
      return { of, kind: 'not', operand: onlyOne(operands(), of) }
    case 'if':
      return ifRequirement(of, reading)
    case 'threshold':
      return { of, kind: 'test', test: amountTest(of, reading.terms) }
    case 'criterion':
      return { of, kind: 'test', test: criterionTest(of, reading) }
  }
}

function onlyOne(operands: readonly Requirement[], of: FitCondition): Requirement {
  const [operand] = operands
  if (operand === undefined) throw new Error(`the condition ${of.id} has no operand`)
  return operand
}

/** 尚不具备条件的 beside other alternatives only says that they are not met: what it demands is one more alternative. */
const LACKING = /不具备.{0,6}条件|条件.{0,4}不具备/
/** 不能满足要求的 of the whole opens a way around it: it binds those who take it. */
const FALLBACK = /不能.{0,6}(?:满足|达到|符合)|不(?:完全)?符合|未达到|达不到/

function ifRequirement(of: FitCondition, reading: Reading): Requirement {
  const words = of.words ?? ''
  const then = onlyOne(
    of.operands.map((operand) => requirement(operand, { ...reading, among: of })),
    of,
  )
  if (reading.among?.kind === 'any' && LACKING.test(words)) return then
  const otherwise = of.otherwise && requirement(of.otherwise, { ...reading, among: of })
  return { of, kind: 'if', guard: guardTest(words), then, otherwise }
}

function guardTest(words: string): Test {
  const types = applicantTypes(words)
  if (types.length > 0) return { by: 'type', field: TYPE, types, judged: null }
  const silent = FALLBACK.test(words) ? 'NOT_APPLICABLE' : 'UNKNOWN'
  return { by: 'flag', field: flagField('case', words), silent, judged: false }
}

function criterionTest(of: FitCondition, { instrument, terms, among }: Reading): Test {
  const words = of.words ?? ''
  const amongTypes = among?.kind === 'any' && among.operands.every((one) => one.words !== null && namesType(one.words))
  const { jurisdiction } = instrument
  const asked = askedBy(words, { jurisdiction, jurisdictions: terms.jurisdictions, amongTypes })
  const own = flagField('criterion', words)
  switch (asked.by) {
    case 'place':
      return { by: 'place', field: { ...PLACE, options: [asked.jurisdiction] }, jurisdiction: asked.jurisdiction }
    case 'type':
      return { by: 'type', field: TYPE, types: asked.types, judged: asked.qualified ? own : null }
    case 'legal person':
      return {
        by: 'flag',
        field: asked.of === 'body' ? LEGAL_PERSON : HOST_LEGAL_PERSON,
        silent: 'UNKNOWN',
        judged: asked.qualified,
      }
    case 'person':
      return { by: 'flag', field: own, silent: 'JUDGEMENT', judged: false }
  }
}

function amountTest(of: FitCondition, terms: FitTerms): Test {
  const { threshold } = of
  if (threshold === null) throw new Error(`the condition ${of.id} sets no threshold`)
  const field = amountField(threshold, terms)
  return { by: field.kind === 'series' ? 'series' : 'number', field, threshold }
}

/** The raw amount of a family is asked for once, year by year, and serves the yearly, total and average rules. */
function amountField(threshold: FitThreshold, { metrics }: FitTerms): Field {
  const metric = metrics.find(({ key }) => key === threshold.metricKey)
  const family = metric?.family
  const raw = metrics.find(({ key, unit }) => key === family && unit === threshold.unit)
  const isSeries = raw !== undefined && metrics.some((one) => one.family === family && one.aggregation !== undefined)
  const term = isSeries ? raw : metric
  return {
    key: term?.key ?? `amount_${digest(`${threshold.metric} ${threshold.unit}`)}`,
    label: term ? { zh: term.zh, en: term.en } : { zh: threshold.metric, en: `“${threshold.metric}”` },
    unit: term?.unit ?? threshold.unit,
    kind: isSeries ? 'series' : 'number',
    years: isSeries ? yearsOf(threshold) : null,
    options: [],
    min: term?.min ?? null,
    max: term?.max ?? (threshold.unit === 'ratio' ? LARGEST_RATIO : null),
    reachable: term?.fixed !== true,
  }
}

const LARGEST_RATIO = 10

const CHOICE = { unit: null, kind: 'choice', years: null, options: [], min: null, max: null, reachable: false } as const
const YES_NO = { unit: null, kind: 'flag', years: null, options: [], min: null, max: null, reachable: true } as const

const TYPE: Field = {
  ...CHOICE,
  key: 'applicant_type',
  label: { zh: '申报主体类型', en: 'Type of applicant' },
  options: ['enterprise', 'university', 'research_institute', 'technology_institution'],
}
const PLACE: Field = { ...CHOICE, key: 'jurisdiction', label: { zh: '注册地', en: 'Registered in' } }
export const TRACK: Field = { ...CHOICE, key: 'track', label: { zh: '申报类别', en: 'Track' } }
const LEGAL_PERSON: Field = {
  ...YES_NO,
  key: 'legal_person',
  label: { zh: '所建机构是独立法人', en: 'The centre is a legal person of its own' },
}
const HOST_LEGAL_PERSON: Field = {
  ...YES_NO,
  key: 'host_legal_person',
  label: { zh: '依托（申报）单位是独立法人', en: 'The host is a legal person' },
}

function flagField(kind: 'criterion' | 'case', words: string): Field {
  return { ...YES_NO, key: `${kind}_${digest(bare(words))}`, label: { zh: words, en: `“${words}”` } }
}

/** The same words in two texts are one question. */
function bare(words: string): string {
  return words.replace(/[\s，。；、：]/g, '')
}

function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 10)
}
