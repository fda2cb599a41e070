import { findPinpoints, type Pointer } from '../../grammar/pinpoints.ts'
import type { ComparedInstrument, ComparedThreshold } from '../../model/comparison.ts'
import { isOfField } from '../field.ts'
import { bare } from '../likeness.ts'
import { ownNamesOf } from '../own-names.ts'
import { grouped } from './grouped.ts'
import { keyOf } from './key.ts'
import type { Matter } from './matter.ts'
import { clausesOf, headPhrase, namesOffence, offenceIn, toldBy } from './phrases.ts'
import { statementGroups, type Statement } from './statements.ts'
import { unitKind } from './units.ts'
import { featuresOf, vectorsOf, type Vector, type Zone } from './vector.ts'

export interface Reading {
  /** Whether the vocabulary names what an amount measures, so that it has a row already. */
  readonly isNamed: (threshold: ComparedThreshold, ofField: boolean) => boolean
  /** The topic of an amount that stands in no statement of a topic. */
  readonly topicOf: (threshold: ComparedThreshold) => string
}

/** The matters of one text that the vocabulary has no row for; they depend on nothing but this text. */
export function mattersOf(instrument: ComparedInstrument, reading: Reading): readonly Matter[] {
  const groups = statementGroups(instrument, reading.topicOf)
  const ofField = isOfField(instrument)
  const isNamed = (threshold: ComparedThreshold) => reading.isNamed(threshold, ofField)
  const cited = articleTexts(instrument)
  const ownNames = ownNamesOf(instrument)
  const drafts = groups.flatMap((group, at) => draftsOf(group, { isNamed, cited, ownNames, before: groups[at - 1] }))
  const vectors = vectorsOf(drafts.map(({ zones }) => featuresOf(zones)))
  const surroundings = surroundingsOf(drafts)
  const length = Math.max(1, ...drafts.map(({ start }) => start))
  return drafts.map(({ zones: _zones, provision, told, ...draft }, at) => ({
    ...draft,
    instrument: instrument.id,
    place: draft.start / length,
    words: vectors[at] ?? NO_WORDS,
    surroundings: surroundings.get(articleOf(provision)) ?? NO_WORDS,
    key: keyFor(draft, told),
  }))
}

/** An amount that stands in no statement is known by its own name. */
function keyFor(
  { around, marks, thresholds, side, units, clauses }: Omit<Draft, 'zones' | 'provision' | 'told'>,
  told: string,
) {
  const [metric] = thresholds
  if (around.length + marks.length === 0 && metric) return metric.metric
  return `${headPhrase(clauses)}.${keyOf([side, ...units, told].join('|')).slice(0, 6)}`
}

const NO_WORDS: Vector = { features: new Int32Array(0), weights: new Float32Array(0) }

type Draft = Omit<Matter, 'instrument' | 'place' | 'words' | 'surroundings' | 'key'> & {
  readonly zones: readonly Zone[]
  readonly provision: string
  /** The words that make its key. */
  readonly told: string
}

interface Source {
  readonly isNamed: (threshold: ComparedThreshold) => boolean
  readonly cited: ReadonlyMap<string, readonly { readonly provision: string; readonly text: string }[]>
  readonly ownNames: readonly string[]
  /** The group of statements before it. */
  readonly before: readonly Statement[] | undefined
}

function draftsOf(group: readonly Statement[], source: Source): readonly Draft[] {
  const [first] = group
  if (!first) return []
  if (first.isPenalty) return [penaltyDraft(group, first, source)].filter(holdsFacts)
  return dutyDrafts(first, source).filter(holdsFacts)
}

function holdsFacts({ thresholds, marks }: Draft): boolean {
  return thresholds.length > 0 || marks.length > 0
}

/** Words told: what is left of a text once formulas and the document's own names are out. */
function toldIn(text: string, { ownNames }: Source): string {
  const told = toldBy(text.replace(ASIDE, ''))
  return ownNames.reduce((rest, name) => (name.length > 1 ? rest.replaceAll(name, '') : rest), told)
}

const ASIDE = /[(（][^()（）]{0,60}[)）]/g

