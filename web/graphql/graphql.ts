import type { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema.d.ts'

interface Setup {
  introspection: introspection
  disableMasking: true
  scalars: { Date: string; ID: string }
}
type Graphql = ReturnType<typeof initGraphQLTada<Setup>>

export type { ResultOf, VariablesOf } from 'gql.tada'

/** A comment line of GraphQL between the definitions of a document. */
const SEAM = '\n#\n'

/**
 * A document typed from the schema. At run time it is its own words with those of its fragments, each once: the page
 * sends words and needs no parser.
 */
export const graphql = ((source: string, fragments: readonly string[] = []) => {
  const definitions = [source, ...fragments].flatMap((text) => text.split(SEAM)).map((text) => text.trim())
  return [...new Set(definitions)].join(SEAM)
}) as unknown as Graphql
