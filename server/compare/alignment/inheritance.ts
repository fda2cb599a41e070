import { bare } from '../likeness.ts'
import type { AlignedSide } from '../../model/alignment.ts'

/** How much of a provision stands in the parent. */
export interface Inherited {
  readonly id: string
  /** Characters of its wording, without signs, spaces and own names. */
  readonly characters: number
  /** Of these, how many stand in the parent in runs of at least `RUN` characters, 0 to 1. */
  readonly share: number
}

/** A run this long is wording; shorter ones are the common stock of all regulations. */
const RUN = 6

/**
 * For every provision of a document, the share of its characters that stands anywhere in the parent in runs of six or more:
 * where it is low, the document legislates itself. Linear in both texts.
 */
export function inheritanceOf(document: AlignedSide, parent: AlignedSide): readonly Inherited[] {
  const known = new Set<string>()
  for (const { text } of parent.texts) for (const gram of gramsOf(bare(text, parent.ownNames))) known.add(gram)
  return document.texts.map(({ id, text }) => {
    const plain = bare(text, document.ownNames)
    return { id, characters: plain.length, share: plain === '' ? 0 : covered(plain, known) / plain.length }
  })
}

function gramsOf(plain: string): readonly string[] {
  return Array.from({ length: Math.max(0, plain.length - RUN + 1) }, (_, at) => plain.slice(at, at + RUN))
}

/** How many characters lie in a run that the parent has. */
function covered(plain: string, known: ReadonlySet<string>): number {
  let [count, until] = [0, 0]
  for (const [at, gram] of gramsOf(plain).entries()) {
    if (!known.has(gram)) continue
    count += at + RUN - Math.max(at, until)
    until = at + RUN
  }
  return count
}