function penaltyDraft(group: readonly Statement[], first: Statement, source: Source): Draft {
  const thresholds = group.flatMap((statement) => statement.thresholds).filter((fact) => !source.isNamed(fact))
  const offence = offenceOf(first, source)
  const duty = violated(first.text, source)
  const text = [...offence, ...first.items].map((words) => toldIn(words, source)).join('，')
  const isTold = offence.join('').length >= 4 || first.items.length > 0
  const rest = toldIn(group.map((statement) => statement.text).join('，'), source)
  return {
    ...sharedOf(group, thresholds),
    side: 'penalty',
    clauses: headsOf([offence, clausesOf(duty).slice(0, 2), first.items, clausesOf(first.text)]),
    subject: '',
    forbids: false,
    told: isTold ? text : duty || toldIn(first.text, source),
    zones: [
      { text, weight: 0.4 },
      { text: text.split('，').map(deedIn).join('，'), weight: 1 },
      { text: toldIn(duty, source), weight: isTold ? 0.35 : 0.9 },
      { text: toldIn(first.lead, source), weight: 0.25 },
      { text: isTold || duty !== '' ? rest : '', weight: 0.15 },
    ],
  }
}

/** The offence as the statement tells it; an item of a list may be nothing else; 情节严重的 goes on with the one before. */
function offenceOf(first: Statement, { before }: Source): readonly string[] {
  const own = offenceIn(first.text)
  const previous = before?.[0]
  if (own.length > 0 && (first.lead !== '' || namesOffence(first.text))) return own
  const goesOn = !namesOffence(first.text) && previous?.isPenalty === true && previous.provision === first.provision
  return goesOn ? offenceIn(previous.text) : own
}

/** What was done, without who did it: 未办理登记 in 养犬人未办理登记. All of a clause that has no such verb. */
function deedIn(clause: string): string {
  return DEED.exec(clause)?.[0] ?? clause
}

const DEED = /(?:未|擅自|拒不|拒绝|不按|不及时|伪造|故意|违法|违规|非法|冒用|骗取)[^]{3,}$/

/** The first list that holds anything, the most telling first. */
function headsOf(lists: readonly (readonly string[])[]): readonly string[] {
  const list = lists.find((one) => one.length > 0) ?? []
  return [...list].sort((one, two) => telling(two) - telling(one))
}

/** 未…, 擅自…, 不… tell an offence; who and where do less. */
function telling(clause: string): number {
  return (/未|不|擅自|违|拒|伪|骗|虚|遗|侵/.test(clause) ? 20 : 0) + Math.min(clause.length, 16)
}

/** What the violated article says, where the text names it as its own; 违反第（四）项规定 means the article named before. */
function violated(text: string, { cited, before }: Source): string {
  const pointers = ownPointers(text)
  const named = ownPointers(before?.[0]?.text ?? '')[0]?.article
  const texts = pointers.flatMap(({ article = named, paragraph, item }) => {
    if (!article || !('number' in article)) return []
    const within = cited.get(String(article.number)) ?? []
    const numbers = { para: paragraph, item }
    const exact = within.filter(({ provision }) => stands(numbers, provision))
    return exact.length > 0 ? exact : within
  })
  return texts
    .map((one) => one.text)
    .join('，')
    .slice(0, LONGEST_DUTY)
}

function ownPointers(text: string): readonly Pointer[] {
  const [named] = findPinpoints(text)
  return named?.document && named.document.kind !== 'own' ? [] : (named?.pointers ?? [])
}

function stands(numbers: Readonly<Record<string, Pointer['item']>>, provision: string): boolean {
  return Object.entries(numbers).every(
    ([kind, at]) => !at || !('number' in at) || `${provision}__`.includes(`__${kind}_${String(at.number)}__`),
  )
}

const LONGEST_DUTY = 400

function articleTexts({ marks }: ComparedInstrument): Source['cited'] {
  const texts = marks.map(({ provision, quote }) => ({ provision, text: quote }))
  return grouped(texts, ({ provision }) => /art_(\d+)(?:__|$)/.exec(provision)?.[1] ?? '')
}

/** A statement without amounts is one matter; with amounts, one for the amounts of each kind that has a clause of its own. */
function dutyDrafts(statement: Statement, source: Source): readonly Draft[] {
  const free = statement.thresholds.filter((fact) => !source.isNamed(fact))
  const groups = amountGroups(statement, free)
  const parts = groups.length > 0 ? groups : [[]]
  return parts.map((thresholds) => dutyDraft(statement, thresholds, source))
}

