import { graphql, type ResultOf } from './graphql.ts'
import { HEAD } from './head.ts'

const WORDS = graphql(`
  fragment ProcessWords on Evidence {
    instrument
    provision
    pinpoint
    start
    end
    quote
  }
`)

/** Steps in lanes and stages, held against the base. */
export const PROCEDURES = graphql(
  `
    query Procedures($instruments: [ID!]!, $parent: ID, $track: String, $asOf: Date) {
      procedures(instruments: $instruments, parent: $parent, track: $track, asOf: $asOf) {
        base
        asOf
        fingerprint
        tracks
        columns {
          ...Head
          fingerprint
        }
        lanes {
          key
          label
          labelEn
        }
        stages {
          key
          phase
          label
          labelEn
          cells {
            instrument
            steps
            relation
            reason
            reasonEn
            only
          }
        }
        procedures {
          instrument
          steps {
            id
            track
            name
            actor
            called
            action
            act
            stage
            score
            stageReason
            stageReasonEn
            lane
            laneReason
            laneReasonEn
            partners {
              lane
              name
            }
            time {
              words
              kind
              value
              unit
              from
            }
            evidence {
              ...ProcessWords
            }
          }
          totals {
            track
            kind
            sentence
            sentenceEn
          }
        }
      }
    }
  `,
  [HEAD, WORDS],
)

/** Grades, cycles, quotas and consequences, held against the base. */
export const EVALUATIONS = graphql(
  `
    query Evaluations($instruments: [ID!]!, $parent: ID, $asOf: Date) {
      evaluations(instruments: $instruments, parent: $parent, asOf: $asOf) {
        scales {
          instrument
          declared
          grades {
            name
            standing
            basis
          }
        }
        rows {
          key
          label
          labelEn
          note
          noteEn
          cells {
            instrument
            silent
            relation
            reason
            reasonEn
            entries {
              grade
              value
              valueEn
              evidence {
                ...ProcessWords
              }
            }
          }
        }
      }
    }
  `,
  [WORDS],
)

export type Procedures = ResultOf<typeof PROCEDURES>['procedures']
export type Column = Procedures['columns'][number]
export type Stage = Procedures['stages'][number]
export type StageCell = Stage['cells'][number]
export type Step = Procedures['procedures'][number]['steps'][number]
export type StepTime = NonNullable<Step['time']>
export type Evaluations = ResultOf<typeof EVALUATIONS>['evaluations']
export type EvaluationRow = Evaluations['rows'][number]
export type EvaluationEntry = EvaluationRow['cells'][number]['entries'][number]
export type ProcessWords = Step['evidence']
