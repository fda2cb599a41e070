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
export function aspectsIn({ marks }: Pick<ComparedInstrument, 'marks'>): (mark: ComparedMark) => boolean {
  const telling = marks.filter(({ topic }) => !EVERYWHERE.has(topic))
  const named = telling.filter(({ aspect }) => aspect !== null)
  const share = named.length / Math.max(1, telling.length)
  const isOfField =
    share >= SHORT_SHARE || (share >= SHARE && new Set(named.map(({ aspect }) => aspect)).size >= ASPECTS)
  return ({ aspect, topic }) => aspect !== null && (isOfField || EVERYWHERE.has(topic))
}
