import type { Vocabulary } from '../model/vocabulary.ts'
import type { Dialect, Run } from './engine.ts'
import { mentionsFrom, type Names, settleMentions } from './links.ts'
import { type Records, UNKNOWN_JURISDICTION } from './records.ts'
import type { NodeRow } from './schema.ts'
import type { SaveOutcome } from './store.ts'
import { strip } from './strip.ts'
import { type PartialRow, type Writer, writer } from './writes.ts'

/** Puts a regulation in the place of whatever the graph holds under its id; runs inside one transaction. */
export async function saveRecords(run: Run, dialect: Dialect, records: Records): Promise<SaveOutcome['change']> {
  const { instrument } = records
  const before = await namesOf(run, instrument.id)
  if (before?.hash === instrument.hash) return 'unchanged'
  const gone = before ? await mentionsFrom(run, instrument.id) : []
  if (before) await strip(run, instrument.id)
  const write = writer(run, dialect)
  await ensureShared(write, records)
  await write.put('Instrument', [instrument])
  await write.createEdges(enactment(instrument))
  await write.create(records)
  await settleMentions(run, dialect, {
    instrument: instrument.id,
    names: [instrument, ...(before ? [before] : []), ...gone],
    added: records.mentions,
    left: gone.map(({ target }) => target),
  })
  await finish(run)
  return before ? 'replaced' : 'created'
}

/** Takes a held instrument out; what others cite of it leads to a ghost again. Runs inside one transaction. */
export async function removeRecords(run: Run, dialect: Dialect, id: string): Promise<boolean> {
  const before = await namesOf(run, id)
  if (!before) return false
  const gone = await mentionsFrom(run, id)
  await strip(run, id)
  // Not held any more while the mentions of it are settled anew; then nothing leads to it and it goes with the ghosts.
  await run('MATCH (i:Instrument {id: $id}) SET i.held = false', { id })
  await settleMentions(run, dialect, {
    instrument: id,
    names: [before, ...gone],
    added: [],
    left: gone.map(({ target }) => target),
  })
  await finish(run)
  return true
}

/** Puts names to the nodes that regulations share. */
export async function saveTerms(run: Run, dialect: Dialect, vocabulary: Vocabulary): Promise<void> {
  const write = writer(run, dialect)
  const { jurisdictions, metrics, topics, roles } = vocabulary
  await write.put('Jurisdiction', [
    ...jurisdictions.map(({ level, parent, abbreviation, ...term }) => ({
      ...named(term),
      abbreviation,
      level,
      parent,
    })),
    UNKNOWN,
  ])
  await write.put(
    'Metric',
    metrics.map(({ topic, unit, family, aggregation, ...term }) => ({
      ...named(term),
      topic,
      unit,
      family: family ?? null,
      aggregation: aggregation ?? null,
    })),
  )
  await write.put(
    'Topic',
    topics.map(({ parent, ...term }, position) => ({ ...named(term), parent, position })),
  )
  await write.put(
    'Role',
    roles.map(({ kind, ...term }) => ({ ...named(term), key: term.key, kind })),
  )
}

interface Before extends Names {
  readonly hash: string | null
}

async function namesOf(run: Run, id: string): Promise<Before | null> {
  const [row] = await run(
    'MATCH (i:Instrument {id: $id}) WHERE i.held RETURN i.hash AS hash, i.titleKey AS titleKey, i.numberKey AS numberKey',
    { id },
  )
  if (!row) return null
  const text = (value: unknown) => (value === null ? null : String(value))
  return { hash: text(row['hash']), titleKey: text(row['titleKey']) ?? '', numberKey: text(row['numberKey']) }
}

async function ensureShared(write: Writer, { instrument, metrics, topics, roles }: Records): Promise<void> {
  await write.ensure('Jurisdiction', [bareJurisdiction(instrument.jurisdiction), UNKNOWN])
  await write.ensure(
    'Metric',
    metrics.map((id) => ({ id })),
  )
  await write.ensure(
    'Topic',
    topics.map((id) => ({ id })),
  )
  await write.ensure('Role', roles)
}

/** A jurisdiction that the vocabulary does not know yet goes by its code. */
function bareJurisdiction(id: string): NodeRow<'Jurisdiction'> {
  return { id, name: id, nameEn: id, abbreviation: null, level: 'unknown', parent: null }
}

const UNKNOWN: NodeRow<'Jurisdiction'> = {
  id: UNKNOWN_JURISDICTION,
  name: '未注明',
  nameEn: 'not stated',
  abbreviation: null,
  level: 'unknown',
  parent: null,
}

function enactment({ id, jurisdiction }: NodeRow<'Instrument'>) {
  return { name: 'ENACTS', from: 'Jurisdiction', to: 'Instrument', rows: [{ fromId: jurisdiction, toId: id }] } as const
}

function named(term: { readonly key: string; readonly zh: string; readonly en: string }): PartialRow {
  return { id: term.key, name: term.zh, nameEn: term.en }
}

/** Roles without a key that no text names any more go; the ledger counts the write. */
async function finish(run: Run): Promise<void> {
  await run(`MATCH (r:Role) WHERE r.key IS NULL AND NOT EXISTS { MATCH (r)<-[:NAMES]-() } DETACH DELETE r`)
  await run("MATCH (l:Ledger {id: 'graph'}) SET l.generation = l.generation + 1")
}
