import { z } from 'zod'
import type { Meta, Provision } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Citation, Consequence, Evaluation, Funding, Norm, Reference } from '../model/facts.ts'
import type { Role, Step, Threshold, TopicMark } from '../model/facts.ts'
import type { Problem, Span } from '../model/text.ts'
import { changeCriterion, changeTree, remapped } from './conditions.ts'
import { BLANKS, type FactKind, FORMS } from './fact-forms.ts'
import type { Correction, Fields } from './format.ts'
import { type Changed, changedList, type Fit, holds, type ListOptions } from './list-change.ts'
import { innermost } from './provisions.ts'
import { changeRow } from './rows.ts'
import type { Place } from './quotes.ts'
import { type Change, isTrouble, NEEDLESS, type Outcome, ruleOf } from './outcome.ts'

const where = { start: z.int(), end: z.int(), rule: z.string().exactOptional() }
const inside = { ...where, provision: z.string({ error: 'missing: no provision stands there' }) }
const quoted = { ...inside, quote: z.string() }
const anywhere = { ...quoted, provision: z.string().nullable() }

// Loose, so that what a reader adds to a fact beside the fields of the form outlives a correction.
const THRESHOLD: z.ZodType<Threshold> = z
  .looseObject({ ...FORMS.threshold, ...quoted })
  .refine(({ comparator, upper }) => (comparator === 'between') === (upper !== null), {
    path: ['upper'],
    error: 'must be a number when the comparator is between, and null otherwise',
  })
const CITATION: z.ZodType<Citation> = z.looseObject({ ...FORMS.citation, ...anywhere })
const REFERENCE: z.ZodType<Reference> = z.looseObject({ ...FORMS.reference, ...anywhere })
const NORM: z.ZodType<Norm> = z.looseObject({ ...FORMS.norm, ...quoted })
const STEP: z.ZodType<Step> = z.looseObject({ ...FORMS.step, ...inside })
const CONSEQUENCE: z.ZodType<Consequence> = z.looseObject({ ...FORMS.consequence, ...inside })
const FUNDING: z.ZodType<Funding> = z.looseObject({ ...FORMS.funding, ...inside })
const TOPIC: z.ZodType<TopicMark> = z.looseObject({ ...FORMS.topic, ...quoted })
const PROBLEM: z.ZodType<Problem> = z.looseObject({ ...FORMS.problem, start: z.int(), end: z.int() })
const ROLE: z.ZodType<Role> = z.looseObject({ ...FORMS.role, rule: z.string().exactOptional() })
const SCALE: z.ZodType<Evaluation> = z.looseObject({ ...FORMS.scale, consequences: z.array(CONSEQUENCE) })
const PROVISION: z.ZodType<Provision> = z.looseObject({
  ...FORMS.provision,
  id: z.string(),
  kind: z.enum([
    ...['part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem', 'outline1', 'outline2'],
    ...['outline3', 'outline4', 'annex', 'other'],
  ] as const),
  parent: z.string().nullable(),
  start: z.int(),
  end: z.int(),
})

const META: z.ZodType<Meta> = z.looseObject(FORMS.meta)

/** How a correction of each kind is carried out. */
export const CHANGES = {
  threshold: spans(THRESHOLD, 'threshold', {
    list: ({ thresholds }) => thresholds,
    put: (extraction, { facts, from }) => ({
      ...extraction,
      thresholds: facts,
      eligibility: remapped(extraction, from),
    }),
  }),
  citation: spans(CITATION, 'citation', {
    list: ({ citations }) => citations,
    put: (extraction, { facts }) => ({ ...extraction, citations: facts }),
  }),
  reference: spans(REFERENCE, 'reference', {
    list: ({ references }) => references,
    put: (extraction, { facts }) => ({ ...extraction, references: facts.map((one) => resolved(one, extraction)) }),
  }),
  norm: spans(NORM, 'norm', {
    list: ({ norms }) => norms,
    put: (extraction, { facts }) => ({ ...extraction, norms: facts }),
  }),
  step: spans(STEP, 'step', {
    list: ({ procedure }) => procedure,
    put: (extraction, { facts }) => ({ ...extraction, procedure: facts }),
  }),
  consequence: spans(CONSEQUENCE, 'consequence', {
    list: ({ evaluation }) => evaluation.flatMap(({ consequences }) => consequences),
    put: (extraction, changed) => ({ ...extraction, evaluation: shared(extraction.evaluation, changed) }),
  }),
  funding: spans(FUNDING, 'funding', {
    list: ({ funding }) => funding,
    put: (extraction, { facts }) => ({ ...extraction, funding: facts }),
  }),
  topic: spans(TOPIC, 'topic', {
    list: ({ topics }) => topics,
    put: (extraction, { facts }) => ({ ...extraction, topics: facts }),
  }),
  problem: spans(PROBLEM, 'problem', {
    list: ({ problems }) => problems,
    put: (extraction, { facts }) => ({ ...extraction, problems: facts }),
  }),
  role: named(ROLE, 'role', {
    list: ({ roles }) => roles,
    put: (extraction, { facts }) => ({ ...extraction, roles: facts }),
    fit: ({ name, aliases }, { quote }) => (name === quote ? 'exact' : aliases.includes(quote) ? 'near' : null),
    blank: ({ quote }) => ({ name: quote }),
  }),
  scale: named(SCALE, 'scale', {
    list: ({ evaluation }) => evaluation,
    put: (extraction, { facts }) => ({ ...extraction, evaluation: facts }),
    fit: ({ grades }, { quote }) => (grades.some((grade) => quote.includes(grade)) ? 'exact' : 'near'),
    blank: () => ({ consequences: [] }),
  }),
  provision: named(PROVISION, 'provision', {
    list: ({ provisions }) => provisions,
    put: (extraction, { facts }) => ({ ...extraction, provisions: facts }),
    fit: ({ start, label, heading }, _, place) =>
      start < place.start || start >= place.end ? null : label !== null || heading !== null ? 'exact' : 'near',
    blank: () => ({}),
  }),
  criterion: changeCriterion,
  row: changeRow,
  eligibility: changeTree,
  meta: (extraction, { correction: { set = {} } }) =>
    holds(extraction.meta, set) ? NEEDLESS : { ...extraction, meta: META.parse({ ...extraction.meta, ...set }) },
} satisfies Record<FactKind, Change>

