import type { ComparedInstrument, ComparedMark, ComparedThreshold } from '../../model/comparison.ts'
import { aspectsIn } from '../field.ts'
import { grouped } from './grouped.ts'
import { isPenalty, namesOffence } from './phrases.ts'

/** A statement of the text with the amounts in it. */
export interface Statement {
  /** Null where no statement of a topic holds the amount. */
  readonly mark: ComparedMark | null
  /** Statements on the very same words, and `mark` itself, that no name of the vocabulary shows. */
  readonly free: readonly ComparedMark[]
  readonly text: string
  readonly provision: string
  readonly topic: string
  readonly start: number
  readonly thresholds: readonly ComparedThreshold[]
  readonly isPenalty: boolean
  /** The words that the list opens with in which it is an item; '' outside a list. */
  readonly lead: string
  /** The items of the list that it opens. */
  readonly items: readonly string[]
}

/**
 * The statements of a text, in text order, each with its amounts; statements that tell a penalty for the offence before
 * them come in one group with it, all others alone. `topicOf` is for amounts that stand in no statement.
 */
export function statementGroups(
  instrument: ComparedInstrument,
  topicOf: (threshold: ComparedThreshold) => string,
): readonly (readonly Statement[])[] {
  const { thresholds } = instrument
  const twins = twinsIn(instrument.marks)
  const marks = [...twins.keys()]
  const hasAspect = aspectsIn(instrument)
  const lists = listsIn(marks)
  const hosts = hostsOf(thresholds, marks)
  const held = [...twins].map(([mark, same]) => ({
    ...statementOf(mark, hosts.get(mark) ?? [], lists),
    free: same.filter((one) => !hasAspect(one)),
  }))
  const alone = (hosts.get(null) ?? []).map((threshold) => bareStatement(threshold, topicOf(threshold)))
  const statements = [...held, ...alone].sort((one, two) => one.start - two.start)
  const groups: Statement[][] = []
  for (const statement of statements) {
    const last = groups.at(-1)
    if (last && goesOn(statement, last)) last.push(statement)
    else groups.push([statement])
  }
  return groups
}

/** Statements by the first of those that have the very same words: one that speaks of two aspects is told twice. */
function twinsIn(marks: readonly ComparedMark[]): ReadonlyMap<ComparedMark, readonly ComparedMark[]> {
  const spans = grouped(marks, ({ id, start, end }) => (start < end ? `${String(start)} ${String(end)}` : id))
  return new Map([...spans.values()].flatMap((same) => (same[0] ? [[same[0], same] as const] : [])))
}

function goesOn(statement: Statement, before: readonly Statement[]): boolean {
  const [first] = before
  return (
    statement.isPenalty &&
    first?.isPenalty === true &&
    first.lead === '' &&
    first.provision === statement.provision &&
    !namesOffence(statement.text)
  )
}

type Lists = ReadonlyMap<string, { readonly lead: string; readonly items: readonly string[] }>

/** 有下列情形之一的：and the items that follow it, by the provision that the list stands in. */
function listsIn(marks: readonly ComparedMark[]): Lists {
  const leads = new Map<string, string>()
  for (const mark of marks) if (OPENS_LIST.test(mark.quote)) leads.set(mark.provision, mark.quote)
  const items = new Map<string, string[]>()
  for (const { provision, quote } of marks) {
    const parent = parentOf(provision)
    if (leads.has(parent)) items.set(parent, [...(items.get(parent) ?? []), quote])
  }
  return new Map([...leads].map(([provision, lead]) => [provision, { lead, items: items.get(provision) ?? [] }]))
}

const OPENS_LIST = /[：:]\s*$/

function parentOf(provision: string): string {
  return provision.slice(0, Math.max(0, provision.lastIndexOf('__')))
}

/** Amounts by the statement that holds them: the longest, where several do. */
function hostsOf(
  thresholds: readonly ComparedThreshold[],
  marks: readonly ComparedMark[],
): ReadonlyMap<ComparedMark | null, readonly ComparedThreshold[]> {
  const inProvision = grouped(marks, ({ provision }) => provision)
  return grouped(thresholds, (threshold) =>
    (inProvision.get(threshold.provision) ?? [])
      .filter((mark) => mark.start < threshold.end && threshold.start < mark.end)
      .reduce<ComparedMark | null>((best, mark) => (best && lengthOf(best) >= lengthOf(mark) ? best : mark), null),
  )
}

function lengthOf({ start, end }: ComparedMark): number {
  return end - start
}

function statementOf(
  mark: ComparedMark,
  thresholds: readonly ComparedThreshold[],
  lists: Lists,
): Omit<Statement, 'free'> {
  const { quote: text, provision, topic, start } = mark
  const lead = lists.get(parentOf(provision))?.lead ?? ''
  const items = OPENS_LIST.test(text) ? (lists.get(provision)?.items ?? []) : []
  const penal = isPenalty(text, topic) || thresholds.some(({ purpose }) => purpose === 'sanction')
  return {
    ...{ mark, text, provision, topic, start, thresholds, lead, items },
    isPenalty: penal || (lead !== '' && isPenalty(lead, topic)),
  }
}

function bareStatement(threshold: ComparedThreshold, topic: string): Statement {
  const { provision, start, quote, purpose } = threshold
  const text = [threshold.appliesIf, threshold.metric, quote].filter((words) => words !== null).join('，')
  const thresholds = [threshold]
  return {
    mark: null,
    free: [],
    text,
    provision,
    topic,
    start,
    thresholds,
    isPenalty: purpose === 'sanction',
    lead: '',
    items: [],
  }
}
