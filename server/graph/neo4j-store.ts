import { graphStore } from './graph-store.ts'
import { openNeo4j } from './neo4j-engine.ts'
import { searchNeo4j } from './neo4j-search.ts'
import type { Neo4jOptions, Store } from './store.ts'

/** The graph in Neo4j. It opens while the server is away: calls then fail with STORE_UNAVAILABLE until it is back. */
export function openNeo4jStore(options: Neo4jOptions): Store {
  const engine = openNeo4j(options)
  return {
    kind: 'neo4j',
    ...graphStore(engine),
    search: (query, first) => searchNeo4j(engine.read, query, first),
  }
}
