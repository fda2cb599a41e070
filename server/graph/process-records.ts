import type { Evaluation, Step } from '../model/facts.ts'
import { factIds, provisionId } from './ids.ts'
import { edges, type Part } from './parts.ts'
import type { RoleFinder } from './role-records.ts'

/** Steps of the procedure hang on the instrument, on the provision that states them and on who takes them. */
export function stepRecords(instrument: string, steps: readonly Step[], roles: RoleFinder): Part {
  const nextId = factIds(instrument, 'step')
  const rows = steps.map(({ provision, order, ...step }, position) => ({
    ...step,
    id: nextId(provision),
    position,
    stage: order,
  }))
  return {
    nodes: [{ label: 'Step', rows }],
    edges: [
      edges(
        ['Instrument', 'HAS_STEP', 'Step'],
        rows.map(({ id }) => [instrument, id]),
      ),
      edges(
        ['Provision', 'HAS_STEP', 'Step'],
        rows.map(({ id }, index) => [place(instrument, steps[index]), id]),
      ),
      edges(
        ['Step', 'DONE_BY', 'Role'],
        rows.map(({ id, actor }) => [id, roles.find(actor)]),
      ),
    ],
  }
}

/** Scales of grades hang on the instrument, consequences on their scale and on the provision that states them. */
export function evaluationRecords(instrument: string, evaluations: readonly Evaluation[]): Part {
  const nextId = factIds(instrument, 'evaluation')
  const nextConsequence = factIds(instrument, 'consequence')
  const rows = evaluations.map(({ grades, cycle }, position) => ({ id: nextId(null), position, grades, cycle }))
  const stated = evaluations.flatMap(({ consequences }, index) =>
    consequences.map(({ provision, ...consequence }) => ({
      from: provisionId(instrument, provision),
      evaluation: rows[index]?.id ?? null,
      row: { ...consequence, id: nextConsequence(provision) },
    })),
  )
  return {
    nodes: [
      { label: 'Evaluation', rows },
      { label: 'Consequence', rows: stated.map(({ row }, position) => ({ ...row, position })) },
    ],
    edges: [
      edges(
        ['Instrument', 'HAS_EVALUATION', 'Evaluation'],
        rows.map(({ id }) => [instrument, id]),
      ),
      edges(
        ['Evaluation', 'LEADS_TO', 'Consequence'],
        stated.map(({ evaluation, row }) => [evaluation, row.id]),
      ),
      edges(
        ['Provision', 'STATES_CONSEQUENCE', 'Consequence'],
        stated.map(({ from, row }) => [from, row.id]),
      ),
    ],
  }
}

function place(instrument: string, fact: { readonly provision: string } | undefined): string | null {
  return fact ? provisionId(instrument, fact.provision) : null
}
