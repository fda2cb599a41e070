import neo4j from 'neo4j-driver'
import type { Run } from './engine.ts'
import { snippetOf } from './snippets.ts'
import type { SearchAnswer } from './store.ts'
import { isHan, runs, searchTerms } from './terms.ts'

/**
 * Full text through Neo4j's own index. Its `cjk` analyser makes bigrams, and single characters only where they stand
 * alone; so the index is asked for the runs it knows, and the words themselves are then looked for in what it found.
 */
export async function searchNeo4j(read: Run, query: string, first: number): Promise<SearchAnswer> {
  const terms = searchTerms(query)
  if (terms.length === 0) return { total: 0, hits: [] }
  const lucene = terms
    .flatMap(runs)
    .filter((run) => !isHan(run) || run.length > 1)
    .map((run) => `+"${run}"`)
    .join(' ')
  const found = lucene === '' ? EVERY : INDEXED
  const parameters = { lucene, terms, first: neo4j.int(first) }
  const [counted] = await read(`${found} RETURN count(p) AS total`, parameters)
  const rows = await read(
    `${found} RETURN p.id AS id, p.wording AS wording, score AS score ORDER BY score DESC, id LIMIT $first`,
    parameters,
  )
  const hits = rows.map(({ id, wording, score }) => ({
    provision: String(id),
    score: Number(score),
    ...snippetOf(String(wording), terms),
  }))
  return { total: Number(counted?.['total'] ?? 0), hits }
}

const HOLDS_ALL = 'all(term IN $terms WHERE toLower(p.wording) CONTAINS term)'

const INDEXED = `CALL db.index.fulltext.queryNodes('Provision_wording', $lucene) YIELD node, score
  WITH node AS p, score WHERE ${HOLDS_ALL}`

/** Single characters alone are in no index. */
const EVERY = `MATCH (p:Provision) WHERE ${HOLDS_ALL} WITH p, 1.0 AS score`
