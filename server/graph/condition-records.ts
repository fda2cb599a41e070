import type { Extraction } from '../model/extraction.ts'
import type { Condition, Eligibility } from '../model/facts.ts'
import { factIds, provisionId } from './ids.ts'
import { edges, type Part } from './parts.ts'
import type { NodeRow } from './schema.ts'

interface Found {
  readonly row: NodeRow<'Condition'>
  /** Index into the thresholds of the text. */
  readonly threshold: number | null
}

/** Condition trees: the provision requires the root, operands follow in order, leaves set a threshold or are criteria. */
export function conditionRecords(instrument: string, extraction: Pick<Extraction, 'eligibility' | 'thresholds'>): Part {
  const nextId = factIds(instrument, 'condition')
  const nextThreshold = factIds(instrument, 'threshold')
  const thresholds = extraction.thresholds.map(({ provision }) => nextThreshold(provision))
  const roots = extraction.eligibility.map((tree) => ({ tree, id: nextId(tree.provision) }))
  const found = roots.flatMap(({ tree, id }) => walk(tree, tree.logic, { id, parent: null, place: 'operand' }))
  return {
    nodes: [{ label: 'Condition', rows: found.map(({ row }, position) => ({ ...row, position })) }],
    edges: [
      edges(
        ['Provision', 'REQUIRES', 'Condition'],
        roots.map(({ tree, id }) => [provisionId(instrument, tree.provision), id]),
      ),
      edges(
        ['Condition', 'HAS_OPERAND', 'Condition'],
        found.map(({ row }) => [row.parent, row.id]),
      ),
      edges(
        ['Condition', 'SETS', 'Threshold'],
        found.map(({ row, threshold }) => [row.id, threshold === null ? null : (thresholds[threshold] ?? null)]),
      ),
    ],
  }
}

interface Spot {
  readonly id: string
  readonly parent: string | null
  readonly place: string
}

/** The condition and everything below it, parents first. */
function walk(tree: Eligibility, condition: Condition, spot: Spot): readonly Found[] {
  const { words, start, end, threshold, kind, operands } = taken(condition)
  const row = { ...spot, position: 0, kind, track: tree.track, words, start, end }
  const below = operands.flatMap(([place, operand], index) =>
    walk(tree, operand, { id: `${spot.id}_${index + 1}`, parent: spot.id, place }),
  )
  return [{ row, threshold }, ...below]
}

interface Taken {
  readonly kind: string
  readonly words: string | null
  readonly start: number | null
  readonly end: number | null
  readonly threshold: number | null
  readonly operands: readonly (readonly [place: string, operand: Condition])[]
}

const NOTHING = { words: null, start: null, end: null, threshold: null, operands: [] } as const

function taken(condition: Condition): Taken {
  if ('all' in condition) return { ...NOTHING, kind: 'all', operands: asOperands(condition.all) }
  if ('any' in condition) return { ...NOTHING, kind: 'any', operands: asOperands(condition.any) }
  if ('not' in condition) return { ...NOTHING, kind: 'not', operands: asOperands([condition.not]) }
  if ('threshold' in condition) return { ...NOTHING, kind: 'threshold', threshold: condition.threshold }
  if ('criterion' in condition) {
    return { ...NOTHING, kind: 'criterion', words: condition.criterion, start: condition.start, end: condition.end }
  }
  const otherwise = condition.else ? [['else', condition.else] as const] : []
  return { ...NOTHING, kind: 'if', words: condition.if, operands: [['then', condition.then], ...otherwise] }
}

function asOperands(conditions: readonly Condition[]): Taken['operands'] {
  return conditions.map((condition) => ['operand', condition])
}
