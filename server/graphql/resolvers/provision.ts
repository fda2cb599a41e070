import type { Context } from '../context.ts'
import { type ProvisionView, viewed } from '../views.ts'

export const Provision = {
  instrument: async ({ instrument, asOf }: ProvisionView, _: unknown, { load }: Context) =>
    viewed(await load.instrument.load(instrument), asOf),
  text: async ({ instrument, start, end }: ProvisionView, _: unknown, { load }: Context) =>
    ((await load.text.load(instrument))?.text ?? '').slice(start, end),
  thresholds: async (provision: ProvisionView, _: unknown, { load }: Context) =>
    (await load.thresholds.load(provision.instrument)).filter((fact) => isWithin(fact, provision)),
  references: async (provision: ProvisionView, _: unknown, context: Context) =>
    (await mentionsFrom(provision.instrument, context))
      .filter((mention) => isWithin(mention, provision))
      .map((mention) => viewed(mention, provision.asOf)),
  citedBy: async ({ id, asOf }: ProvisionView, _: unknown, { load }: Context) =>
    (await Promise.all([load.referencesTo.load(id), load.pointersTo.load(id)]))
      .flat()
      .map((mention) => viewed(mention, asOf)),
}

/** Citations and references that stand in an instrument, in text order. */
export async function mentionsFrom(instrument: string, { load }: Context) {
  const lists = await Promise.all([
    load.citations.load(instrument),
    load.pointers.load(instrument),
    load.references.load(instrument),
  ])
  return lists.flat().sort((one, two) => one.start - two.start || one.end - two.end)
}

interface Place {
  readonly start: number
  readonly end: number
}

function isWithin(inner: Place, outer: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
