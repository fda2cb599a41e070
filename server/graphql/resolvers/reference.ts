import type { Context } from '../context.ts'
import type { InstrumentRow } from '../loaders.ts'
import { referenceState, stateReason } from '../reference-state.ts'
import { evidenceOf, type MentionView } from '../views.ts'

export const ReferenceEdge = {
  from: evidenceOf,
  kind: ({ scope }: MentionView) => (scope === null ? 'citation' : 'reference'),
  state: async (mention: MentionView, _: unknown, context: Context) =>
    referenceState(mention, await targetOf(mention, context), mention.asOf),
  /** A wrong target is worse than none: where several fit, none is named. */
  targetInstrument: ({ candidates, targetInstrument }: MentionView) => (candidates > 1 ? null : targetInstrument),
  why: async (mention: MentionView, _: unknown, context: Context) => (await reasonOf(mention, context))?.zh ?? null,
  whyEn: async (mention: MentionView, _: unknown, context: Context) => (await reasonOf(mention, context))?.en ?? null,
}

async function reasonOf(mention: MentionView, context: Context) {
  const target = await targetOf(mention, context)
  return stateReason(referenceState(mention, target, mention.asOf), mention, target)
}

function targetOf({ targetInstrument }: MentionView, { load }: Context): Promise<InstrumentRow | null> {
  return load.instrument.load(targetInstrument)
}
