import { openEmbeddedStore } from './embedded-store.ts'
import { openNeo4jStore } from './neo4j-store.ts'
import type { Store, StoreOptions } from './store.ts'

/**
 * Opens the graph: in a folder of this machine, or in Neo4j.
 * @example const store = await openStore({ kind: 'embedded', home: '.tiaolan' })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.kind === 'embedded' ? openEmbeddedStore(options) : openNeo4jStore(options)
}
