import type { Extraction } from '../model/extraction.ts'
import type { Correction } from './format.ts'
import type { Place } from './quotes.ts'

/** A correction whose words were found. */
export interface Placed {
  readonly correction: Correction
  readonly place: Place
  readonly raw: string
}

/** Carries a correction out. */
export type Change = (extraction: Extraction, placed: Placed) => Outcome

/** The name of the rule of a fact that a person made. */
export function ruleOf({ reason, author }: Correction): string {
  return `correction by ${author}: ${reason}`
}

/** Why a correction was not applied. */
export interface Trouble {
  readonly code:
    | 'CORRECTION_WITHOUT_QUOTE'
    | 'CORRECTION_WITHOUT_FACT'
    | 'CORRECTION_NEEDLESS'
    | 'CORRECTION_AMBIGUOUS'
    | 'CORRECTION_INVALID'
  /** Half a sentence that goes on after the correction's name. */
  readonly message: string
}

export type Outcome = Extraction | Trouble

export function isTrouble(outcome: object): outcome is Trouble {
  return 'code' in outcome && 'message' in outcome
}

export const WITHOUT_FACT: Trouble = {
  code: 'CORRECTION_WITHOUT_FACT',
  message: 'no such fact is read from these words now: quote the words of the fact as inspect shows them, or delete it',
}

export const NEEDLESS: Trouble = {
  code: 'CORRECTION_NEEDLESS',
  message: 'says what is read anyway: it may be deleted',
}

export const SEVERAL_FACTS: Trouble = {
  code: 'CORRECTION_AMBIGUOUS',
  message: 'several facts of this kind have these words: say in "where" which fields the one that is meant has',
}

export function invalid(message: string): Trouble {
  return { code: 'CORRECTION_INVALID', message }
}
