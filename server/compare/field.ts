import type { ComparedInstrument, ComparedMark } from '../model/comparison.ts'

/** From this share of its statements, with so many aspects, a text is of the vocabulary's field; a short one from half. */
const SHARE = 0.25
const ASPECTS = 15
const SHORT_SHARE = 0.5

/** Topics whose aspects (施行, 解释机关) every text has. */
const EVERYWHERE = new Set(['supplementary'])

/**
 * Which statements of a text the aspects of the vocabulary may name. In a text of another field a word of an aspect is
 * but a word (公示 of this, 公示 of that): there only what every text has is named, and all else meets by its own words.
 * Seen: texts of the field 0.38 to 0.73 of the statements with 20 to 45 aspects, others up to 0.35 with up to 16.
 */
export function aspectsIn(instrument: Pick<ComparedInstrument, 'marks'>): (mark: ComparedMark) => boolean {
  const named = isOfField(instrument)
  return ({ aspect, topic }) => aspect !== null && (named || EVERYWHERE.has(topic))
}

/** Whether a text is of the field of the vocabulary; one of which no statements are known is taken for such. */
export function isOfField({ marks }: Pick<ComparedInstrument, 'marks'>): boolean {
  const telling = marks.filter(({ topic }) => !EVERYWHERE.has(topic))
  const named = telling.filter(({ aspect }) => aspect !== null)
  const share = telling.length === 0 ? 1 : named.length / telling.length
  return share >= SHORT_SHARE || (share >= SHARE && new Set(named.map(({ aspect }) => aspect)).size >= ASPECTS)
}
