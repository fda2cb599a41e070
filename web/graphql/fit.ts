import { graphql, type ResultOf } from './graphql.ts'

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

const INSTRUMENT = graphql(`
  fragment FitInstrument on Instrument {
    id
    title
    docNumber
    issuers
    issuedOn
    effectiveFrom
    effectiveUntil
    validity
    validityReason
    validityReasonEn
    jurisdiction {
      id
      name
      nameEn
      abbreviation
      level
    }
  }
`)

const CONDITION = graphql(`
  fragment Condition on ConditionResult {
    id
    kind
    track
    verdict
    reason
    sentence
    sentenceEn
    fieldKey
    required
    requiredEn
    have
    gap
    unit
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

/** Where a profile would qualify. Trees of conditions are asked for down to the sixth level; the service allows no seventh. */
export const FIT = graphql(
  `
    query Fit($profile: ProfileInput!, $instruments: [ID!], $asOf: Date) {
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
            ...FitInstrument
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
            ...Condition
            children {
              ...Condition
              children {
                ...Condition
                children {
                  ...Condition
                  children {
                    ...Condition
                    children {
                      ...Condition
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
  [FIELD, INSTRUMENT, CONDITION],
)

/** The verdicts over all values of one amount. */
export const WHAT_IF = graphql(
  `
    query WhatIf($profile: ProfileInput!, $key: ID!, $instruments: [ID!]) {
      whatIf(profile: $profile, key: $key, instruments: $instruments) {
        instrument {
          ...FitInstrument
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
  [INSTRUMENT],
)

export type Field = ResultOf<typeof PROFILE_FIELDS>['profileFields'][number]
export type FitReport = ResultOf<typeof FIT>['fit']
export type Result = FitReport['results'][number]
export type FitHead = Result['instrument']
export type Verdict = Result['verdict']
export type Change = NonNullable<FitReport['oneChange']>
export type SmallChange = NonNullable<Result['changes']>[number]
export type Problem = FitReport['problems'][number]
export type Curve = ResultOf<typeof WHAT_IF>['whatIf'][number]
/** A node of a tree of conditions; at the depth where the page stops there are no children. */
export type Condition = ResultOf<typeof CONDITION> & { readonly children?: readonly Condition[] }
