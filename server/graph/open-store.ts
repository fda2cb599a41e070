import type { Store, StoreOptions } from './store.ts'

/**
 * Opens the graph: in a folder of this machine, or in Neo4j. Loads the engine that is used alone: each takes a third of a
 * second.
 * @example const store = await openStore({ kind: 'embedded', home: '.tiaolan' })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.kind === 'embedded') return (await import('./embedded-store.ts')).openEmbeddedStore(options)
  return (await import('./neo4j-store.ts')).openNeo4jStore(options)
}