/** Amounts of different kinds that share a clause stay together. */
function amountGroups(statement: Statement, thresholds: readonly ComparedThreshold[]): readonly ComparedThreshold[][] {
  const groups = new Map<string, ComparedThreshold[]>()
  const clauseKinds = new Map<number, string>()
  for (const threshold of thresholds) {
    const clause = clauseAt(statement, threshold)
    const kind = clauseKinds.get(clause) ?? unitKind(threshold)
    clauseKinds.set(clause, kind)
    groups.set(kind, [...(groups.get(kind) ?? []), threshold])
  }
  return [...groups.values()]
}

/** Which clause of the statement the amount ends in, by its number. */
function clauseAt({ text, start }: Statement, { end }: ComparedThreshold): number {
  return text.slice(0, Math.max(0, end - start)).split(/[，,；;：:]/).length
}

function dutyDraft(statement: Statement, thresholds: readonly ComparedThreshold[], source: Source): Draft {
  const { text, lead } = statement
  const clauses = text.split(/[，,；;：:]/)
  const own = [...new Set(thresholds.map((threshold) => clauseAt(statement, threshold) - 1))]
  const cases = thresholds.map(({ appliesIf }) => appliesIf ?? '')
  const told = toldIn(text, source)
  const zone = [...own.map((at) => clauses[at] ?? ''), ...cases]
  const heads = own.flatMap((at) => [wholeClause(clauses, at), ...clauses.slice(0, at).filter(tellsCase)])
  const tellers = heads.filter((clause) => clause.length > SHORT_CLAUSE)
  return {
    ...sharedOf([statement], thresholds),
    side: 'duty',
    clauses: tellers.length > 0 ? tellers : clausesOf(text),
    subject: subjectOf(text),
    forbids: /禁止|不得|严禁/.test(text),
    told,
    zones: [
      { text: told, weight: thresholds.length === 0 ? 1 : 0.6 },
      { text: zone.map((words) => toldIn(words, source)).join('，'), weight: 1 },
      { text: toldIn(lead, source), weight: 0.35 },
    ],
  }
}

const SHORT_CLAUSE = 6

/** 读者遗失图书的: in which case. */
function tellsCase(clause: string): boolean {
  return clause.endsWith('的')
}

/** A clause that ends in its amount (自变更之日起十日内) goes on in the next one. */
function wholeClause(clauses: readonly string[], at: number): string {
  const clause = clauses[at]?.trim() ?? ''
  return /(?:内|前|后|起|上|下|日)$/.test(clause) ? clause + (clauses[at + 1]?.trim() ?? '') : clause
}

function sharedOf(group: readonly Statement[], thresholds: readonly ComparedThreshold[]) {
  const around = group.filter((one) => one.thresholds.some((fact) => thresholds.includes(fact)))
  const words = group.filter(({ thresholds: all, text }) => all.length === 0 && !isLeadIn(text))
  const units = new Set(thresholds.map(unitKind))
  const [first] = group
  return {
    thresholds,
    marks: words.flatMap(({ free }) => free),
    around: around.flatMap(({ mark }) => mark ?? []),
    units: [...units].sort(),
    topic: first?.topic ?? '',
    start: first?.start ?? 0,
    provision: first?.provision ?? '',
  }
}

/** 应具备以下条件：says nothing without its items, which stand in rows of their own. */
function isLeadIn(quote: string): boolean {
  return /[：:]\s*$/.test(quote)
}

/** The words before the first modal verb, in its clause: 养犬人, 市人民政府. */
function subjectOf(text: string): string {
  const before = /^([^]{0,160}?)(?:应当|不得|可以|必须|负责|有权|应)/.exec(text)?.[1]
  return before === undefined ? '' : (bare(before.split(/[，,；;：:。]/).at(-1) ?? '', []).slice(-14) ?? '')
}

function surroundingsOf(drafts: readonly Draft[]): ReadonlyMap<string, Vector> {
  const articles = [...grouped(drafts, ({ provision }) => articleOf(provision))]
  const vectors = vectorsOf(
    articles.map(([, within]) =>
      featuresOf(within.flatMap(({ zones }) => zones.filter(({ weight }) => weight >= 0.6))),
    ),
  )
  return new Map(articles.map(([article], at) => [article, vectors[at] ?? NO_WORDS]))
}

function articleOf(provision: string): string {
  return /^.*?art_[\w.-]+?(?=__|$)/.exec(provision)?.[0] ?? provision
}
