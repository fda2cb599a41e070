import { NODES, type Properties, type Row } from './schema.ts'

const { text: _text, titleKey: _titleKey, numberKey: _numberKey, ...instrument } = NODES.Instrument
const { wording: _wording, ...provision } = NODES.Provision

/** Where a fact stands: the full id of its provision and the pinpoint, null for words outside the tree. */
const EVIDENCE = { instrument: 'string', provision: 'string?', pinpoint: 'string?' } as const

const INSTRUMENT = {
  ...instrument,
  jurisdictionName: 'string',
  jurisdictionNameEn: 'string',
  jurisdictionAbbreviation: 'string?',
  jurisdictionLevel: 'string',
  /** First day on which a held instrument that repeals this one binds, and which one that is. */
  repealedFrom: 'string?',
  repealedBy: 'strings',
  /** Held instruments other than itself that cite it. */
  citedBy: 'int',
} as const

const THRESHOLD = { ...NODES.Threshold, ...EVIDENCE } as const
const ROLE = { instrument: 'string', key: 'string?', name: 'string', aliases: 'strings', kind: 'string' } as const

/**
 * A citation or a reference with both its ends. `targetProvision` is set for places that exist; a reference whose
 * `article` is set and whose `targetProvision` is null dangles when `targetHeld`. `candidates` above 1 is ambiguous.
 */
const MENTIONED = {
  id: 'string',
  ...EVIDENCE,
  start: 'int',
  end: 'int',
  quote: 'string',
  title: 'string?',
  docNumber: 'string?',
  relation: 'string?',
  candidates: 'int',
  scope: 'string?',
  article: 'int?',
  targetInstrument: 'string',
  targetHeld: 'bool',
  targetProvision: 'string?',
} as const

const ids = { ids: 'strings' } as const

/** Every `.cypher` file of `queries/` by name, with its parameters and its columns. Lists come in text order. */
export const QUERIES = {
  'held-jurisdictions': {
    params: {},
    row: { ...NODES.Jurisdiction, instruments: 'int' },
  },
  'held-instruments': { params: {}, row: INSTRUMENT },
  'ghost-instruments': { params: {}, row: INSTRUMENT },
  'instruments-by-id': { params: ids, row: INSTRUMENT },
  'texts-of-instruments': { params: ids, row: { id: 'string', text: 'string' } },
  'provisions-of-instruments': { params: ids, row: provision },
  'wordings-of-instruments': {
    params: ids,
    row: { id: 'string', instrument: 'string', wording: 'string', position: 'int' },
  },
  'provisions-by-id': { params: ids, row: provision },
  'provisions-under': { params: ids, row: provision },
  'thresholds-of-instruments': { params: ids, row: THRESHOLD },
  'thresholds-of-provisions': { params: ids, row: THRESHOLD },
  'clauses-of-instruments': { params: ids, row: { ...NODES.Clause, ...EVIDENCE } },
  'norms-of-instruments': { params: ids, row: { ...NODES.Norm, ...EVIDENCE } },
  'roles-of-instruments': { params: ids, row: ROLE },
  'problems-of-instruments': { params: ids, row: { ...NODES.Problem, instrument: 'string' } },
  'tracks-of-instruments': { params: ids, row: { instrument: 'string', track: 'string', position: 'int' } },
  'conditions-of-instruments': { params: ids, row: { ...NODES.Condition, ...EVIDENCE, threshold: 'string?' } },
  'steps-of-instruments': { params: ids, row: { ...NODES.Step, ...EVIDENCE, role: 'string?' } },
  'evaluations-of-instruments': { params: ids, row: { ...NODES.Evaluation, instrument: 'string' } },
  'consequences-of-instruments': { params: ids, row: { ...NODES.Consequence, ...EVIDENCE, evaluation: 'string' } },
  'citations-from-instruments': { params: ids, row: MENTIONED },
  'citations-from-provisions': { params: ids, row: MENTIONED },
  'citations-to-instruments': { params: ids, row: MENTIONED },
  'references-from-instruments': { params: ids, row: MENTIONED },
  'references-from-provisions': { params: ids, row: MENTIONED },
  'references-to-provisions': { params: ids, row: MENTIONED },
  /** References to places in other documents, or to places that do not exist. */
  'pointers-from-instruments': { params: ids, row: MENTIONED },
  'pointers-from-provisions': { params: ids, row: MENTIONED },
  'pointers-to-provisions': { params: ids, row: MENTIONED },
  'pointers-to-instruments': { params: ids, row: MENTIONED },
  'node-counts': { params: {}, row: { label: 'string', nodes: 'int' } },
  'relationship-counts': { params: {}, row: { name: 'string', relationships: 'int' } },
} as const satisfies Record<string, Query>

export type QueryName = keyof typeof QUERIES
export type QueryParams<N extends QueryName> = Row<(typeof QUERIES)[N]['params']>
export type QueryRow<N extends QueryName> = Row<(typeof QUERIES)[N]['row']>

interface Query {
  readonly params: Properties
  readonly row: Properties
}
