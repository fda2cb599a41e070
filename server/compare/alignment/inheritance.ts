import { bare } from '../likeness.ts'
import type { AlignedSide, AlignedText } from '../../model/alignment.ts'
import { fairlyNamed } from './fair-names.ts'

/** How much of a provision stands in the parent. */
export interface Inherited {
  readonly id: string
  /** Characters of its wording, without signs, spaces and own names. */
  readonly characters: number
  /** Of these, how many stand in the parent in runs of at least `RUN` characters, 0 to 1. */
  readonly share: number
  /** Its longest passage of whole sentences that the parent does not have, as written; empty where there is none. */
  readonly own: string
}

/** A run this long is wording; shorter ones are the common stock of all regulations. */
const RUN = 6

/**
 * For every provision of a document, the share of its characters that stands anywhere in the parent in runs of six or more,
 * and its longest passage that does not: where the share is low, the document legislates itself. Linear in both texts.
 */
export function inheritanceOf(document: AlignedSide, parent: AlignedSide): readonly Inherited[] {
  return inheritedFrom(parent)(document)
}

/** The same for several documents: what is known of the parent is made once for each set of its own names that counts. */
export function inheritedFrom(parent: AlignedSide): (document: AlignedSide) => readonly Inherited[] {
  const known = new Map<string, ReadonlySet<string>>()
  return (document) => {
    const [own, others] = fairlyNamed(document, parent)
    const key = others.ownNames.join('\n')
    const grams = known.get(key) ?? gramsOfAll(others)
    known.set(key, grams)
    return own.texts.map((text) => inherited(text, { grams, ownNames: own.ownNames }))
  }
}

interface Known {
  readonly grams: ReadonlySet<string>
  readonly ownNames: readonly string[]
}

function inherited({ id, text }: AlignedText, { grams, ownNames }: Known): Inherited {
  const plain = bare(text, ownNames)
  const runs = coveredRuns(plain, grams)
  const count = runs.reduce((sum, { start, end }) => sum + end - start, 0)
  return {
    id,
    characters: plain.length,
    share: plain === '' ? 0 : count / plain.length,
    own: ownWords(text, { grams, ownNames }),
  }
}

function gramsOfAll({ texts, ownNames }: AlignedSide): ReadonlySet<string> {
  const known = new Set<string>()
  for (const { text } of texts) for (const gram of gramsOf(bare(text, ownNames))) known.add(gram)
  return known
}

const SENTENCE = /[^。；;\n]+[。；;]?/g

/** The neighbouring sentences of which hardly a word stands in the parent, where they are longest; empty where none is. */
function ownWords(text: string, { grams, ownNames }: Known): string {
  let [best, run] = ['', '']
  for (const [words] of text.matchAll(SENTENCE)) {
    const plain = bare(words, ownNames)
    const held = coveredRuns(plain, grams).reduce((sum, { start, end }) => sum + end - start, 0)
    run = plain.length > 0 && held <= OWN * plain.length ? run + words : plain === '' ? run : ''
    if (run.length > best.length) best = run
  }
  return best.trim()
}

/** A sentence is its document's own when no more of it stands in the parent. */
const OWN = 0.2

function gramsOf(plain: string): readonly string[] {
  return Array.from({ length: Math.max(0, plain.length - RUN + 1) }, (_, at) => plain.slice(at, at + RUN))
}

/** Where a text runs along with the parent. */
function coveredRuns(plain: string, known: ReadonlySet<string>): readonly { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = []
  for (const [at, gram] of gramsOf(plain).entries()) {
    if (!known.has(gram)) continue
    const last = runs.at(-1)
    if (last && last.end >= at) last.end = at + RUN
    else runs.push({ start: at, end: at + RUN })
  }
  return runs
}
