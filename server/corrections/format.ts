import { z } from 'zod'
import { type FactKind, FORMS } from './fact-forms.ts'
import { quoteHash } from './quotes.ts'

export type Fields = Readonly<Record<string, unknown>>

/** What a person says of one fact. It is found by its words, so it outlives new rules and new versions of the text. */
export interface Correction {
  readonly kind: FactKind
  /** The words of the fact as they stand in the text. */
  readonly quote: string
  /** `quoteHash(quote)`: shows a quote that was changed by mistake. */
  readonly hash?: string
  /** Which occurrence is meant when the quote stands more than once, from 1. */
  readonly nth?: number
  /** Fields that tell the fact from others with the same words. */
  readonly where?: Fields
  /** Exactly one of the three; `start` and `end` in them count from the beginning of the quote. */
  readonly set?: Fields
  readonly drop?: true
  readonly add?: Fields
  readonly reason: string
  readonly author: string
  readonly date: string
}

/** One entry that cannot be used, and where it stands in the file. */
export interface BadEntry {
  /** `corrections.2.set.value`. */
  readonly at: string
  readonly message: string
}

export interface CorrectionsFile {
  readonly corrections: readonly Correction[]
  readonly bad: readonly BadEntry[]
}

/**
 * The entries of a corrections file that are right, and what is wrong with the others: one bad entry loses no other.
 * @example parseCorrections({ corrections: [{ kind: 'threshold', quote: '不少于50人', drop: true, … }] }).bad // []
 */
export function parseCorrections(json: unknown): CorrectionsFile {
  const file = FILE.safeParse(json)
  if (!file.success) return { corrections: [], bad: [{ at: 'the top', message: 'must be {"corrections": […]}' }] }
  const parsed = file.data.corrections.map((entry, at) => parseEntry(entry, `corrections.${at}`))
  return {
    corrections: parsed.flatMap((one) => ('correction' in one ? [one.correction] : [])),
    bad: parsed.flatMap((one) => ('bad' in one ? [one.bad] : [])),
  }
}

const FILE = z.strictObject({ corrections: z.array(z.unknown()) })

const said = { reason: z.string().min(1), author: z.string().min(1), date: z.iso.date() }

/** Kinds of which there is one, or whose place is more than a quote: they are changed, not added or dropped. */
const ACTIONS: Readonly<Partial<Record<FactKind, readonly Action[]>>> = {
  meta: ['set'],
  provision: ['set'],
  criterion: ['set', 'drop'],
  eligibility: ['set', 'drop'],
  row: ['set'],
}
type Action = 'set' | 'drop' | 'add'
const ALL: readonly Action[] = ['set', 'drop', 'add']

function parseEntry(entry: unknown, at: string): { readonly correction: Correction } | { readonly bad: BadEntry } {
  const kind = z.object({ kind: z.enum(KINDS) }).safeParse(entry)
  if (!kind.success) return { bad: badEntry(at, kind.error) }
  const checked = ENTRIES[kind.data.kind].safeParse(entry)
  return checked.success ? { correction: checked.data } : { bad: badEntry(at, checked.error, kind.data.kind) }
}

const KINDS = Object.keys(FORMS) as readonly FactKind[]
const ENTRIES = Object.fromEntries(KINDS.map((kind) => [kind, entryOf(kind)])) as Readonly<
  Record<FactKind, z.ZodType<Correction>>
>

function entryOf(kind: FactKind): z.ZodType<Correction> {
  const actions = ACTIONS[kind] ?? ALL
  const offset = z.int().min(0).exactOptional()
  const fields = z.strictObject(FORMS[kind]).partial()
  // A row is no part of the text, and its facts are amounts and clauses.
  const form = kind === 'row' ? fields : fields.extend({ start: offset, end: offset })
  const told = kind === 'row' ? z.strictObject({ ...FORMS.topic, ...FORMS.threshold }).partial() : fields
  const shape = {
    kind: z.literal(kind),
    quote: z.string().refine((quote) => /\S/.test(quote), 'must be words of the text'),
    hash: z.string().exactOptional(),
    nth: z.int().min(1).exactOptional(),
    where: told.exactOptional(),
    set: form.exactOptional(),
    drop: z.literal(true).exactOptional(),
    add: form.exactOptional(),
    ...said,
  }
  return z
    .strictObject(shape)
    .refine((one) => !one.hash || one.hash === quoteHash(one.quote), {
      path: ['hash'],
      error: 'is not that of the quote: restore the quote, or leave the hash out',
    })
    .refine((one) => ALL.filter((action) => one[action] !== undefined).length === 1, {
      error: `must hold exactly one of ${actions.join(', ')}`,
    })
    .refine((one) => [one.set, one.add].every((given) => given === undefined || Object.keys(given).length > 0), {
      error: 'must name at least one field to set or add',
    })
    .refine((one) => actions.some((action) => one[action] !== undefined), {
      error: `of kind ${kind} may only ${actions.join(' or ')}`,
    })
}

function badEntry(at: string, { issues: [issue] }: z.ZodError, kind?: FactKind): BadEntry {
  const path = [at, ...(issue?.path ?? [])].join('.')
  const known = issue?.code === 'unrecognized_keys' && issue.path.length > 0 && kind ? Object.keys(FORMS[kind]) : []
  const hint = known.length > 0 ? `; a ${kind} has ${known.join(', ')}` : ''
  return { at: path, message: `${issue?.message ?? 'not a correction'}${hint}` }
}
