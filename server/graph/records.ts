import { createHash } from 'node:crypto'
import type { Regulation } from '../model/extraction.ts'
import { conditionRecords } from './condition-records.ts'
import { clauseRecords, fundingRecords, normRecords, problemRecords, thresholdRecords } from './fact-records.ts'
import { type Mention, mentionsOf, referenceRecords } from './mentions.ts'
import { joined, type Part } from './parts.ts'
import { evaluationRecords, stepRecords } from './process-records.ts'
import { provisionRecords } from './provision-records.ts'
import { roleFinder, roleRecords } from './role-records.ts'
import type { NodeRow } from './schema.ts'
import { numberKey, titleKey } from './titles.ts'

/** Everything that one regulation puts into the graph. */
export interface Records extends Part {
  readonly instrument: NodeRow<'Instrument'>
  /** Documents that it names; which node each leads to depends on what else the graph holds. */
  readonly mentions: readonly Mention[]
  /** Nodes shared with other regulations, made when missing. */
  readonly metrics: readonly string[]
  readonly topics: readonly string[]
  readonly roles: readonly NodeRow<'Role'>[]
}

/** A regulation as rows of the graph; pure: the same regulation gives the same ids and rows everywhere. */
export function recordsOf(regulation: Regulation): Records {
  const { id, extraction } = regulation
  const known = new Set(extraction.provisions.map((provision) => provision.id))
  const roles = roleFinder(extraction.roles)
  const thresholds = thresholdRecords(id, extraction.thresholds)
  const part = joined([
    provisionRecords(regulation),
    thresholds,
    conditionRecords(id, extraction),
    normRecords(id, extraction.norms, roles),
    clauseRecords(id, extraction.topics),
    stepRecords(id, extraction.procedure, roles),
    evaluationRecords(id, extraction.evaluation),
    fundingRecords(id, extraction.funding),
    problemRecords(id, extraction.problems),
    roleRecords(id, extraction.roles),
    referenceRecords(id, extraction.references),
  ])
  checkPlaces(id, part, known)
  return {
    ...part,
    instrument: instrumentRow(regulation),
    mentions: mentionsOf(id, extraction),
    metrics: distinct(extraction.thresholds.flatMap(({ metricKey }) => metricKey ?? [])),
    topics: distinct(extraction.topics.map(({ topic }) => topic)),
    roles: roles.nodes,
  }
}

function instrumentRow(regulation: Regulation): NodeRow<'Instrument'> {
  const { id, raw, extraction } = regulation
  const { title, docNumber, jurisdiction, issuers, issuedOn, amendedOn, stage, ...meta } = extraction.meta
  return {
    id,
    held: true,
    title: title ?? extraction.source.name,
    titleKey: titleKey(title ?? ''),
    docNumber,
    numberKey: numberKey(docNumber),
    jurisdiction: jurisdiction ?? UNKNOWN_JURISDICTION,
    issuers,
    issuedOn,
    amendedOn,
    effectiveFrom: meta.effectiveFrom,
    effectiveUntil: meta.effectiveUntil,
    effectiveUntilBasis: meta.effectiveUntilBasis,
    stage,
    text: raw,
    hash: contentHash(regulation),
    source: extraction.source.name,
    provisions: extraction.provisions.length,
    articles: extraction.provisions.filter(({ kind }) => kind === 'article').length,
    thresholds: extraction.thresholds.length,
    norms: extraction.norms.length,
    citations: extraction.citations.filter(({ kind }) => kind === 'document').length,
    problems: extraction.problems.length,
  }
}

/** ISO 3166 leaves ZZ to its users; here: the text does not say. */
export const UNKNOWN_JURISDICTION = 'ZZ'

/** Changes with the text and with anything that was read from it, not with where the file lies. */
export function contentHash({ id, raw, extraction }: Regulation): string {
  const { source: _source, ...read } = extraction
  return createHash('sha256')
    .update(JSON.stringify([id, raw, read]))
    .digest('hex')
}

/** A fact in a provision that does not exist is a bug of its reader; without this check it would silently hang loose. */
function checkPlaces(id: string, part: Part, known: ReadonlySet<string>): void {
  for (const { from, rows } of part.edges) {
    const lost = from === 'Provision' && rows.find(({ fromId }) => !known.has(fromId.slice(id.length + 1)))
    if (lost) throw new Error(`${id}: a fact stands in ${lost.fromId}, which the text tree does not have`)
  }
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
