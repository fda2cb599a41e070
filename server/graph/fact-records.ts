import type { Funding, Norm, Threshold, TopicMark } from '../model/facts.ts'
import type { Problem } from '../model/text.ts'
import { factIds, provisionId } from './ids.ts'
import { edges, type Part } from './parts.ts'
import type { RoleFinder } from './role-records.ts'

/** Thresholds hang on their provision and on the metric they measure. */
export function thresholdRecords(instrument: string, thresholds: readonly Threshold[]): Part {
  const nextId = factIds(instrument, 'threshold')
  const rows = thresholds.map(({ provision, row = null, upperUnit = null, ...threshold }, position) => ({
    ...threshold,
    row,
    upperUnit,
    id: nextId(provision),
    position,
  }))
  return {
    nodes: [{ label: 'Threshold', rows }],
    edges: [
      edges(['Provision', 'SETS', 'Threshold'], hang(instrument, thresholds, rows)),
      edges(
        ['Threshold', 'MEASURES', 'Metric'],
        rows.map(({ id, metricKey }) => [id, metricKey]),
      ),
    ],
  }
}

/** Norms hang on their provision and on the role they bind, where the bearer is a role of the text. */
export function normRecords(instrument: string, norms: readonly Norm[], roles: RoleFinder): Part {
  const nextId = factIds(instrument, 'norm')
  const rows = norms.map(({ provision, ...norm }, position) => ({ ...norm, id: nextId(provision), position }))
  return {
    nodes: [{ label: 'Norm', rows }],
    edges: [
      edges(['Provision', 'STATES', 'Norm'], hang(instrument, norms, rows)),
      edges(
        ['Norm', 'BINDS', 'Role'],
        rows.map(({ id, bearer }) => [id, roles.find(bearer)]),
      ),
    ],
  }
}

/** Clauses under a topic hang on their provision and on the topic. */
export function clauseRecords(instrument: string, marks: readonly TopicMark[]): Part {
  const nextId = factIds(instrument, 'clause')
  const rows = marks.map(({ provision, row = null, ...mark }, position) => ({
    ...mark,
    row,
    id: nextId(provision),
    position,
  }))
  return {
    nodes: [{ label: 'Clause', rows }],
    edges: [
      edges(['Provision', 'HAS_CLAUSE', 'Clause'], hang(instrument, marks, rows)),
      edges(
        ['Clause', 'SPEAKS_OF', 'Topic'],
        rows.map(({ id, topic }) => [id, topic]),
      ),
    ],
  }
}

export function fundingRecords(instrument: string, funding: readonly Funding[]): Part {
  const nextId = factIds(instrument, 'funding')
  const rows = funding.map(({ provision, ...grant }, position) => ({ ...grant, id: nextId(provision), position }))
  return {
    nodes: [{ label: 'Funding', rows }],
    edges: [edges(['Provision', 'GRANTS', 'Funding'], hang(instrument, funding, rows))],
  }
}

export function problemRecords(instrument: string, problems: readonly Problem[]): Part {
  const nextId = factIds(instrument, 'problem')
  const rows = problems.map((problem, position) => ({ ...problem, id: nextId(null), position }))
  return {
    nodes: [{ label: 'Problem', rows }],
    edges: [
      edges(
        ['Instrument', 'RAISES', 'Problem'],
        rows.map(({ id }) => [instrument, id]),
      ),
    ],
  }
}

/** Pairs of the provision and the fact that stands in it. */
function hang(
  instrument: string,
  facts: readonly { readonly provision: string }[],
  rows: readonly { readonly id: string }[],
): readonly (readonly [string, string | null])[] {
  return facts.map(({ provision }, index) => [provisionId(instrument, provision), rows[index]?.id ?? null])
}
