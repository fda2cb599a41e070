import { graphql, type ResultOf } from './graphql.ts'
import { HEAD } from './head.ts'

const COUNTS = graphql(`
  fragment Counts on Instrument {
    counts {
      provisions
      articles
      thresholds
      norms
      citations
      citedBy
      problems
    }
  }
`)

const EVIDENCE = graphql(`
  fragment Words on Evidence {
    instrument
    provision
    pinpoint
    start
    end
    quote
  }
`)

const THRESHOLD = graphql(
  `
    fragment Measure on Threshold {
      id
      metric
      metricKey
      comparator
      value
      upper
      upperUnit
      unit
      unitText
      window
      per
      aggregation
      appliesIf
      alternativeGroup
      strength
      hedge
      track
      applicantTypes
      evidence {
        ...Words
      }
    }
  `,
  [EVIDENCE],
)

/** Every held instrument with its status and counts. */
export const INSTRUMENTS = graphql(
  `
    query Instruments($asOf: Date) {
      instruments(asOf: $asOf) {
        ...Head
        ...Counts
        repealedFrom
        repealedBy
      }
    }
  `,
  [HEAD, COUNTS],
)

/** The closed list of topics. */
export const TOPICS = graphql(`
  query Topics {
    topics {
      id
      name
      nameEn
      parent
    }
  }
`)

/** The whole matrix; topics are narrowed in the page, so that switching is immediate and counts stay true. */
export const COMPARISON = graphql(
  `
    query Comparison($instruments: [ID!]!, $parent: ID, $applicantType: String, $track: String, $asOf: Date) {
      comparison(
        instruments: $instruments
        parent: $parent
        applicantType: $applicantType
        track: $track
        asOf: $asOf
      ) {
        base
        asOf
        fingerprint
        tracks
        applicantTypes
        columns {
          ...Head
          fingerprint
        }
        rows {
          id
          topic
          topicLabel
          topicLabelEn
          metricKey
          aspect
          label
          labelEn
          comparable
          note
          noteEn
          score
          why
          whyEn
          cells {
            instrument
            silent
            relation
            reason
            reasonEn
            modality
            delegated
            thresholds {
              ...Measure
            }
            evidence {
              ...Words
            }
          }
        }
      }
    }
  `,
  [HEAD, THRESHOLD, EVIDENCE],
)

/** A provision with its words, to show a quote where it stands. */
export const PASSAGE = graphql(`
  query Passage($id: ID!) {
    provision(id: $id) {
      id
      pinpoint
      heading
      text
      start
    }
  }
`)

/** Two instruments, provision by provision, with the words of each pair. */
export const ALIGNMENT = graphql(
  `
    query Alignment($left: ID!, $right: ID!, $asOf: Date) {
      alignment(left: $left, right: $right, asOf: $asOf) {
        inherited
        fingerprint
        left {
          ...Head
          fingerprint
        }
        right {
          ...Head
          fingerprint
        }
        pairs {
          match
          score
          part
          sentence
          reason
          reasonEn
          inherited
          left {
            id
            label
            heading
            pinpoint
            start
            end
          }
          right {
            id
            label
            heading
            pinpoint
            start
            end
          }
          diff {
            op
            text
            left
          }
        }
      }
    }
  `,
  [HEAD],
)

/** How much of each document stands in the parent, provision by provision. */
export const INHERITANCE = graphql(
  `
    query Inheritance($instruments: [ID!]!, $parent: ID!) {
      inheritance(instruments: $instruments, parent: $parent) {
        share
        instrument {
          ...Head
        }
        provisions {
          share
          characters
          own
          provision {
            id
            label
            heading
            pinpoint
          }
        }
      }
    }
  `,
  [HEAD],
)

/** One instrument to read: text, tree and facts with offsets, and what leaves it. */
export const READING = graphql(
  `
    query Reading($id: ID!, $asOf: Date) {
      instrument(id: $id, asOf: $asOf) {
        ...Head
        ...Counts
        text
        provisions {
          id
          kind
          label
          heading
          parent
          depth
          pinpoint
          start
          end
        }
        thresholds {
          ...Measure
        }
        norms {
          id
          bearer
          modality
          action
          modal
          evidence {
            ...Words
          }
        }
        problems {
          code
          message
          start
          end
        }
      }
      references(instrument: $id, asOf: $asOf) {
        kind
        state
        targetInstrument
        targetProvision
        title
        docNumber
        relation
        why
        whyEn
        from {
          ...Words
        }
      }
    }
  `,
  [HEAD, COUNTS, THRESHOLD, EVIDENCE],
)

/** Provisions of one instrument that something refers to. */
export const CITED_BY = graphql(`
  query CitedBy($id: ID!) {
    instrument(id: $id) {
      provisions {
        id
        citedBy {
          from {
            instrument
            provision
            pinpoint
            start
            end
            quote
          }
        }
      }
    }
  }
`)

export const SEARCH = graphql(`
  query Search($query: String!, $first: Int, $asOf: Date) {
    search(query: $query, first: $first, asOf: $asOf) {
      total
      hits {
        snippet
        score
        highlights {
          start
          end
        }
        provision {
          id
          kind
          pinpoint
          heading
          text
          start
          instrument {
            id
            title
            validity
            jurisdiction {
              id
              name
              nameEn
            }
          }
        }
      }
    }
  }
`)

/** Places to jump to. */
export const OUTLINE = graphql(`
  query Outline {
    instruments {
      id
      title
      jurisdiction {
        name
        nameEn
      }
      provisions {
        id
        kind
        label
        heading
        pinpoint
        start
        end
      }
    }
  }
`)

export type Head = ResultOf<typeof HEAD>
export type Listed = ResultOf<typeof INSTRUMENTS>['instruments'][number]
export type Topic = ResultOf<typeof TOPICS>['topics'][number]
export type Passage = NonNullable<ResultOf<typeof PASSAGE>['provision']>
export type Comparison = ResultOf<typeof COMPARISON>['comparison']
export type Row = Comparison['rows'][number]
export type Cell = Row['cells'][number]
export type Relation = NonNullable<Cell['relation']>
export type Alignment = ResultOf<typeof ALIGNMENT>['alignment']
export type Pair = Alignment['pairs'][number]
export type Inherited = ResultOf<typeof INHERITANCE>['inheritance'][number]
export type Measure = ResultOf<typeof THRESHOLD>
export type Words = ResultOf<typeof EVIDENCE>
export type Reading = NonNullable<ResultOf<typeof READING>['instrument']>
export type Provision = Reading['provisions'][number]
export type Edge = ResultOf<typeof READING>['references'][number]
export type Hit = ResultOf<typeof SEARCH>['search']['hits'][number]
export type Validity = Head['validity']
