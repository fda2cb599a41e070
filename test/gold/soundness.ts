import type { Extraction } from '../../server/model/extraction.ts'
import type { Condition } from '../../server/model/facts.ts'
import type { Span } from '../../server/model/text.ts'

type Placed = Span & { readonly provision: string | null }

/** What every extraction owes its text, whatever the text: each line names a fact that breaks it. */
export function faultsOf(extraction: Extraction, raw: string): readonly string[] {
  const { thresholds, citations, references, norms, topics, procedure, funding, evaluation, problems } = extraction
  const quoted = [...thresholds, ...citations, ...references, ...norms, ...topics]
  const placed: readonly Placed[] = [
    ...quoted,
    ...procedure,
    ...funding,
    ...evaluation.flatMap(({ consequences }) => consequences),
  ]
  const spans = new Map(extraction.provisions.map((provision) => [provision.id, provision]))
  return [
    ...quoted.filter(({ start, end, quote }) => raw.slice(start, end) !== quote).map(said('misquotes')),
    ...placed.filter(({ start, end }) => !(start >= 0 && start < end && end <= raw.length)).map(said('outside')),
    ...placed.filter((fact) => !holds(spans, fact)).map(said('astray')),
    ...problems.filter(({ start, end }) => (start ?? 0) > (end ?? raw.length)).map(said('turned')),
    ...conditionFaults(extraction, raw),
    ...treeFaults(extraction, raw),
  ]
}

function said(fault: string) {
  return (fact: object) => `${fault}: ${JSON.stringify(fact)}`
}

function holds(spans: ReadonlyMap<string, Span>, { provision, start, end }: Placed): boolean {
  // Words outside the tree, as in a text of one sentence.
  if (provision === null || provision === '') return true
  const holder = spans.get(provision)
  return holder !== undefined && start >= holder.start && end <= holder.end
}

function conditionFaults({ eligibility, thresholds }: Extraction, raw: string): readonly string[] {
  const leaves = eligibility.flatMap(({ logic }) => leavesOf(logic))
  return leaves.flatMap((leaf) => {
    if ('threshold' in leaf) return thresholds[leaf.threshold] === undefined ? [said('no threshold')(leaf)] : []
    return leaf.start < leaf.end && leaf.end <= raw.length ? [] : [said('outside')(leaf)]
  })
}

type Leaf = Extract<Condition, { threshold: number }> | Extract<Condition, { criterion: string }>

function leavesOf(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  if ('if' in condition) return [condition.then, ...(condition.else ? [condition.else] : [])].flatMap(leavesOf)
  return [condition]
}

/** Parents stand before children and hold them; siblings do not overlap; ids are unique. */
function treeFaults({ provisions }: Extraction, raw: string): readonly string[] {
  const seen = new Map<string, Span>()
  const lastOf = new Map<string | null, number>()
  return provisions.flatMap((provision) => {
    const { id, parent, start, end } = provision
    const holder = parent === null ? { start: 0, end: raw.length } : seen.get(parent)
    const isSound = holder !== undefined && start >= holder.start && start <= end && end <= holder.end
    const isApart = start >= (lastOf.get(parent) ?? 0)
    const isNew = !seen.has(id)
    seen.set(id, provision)
    lastOf.set(parent, end)
    return isSound && isApart && isNew ? [] : [said('tree')(provision)]
  })
}