interface Listing<F> {
  readonly list: (extraction: Extraction) => readonly F[]
  readonly put: (extraction: Extraction, changed: Changed<F>) => Extraction
}

/** Facts that have a place in the text. */
function spans<F extends { readonly start: number | null; readonly end: number | null }>(
  type: z.ZodType<F>,
  kind: FactKind,
  { list, put }: Listing<F>,
): Change {
  return (extraction, { correction, place, raw }) =>
    carriedOut(extraction, put, {
      facts: list(extraction),
      correction,
      fit: ({ start, end }) => fitOf(place, start, end),
      made: (before, given) => ({
        ...(before ?? BLANKS[kind]),
        ...placedFields(given, { place, before, raw, extraction, kind }),
        rule: ruleOf(correction),
      }),
      type,
      after: (one, other) => (one.start ?? 0) > (other.start ?? 0),
    })
}

interface Naming<F> extends Listing<F> {
  readonly fit: (fact: F, correction: Correction, place: Span) => Fit
  readonly blank: (correction: Correction) => Fields
}

/** Facts that have no place of their own, and are known by a name. */
function named<F>(type: z.ZodType<F>, kind: FactKind, { list, put, fit, blank }: Naming<F>): Change {
  return (extraction, { correction, place }) =>
    carriedOut(extraction, put, {
      facts: list(extraction),
      correction,
      fit: (fact) => fit(fact, correction, place),
      made: (before, given) => ({
        ...(before ?? { ...BLANKS[kind], ...blank(correction) }),
        ...given,
        ...(kind === 'role' && { rule: ruleOf(correction) }),
      }),
      type,
      after: () => false,
    })
}

function carriedOut<F>(extraction: Extraction, put: Listing<F>['put'], options: ListOptions<F>): Outcome {
  const changed = changedList(options)
  return isTrouble(changed) ? changed : put(extraction, changed)
}

function fitOf(place: Span, start: number | null, end: number | null): Fit {
  if (start === null || end === null) return null
  if (start === place.start && end === place.end) return 'exact'
  return start < place.end && end > place.start ? 'near' : null
}

interface Setting {
  readonly place: Place
  readonly before: { readonly start: number | null; readonly end: number | null } | null
  readonly raw: string
  readonly extraction: Extraction
  readonly kind: FactKind
}

/** The given fields with `start` and `end`, which count from the quote, as a place in the text; a fact keeps its own place. */
function placedFields(given: Fields, { place, before, raw, extraction, kind }: Setting): Fields {
  const { start: from, end: to, ...fields } = given
  if (before !== null && from === undefined && to === undefined) return fields
  const { start, end } = place.part(Number(from ?? 0), Number(to ?? Number.MAX_SAFE_INTEGER))
  const own = { ...fields, start, end }
  if (kind === 'problem') return own
  const provision = innermost(extraction.provisions, start)?.id ?? null
  return QUOTED.has(kind) ? { ...own, provision, quote: raw.slice(start, end) } : { ...own, provision }
}

const QUOTED: ReadonlySet<FactKind> = new Set(['threshold', 'citation', 'reference', 'norm', 'topic'])

/** Targets that name a provision of this text exist when the tree has it. */
function resolved(reference: Reference, { provisions }: Extraction): Reference {
  const targets = reference.targets.map((target) => {
    if (target.exists !== null || target.id === null) return target
    return { ...target, exists: provisions.some(({ id }) => id === target.id) }
  })
  return { ...reference, targets }
}

/** Consequences go back to the scale they came from, added ones to the first. */
function shared(evaluation: readonly Evaluation[], { facts, from }: Changed<Consequence>): readonly Evaluation[] {
  const scales = evaluation.length > 0 ? evaluation : [{ grades: [], cycle: null, consequences: [] }]
  const owners = scales.flatMap(({ consequences }, index) => consequences.map(() => index))
  const ownerOf = (at: number) => owners[from[at] ?? -1] ?? 0
  return scales.map((scale, index) => ({ ...scale, consequences: facts.filter((_, at) => ownerOf(at) === index) }))
}
