/**
 * The graph: every label and relationship with its properties, the one source of both engines' DDL and of the row
 * types. A type ends in `?` where the value may be null; dates are ISO strings; `end` is a word of the embedded
 * engine's grammar, so statements quote it. House rule: labels are nouns, relationships verbs read left to right.
 */
export const NODES = {
  /** ISO 3166-2; ZZ where the text does not say. */
  Jurisdiction: {
    id: 'string',
    name: 'string',
    nameEn: 'string',
    abbreviation: 'string?',
    level: 'string',
    parent: 'string?',
  },
  /** Held with its text, or a ghost that is only cited. */
  Instrument: {
    id: 'string',
    held: 'bool',
    title: 'string',
    titleKey: 'string',
    docNumber: 'string?',
    numberKey: 'string?',
    jurisdiction: 'string',
    issuers: 'strings',
    issuedOn: 'string?',
    amendedOn: 'string?',
    effectiveFrom: 'string?',
    effectiveUntil: 'string?',
    effectiveUntilBasis: 'string?',
    stage: 'string?',
    text: 'string',
    hash: 'string?',
    source: 'string?',
    provisions: 'int',
    articles: 'int',
    thresholds: 'int',
    norms: 'int',
    citations: 'int',
    problems: 'int',
  },
  Provision: {
    id: 'string',
    instrument: 'string',
    eId: 'string',
    kind: 'string',
    label: 'string?',
    number: 'int?',
    heading: 'string?',
    parent: 'string?',
    depth: 'int',
    position: 'int',
    pinpoint: 'string',
    start: 'int',
    end: 'int',
    /** Its own words without its parts, line breaks and markup left out: what the search reads. */
    wording: 'string',
  },
  Threshold: {
    id: 'string',
    position: 'int',
    metric: 'string',
    metricKey: 'string?',
    comparator: 'string',
    value: 'float',
    upper: 'float?',
    /** Unit of `upper` where it is another: 15日以上6个月以下. */
    upperUnit: 'string?',
    unit: 'string',
    unitText: 'string',
    window: 'string?',
    per: 'string?',
    aggregation: 'string?',
    appliesIf: 'string?',
    alternativeGroup: 'string?',
    purpose: 'string',
    strength: 'string',
    hedge: 'string?',
    track: 'string?',
    applicantTypes: 'strings',
    /** The row of the comparison that a person put it in. */
    row: 'string?',
    start: 'int',
    end: 'int',
    quote: 'string',
  },
  /** A node of a condition tree: all, any, not, if, threshold or criterion. */
  Condition: {
    id: 'string',
    position: 'int',
    kind: 'string',
    track: 'string',
    parent: 'string?',
    /** Which operand of its parent it is: operand, then or else. */
    place: 'string',
    words: 'string?',
    start: 'int?',
    end: 'int?',
  },
  Norm: {
    id: 'string',
    position: 'int',
    bearer: 'string?',
    modality: 'string',
    action: 'string',
    modal: 'string?',
    start: 'int',
    end: 'int',
    quote: 'string',
  },
  /** A sentence or clause under one topic. */
  Clause: {
    id: 'string',
    position: 'int',
    topic: 'string',
    aspect: 'string?',
    modal: 'string?',
    rank: 'int?',
    delegated: 'string?',
    track: 'string?',
    applicantTypes: 'strings',
    /** The row of the comparison that a person put it in. */
    row: 'string?',
    start: 'int',
    end: 'int',
    quote: 'string',
  },
  Step: {
    id: 'string',
    position: 'int',
    track: 'string',
    stage: 'int',
    name: 'string?',
    actor: 'string?',
    action: 'string',
    duration: 'string?',
    start: 'int',
    end: 'int',
  },
  Evaluation: { id: 'string', position: 'int', grades: 'strings', cycle: 'string?' },
  Consequence: { id: 'string', position: 'int', grade: 'string?', effect: 'string', start: 'int', end: 'int' },
  Funding: { id: 'string', position: 'int', what: 'string', start: 'int', end: 'int' },
  Problem: { id: 'string', position: 'int', code: 'string', message: 'string', start: 'int?', end: 'int?' },
  Metric: {
    id: 'string',
    name: 'string?',
    nameEn: 'string?',
    topic: 'string?',
    unit: 'string?',
    family: 'string?',
    aggregation: 'string?',
  },
  Topic: { id: 'string', name: 'string?', nameEn: 'string?', parent: 'string?', position: 'int?' },
  /** A part that a text gives to someone; one node per key of the vocabulary, or per name where it has none. */
  Role: { id: 'string', key: 'string?', name: 'string?', nameEn: 'string?', kind: 'string?' },
  /** One node, `graph`: which schema wrote it, how many writes it has seen, which vocabulary it holds. */
  Ledger: { id: 'string', schema: 'string', born: 'string', generation: 'int', vocabulary: 'string?' },
} as const satisfies Record<string, Properties>

