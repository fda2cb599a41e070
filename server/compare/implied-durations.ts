import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Proof } from './implication-rules.ts'
import type { Requirement } from './requirement.ts'

/** How many days a unit is at least and at most: a month has 28 to 31, working days may wait for any holiday. */
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  minute: [1 / 1440, 1 / 1440],
  hour: [1 / 24, 1 / 24],
  day: [1, 1],
  week: [7, 7],
  workday: [1, Infinity],
  month: [28, 31],
  year: [365, 366],
}
const RULE: Sentence = {
  zh: '一日24小时，一个月28至31日，一年365或366日，n个工作日不短于n日',
  en: 'a day has 24 hours, a month 28 to 31 days, a year 365 or 366, and n working days are no shorter than n days',
}

/** Durations in units of different length: within 5 days is within 5 working days, not the reverse. */
export function proofByDuration(given: Requirement, required: Requirement): Proof | null {
  const [from, to] = [given.threshold, required.threshold]
  if (from.unit === to.unit || given.measure.window !== required.measure.window) return null
  if (given.measure.per !== required.measure.per) return null
  if (from.comparator !== to.comparator || !implies(from, to)) return null
  return { rule: RULE, given: boundInWords(from), result: boundInWords(to), isRefuted: isRefuted(from, to) }
}

type Amount = Requirement['threshold']

function implies(from: Amount, to: Amount): boolean {
  const [premise, conclusion] = [daysOf(from), daysOf(to)]
  if (!premise || !conclusion) return false
  if (from.comparator.startsWith('>')) return premise[0] >= conclusion[1]
  return from.comparator.startsWith('<') && premise[1] <= conclusion[0]
}

/** Whether some length meets the second and not the first. */
function isRefuted(from: Amount, to: Amount): boolean {
  const [premise, conclusion] = [daysOf(from), daysOf(to)]
  if (!premise || !conclusion) return false
  return from.comparator.startsWith('>') ? conclusion[0] < premise[1] : conclusion[1] > premise[0]
}

function daysOf({ value, unit }: Amount): readonly [number, number] | null {
  const days = DAYS[unit]
  return days ? [value * days[0], value * days[1]] : null
}
