import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Regulation } from '../model/extraction.ts'
import type { Engine, Parameters, Rows, Run } from './engine.ts'
import { instrumentOf } from './ids.ts'
import { readLedger } from './ledger.ts'
import { QUERIES, type QueryName, type QueryParams, type QueryRow } from './queries.ts'
import { type Records, recordsOf } from './records.ts'
import { removeRecords, saveRecords, saveTerms } from './save.ts'
import type { SaveOutcome, Store } from './store.ts'

/** What a store does beside the graph itself, in the transaction of each write. */
export interface Beside {
  saved?(records: Records, run: Run): Promise<void>
  removed?(id: string, run: Run): Promise<void>
}

/** The part of a store that is the same on every engine. */
export function graphStore(engine: Engine, beside: Beside = {}): Omit<Store, 'kind' | 'search'> {
  return {
    ask: (name, params) => ask(engine, name, params),
    save: (regulation) => save(engine, beside, regulation),
    remove: (id) =>
      engine.write(async (run) => {
        const removed = await removeRecords(run, engine.dialect, id)
        if (removed) await beside.removed?.(id, run)
        return removed
      }),
    async saveVocabulary(vocabulary) {
      const hash = createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex')
      if ((await readLedger(engine))?.vocabulary === hash) return
      await engine.write(async (run) => {
        await saveTerms(run, engine.dialect, vocabulary)
        await run("MATCH (l:Ledger {id: 'graph'}) SET l.vocabulary = $hash", { hash })
      })
    },
    ping: () => engine.ping(),
    generation: async () => (await readLedger(engine))?.generation ?? 0,
    close: () => engine.close(),
  }
}

async function ask<N extends QueryName>(
  engine: Engine,
  name: N,
  params: QueryParams<N>,
): Promise<readonly QueryRow<N>[]> {
  if (Object.values(params).some((value) => Array.isArray(value) && value.length === 0)) return []
  const statement = statementOf(name)
  const found = await engine.read(statement, withInstruments(statement, params))
  const rows = statement.includes(BY_PLACE) ? byPlace(found) : found
  const lists = Object.entries(QUERIES[name].row).flatMap(([key, type]) => (type === 'strings' ? [key] : []))
  // The contract suite compares the columns of every statement with the declared row on each engine.
  return rows.map((row) => withLists(row, lists)) as unknown as readonly QueryRow<N>[]
}

const BY_PLACE = 'ORDER BY instrument, `position`'

/** The embedded engine sorts in several threads and at times puts their parts together in the wrong order. */
function byPlace(rows: Rows): Rows {
  const isSorted = rows.every((row, at) => at === 0 || compare(rows[at - 1] ?? row, row) <= 0)
  return isSorted ? rows : [...rows].sort(compare)
}

function compare(one: Rows[number], two: Rows[number]): number {
  const [left, right] = [String(one['instrument']), String(two['instrument'])]
  if (left !== right) return left < right ? -1 : 1
  return Number(one['position']) - Number(two['position'])
}

/**
 * A statement about provisions may ask for their instruments, too: on the embedded engine many provisions are found fast
 * only from their instrument.
 */
function withInstruments(statement: string, params: Parameters): Parameters {
  const { ids } = params
  if (!statement.includes('$instruments') || !Array.isArray(ids)) return params
  return { ...params, instruments: [...new Set(ids.map(instrumentOf))] }
}

/** An engine may give null for a list of nothing. */
function withLists(
  row: Readonly<Record<string, unknown>>,
  lists: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.assign(row, Object.fromEntries(lists.map((key) => [key, row[key] ?? []])))
}

const STATEMENTS = new Map<QueryName, string>()

/** The text of `queries/<name>.cypher`. */
export function statementOf(name: QueryName): string {
  const known = STATEMENTS.get(name)
  if (known !== undefined) return known
  const text = readFileSync(new URL(`./queries/${name}.cypher`, import.meta.url), 'utf8')
  STATEMENTS.set(name, text)
  return text
}

async function save(engine: Engine, beside: Beside, regulation: Regulation): Promise<SaveOutcome> {
  const records = recordsOf(regulation)
  const { extraction } = regulation
  const change = await engine.write(async (run) => {
    const made = await saveRecords(run, engine.dialect, records)
    if (made !== 'unchanged') await beside.saved?.(records, run)
    return made
  })
  return {
    id: regulation.id,
    change,
    provisions: extraction.provisions.length,
    thresholds: extraction.thresholds.length,
    references: records.instrument.citations + extraction.references.length,
    problems: extraction.problems.length,
  }
}
