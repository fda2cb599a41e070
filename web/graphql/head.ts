import { graphql } from './graphql.ts'

/** What every page shows of an instrument: what it is called, since when, until when and where. */
export const HEAD = graphql(`
  fragment Head on Instrument {
    id
    title
    docNumber
    issuers
    issuedOn
    amendedOn
    effectiveFrom
    effectiveUntil
    effectiveUntilBasis
    stage
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
