import type { Dialect, Run, Rows } from './engine.ts'
import type { EdgePart, NodePart, Part } from './parts.ts'
import { type Label, NODES, type Properties, RELATIONSHIPS } from './schema.ts'

/** Statements that create and change are spelled from the schema, so that a property cannot be forgotten in one. */
export interface Writer {
  create(part: Part): Promise<void>
  createEdges(edges: EdgePart): Promise<void>
  /** Makes what is missing and sets the properties of all; keys left out of every row keep their value. */
  put(label: Label, rows: readonly PartialRow[]): Promise<void>
  /** Makes what is missing and leaves what is there. */
  ensure(label: Label, rows: readonly PartialRow[]): Promise<void>
}

export type PartialRow = { readonly id: string } & Readonly<Record<string, unknown>>

export function writer(run: Run, dialect: Dialect): Writer {
  return {
    async create({ nodes, edges }) {
      for (const part of nodes) await createNodes(part)
      for (const part of edges) await createEdges(part)
    },
    createEdges,
    put: (label, rows) => merge(label, rows, 'SET'),
    ensure: (label, rows) => merge(label, rows, 'ON CREATE SET'),
  }

  async function createNodes({ label, rows }: NodePart): Promise<void> {
    const properties: Properties = NODES[label]
    const statement = `UNWIND $rows AS row CREATE (:${label} {${assigned(properties, dialect, '%:')}})`
    await inBatches(rows, (batch) => run(statement, { rows: batch.map((row) => sent(row, properties, dialect)) }))
  }

  async function createEdges({ name, from, to, rows }: EdgePart): Promise<void> {
    const properties: Properties = { fromId: 'string', toId: 'string', ...RELATIONSHIPS[name].properties }
    // Two MATCH clauses: with one of two patterns the embedded engine builds a product first.
    const statement = `UNWIND $rows AS row MATCH (a:${from} {id: row.fromId}) MATCH (b:${to} {id: row.toId})
      CREATE (a)-[:${name} {${assigned(RELATIONSHIPS[name].properties, dialect, '%:')}}]->(b)`
    await inBatches(rows, (batch) => run(statement, { rows: batch.map((row) => sent(row, properties, dialect)) }))
  }

  async function merge(label: Label, rows: readonly PartialRow[], set: string): Promise<void> {
    const [first] = rows
    if (!first) return
    const all = Object.entries(NODES[label] as Properties)
    const properties: Properties = Object.fromEntries(all.filter(([key]) => key in first))
    const { id: _id, ...others } = properties
    const assignments = Object.keys(others).length > 0 ? `${set} ${assigned(others, dialect, 'n.% =')}` : ''
    const statement = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) ${assignments}`
    await inBatches(rows, (batch) => run(statement, { rows: batch.map((row) => sent(row, properties, dialect)) }))
  }
}

/** Properties of a row as a statement assigns them: `%:` in a pattern, `n.% =` in a SET. */
function assigned(properties: Properties, dialect: Dialect, form: '%:' | 'n.% ='): string {
  return Object.entries(properties)
    .map(([key, type]) => `${form.replace('%', `\`${key}\``)} ${dialect.stored(`row.\`${key}\``, type)}`)
    .join(', ')
}

/** Exactly the keys of the schema, null where the row has none: the embedded engine wants every key in every row. */
function sent(row: Readonly<Record<string, unknown>>, properties: Properties, dialect: Dialect): Rows[number] {
  return Object.fromEntries(
    Object.entries(properties).map(([key, type]) => [key, dialect.sent(row[key] ?? null, type)]),
  )
}

const BATCH = 2_000

async function inBatches<T>(rows: readonly T[], work: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await work(rows.slice(at, at + BATCH))
}
