import type { Run } from './engine.ts'

/**
 * Takes everything that a text brought into the graph out of it and leaves the instrument's node, so that what others
 * cite of it stays tied. The mentions that leave the text must have been read before.
 */
export async function strip(run: Run, id: string): Promise<void> {
  for (const statement of STATEMENTS) await run(statement, { id })
}

const OWN = 'MATCH (i:Instrument {id: $id})'

/** From the leaves up: a node is found through what holds it. */
const STATEMENTS = [
  `${OWN}-[:CONTAINS]->(:Provision)-[:REQUIRES]->(:Condition)-[:HAS_OPERAND*0..20]->(n:Condition) DETACH DELETE n`,
  ...(
    [
      ['SETS', 'Threshold'],
      ['STATES', 'Norm'],
      ['HAS_CLAUSE', 'Clause'],
      ['GRANTS', 'Funding'],
      ['STATES_CONSEQUENCE', 'Consequence'],
    ] as const
  ).map(([name, label]) => `${OWN}-[:CONTAINS]->(:Provision)-[:${name}]->(n:${label}) DETACH DELETE n`),
  ...(
    [
      ['HAS_STEP', 'Step'],
      ['HAS_EVALUATION', 'Evaluation'],
      ['RAISES', 'Problem'],
      ['CONTAINS', 'Provision'],
    ] as const
  ).map(([name, label]) => `${OWN}-[:${name}]->(n:${label}) DETACH DELETE n`),
  `${OWN}<-[r:ENACTS]-(:Jurisdiction) DELETE r`,
  `${OWN}-[r:NAMES]->(:Role) DELETE r`,
  ...['CITES', 'POINTS_INTO', 'REPEALS', 'BASED_ON'].map((name) => `${OWN}-[r:${name}]->(:Instrument) DELETE r`),
  `${OWN}-[r:REFERS_TO]->(:Provision) DELETE r`,
]
