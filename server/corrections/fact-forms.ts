import { z } from 'zod'

const words = z.string().min(1)
const wordsOrNone = words.nullable()
const number = z.number()
const count = z.int().min(0)
const place = count.nullable()
const day = z.iso.date().nullable()
const applicants = z.array(z.enum(['enterprise', 'university', 'research_institute', 'technology_institution']))

const TARGET = z.strictObject({
  article: place.default(null),
  paragraph: place.default(null),
  item: place.default(null),
  subitem: place.default(null),
  annex: place.default(null),
  chapter: place.default(null),
  id: wordsOrNone.default(null),
  exists: z.boolean().nullable().default(null),
})

/** What a person may say of a fact, by its kind: the fields of the model without their place, which the quote gives. */
export const FORMS = {
  threshold: {
    metric: words,
    metricKey: wordsOrNone,
    comparator: z.enum(['>=', '>', '<=', '<', '=', 'between']),
    value: number,
    upper: number.nullable(),
    upperUnit: words.exactOptional(),
    unit: words,
    unitText: z.string(),
    window: wordsOrNone,
    per: wordsOrNone,
    aggregation: z.enum(['each', 'sum', 'mean']).nullable(),
    appliesIf: wordsOrNone,
    alternativeGroup: wordsOrNone,
    purpose: z.enum([
      ...['eligibility', 'governance', 'procedure', 'evaluation', 'funding', 'sanction', 'target', 'validity', 'other'],
    ] as const),
    strength: z.enum(['must', 'should', 'encouraged', 'informative']),
    hedge: wordsOrNone,
    track: wordsOrNone,
    applicantTypes: applicants,
  },
  citation: {
    title: words,
    docNumber: wordsOrNone,
    relation: z.enum(['basis', 'models', 'implements', 'repeals', 'applies', 'issues', 'mentions']),
    kind: z.enum(['document', 'form', 'self']),
  },
  reference: { scope: z.enum(['internal', 'external']), document: wordsOrNone, targets: z.array(TARGET) },
  norm: {
    bearer: wordsOrNone,
    modality: z.enum(['obligation', 'prohibition', 'permission', 'power', 'encouragement', 'declaration']),
    action: words,
    modal: wordsOrNone,
  },
  step: {
    track: words,
    order: count,
    name: wordsOrNone,
    actor: wordsOrNone,
    action: words,
    duration: wordsOrNone,
  },
  consequence: { grade: wordsOrNone, effect: words },
  funding: { what: words },
  topic: {
    topic: words,
    aspect: wordsOrNone,
    modal: wordsOrNone,
    rank: number.nullable(),
    delegated: wordsOrNone,
    track: wordsOrNone,
    applicantTypes: applicants,
  },
  problem: { code: words, message: words },
  row: { row: words },
  role: { key: wordsOrNone, name: words, aliases: z.array(words), kind: words },
  criterion: { criterion: words },
  eligibility: { track: words },
  scale: { grades: z.array(words), cycle: wordsOrNone },
  provision: { label: wordsOrNone, number: number.nullable(), heading: wordsOrNone },
  meta: {
    title: wordsOrNone,
    docNumber: wordsOrNone,
    issuers: z.array(words),
    issuedOn: day,
    amendedOn: day,
    effectiveFrom: day,
    effectiveUntil: day,
    effectiveUntilBasis: z.enum(['explicit', 'derived']).nullable(),
    stage: z.enum(['试行', '暂行']).nullable(),
    jurisdiction: wordsOrNone,
    repeals: z.array(z.strictObject({ title: words, docNumber: wordsOrNone })),
  },
} as const

export type FactKind = keyof typeof FORMS

/** What a fact that a person adds holds where the correction is silent. */
export const BLANKS: Readonly<Partial<Record<FactKind, Readonly<Record<string, unknown>>>>> = {
  threshold: {
    metricKey: null,
    upper: null,
    window: null,
    per: null,
    aggregation: null,
    appliesIf: null,
    alternativeGroup: null,
    purpose: 'other',
    strength: 'must',
    hedge: null,
    track: null,
    applicantTypes: [],
  },
  citation: { docNumber: null, relation: 'mentions', kind: 'document' },
  reference: { scope: 'internal', document: null },
  norm: { bearer: null, modal: null },
  step: { track: 'general', name: null, actor: null, duration: null },
  consequence: { grade: null },
  topic: { aspect: null, modal: null, rank: null, delegated: null, track: null, applicantTypes: [] },
  role: { key: null, aliases: [] },
  scale: { cycle: null },
}
