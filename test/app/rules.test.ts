import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { withoutRules } from '../../server/app/rules.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Condition, Found } from '../../server/model/facts.ts'
import { readText } from '../../server/text/plain.ts'

const vocabulary = loadVocabulary()
const IDS = readdirSync('data/regulations')

describe.each(IDS)('the reading of %s', (id) => {
  const file = `data/regulations/${id}/text.txt`
  const read = extract(readText(readFileSync(file), file), vocabulary)

  it.each([
    ['threshold', read.thresholds],
    ['citation', read.citations],
    ['reference', read.references],
    ['role', read.roles],
    ['norm', read.norms],
    ['step', read.procedure],
    ['condition tree', read.eligibility],
    ['criterion', read.eligibility.flatMap(({ logic }) => criteria(logic))],
    ['consequence', read.evaluation.flatMap(({ consequences }) => consequences)],
    ['funding', read.funding],
    ['topic', read.topics],
  ] as const)('names the rule of every %s', (_, facts: readonly Found[]) => {
    expect(facts.filter(({ rule }) => !rule?.trim())).toEqual([])
  })

  it('without rules is the same but for them', () => {
    const plain = JSON.stringify(read, (key, value: unknown) => (key === 'rule' ? undefined : value))
    expect(JSON.stringify(withoutRules(read))).toBe(plain)
    expect(plain).not.toContain('"rule"')
  })
})

function criteria(condition: Condition): readonly Found[] {
  if ('criterion' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(criteria)
  if ('any' in condition) return condition.any.flatMap(criteria)
  if ('not' in condition) return criteria(condition.not)
  if ('if' in condition) return [condition.then, condition.else].flatMap((one) => (one ? criteria(one) : []))
  return []
}
