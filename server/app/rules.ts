import type { Extraction } from '../model/extraction.ts'
import type { Condition, Found } from '../model/facts.ts'

/** What was read without the names of the rules that read it: the contract of `npm run extract`. */
export function withoutRules(extraction: Extraction): Extraction {
  return {
    ...extraction,
    thresholds: extraction.thresholds.map(bare),
    citations: extraction.citations.map(bare),
    references: extraction.references.map(bare),
    roles: extraction.roles.map(bare),
    norms: extraction.norms.map(bare),
    procedure: extraction.procedure.map(bare),
    eligibility: extraction.eligibility.map((tree) => ({ ...bare(tree), logic: bareCondition(tree.logic) })),
    evaluation: extraction.evaluation.map((scale) => ({ ...scale, consequences: scale.consequences.map(bare) })),
    funding: extraction.funding.map(bare),
    topics: extraction.topics.map(bare),
  }
}

function bare<F extends Found>({ rule: _rule, ...fact }: F): Omit<F, 'rule'> {
  return fact
}

function bareCondition(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(bareCondition) }
  if ('any' in condition) return { any: condition.any.map(bareCondition) }
  if ('not' in condition) return { not: bareCondition(condition.not) }
  if ('if' in condition) {
    const { then, else: otherwise, ...rest } = condition
    return { ...rest, then: bareCondition(then), ...(otherwise && { else: bareCondition(otherwise) }) }
  }
  return 'criterion' in condition ? bare(condition) : condition
}
