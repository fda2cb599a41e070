import { graphql, type ResultOf } from './graphql.ts'
import { HEAD } from './head.ts'

const FIELD = graphql(`
  fragment Asked on ProfileField {
    key
    label
    labelEn
    unit
    kind
    series
    options
    min
    max
    reachable
    usedBy
  }
`)

/** What a condition says, whoever applies. */
const WORDS = graphql(`
  fragment ConditionWords on ConditionResult {
    id
    kind
    track
    words
    required
    requiredEn
    evidence {
      instrument
      provision
      pinpoint
      start
      end
      quote
    }
  }
`)

/** What becomes of a condition with a profile: all that changes while a person types. */
const OUTCOME = graphql(`
  fragment ConditionOutcome on ConditionResult {
    id
    verdict
    fieldKey
    have
    sentence @skip(if: $en)
    sentenceEn @include(if: $en)
  }
`)

/** What the conditions of the documents ask an applicant. */
export const PROFILE_FIELDS = graphql(
  `
    query ProfileFields($instruments: [ID!]) {
      profileFields(instruments: $instruments) {
        ...Asked
      }
    }
  `,
  [FIELD],
)

/** The words of the conditions, asked for once. */
export const FIT_WORDS = graphql(
  `
    query FitWords($instruments: [ID!]) {
      fit(profile: { values: [] }, instruments: $instruments) {
        results {
          conditions {
            ...ConditionWords
            children {
              ...ConditionWords
              children {
                ...ConditionWords
                children {
                  ...ConditionWords
                  children {
                    ...ConditionWords
                    children {
                      ...ConditionWords
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [WORDS],
)

/** Where a profile would qualify. Trees of conditions are asked for down to the sixth level; the service allows no seventh. */
export const FIT = graphql(
  `
    query Fit($profile: ProfileInput!, $instruments: [ID!], $asOf: Date, $en: Boolean!) {
      fit(profile: $profile, instruments: $instruments, asOf: $asOf) {
        asOf
        problems {
          key
          code
          message
          messageEn
        }
        oneChange {
          key
          label
          labelEn
          unit
          from
          to
          distance
          opens
          flips {
            instrument
            condition
            from
            to
          }
        }
        nextQuestion {
          ...Asked
        }
        results {
          verdict
          passed
          failed
          unknown
          judgement
          track
          why
          whyEn
          instrument {
            ...Head
          }
          changes {
            key
            label
            labelEn
            unit
            from
            to
          }
          conditions {
            ...ConditionOutcome
            children {
              ...ConditionOutcome
              children {
                ...ConditionOutcome
                children {
                  ...ConditionOutcome
                  children {
                    ...ConditionOutcome
                    children {
                      ...ConditionOutcome
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [FIELD, HEAD, OUTCOME],
)

/** The verdicts over all values of one amount. */
export const WHAT_IF = graphql(
  `
    query WhatIf($profile: ProfileInput!, $key: ID!, $instruments: [ID!]) {
      whatIf(profile: $profile, key: $key, instruments: $instruments) {
        instrument {
          ...Head
        }
        stretches {
          from
          to
          fromCounts
          toCounts
          verdict
        }
      }
    }
  `,
  [HEAD],
)

export type Field = ResultOf<typeof PROFILE_FIELDS>['profileFields'][number]
export type Judged = ResultOf<typeof FIT>['fit']
export type FitHead = Judged['results'][number]['instrument']
export type Verdict = Judged['results'][number]['verdict']
export type Problem = Judged['problems'][number]
export type Curve = ResultOf<typeof WHAT_IF>['whatIf'][number]

/** A node of a tree; where the page stops asking there are no children. */
type Tree<T> = T & { readonly children?: readonly Tree<T>[] }
export type ConditionWords = Tree<ResultOf<typeof WORDS>>
export type ConditionOutcome = Tree<ResultOf<typeof OUTCOME>>

/** A condition with its words and what became of it. */
export type Condition = Tree<
  ResultOf<typeof WORDS> &
    Omit<ResultOf<typeof OUTCOME>, 'sentence' | 'sentenceEn'> & {
      /** In the language of the page. */ readonly sentence: string
    }
>
export type Result = Omit<Judged['results'][number], 'conditions'> & { readonly conditions: readonly Condition[] }
export type FitReport = Omit<Judged, 'results'> & { readonly results: readonly Result[] }
