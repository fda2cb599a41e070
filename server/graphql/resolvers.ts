import { dateScalar } from './dates.ts'
import { ConditionResult } from './resolvers/fit.ts'
import { Instrument, Norm, Threshold } from './resolvers/instrument.ts'
import { Provision } from './resolvers/provision.ts'
import { Query, Topic } from './resolvers/query.ts'
import { ReferenceEdge } from './resolvers/reference.ts'

/** Every field that is more than a property of its row. */
export const resolvers = {
  Date: dateScalar,
  Query,
  Instrument,
  Provision,
  Threshold,
  Norm,
  ReferenceEdge,
  Topic,
  ConditionResult,
}
