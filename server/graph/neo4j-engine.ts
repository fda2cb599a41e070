import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver'
import { NEO4J } from './dialects.ts'
import type { Engine, Parameters, Rows, Run } from './engine.ts'
import { openLedger } from './ledger.ts'
import { neo4jFailure, withoutCredentials } from './neo4j-failures.ts'
import { queue } from './queue.ts'
import { settledReads } from './settled-reads.ts'
import type { Neo4jOptions } from './store.ts'

/**
 * Neo4j through its driver: managed transactions, so that retries and routing work against a cluster. Constraints and
 * indexes are made at the first call that reaches the server, so that it may come up after this program.
 */
export function openNeo4j(options: Neo4jOptions): Engine {
  const failing = neo4jFailure(options)
  const driver = connect(options, failing)
  const session = () => driver.session(options.database === undefined ? {} : { database: options.database })
  const writes = queue()
  const work = rawEngine(session, driver, options.database)
  const prepared = once(() => prepare(work, session, options))
  const guarded = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      await prepared()
      return await call()
    } catch (error) {
      throw failing(error)
    }
  }
  return {
    ...work,
    read: (statement, parameters) => guarded(() => work.read(statement, parameters)),
    write: (job) => writes.add(() => guarded(() => work.write(job))),
    ping: () => guarded(() => work.ping()),
    async close() {
      await writes.idle()
      await driver.close()
    },
  }
}

function connect({ uri, username, password }: Neo4jOptions, failing: (error: unknown) => unknown): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: 10_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 3_000,
    })
  } catch (error) {
    throw failing(error)
  }
}

/**
 * Writes find their nodes by id, however large the graph: without this a growing graph has every statement of a save
 * planned anew.
 */
const KEEP_PLAN = 'CYPHER replan=skip '

/** One transaction a call, errors as the driver gives them. */
function rawEngine(session: () => Session, driver: Driver, database: string | undefined): Engine {
  const reads = settledReads()
  const read: Run = (statement, parameters) =>
    reads.read(() => within(session(), (own) => own.executeRead((open) => rows(open, statement, parameters))))
  return {
    dialect: NEO4J,
    read,
    write: (work) =>
      reads.committing((commits) =>
        within(session(), (own) =>
          own.executeWrite(async (open) => {
            const result = await work((statement, parameters) => rows(open, KEEP_PLAN + statement, parameters))
            commits()
            return result
          }),
        ),
      ),
    ping: async () => void (await driver.verifyConnectivity(database === undefined ? {} : { database })),
    close: () => driver.close(),
  }
}

async function within<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

/** Changes of the schema want a transaction each. */
async function prepare(engine: Engine, session: () => Session, { uri }: Neo4jOptions): Promise<void> {
  for (const statement of NEO4J.ddl) await within(session(), (own) => own.run(statement))
  await engine.read('CALL db.awaitIndexes(60)')
  const remedy = 'empty it (MATCH (n) DETACH DELETE n) and ingest the regulations again'
  await openLedger(engine, `the graph in Neo4j at ${withoutCredentials(uri)}`, remedy)
}

/** Runs the work until it has succeeded once; calls at the same time share a run. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined
      throw error
    })
    return done
  }
}

async function rows(transaction: ManagedTransaction, statement: string, parameters?: Parameters): Promise<Rows> {
  const result = await transaction.run(statement, { ...parameters })
  return result.records.map((record) => record.toObject())
}
