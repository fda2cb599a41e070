import type { Condition, Field, Result, Verdict } from '../../graphql/fit.ts'

/** The trees that count for a result, and those of the other tracks. */
export function byTrack(result: Pick<Result, 'track'> & { readonly conditions: readonly Condition[] }): {
  readonly counted: readonly Condition[]
  readonly others: readonly Condition[]
} {
  const counts = ({ track }: Condition): boolean =>
    track === 'general' || result.track === null || track === result.track
  return {
    counted: result.conditions.filter(counts),
    others: result.conditions.filter((one) => !counts(one)),
  }
}

/**
 * Conditions without those that only a person can tell, in text order. Groups of which all must hold are opened up;
 * alternatives and cases stay, for a failed alternative is no failure.
 */
export function factsOnly(conditions: readonly Condition[], asks: ReadonlySet<string>): readonly Condition[] {
  return conditions.flatMap((one): readonly Condition[] => {
    const children = one.children ?? []
    if (children.length === 0) return asks.has(one.fieldKey ?? '') ? [one] : []
    const kept = factsOnly(children, asks)
    if (kept.length === 0) return []
    if (one.kind === 'all') return kept
    return [{ ...one, children: one.kind === 'any' ? alternatives(children, asks) : kept }]
  })
}

/** Of alternatives all stay, also those that only a person can tell: one of them is enough. */
function alternatives(children: readonly Condition[], asks: ReadonlySet<string>): readonly Condition[] {
  return children.map((child) => {
    const kept = factsOnly(child.children ?? [], asks)
    return kept.length === 0 ? { ...child, children: [] } : { ...child, children: kept }
  })
}

/** Keys of the fields that the form asks for: all but what only a person can tell of single words. */
export function formFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ key }) => !/^(?:criterion|case)_/.test(key))
}

/** Trees under the place that they stand in, in text order. */
export function byPlace(
  conditions: readonly Condition[],
): readonly { readonly place: string; readonly conditions: readonly Condition[] }[] {
  const groups = new Map<string, Condition[]>()
  for (const one of conditions) {
    const place = one.evidence.pinpoint ?? ''
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  return [...groups].map(([place, all]) => ({ place, conditions: all }))
}

/** Every condition without parts, in text order. */
export function leavesOf(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.flatMap((one) => ((one.children ?? []).length === 0 ? [one] : leavesOf(one.children ?? [])))
}

/** A condition on paper: alternatives and cases before their parts, which stand deeper. */
export interface Line {
  readonly condition: Condition
  readonly depth: number
  readonly isGroup: boolean
}

/** Conditions as lines in text order; groups of which all must hold have no line of their own, unless they are an alternative. */
export function linesOf(conditions: readonly Condition[], depth = 0): readonly Line[] {
  return conditions.flatMap((condition): readonly Line[] => {
    const children = condition.children ?? []
    if (children.length === 0) return [{ condition, depth, isGroup: false }]
    if (condition.kind === 'all') return linesOf(children, depth)
    const parts =
      condition.kind === 'if'
        ? linesOf(children, depth + 1)
        : children.flatMap((child) => alternative(child, depth + 1))
    return [{ condition, depth, isGroup: true }, ...parts]
  })
}

function alternative(condition: Condition, depth: number): readonly Line[] {
  const children = condition.children ?? []
  if (condition.kind !== 'all' || children.length === 0) return linesOf([condition], depth)
  return [{ condition, depth, isGroup: true }, ...linesOf(children, depth + 1)]
}

/** Every condition of a tree, groups before their parts. */
export function nodesOf(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.flatMap((one) => [one, ...nodesOf(one.children ?? [])])
}

export function countsOf(conditions: readonly Condition[]): Readonly<Record<Verdict, number>> {
  const counts = { PASS: 0, FAIL: 0, UNKNOWN: 0, JUDGEMENT: 0, NOT_APPLICABLE: 0 }
  for (const { verdict } of conditions) counts[verdict] += 1
  return counts
}

/** What each instrument demands of a field, in words: under the field in the form. */
export function demandsOf(
  results: readonly { readonly instrument: { readonly id: string }; readonly conditions: readonly Condition[] }[],
): ReadonlyMap<string, readonly { readonly instrument: string; readonly zh: string; readonly en: string }[]> {
  const demands = new Map<string, { instrument: string; zh: string; en: string }[]>()
  for (const { instrument, conditions } of results) {
    for (const { fieldKey, required, requiredEn } of leavesOf(conditions)) {
      if (fieldKey === null || required === null) continue
      demands.set(fieldKey, [
        ...(demands.get(fieldKey) ?? []),
        { instrument: instrument.id, zh: required, en: requiredEn ?? required },
      ])
    }
  }
  return demands
}
