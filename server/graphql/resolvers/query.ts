import { compareValidity, validityAt } from '../../model/validity.ts'
import { alignment, type AlignmentArguments } from '../alignment.ts'
import { comparison, type ComparisonArguments } from '../comparison.ts'
import { inheritance, type InheritanceArguments } from '../inheritance.ts'
import { evaluations, procedures, type EvaluationsArguments, type ProceduresArguments } from '../process.ts'
import { fit, type FitArguments, profileFields, whatIfCurves, type WhatIfArguments } from '../fit.ts'
import type { Context } from '../context.ts'
import { firstOf, unknownInstrument } from '../arguments.ts'
import { badInput, notImplemented } from '../errors.ts'
import type { InstrumentRow } from '../loaders.ts'
import { viewed } from '../views.ts'
import { mentionsFrom } from './provision.ts'

interface AsOf {
  readonly asOf?: string | null
}

type Ids = AsOf & { readonly id: string }

export const Query = {
  jurisdictions: (_: unknown, __: unknown, { graph }: Context) => graph.ask('held-jurisdictions', {}),
  topics: (_: unknown, __: unknown, { vocabulary }: Context) => vocabulary.topics,
  instruments: async (_: unknown, { asOf, ghosts }: AsOf & { ghosts?: boolean | null }, { graph, today }: Context) => {
    const lists = [await graph.ask('held-instruments', {}), ghosts ? await graph.ask('ghost-instruments', {}) : []]
    return inOrder(lists.flat(), asOf ?? today).map((row) => viewed(row, asOf ?? today))
  },
  instrument: async (_: unknown, { id, asOf }: Ids, { load, today }: Context) =>
    viewed(await load.instrument.load(id), asOf ?? today),
  provision: async (_: unknown, { id, asOf }: Ids, { load, today }: Context) =>
    viewed(await load.provision.load(id), asOf ?? today),
  search: (_: unknown, args: SearchArguments, context: Context) => search(args, context),
  comparison: (_: unknown, args: ComparisonArguments, context: Context) => comparison(args, context),
  alignment: (_: unknown, args: AlignmentArguments, context: Context) => alignment(args, context),
  inheritance: (_: unknown, args: InheritanceArguments, context: Context) => inheritance(args, context),
  procedures: (_: unknown, args: ProceduresArguments, context: Context) => procedures(args, context),
  evaluations: (_: unknown, args: EvaluationsArguments, context: Context) => evaluations(args, context),
  references: async (_: unknown, { instrument, asOf }: AsOf & { instrument: string }, context: Context) => {
    if ((await context.load.instrument.load(instrument)) === null) throw unknownInstrument('instrument', [instrument])
    return (await mentionsFrom(instrument, context)).map((mention) => viewed(mention, asOf ?? context.today))
  },
  profileFields: (_: unknown, args: Pick<FitArguments, 'instruments'>, context: Context) =>
    profileFields(args, context),
  fit: (_: unknown, args: FitArguments, context: Context) => fit(args, context),
  whatIf: (_: unknown, args: WhatIfArguments, context: Context) => whatIfCurves(args, context),
  checkDraft: later('checkDraft'),
  graph: later('graph'),
}

/** National first, then those in force, the expired last; the store's order decides between equals. */
function inOrder(rows: readonly InstrumentRow[], asOf: string): readonly InstrumentRow[] {
  const isNational = (row: InstrumentRow) => Number(row.jurisdictionLevel === 'national')
  return [...rows].sort(
    (a, b) => isNational(b) - isNational(a) || compareValidity(validityAt(a, asOf), validityAt(b, asOf)),
  )
}

interface SearchArguments extends AsOf {
  readonly query: string
  readonly first?: number | null
}

async function search({ query, first, asOf }: SearchArguments, { graph, load, today }: Context) {
  if (query.trim() === '') throw badInput('query', 'nothing to search for: give at least one word')
  const { total, hits } = await graph.search(query, firstOf(first ?? 20))
  const provisions = await Promise.all(hits.map((hit) => load.provision.load(hit.provision)))
  // A hit whose text was replaced between the two questions has gone with it.
  return {
    total,
    hits: hits
      .map((hit, at) => ({ ...hit, provision: viewed(provisions[at] ?? null, asOf ?? today) }))
      .filter(({ provision }) => provision !== null),
  }
}

function later(field: string): () => never {
  return () => {
    throw notImplemented(field)
  }
}

export const Topic = {
  id: ({ key }: { key: string }) => key,
  name: ({ zh }: { zh: string }) => zh,
  nameEn: ({ en }: { en: string }) => en,
}
