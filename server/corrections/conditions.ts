import type { Extraction } from '../model/extraction.ts'
import type { Condition, Eligibility } from '../model/facts.ts'
import type { Span } from '../model/text.ts'
import { holds } from './list-change.ts'
import { NEEDLESS, type Outcome, type Placed, ruleOf, SEVERAL_FACTS, WITHOUT_FACT } from './outcome.ts'

/**
 * The condition trees after the list of thresholds changed. `from[i]` is the former index of threshold `i`. Where a
 * threshold was dropped its words stay as a criterion: the text still demands what they say.
 */
export function remapped(
  { eligibility, thresholds }: Pick<Extraction, 'eligibility' | 'thresholds'>,
  from: readonly (number | null)[],
): readonly Eligibility[] {
  const leaf = (condition: Condition): Condition | null => {
    if (!('threshold' in condition)) return condition
    const now = from.indexOf(condition.threshold)
    if (now !== -1) return { threshold: now }
    const gone = thresholds[condition.threshold]
    return gone
      ? { criterion: gone.quote, start: gone.start, end: gone.end, rule: 'words of a dropped threshold' }
      : null
  }
  return mapTrees(eligibility, leaf)
}

/** Changes or drops one criterion, in every tree that has it. */
export function changeCriterion(extraction: Extraction, { correction, place, raw }: Placed): Outcome {
  const { set, where = {} } = correction
  const all = extraction.eligibility.flatMap(({ logic }) => criteriaOf(logic)).filter((one) => holds(one, where))
  const exact = all.filter(({ start, end }) => start === place.start && end === place.end)
  const near = exact.length > 0 ? exact : all.filter(({ start, end }) => start < place.end && end > place.start)
  const [found] = near
  if (found === undefined) return set ? WITHOUT_FACT : NEEDLESS
  if (near.some(({ start, end }) => start !== found.start || end !== found.end)) return SEVERAL_FACTS
  const { start: from, end: to, ...words } = set ?? {}
  const span = from === undefined && to === undefined ? found : place.part(Number(from ?? 0), Number(to ?? Infinity))
  const text = String(words['criterion'] ?? raw.slice(span.start, span.end))
  const next = { ...found, start: span.start, end: span.end, criterion: text, rule: ruleOf(correction) }
  if (set && holds(found, next, ['rule'])) return NEEDLESS
  const leaf = (condition: Condition) =>
    'criterion' in condition && isAt(condition, found) ? (set ? next : null) : condition
  return { ...extraction, eligibility: mapTrees(extraction.eligibility, leaf) }
}

/** Changes the track of the tree that the words stand in, or drops the tree. */
export function changeTree(extraction: Extraction, { correction, place }: Placed): Outcome {
  const { set = {}, drop, where = {} } = correction
  const spans = new Map(extraction.provisions.map(({ id, start, end }) => [id, { start, end }]))
  const holdsPlace = (span: Span | undefined) => span && span.start <= place.start && place.start < span.end
  const found = extraction.eligibility.filter((tree) => holds(tree, where) && holdsPlace(spans.get(tree.provision)))
  if (found.length > 1) return SEVERAL_FACTS
  const [tree] = found
  if (tree === undefined) return drop ? NEEDLESS : WITHOUT_FACT
  if (!drop && holds(tree, set)) return NEEDLESS
  const next = drop ? [] : [{ ...tree, track: String(set['track'] ?? tree.track), rule: ruleOf(correction) }]
  return { ...extraction, eligibility: extraction.eligibility.flatMap((one) => (one === tree ? next : [one])) }
}

type Criterion = Extract<Condition, { readonly criterion: string }>

function isAt(criterion: Criterion, { start, end }: Span): boolean {
  return criterion.start === start && criterion.end === end
}

function criteriaOf(condition: Condition): readonly Criterion[] {
  return 'criterion' in condition ? [condition] : operandsOf(condition).flatMap(criteriaOf)
}

function operandsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  if ('if' in condition) return condition.else ? [condition.then, condition.else] : [condition.then]
  return []
}

type Leaf = (condition: Condition) => Condition | null

function mapTrees(trees: readonly Eligibility[], leaf: Leaf): readonly Eligibility[] {
  return trees.flatMap((tree) => {
    const logic = mapped(tree.logic, leaf)
    return logic === null ? [] : [{ ...tree, logic }]
  })
}

/** The condition with its leaves exchanged; null when nothing is left of it. */
function mapped(condition: Condition, leaf: Leaf): Condition | null {
  const list = (conditions: readonly Condition[]) => conditions.flatMap((one) => mapped(one, leaf) ?? [])
  if ('all' in condition) return orNothing(list(condition.all), (all) => ({ all }))
  if ('any' in condition) return orNothing(list(condition.any), (any) => ({ any }))
  if ('not' in condition) return orNothing(list([condition.not]), ([not]) => not && { not })
  if (!('if' in condition)) return leaf(condition)
  const then = mapped(condition.then, leaf)
  const otherwise = condition.else && mapped(condition.else, leaf)
  if (then === null && !otherwise) return null
  return { if: condition.if, then: then ?? { all: [] }, ...(otherwise && { else: otherwise }) }
}

function orNothing(
  operands: readonly Condition[],
  made: (operands: readonly Condition[]) => Condition | undefined,
): Condition | null {
  return operands.length === 0 ? null : (made(operands) ?? null)
}
