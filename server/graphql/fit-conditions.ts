import { requirementsOf, type Requirements } from '../fit/requirements.ts'
import type { Comparator, ApplicantType, Strength } from '../model/facts.ts'
import type { FitCondition, FitInstrument, FitThreshold } from '../model/fit.ts'
import type { Context } from './context.ts'
import type { ConditionRow, InstrumentRow, ThresholdRow } from './loaders.ts'

/** The condition trees of the instruments, ready for profiles; kept while the graph stays the same. */
export function requirementsFor(rows: readonly InstrumentRow[], context: Context): Promise<readonly Requirements[]> {
  const { load, vocabulary, kept } = context
  return kept(`requirements ${JSON.stringify(rows.map(({ id }) => id))}`, () =>
    Promise.all(
      rows.map(async ({ id, jurisdiction }) => {
        const [conditions, thresholds] = await Promise.all([load.conditions.load(id), load.thresholds.load(id)])
        return requirementsOf(fitInstrument({ id, jurisdiction }, conditions, thresholds), vocabulary)
      }),
    ),
  )
}

function fitInstrument(
  { id, jurisdiction }: Pick<InstrumentRow, 'id' | 'jurisdiction'>,
  rows: readonly ConditionRow[],
  thresholds: readonly ThresholdRow[],
): FitInstrument {
  const amounts = new Map(thresholds.map((row) => [row.id, row]))
  const below = new Map<string | null, ConditionRow[]>()
  for (const row of rows) below.set(row.parent, [...(below.get(row.parent) ?? []), row])
  const tree = (row: ConditionRow): FitCondition => {
    const operands = (below.get(row.id) ?? []).map((one) => ({ place: one.place, condition: tree(one) }))
    const threshold = row.threshold === null ? null : (amounts.get(row.threshold) ?? null)
    const spans = [row, threshold, ...operands.map(({ condition }) => condition)]
    return {
      id: row.id,
      // The graph holds what was put in from the types of the model: narrowed here, at the rim.
      kind: row.kind as FitCondition['kind'],
      track: row.track,
      provision: row.provision ?? '',
      words: row.words,
      threshold: threshold && thresholdOf(threshold),
      operands: operands.filter(({ place }) => place !== 'else').map(({ condition }) => condition),
      otherwise: operands.find(({ place }) => place === 'else')?.condition ?? null,
      start: Math.min(...spans.flatMap((span) => span?.start ?? [])),
      end: Math.max(...spans.flatMap((span) => span?.end ?? [])),
    }
  }
  return { id, jurisdiction, conditions: (below.get(null) ?? []).map(tree) }
}

function thresholdOf(row: ThresholdRow): FitThreshold {
  return {
    ...row,
    comparator: row.comparator as Comparator,
    aggregation: row.aggregation as 'each' | 'sum' | 'mean' | null,
    strength: row.strength as Strength,
    applicantTypes: row.applicantTypes as readonly ApplicantType[],
  }
}
