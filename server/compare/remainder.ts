import type { Sentence } from '../model/comparison.ts'
import type { Judgement } from './judgement.ts'
import { bare } from './likeness.ts'
import type { Wording } from './wording.ts'

/** From this share of clauses in common, two stretches of text say the same. */
const ALIKE = 0.9
const CLAUSE_END = /[，,；;。：:\n]+/

/** A side's clauses, bare, each once; read once per cell. */
export interface ClauseSet {
  readonly name: Sentence
  readonly clauses: ReadonlySet<string>
}

/**
 * How the clauses that only a topic holds together stand to those of the base: they are many and of different matters,
 * so nothing orders them; told is how much of the wording stands in both, by whole clauses.
 */
export function relateRemainder(base: ClauseSet, other: ClauseSet): Judgement {
  const share = sharedWording(base.clauses, other.clauses)
  const part = `${String(Math.round(share * 100))}%`
  if (share >= ALIKE)
    return { relation: 'SAME', reason: { zh: `文字重合${part}`, en: `${part} of the wording in common` } }
  return {
    relation: 'DIFFERENT',
    reason: {
      zh: `与${base.name.zh}文字重合${part}，不分宽严`,
      en: `${part} of the wording shared with ${base.name.en}; no rule orders them`,
    },
  }
}

export function clauseSetOf({ name, marks, ownNames }: Wording): ClauseSet {
  const clauses = marks.flatMap((mark) => mark.quote.split(CLAUSE_END))
  return { name, clauses: new Set(clauses.map((clause) => bare(clause, ownNames)).filter((clause) => clause !== '')) }
}

function sharedWording(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  const shared = lengthOf([...one].filter((clause) => two.has(clause)))
  const total = lengthOf([...one]) + lengthOf([...two])
  return total === 0 ? 1 : (2 * shared) / total
}

function lengthOf(clauses: readonly string[]): number {
  return clauses.reduce((sum, clause) => sum + clause.length, 0)
}
