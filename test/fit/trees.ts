import type { FitCondition, FitInstrument, FitThreshold } from '../../server/model/fit.ts'

let made = 0

function node(kind: FitCondition['kind'], rest: Partial<FitCondition>): FitCondition {
  made += 1
  return {
    id: `c${String(made)}`,
    kind,
    track: 'general',
    provision: 'art_1',
    words: null,
    threshold: null,
    operands: [],
    otherwise: null,
    start: 0,
    end: 1,
    ...rest,
  }
}

/** Condition trees by hand, in the form in which they are read from texts. */
export const all = (...operands: FitCondition[]): FitCondition => node('all', { operands })
export const any = (...operands: FitCondition[]): FitCondition => node('any', { operands })
export const not = (operand: FitCondition): FitCondition => node('not', { operands: [operand] })
export const when = (words: string, then: FitCondition, otherwise: FitCondition | null = null): FitCondition =>
  node('if', { words, operands: [then], otherwise })
export const criterion = (words: string): FitCondition => node('criterion', { words })
export const amount = (threshold: Partial<FitThreshold>): FitCondition =>
  node('threshold', { threshold: thresholdOf(threshold) })

export function thresholdOf(rest: Partial<FitThreshold>): FitThreshold {
  return {
    id: 't',
    metric: '固定人员',
    metricKey: 'fixed_staff',
    comparator: '>=',
    value: 50,
    upper: null,
    unit: 'person',
    unitText: '人',
    window: null,
    per: null,
    aggregation: null,
    hedge: null,
    strength: 'must',
    applicantTypes: [],
    ...rest,
  }
}

export const instrument = (...conditions: FitCondition[]): FitInstrument => ({
  id: 'made-up',
  jurisdiction: 'CN-ZJ-hangzhou',
  conditions,
})