const MENTION = {
  id: 'string',
  instrument: 'string',
  title: 'string',
  titleKey: 'string',
  docNumber: 'string?',
  numberKey: 'string?',
  /** How many held documents fit the words; more than one is ambiguous, and the edge then leads to a ghost. */
  candidates: 'int',
} as const

export const RELATIONSHIPS = {
  ENACTS: { between: [['Jurisdiction', 'Instrument']], properties: {} },
  CONTAINS: { between: [['Instrument', 'Provision']], properties: {} },
  HAS_PART: { between: [['Provision', 'Provision']], properties: {} },
  SETS: {
    between: [
      ['Provision', 'Threshold'],
      ['Condition', 'Threshold'],
    ],
    properties: {},
  },
  MEASURES: { between: [['Threshold', 'Metric']], properties: {} },
  REQUIRES: { between: [['Provision', 'Condition']], properties: {} },
  HAS_OPERAND: { between: [['Condition', 'Condition']], properties: {} },
  STATES: { between: [['Provision', 'Norm']], properties: {} },
  BINDS: { between: [['Norm', 'Role']], properties: {} },
  NAMES: {
    between: [['Instrument', 'Role']],
    properties: { name: 'string', aliases: 'strings', kind: 'string', position: 'int' },
  },
  HAS_CLAUSE: { between: [['Provision', 'Clause']], properties: {} },
  SPEAKS_OF: { between: [['Clause', 'Topic']], properties: {} },
  HAS_STEP: {
    between: [
      ['Instrument', 'Step'],
      ['Provision', 'Step'],
    ],
    properties: {},
  },
  DONE_BY: { between: [['Step', 'Role']], properties: {} },
  HAS_EVALUATION: { between: [['Instrument', 'Evaluation']], properties: {} },
  LEADS_TO: { between: [['Evaluation', 'Consequence']], properties: {} },
  STATES_CONSEQUENCE: { between: [['Provision', 'Consequence']], properties: {} },
  GRANTS: { between: [['Provision', 'Funding']], properties: {} },
  RAISES: { between: [['Instrument', 'Problem']], properties: {} },
  CITES: {
    between: [
      ['Provision', 'Instrument'],
      ['Instrument', 'Instrument'],
    ],
    properties: { ...MENTION, relation: 'string', start: 'int', end: 'int', quote: 'string' },
  },
  /** A place in the same text that exists. */
  REFERS_TO: {
    between: [
      ['Provision', 'Provision'],
      ['Instrument', 'Provision'],
    ],
    properties: { id: 'string', instrument: 'string', start: 'int', end: 'int', quote: 'string' },
  },
  /** A place in another document, or one that the own text does not have. */
  POINTS_INTO: {
    between: [
      ['Provision', 'Instrument'],
      ['Instrument', 'Instrument'],
    ],
    properties: {
      ...MENTION,
      scope: 'string',
      article: 'int?',
      paragraph: 'int?',
      item: 'int?',
      start: 'int',
      end: 'int',
      quote: 'string',
    },
  },
  REPEALS: { between: [['Instrument', 'Instrument']], properties: MENTION },
  BASED_ON: { between: [['Instrument', 'Instrument']], properties: MENTION },
} as const satisfies Record<string, Relationship>

export type Label = keyof typeof NODES
export type RelationshipName = keyof typeof RELATIONSHIPS

export type PropertyType = 'string' | 'int' | 'float' | 'bool' | 'string?' | 'int?' | 'float?' | 'strings'
export type Properties = Readonly<Record<string, PropertyType>>

interface Relationship {
  readonly between: readonly (readonly [string, string])[]
  readonly properties: Properties
}

interface Values {
  string: string
  int: number
  float: number
  bool: boolean
  'string?': string | null
  'int?': number | null
  'float?': number | null
  strings: readonly string[]
}

/** The values that properties hold: `Row<typeof NODES.Provision>`. */
export type Row<P extends Properties> = { readonly [K in keyof P]: Values[P[K]] }

export type NodeRow<L extends Label> = Row<(typeof NODES)[L]>
