import { type Change, type Flip, flipsOf, oneChangeOf, type Opening } from '../fit/changes.ts'
import { profileFieldsOf } from '../fit/fields.ts'
import { judgeWith, type Judge, type Judged } from '../fit/judge.ts'
import { smallestChanges } from '../fit/path.ts'
import { checkProfile, type GivenValue } from '../fit/profile.ts'
import { nextQuestionOf } from '../fit/question.ts'
import { compareFits, whyOf } from '../fit/rank.ts'
import type { Field, Requirements, Test } from '../fit/requirements.ts'
import { requiredBy, sentenceOf } from '../fit/sentences.ts'
import { whatIf } from '../fit/what-if.ts'
import { fitOf, type Fit } from '../fit/whole.ts'
import type { Profile, ProfileField, Verdict } from '../model/fit.ts'
import { validityAt } from '../model/validity.ts'
import { applicantTypeOf, heldInstruments } from './arguments.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import { requirementsFor } from './fit-conditions.ts'
import type { InstrumentRow } from './loaders.ts'
import { viewed } from './views.ts'

export interface ProfileArgument {
  readonly applicantType?: string | null
  readonly jurisdiction?: string | null
  readonly track?: string | null
  readonly values: readonly GivenValue[]
}

interface Asked {
  readonly instruments?: readonly string[] | null | undefined
}

export type FitArguments = Asked & { readonly profile: ProfileArgument; readonly asOf?: string | null }

/** The fields that the conditions of the instruments ask for; of all that are held when none is named. */
export async function profileFields({ instruments }: Asked, context: Context) {
  const rows = await rowsOf(instruments, context)
  return profileFieldsOf(await requirementsFor(rows, context)).map(fieldView)
}

/** Where a profile would qualify, best first, and what would help most. Nothing of the profile is kept. */
export async function fit({ instruments, asOf, profile: given }: FitArguments, context: Context) {
  const date = asOf ?? context.today
  const read = await reading({ instruments, profile: given }, context)
  const { rows, requirements, fields, profile, judge } = read
  const byId = new Map(rows.map((row) => [row.id, row]))
  const results = requirements
    .flatMap((one) => {
      const row = byId.get(one.id)
      return row ? [{ row, one, fit: fitOf(one, profile, judge), validity: validityAt(row, date) }] : []
    })
    .sort(compareFits)
  const current = new Set(
    results.filter(({ validity }) => validity !== 'EXPIRED' && validity !== 'REPEALED').map(({ fit: { id } }) => id),
  )
  const next = nextQuestionOf(requirements, fields, { profile, judge })
  return {
    asOf: date,
    results: results.map((result) => ({
      ...resultView(result.fit, viewed(result.row, date)),
      ...sentenced('why', whyOf(result)),
      changes: () => smallestChanges(result.one, profile, judge)?.map((change) => changeView(change, [])) ?? null,
    })),
    oneChange: () => openingView(oneChangeOf(requirements, profile, { judge, current }), read),
    nextQuestion: next && fieldView(next),
    problems: read.problems.map(({ key, code, message }) => ({ key, code, ...sentenced('message', message) })),
  }
}

export type WhatIfArguments = FitArguments & { readonly key: string }

/** The verdict of each instrument over all values of one number. @throws BAD_USER_INPUT for a field that is no number */
export async function whatIfCurves({ key, instruments, profile: given }: WhatIfArguments, context: Context) {
  const { requirements, fields, profile, judge, rows } = await reading({ instruments, profile: given }, context)
  const field = fields.find((one) => one.key === key)
  if (field === undefined || (field.kind !== 'number' && field.kind !== 'series')) {
    const numbers = fields.filter(({ kind }) => kind === 'number' || kind === 'series').map((one) => one.key)
    throw badInput('key', `${key} is no amount that these conditions ask for: choose among ${numbers.join(', ')}`)
  }
  const asking = requirements.filter(({ id }) => field.usedBy.includes(id))
  return whatIf(asking, field, { profile, judge }).map(({ id, stretches }) => ({
    instrument: viewed(rows.find((row) => row.id === id) ?? null, context.today),
    stretches: stretches.map(({ to, ...stretch }) => ({ ...stretch, to: to === Infinity ? null : to })),
  }))
}

interface Reading {
  readonly rows: readonly InstrumentRow[]
  readonly requirements: readonly Requirements[]
  readonly fields: readonly ProfileField[]
  readonly profile: Profile
  readonly judge: Judge
}

