import { createHash, randomUUID } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { Engine } from './engine.ts'
import { NODES, type NodeRow, RELATIONSHIPS } from './schema.ts'
import { writer } from './writes.ts'

/** Changes with the shape of the graph: one made by another version is not read with this one's queries. */
const SCHEMA = createHash('sha256')
  .update(JSON.stringify([NODES, RELATIONSHIPS]))
  .digest('hex')
  .slice(0, 16)

/** Makes the ledger of a new graph; refuses a graph of another shape. `place` names the graph for people. */
export async function openLedger(engine: Engine, place: string, remedy: string): Promise<void> {
  const row = { id: 'graph', schema: SCHEMA, born: randomUUID(), generation: 0, vocabulary: null }
  const found = await readLedger(engine)
  if (!found) await engine.write((run) => writer(run, engine.dialect).ensure('Ledger', [row]))
  else if (found.schema !== SCHEMA) {
    throw new Failure('STORE_OUTDATED', `${place} was written by another version of this program: ${remedy}`)
  }
}

export async function readLedger({ read }: Pick<Engine, 'read'>): Promise<NodeRow<'Ledger'> | null> {
  const [row] = await read(
    `MATCH (l:Ledger {id: 'graph'})
     RETURN l.schema AS schema, l.born AS born, l.generation AS generation, l.vocabulary AS vocabulary`,
  )
  if (!row) return null
  const { schema, born, generation, vocabulary } = row
  return {
    id: 'graph',
    schema: String(schema),
    born: String(born),
    generation: Number(generation),
    vocabulary: vocabulary === null ? null : String(vocabulary),
  }
}
