import { QUERIES, type QueryName } from '../../server/graph/queries.ts'
import type { Store } from '../../server/graph/store.ts'

/** Everything that a store answers, in an order of its own: equal graphs have equal snapshots, on any engine. */
export interface Snapshot {
  readonly nodes: readonly string[]
  readonly relationships: readonly string[]
  readonly answers: Readonly<Record<string, readonly string[]>>
}

export async function snapshot(store: Store): Promise<Snapshot> {
  const nodes = await store.ask('node-counts', {})
  const relationships = await store.ask('relationship-counts', {})
  const instruments = [...(await store.ask('held-instruments', {})), ...(await store.ask('ghost-instruments', {}))]
  const ids = instruments.map(({ id }) => id)
  const provisions = await store.ask('provisions-of-instruments', { ids })
  const all = [...ids, ...provisions.map(({ id }) => id)]
  const answers: Record<string, readonly string[]> = {}
  for (const name of Object.keys(QUERIES) as QueryName[]) {
    if (name.endsWith('-counts')) continue
    answers[name] = (await store.ask(name, { ids: all })).map(line).toSorted()
  }
  return {
    nodes: nodes
      .filter((row) => row.nodes > 0)
      .map((row) => `${row.label} ${row.nodes}`)
      .toSorted(),
    relationships: relationships
      .filter((row) => row.relationships > 0)
      .map((row) => `${row.name} ${row.relationships}`)
      .toSorted(),
    answers,
  }
}

function line(row: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