async function reading(
  { instruments, profile: given }: Pick<FitArguments, 'instruments' | 'profile'>,
  context: Context,
) {
  const rows = await rowsOf(instruments, context)
  const requirements = await requirementsFor(rows, context)
  const fields = profileFieldsOf(requirements)
  const { jurisdictions } = context.vocabulary
  const jurisdiction = given.jurisdiction ?? null
  if (jurisdiction !== null && !jurisdictions.some(({ key }) => key === jurisdiction)) {
    throw badInput('profile.jurisdiction', `${jurisdiction} is no jurisdiction of the vocabulary: write it as CN-YN`)
  }
  const { profile, problems } = checkProfile(
    {
      applicantType: applicantTypeOf(given.applicantType),
      jurisdiction,
      track: given.track ?? null,
      values: given.values,
    },
    fields,
  )
  return { rows, requirements, fields, profile, problems, judge: judgeWith(jurisdictions) }
}

async function rowsOf(ids: readonly string[] | null | undefined, context: Context): Promise<readonly InstrumentRow[]> {
  if (ids === null || ids === undefined) return context.graph.ask('held-instruments', {})
  return heldInstruments('instruments', [...new Set(ids)], context)
}

function sentenced<N extends string>(name: N, { zh, en }: { readonly zh: string; readonly en: string }) {
  return { [name]: zh, [`${name}En`]: en } as { [K in N | `${N}En`]: string }
}

function fieldView({ label, ...field }: ProfileField) {
  return { ...field, options: [...field.options], ...sentenced('label', label) }
}

function resultView({ verdict, counts, track, trees }: Fit, instrument: InstrumentRow) {
  return {
    instrument,
    verdict,
    track,
    passed: counts.PASS,
    failed: counts.FAIL,
    unknown: counts.UNKNOWN,
    judgement: counts.JUDGEMENT,
    conditions: trees.map(({ judged }) => conditionView(judged, instrument.id)),
  }
}

export type ConditionView = ReturnType<typeof conditionView>

function conditionView(judged: Judged, instrument: string) {
  const { requirement, verdict, outcome } = judged
  const { of } = requirement
  const test = requirement.kind === 'test' ? requirement.test : requirement.kind === 'if' ? requirement.guard : null
  const amount = test !== null && 'threshold' in test ? test.threshold : null
  const required = requiredBy(requirement)
  return {
    id: of.id,
    kind: of.kind,
    track: of.track,
    words: of.words,
    verdict,
    reason: requirement.kind === 'test' && outcome !== null ? outcome.reason : REASONS[verdict],
    ...sentenced('sentence', sentenceOf(judged)),
    metricKey: amount?.metricKey ?? null,
    fieldKey: test && decidingField(test, verdict).key,
    required: required?.zh ?? null,
    requiredEn: required?.en ?? null,
    have: amount === null ? null : (outcome?.have ?? null),
    gap: verdict === 'FAIL' ? (outcome?.gap ?? null) : null,
    unit: amount?.unit ?? null,
    place: { instrument, provision: of.provision, start: of.start, end: of.end },
    children: (): readonly unknown[] => judged.parts.map((part) => conditionView(part, instrument)),
  }
}

/** Of a demand on the type and more, what is still to be told, or what failed. */
function decidingField(test: Test, verdict: Verdict): Field {
  return test.by === 'type' && test.judged !== null && verdict === 'JUDGEMENT' ? test.judged : test.field
}

/** Of a group, whose verdict comes from its parts. */
const REASONS = {
  PASS: 'met',
  FAIL: 'not met',
  UNKNOWN: 'no evidence',
  JUDGEMENT: 'needs judgement',
  NOT_APPLICABLE: 'not applicable',
} as const

function changeView({ field, from, to, distance }: Change, opens: readonly string[]) {
  const { key, unit, label } = field
  return { key, ...sentenced('label', label), unit, from, to, distance, opens, flips: [] as readonly Flip[] }
}

/** With its proof: the conditions whose verdict it turns. */
function openingView(opening: Opening | null, { requirements, profile, judge }: Reading) {
  if (opening === null) return null
  const opened = requirements.filter(({ id }) => opening.opens.includes(id))
  const flips = flipsOf(opened, { before: profile, after: opening.profile, judge })
  return { ...changeView(opening, opening.opens), flips }
}
