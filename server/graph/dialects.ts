import type { Dialect } from './engine.ts'
import { NODES, type Properties, type PropertyType, RELATIONSHIPS } from './schema.ts'

const COLUMNS: Record<PropertyType, string> = {
  string: 'STRING',
  'string?': 'STRING',
  int: 'INT64',
  'int?': 'INT64',
  float: 'DOUBLE',
  'float?': 'DOUBLE',
  bool: 'BOOL',
  strings: 'STRING[]',
}

/**
 * The embedded engine wants tables with typed columns. It takes the type of a list of rows from single values, so that 1
 * beside 0.5 in one column is stored wrong; numbers are therefore sent as text and cast.
 */
export const LADYBUG: Dialect = {
  ddl: [...Object.entries(NODES).map(nodeTable), ...Object.entries(RELATIONSHIPS).map(relationshipTable)],
  stored: (expression, type) => (isNumber(type) ? `CAST(${expression} AS ${COLUMNS[type]})` : expression),
  sent: (value, type) => (isNumber(type) && typeof value === 'number' ? String(value) : value),
}

/** Neo4j is schemaless: ids are unique, and what is looked up without an id is indexed. */
export const NEO4J: Dialect = {
  ddl: [
    ...Object.keys(NODES).map(
      (label) => `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    ),
    ...['held', 'titleKey', 'numberKey'].map(
      (key) => `CREATE INDEX Instrument_${key} IF NOT EXISTS FOR (n:Instrument) ON (n.${key})`,
    ),
    ...(['CITES', 'POINTS_INTO', 'REPEALS', 'BASED_ON'] as const).flatMap((name) =>
      ['titleKey', 'numberKey'].map(
        (key) => `CREATE INDEX ${name}_${key} IF NOT EXISTS FOR ()-[r:${name}]-() ON (r.${key})`,
      ),
    ),
    ...(['CITES', 'REFERS_TO', 'POINTS_INTO'] as const).map(
      (name) => `CREATE INDEX ${name}_instrument IF NOT EXISTS FOR ()-[r:${name}]-() ON (r.instrument)`,
    ),
    'CREATE FULLTEXT INDEX Provision_wording IF NOT EXISTS FOR (n:Provision) ON EACH [n.wording] ' +
      "OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } }",
  ],
  stored: (expression, type) => (type.startsWith('int') ? `toInteger(${expression})` : expression),
  sent: (value) => value,
}

function isNumber(type: PropertyType): boolean {
  return type.startsWith('int') || type.startsWith('float')
}

function columns(properties: Properties): readonly string[] {
  return Object.entries(properties).map(([key, type]) => `\`${key}\` ${COLUMNS[type]}`)
}

function nodeTable([label, properties]: readonly [string, Properties]): string {
  return `CREATE NODE TABLE IF NOT EXISTS ${label}(${columns(properties).join(', ')}, PRIMARY KEY(id))`
}

function relationshipTable([name, { between, properties }]: readonly [
  string,
  { readonly between: readonly (readonly [string, string])[]; readonly properties: Properties },
]): string {
  const pairs = between.map(([from, to]) => `FROM ${from} TO ${to}`)
  return `CREATE REL TABLE IF NOT EXISTS ${name}(${[...pairs, ...columns(properties)].join(', ')})`
}
