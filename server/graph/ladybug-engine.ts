import { Connection, Database, type LbugValue, type PreparedStatement } from '@ladybugdb/core'
import { LADYBUG } from './dialects.ts'
import type { Engine, Parameters, Rows, Run } from './engine.ts'
import { embeddedFailure } from './embedded-failures.ts'
import { queue } from './queue.ts'

const READERS = 3
/** Of the machine's memory the engine would take 80 % when not told. */
const BUFFER_BYTES = 512 * 1024 * 1024

/**
 * The embedded engine over one file. A connection takes one call at a time, so each has a queue; one transaction writes
 * at a time, so writes have one connection of their own; readers see the graph before it until it commits.
 */
export async function openLadybug(file: string): Promise<Engine> {
  const database = new Database(file, BUFFER_BYTES)
  const failing = embeddedFailure(file)
  try {
    await database.init()
    const writer = await connect(database)
    for (const statement of LADYBUG.ddl) await writer.run(statement)
    const readers = await Promise.all(Array.from({ length: READERS }, () => connect(database)))
    return engineOf(database, { writer, readers, failing })
  } catch (error) {
    await database.close().catch(() => undefined)
    throw failing(error)
  }
}

interface Connected {
  readonly run: Run
  /** Calls that wait or run. */
  waiting(): number
  close(): Promise<void>
}

interface Pool {
  readonly writer: Connected
  readonly readers: readonly Connected[]
  readonly failing: (error: unknown) => unknown
}

function engineOf(database: Database, { writer, readers, failing }: Pool): Engine {
  const writes = queue()
  const read: Run = async (statement, parameters) => {
    try {
      return await leastBusy(readers).run(statement, parameters)
    } catch (error) {
      throw failing(error)
    }
  }
  return {
    dialect: LADYBUG,
    read,
    write: (work) =>
      writes.add(() => transaction(writer.run, work)).catch((error: unknown) => Promise.reject(failing(error))),
    ping: async () => void (await read('RETURN 1 AS one')),
    async close() {
      await writes.idle()
      for (const connection of [writer, ...readers]) await connection.close()
      await database.close()
    },
  }
}

async function transaction<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  await run('BEGIN TRANSACTION')
  try {
    const result = await work(run)
    await run('COMMIT')
    return result
  } catch (error) {
    // The engine ends the transaction by itself after some errors; then there is nothing to roll back.
    await run('ROLLBACK').catch(() => undefined)
    throw error
  }
}

function leastBusy(connections: readonly Connected[]): Connected {
  const [first, ...others] = connections
  if (!first) throw new Error('a pool without connections')
  return others.reduce((best, next) => (next.waiting() < best.waiting() ? next : best), first)
}

async function connect(database: Database): Promise<Connected> {
  const connection = new Connection(database)
  await connection.init()
  const calls = queue()
  const prepared = new Map<string, PreparedStatement>()
  return {
    run: (statement, parameters) => calls.add(() => execute({ connection, prepared }, statement, parameters)),
    waiting: calls.length,
    async close() {
      await calls.idle()
      await connection.close()
    },
  }
}

interface Session {
  readonly connection: Connection
  readonly prepared: Map<string, PreparedStatement>
}

async function execute(session: Session, statement: string, parameters: Parameters = {}): Promise<Rows> {
  if (hasEmptyRows(parameters)) return []
  const ready = session.prepared.get(statement) ?? (await prepare(session, statement))
  const result = await session.connection.execute(ready, parameters as Record<string, LbugValue>)
  const last = Array.isArray(result) ? result.at(-1) : result
  if (!last) return []
  try {
    return last.getAllSync()
  } finally {
    last.close()
  }
}

/** Nothing to unwind: the engine cannot tell the type of an empty list of rows and refuses it. */
function hasEmptyRows({ rows }: Parameters): boolean {
  return Array.isArray(rows) && rows.length === 0
}

async function prepare({ connection, prepared }: Session, statement: string): Promise<PreparedStatement> {
  const ready = await connection.prepare(hinted(statement))
  if (!ready.isSuccess()) throw new Error(`${ready.getErrorMessage()} in: ${statement}`)
  prepared.set(statement, ready)
  return ready
}

/**
 * A line `// embedded: HINT …` of a statement is for this engine alone: left to itself it starts from all facts of the
 * graph where it should start from an instrument.
 */
function hinted(statement: string): string {
  return statement.replace(/^\/\/ embedded: /gm, '')
}
