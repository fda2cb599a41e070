import type { Context } from '../context.ts'
import type { ConditionView } from '../fit.ts'
import { type EvidenceView, evidenceOf } from '../views.ts'

export const ConditionResult = {
  /** Of a group from its first word to its last, as it stands in the text. */
  evidence: async ({ words }: ConditionView, _: unknown, { load }: Context): Promise<EvidenceView> => {
    const [text, provision] = await Promise.all([
      load.text.load(words.instrument),
      load.provision.load(words.provision),
    ])
    const quote = text?.text.slice(words.start, words.end) ?? ''
    return evidenceOf({ ...words, pinpoint: provision?.pinpoint ?? null, quote })
  },
}
