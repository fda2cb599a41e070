import type { Sentence } from '../model/comparison.ts'
import { validityAt } from '../model/validity.ts'
import type { InstrumentRow, MentionRow } from './loaders.ts'

export type ReferenceState = 'RESOLVED' | 'GHOST' | 'DANGLING' | 'AMBIGUOUS' | 'EXPIRED' | 'REPEALED'

/** State of a citation or reference on a date; `target` is the instrument it leads to. */
export function referenceState(mention: MentionRow, target: InstrumentRow | null, asOf: string): ReferenceState {
  if (mention.candidates > 1) return 'AMBIGUOUS'
  const isInternal = mention.targetInstrument === mention.instrument
  if (isInternal) return dangles(mention) ? 'DANGLING' : 'RESOLVED'
  const validity = target === null ? 'UNKNOWN' : validityAt(target, asOf)
  // What repeals a text that is not here cites a ghost; that it is repealed is what the citation says itself.
  if (validity === 'REPEALED' && (mention.targetHeld || mention.relation !== 'repeals')) return 'REPEALED'
  if (!mention.targetHeld) return 'GHOST'
  if (dangles(mention)) return 'DANGLING'
  return validity === 'EXPIRED' ? 'EXPIRED' : 'RESOLVED'
}

/** It points at a place, and the text has no such place. */
function dangles({ scope, article, targetProvision }: MentionRow): boolean {
  return scope !== null && targetProvision === null && (scope === 'internal' || article !== null)
}

/** Why the state is what it is; null when it resolves without more. */
export function stateReason(state: ReferenceState, mention: MentionRow, target: InstrumentRow | null): Sentence | null {
  const title = `《${target?.title ?? mention.title ?? ''}》`
  return REASONS[state]({ mention, target, title })
}

interface Subject {
  readonly mention: MentionRow
  readonly target: InstrumentRow | null
  readonly title: string
}

const REASONS = {
  RESOLVED: () => null,
  GHOST: ({ title }) => ({ zh: `${title}的文本未收录`, en: `the text of ${title} is not held` }),
  DANGLING: ({ mention, title }) => ({
    zh: `${mention.scope === 'internal' ? '本文件' : title}中没有“${mention.quote}”`,
    en: `${mention.scope === 'internal' ? 'this text' : title} has no ${mention.quote}`,
  }),
  AMBIGUOUS: ({ mention }) => ({
    zh: `有${mention.candidates}份收录的文件都符合这一名称`,
    en: `${mention.candidates} held documents fit this name`,
  }),
  EXPIRED: ({ target, title }) => ({
    zh: `${title}的有效期至${target?.effectiveUntil}，已失效`,
    en: `${title} was valid until ${target?.effectiveUntil} and has expired`,
  }),
  REPEALED: ({ target, title }) => ({
    zh: `${title}自${target?.repealedFrom}起废止`,
    en: `${title} is repealed from ${target?.repealedFrom}`,
  }),
} as const satisfies Record<ReferenceState, (subject: Subject) => Sentence | null>
