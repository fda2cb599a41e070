import { Failure } from '../model/failure.ts'
import type { Neo4jOptions } from './store.ts'

/** Turns what the driver says into a message with the address and the next step; other errors are bugs and stay. */
export function neo4jFailure(options: Neo4jOptions): (error: unknown) => unknown {
  const address = withoutCredentials(options.uri)
  return (error) => {
    if (error instanceof Failure || !(error instanceof Error)) return error
    const said = `${'code' in error ? String(error.code) : ''} ${error.message}`
    const [, message] = TABLE.find(([pattern]) => pattern.test(said)) ?? []
    return message ? new Failure('STORE_UNAVAILABLE', message(address, options), { cause: error }) : error
  }
}

const TABLE: readonly (readonly [RegExp, (address: string, options: Neo4jOptions) => string])[] = [
  [
    /Unauthorized|AuthenticationRateLimit|authentication/i,
    (address, { username }) =>
      `Neo4j at ${address} refuses the log-in of ${username}: check NEO4J_USERNAME and NEO4J_PASSWORD`,
  ],
  [
    /DatabaseNotFound|database does not exist/i,
    (address, { database }) =>
      `Neo4j at ${address} has no database ${database ?? 'by default'}: check NEO4J_DATABASE, or leave it out`,
  ],
  [
    /Unknown scheme|Invalid URL|Illegal|scheme is missing/i,
    (address) => `NEO4J_URI is ${address}, which is no address of a server: write it as bolt://127.0.0.1:7687`,
  ],
  [
    /ServiceUnavailable|SessionExpired|ECONN|ENOTFOUND|EAI_AGAIN|acquisition timed out|TransientError|closed/i,
    (address) => `Neo4j does not answer at ${address}: start it (npm run neo4j starts a local one) or check NEO4J_URI`,
  ],
]

export function withoutCredentials(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/u, '//')
}
