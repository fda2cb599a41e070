import { validityAt } from '../../model/validity.ts'
import type { Context } from '../context.ts'
import { instrumentFingerprint } from '../fingerprint.ts'
import { evidenceOf, type InstrumentView, type ProvisionView, viewed } from '../views.ts'
import { validityReason } from '../validity-reason.ts'
import type { Sentence } from '../../model/comparison.ts'

export const Instrument = {
  jurisdiction: (row: InstrumentView) => ({
    id: row.jurisdiction,
    name: row.jurisdictionName,
    nameEn: row.jurisdictionNameEn,
    abbreviation: row.jurisdictionAbbreviation,
    level: row.jurisdictionLevel,
  }),
  fingerprint: instrumentFingerprint,
  validity: (row: InstrumentView) => validityAt(row, row.asOf),
  validityReason: async (row: InstrumentView, _: unknown, context: Context) => (await reasonOf(row, context)).zh,
  validityReasonEn: async (row: InstrumentView, _: unknown, context: Context) => (await reasonOf(row, context)).en,
  text: async ({ id }: InstrumentView, _: unknown, { load }: Context) => (await load.text.load(id))?.text ?? '',
  provisions: async ({ id, asOf }: InstrumentView, _: unknown, { load }: Context): Promise<readonly ProvisionView[]> =>
    (await load.provisions.load(id)).map((row) => viewed(row, asOf)),
  thresholds: ({ id }: InstrumentView, _: unknown, { load }: Context) => load.thresholds.load(id),
  norms: ({ id }: InstrumentView, _: unknown, { load }: Context) => load.norms.load(id),
  roles: ({ id }: InstrumentView, _: unknown, { load }: Context) => load.roles.load(id),
  problems: ({ id }: InstrumentView, _: unknown, { load }: Context) => load.problems.load(id),
  counts: ({ provisions, articles, thresholds, norms, citations, citedBy, problems }: InstrumentView) => ({
    ...{ provisions, articles, thresholds, norms, citations, citedBy, problems },
  }),
  tracks: async ({ id }: InstrumentView, _: unknown, { load }: Context) =>
    (await load.tracks.load(id)).map(({ track }) => track),
}

async function reasonOf(row: InstrumentView, { load }: Context): Promise<Sentence> {
  const repealing = await Promise.all(row.repealedBy.map((id) => load.instrument.load(id)))
  const titles = repealing.flatMap((other) => other?.title ?? [])
  return validityReason(row, row.asOf, titles)
}

export const Threshold = { evidence: evidenceOf }
export const Norm = { evidence: evidenceOf }
