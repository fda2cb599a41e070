import type { Relation, Sentence } from '../model/comparison.ts'

/** How one cell stands to the base, and why, in one sentence. */
export interface Judgement {
  readonly relation: Relation
  readonly reason: Sentence
}

const DIRECTIONS = new Set<Relation>(['STRICTER', 'LOOSER', 'DIFFERENT'])

/**
 * One judgement of several findings on the same requirement: a direction wins over SAME, two opposite directions are
 * DIFFERENT. The order of findings does not matter to the relation, so swapping the sides mirrors it.
 */
export function combine(findings: readonly Judgement[], same: Sentence): Judgement {
  const telling = findings.filter((finding) => DIRECTIONS.has(finding.relation))
  const relations = new Set(telling.map((finding) => finding.relation))
  const [only] = relations
  if (only === undefined) return { relation: 'SAME', reason: same }
  return { relation: relations.size === 1 ? only : 'DIFFERENT', reason: joined(telling) }
}

/** At most two sentences, one of each direction first: more would not be read. */
function joined(findings: readonly Judgement[]): Sentence {
  const [first] = findings
  const second =
    findings.find((finding) => finding.relation !== first?.relation) ??
    findings.find((finding) => finding.reason.zh !== first?.reason.zh)
  const told = [first, second].filter((finding) => finding !== undefined)
  return {
    zh: told.map((finding) => finding.reason.zh).join('；'),
    en: told.map((finding) => finding.reason.en).join('; '),
  }
}
