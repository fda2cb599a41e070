import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { type Context, contextOf, type Graph } from '../graphql/context.ts'
import { todayInChina } from '../graphql/dates.ts'
import { errorFormatter, type Log } from '../graphql/errors.ts'
import { keptAnswers } from '../graphql/kept.ts'
import { queryLimits } from '../graphql/limits.ts'
import { loaders } from '../graphql/loaders.ts'
import { plannedAnswers } from '../graphql/planned.ts'
import { resolvers } from '../graphql/resolvers.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { wholeAnswers } from './whole-answers.ts'

const SCHEMA = new URL('../graphql/schema.graphql', import.meta.url)

/** A query's own words; longer ones are not written by people. */
const MOST_TOKENS = 4_000

/** Of so many instruments the rows stay in memory from one question to the next: about a megabyte for a long law. */
const MOST_INSTRUMENTS = 100

export interface GraphqlOptions {
  readonly graph: Graph
  readonly vocabulary: Vocabulary
  readonly now: () => Date
  readonly log: Log
}

/** GraphQL at /graphql. Nothing of it leaves the machine: no landing page, no reports, no persisted queries. */
export async function addGraphql(http: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const apollo = new ApolloServer<Context>({
    typeDefs: readFileSync(SCHEMA, 'utf8'),
    resolvers,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [queryLimits()],
    formatError: errorFormatter(options.log, () => randomUUID().slice(0, 8)),
    plugins: [
      plannedAnswers(),
      // It would watch every field; comparisons have thousands.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  })
  await apollo.start()
  const { graph, vocabulary } = options
  const generation = () => graph.generation()
  const today = () => todayInChina(options.now())
  const shared = { graph, vocabulary, kept: keptAnswers(generation, () => loaders(graph, MOST_INSTRUMENTS)) }
  const handler = fastifyApolloHandler(apollo, { context: () => Promise.resolve(contextOf(shared, today())) })
  http.route({ method: ['GET', 'POST'], url: '/graphql', handler, ...wholeAnswers({ generation, today }) })
  http.addHook('onClose', () => apollo.stop())
}
