import type { Context } from '../context.ts'
import type { ConditionView } from '../fit.ts'
import { type EvidenceView, evidenceOf } from '../views.ts'

export const ConditionResult = {
  /** Of a group from its first word to its last, as it stands in the text. */
  evidence: async ({ place }: ConditionView, _: unknown, { load }: Context): Promise<EvidenceView> => {
    const [text, provision] = await Promise.all([
      load.text.load(place.instrument),
      load.provision.load(place.provision),
    ])
    const quote = text?.text.slice(place.start, place.end) ?? ''
    return evidenceOf({ ...place, pinpoint: provision?.pinpoint ?? null, quote })
  },
}
