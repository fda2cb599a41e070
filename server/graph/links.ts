import type { Dialect, Parameters, Run } from './engine.ts'
import type { Mention, MentionName } from './mentions.ts'
import type { EdgeRow } from './parts.ts'
import { type Ghost, type HeldDocument, type Resolved, resolveMentions } from './resolution.ts'
import { UNKNOWN_JURISDICTION } from './records.ts'
import { type NodeRow, RELATIONSHIPS } from './schema.ts'
import { writer } from './writes.ts'

/** A mention that the graph holds, and the instrument it leads to now. */
interface Linked extends Mention {
  readonly target: string
  readonly candidates: number
}

/** The words whose meaning may change with a write. */
interface Keys {
  readonly titles: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

export interface Settling {
  /** The instrument that is saved or removed. */
  readonly instrument: string
  /** Its names, and the namings that come or go with the write. */
  readonly names: readonly Names[]
  /** Mentions that are not in the graph yet. */
  readonly added: readonly Mention[]
  /** Instruments that lost a mention and may be ghosts that nothing leads to any more. */
  readonly left: readonly string[]
}

export interface Names {
  readonly titleKey: string
  readonly numberKey: string | null
}

/**
 * Leads every mention that the write may concern to the document it means now: ghosts turn into texts that are held and
 * back. Runs inside the transaction of the write, after the held documents are as they will be.
 */
export async function settleMentions(run: Run, dialect: Dialect, settling: Settling): Promise<void> {
  const { linked, keys } = await concerned(run, settling)
  const all: readonly Mention[] = [...linked, ...settling.added]
  const resolved = resolveMentions(all, await heldDocuments(run, keys))
  const moved = linked.filter((mention) => isMoved(mention, resolved.get(mention)))
  await unlink(run, moved)
  await nameGhosts(run, dialect, [...resolved.values()])
  await link(run, dialect, pairs([...moved, ...settling.added], resolved))
  await dropGhosts(run, [settling.instrument, ...settling.left, ...moved.map(({ target }) => target)])
}

/** The mentions that leave one text, with where they lead. */
export async function mentionsFrom(run: Run, instrument: string): Promise<readonly Linked[]> {
  return readLinked(run, 'r.instrument = $instrument', { instrument })
}

/** All mentions that share a title or a number with the write, or with a mention that does. */
async function concerned(
  run: Run,
  { instrument, names, added }: Settling,
): Promise<{ linked: readonly Linked[]; keys: Keys }> {
  let keys = keysOf([...names, ...added])
  for (;;) {
    const linked = await readLinked(run, 'r.titleKey IN $titles OR r.numberKey IN $numbers OR t.id = $instrument', {
      titles: [...keys.titles],
      numbers: [...keys.numbers],
      instrument,
    })
    const wider = keysOf([...names, ...added, ...linked])
    if (wider.titles.size === keys.titles.size && wider.numbers.size === keys.numbers.size) return { linked, keys }
    keys = wider
  }
}

function keysOf(names: readonly Names[]): Keys {
  return {
    titles: new Set(names.map(({ titleKey }) => titleKey).filter((key) => key !== '')),
    numbers: new Set(names.flatMap(({ numberKey }) => numberKey ?? [])),
  }
}

/** The relationships that name a document, by the label they leave from. */
const SOURCES = (['CITES', 'POINTS_INTO', 'REPEALS', 'BASED_ON'] as const).flatMap((name) =>
  RELATIONSHIPS[name].between.map(([from]) => ({ name, from })),
)

async function readLinked(run: Run, where: string, parameters: Parameters): Promise<readonly Linked[]> {
  const found: Linked[] = []
  for (const source of SOURCES) found.push(...(await readSource(run, source, { where, parameters })))
  return found
}

async function readSource(
  run: Run,
  { name, from }: { readonly name: MentionName; readonly from: Mention['from'] },
  { where, parameters }: { readonly where: string; readonly parameters: Parameters },
): Promise<readonly Linked[]> {
  const keys = Object.keys(RELATIONSHIPS[name].properties)
  const rows = await run(
    `MATCH (a:${from})-[r:${name}]->(t:Instrument)
     WHERE (${where}) AND (r.titleKey <> '' OR r.numberKey IS NOT NULL)
     RETURN a.id AS fromId, t.id AS target, ${keys.map((key) => `r.\`${key}\` AS \`${key}\``).join(', ')}`,
    parameters,
  )
  return rows.map(({ fromId, target, ...row }) => ({
    name,
    from,
    fromId: String(fromId),
    target: String(target),
    candidates: Number(row['candidates']),
    title: String(row['title']),
    titleKey: String(row['titleKey']),
    numberKey: row['numberKey'] === null ? null : String(row['numberKey']),
    row,
  }))
}

async function heldDocuments(run: Run, { titles, numbers }: Keys): Promise<readonly HeldDocument[]> {
  const rows = await run(
    `MATCH (i:Instrument) WHERE i.held AND (i.titleKey IN $titles OR i.numberKey IN $numbers)
     RETURN i.id AS id, i.titleKey AS titleKey, i.numberKey AS numberKey`,
    { titles: [...titles], numbers: [...numbers] },
  )
  return rows.map(({ id, titleKey, numberKey }) => ({
    id: String(id),
    titleKey: String(titleKey),
    numberKey: numberKey === null ? null : String(numberKey),
  }))
}

function isMoved(mention: Linked, resolved: Resolved | undefined): boolean {
  return mention.target !== resolved?.target || mention.candidates !== resolved.candidates
}

async function unlink(run: Run, mentions: readonly Linked[]): Promise<void> {
  for (const { name, from } of SOURCES) {
    const ids = mentions.filter((mention) => mention.name === name && mention.from === from)
    if (ids.length === 0) continue
    await run(
      `UNWIND $rows AS row MATCH (a:${from} {id: row.fromId})-[r:${name}]->(:Instrument) WHERE r.id = row.id DELETE r`,
      { rows: ids.map(({ fromId, row }) => ({ fromId, id: row['id'] })) },
    )
  }
}

interface Pair {
  readonly mention: Mention
  readonly resolved: Resolved
}

function pairs(mentions: readonly Mention[], resolved: ReadonlyMap<Mention, Resolved>): readonly Pair[] {
  return mentions.flatMap((mention) => {
    const found = resolved.get(mention)
    return found ? [{ mention, resolved: found }] : []
  })
}

/** A ghost is called what all who cite it call it, so its names may change although nothing of it moves. */
async function nameGhosts(run: Run, dialect: Dialect, resolved: readonly Resolved[]): Promise<void> {
  const ghosts = new Map(resolved.flatMap(({ ghost }) => (ghost ? [[ghost.id, ghostRow(ghost)] as const] : [])))
  await writer(run, dialect).put('Instrument', [...ghosts.values()])
}

async function link(run: Run, dialect: Dialect, links: readonly Pair[]): Promise<void> {
  const write = writer(run, dialect)
  for (const { name, from } of SOURCES) {
    const own = links.filter(({ mention }) => mention.name === name && mention.from === from)
    await write.createEdges({ name, from, to: 'Instrument', rows: own.map(edgeRow) })
  }
}

function edgeRow({ mention, resolved }: Pair): EdgeRow {
  const { target, candidates } = resolved
  return { ...mention.row, fromId: mention.fromId, toId: target, candidates }
}

/** What is known of a document that is only cited: how it is called. */
function ghostRow({ id, title, titleKey, numberKey }: Ghost): NodeRow<'Instrument'> {
  const unknown = {
    issuedOn: null,
    amendedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    effectiveUntilBasis: null,
    stage: null,
  }
  const nothing = { provisions: 0, articles: 0, thresholds: 0, norms: 0, citations: 0, problems: 0 }
  const names = { id, title, titleKey, docNumber: numberKey, numberKey, jurisdiction: UNKNOWN_JURISDICTION }
  return { ...names, held: false, issuers: [], ...unknown, text: '', hash: null, source: null, ...nothing }
}

async function dropGhosts(run: Run, ids: readonly string[]): Promise<void> {
  await run(
    `UNWIND $ids AS id MATCH (g:Instrument {id: id})
     WHERE NOT g.held AND NOT EXISTS { MATCH (g)<-[:CITES|POINTS_INTO|REPEALS|BASED_ON]-() }
     DETACH DELETE g`,
    { ids: [...new Set(ids)] },
  )
}
