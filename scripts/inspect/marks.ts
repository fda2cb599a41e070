import type { Extraction } from '../../server/model/extraction.ts'
import type { Condition, Threshold } from '../../server/model/facts.ts'
import type { Span } from '../../server/model/text.ts'

/** Kinds of facts that have a place in the text; where several share a character, the first gives it its colour. */
export const KINDS = [
  'threshold',
  'citation',
  'reference',
  'criterion',
  'consequence',
  'funding',
  'step',
  'norm',
  'topic',
  'problem',
] as const

export type MarkKind = (typeof KINDS)[number]

/** One fact in its place: what was read there, in a line, and by which rule. */
export interface Mark extends Span {
  readonly kind: MarkKind
  readonly says: string
  /** Null where the reader does not name its rule. */
  readonly rule: string | null
}

/** Every fact of a reading that has a place, in text order; of two at one place the longer first. */
export function marksOf(extraction: Extraction): readonly Mark[] {
  const { thresholds, citations, references, norms, procedure, eligibility, evaluation, funding, topics } = extraction
  const marks = [
    ...thresholds.map((one) => mark('threshold', one, amountOf(one))),
    ...citations.map((one) => mark('citation', one, listed([one.relation, one.title, one.docNumber, one.kind]))),
    ...references.map((one) =>
      mark('reference', one, listed([one.scope, one.document, one.targets.map(targetOf).join(' ')])),
    ),
    ...eligibility.flatMap(({ track, logic }) => criteriaOf(logic).map((one) => mark('criterion', one, track))),
    ...evaluation.flatMap(({ consequences }) =>
      consequences.map((one) => mark('consequence', one, listed([one.grade, one.effect]))),
    ),
    ...funding.map((one) => mark('funding', one, one.what)),
    ...procedure.map((one) => mark('step', one, stepOf(one))),
    ...norms.map((one) => mark('norm', one, listed([one.modality, one.bearer ?? 'nobody named', one.action]))),
    ...topics.map((one) => mark('topic', one, listed([one.topic, one.aspect, one.modal, one.track]))),
    ...extraction.problems.flatMap(({ code, message, start, end }) =>
      start === null || end === null ? [] : [mark('problem', { start, end }, `${code}: ${message}`)],
    ),
  ]
  return marks.toSorted((one, other) => one.start - other.start || other.end - one.end)
}

/** Facts of one kind that share characters without being the same place: mostly one of them is wrong. */
export function overlapsOf(marks: readonly Mark[]): readonly (readonly [Mark, Mark])[] {
  return KINDS.flatMap((kind) => {
    const own = marks.filter((one) => one.kind === kind)
    return own.flatMap((one, at) => {
      const after = own.slice(at + 1)
      const end = after.findIndex(({ start }) => start >= one.end)
      return after.slice(0, end === -1 ? undefined : end).map((other) => [one, other] as const)
    })
  })
}

function mark(
  kind: MarkKind,
  { start, end, rule = null }: Span & { readonly rule?: string | null },
  says: string,
): Mark {
  return { kind, start, end, says, rule }
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

/** `固定人员 ≥ 50 person · fixed_staff · eligibility, must`. */
function amountOf(one: Threshold): string {
  const upper = one.upper === null ? '' : `–${one.upper}${one.upperUnit ? ` ${one.upperUnit}` : ''}`
  const amount = `${one.metric} ${SIGNS[one.comparator]} ${one.value}${upper} ${one.unit}`
  const fields = ['window', 'per', 'aggregation', 'appliesIf', 'hedge', 'track', 'alternativeGroup'] as const
  const more = fields.flatMap((field) => (one[field] === null ? [] : [`${field} ${one[field]}`]))
  const types = one.applicantTypes.join(', ')
  return listed([amount, one.metricKey ?? 'no key', `${one.purpose}, ${one.strength}`, ...more, types])
}

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', between: 'between' } as const

function stepOf({ order, name, actor, action, duration, track }: Extraction['procedure'][number]): string {
  return listed([`${track} ${order}`, name, actor ?? 'nobody named', action, duration])
}

function targetOf({ id, exists, ...place }: Extraction['references'][number]['targets'][number]): string {
  const numbers = Object.entries(place).flatMap(([level, number]) => (number === null ? [] : [`${level} ${number}`]))
  return `${numbers.join(' ') || 'itself'} → ${id ?? (exists === false ? 'does not exist' : 'elsewhere')}`
}

function criteriaOf(condition: Condition): readonly (Span & { readonly rule?: string })[] {
  if ('criterion' in condition) return [condition]
  if ('threshold' in condition) return []
  if ('not' in condition) return criteriaOf(condition.not)
  if ('if' in condition) return [condition.then, condition.else].flatMap((one) => (one ? criteriaOf(one) : []))
  return ('all' in condition ? condition.all : condition.any).flatMap(criteriaOf)
}
