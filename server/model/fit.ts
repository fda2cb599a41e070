import type { Sentence } from './comparison.ts'
import type { ApplicantType, Threshold } from './facts.ts'
import type { Span } from './text.ts'

export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN' | 'JUDGEMENT' | 'NOT_APPLICABLE'

/** What an applicant tells; what is left out is unknown, never zero. */
export interface Profile {
  readonly applicantType: ApplicantType | null
  /** Id of a jurisdiction (CN-YN). */
  readonly jurisdiction: string | null
  /** Words of the text: 领域类. */
  readonly track: string | null
  readonly values: ReadonlyMap<string, Answer>
}

/** An amount in the canonical unit of its field; one a year, the latest first; or yes and no. */
export type Answer =
  { readonly number: number } | { readonly series: readonly (number | null)[] } | { readonly flag: boolean }

export type FieldKind = 'number' | 'series' | 'flag' | 'choice'

/** One thing that a profile may tell, derived from the conditions that ask for it. */
export interface ProfileField {
  readonly key: string
  readonly label: Sentence
  readonly unit: string | null
  readonly kind: FieldKind
  /** Years that a series asks for. */
  readonly series: number | null
  readonly options: readonly string[]
  /** Plausible bounds in `unit`. */
  readonly min: number | null
  readonly max: number | null
  /** False for what nobody changes at will: an age, a place, a type. */
  readonly reachable: boolean
  /** Ids of the instruments that ask for it, in their order. */
  readonly usedBy: readonly string[]
}

/** What fit takes of one instrument: its condition trees, in text order. */
export interface FitInstrument {
  readonly id: string
  readonly jurisdiction: string
  readonly conditions: readonly FitCondition[]
}

/** A node of a condition tree with its words; `track` is general, or the class that the root holds for. */
export interface FitCondition extends Span {
  readonly id: string
  readonly kind: 'all' | 'any' | 'not' | 'if' | 'threshold' | 'criterion'
  readonly track: string
  readonly provision: string
  /** Words of a criterion, or of the case that an if is for. */
  readonly words: string | null
  readonly threshold: FitThreshold | null
  readonly operands: readonly FitCondition[]
  /** What an if demands in the other case. */
  readonly otherwise: FitCondition | null
}

export type FitThreshold = Pick<
  Threshold,
  | 'metric'
  | 'metricKey'
  | 'comparator'
  | 'value'
  | 'upper'
  | 'unit'
  | 'unitText'
  | 'window'
  | 'per'
  | 'aggregation'
  | 'hedge'
  | 'strength'
  | 'applicantTypes'
> & { readonly id: string }
