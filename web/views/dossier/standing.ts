import type { PinnedQuote } from '../../dossier/pin.ts'
import type { Validity } from '../../graphql/documents.ts'

/** How pinned words stand to the text that is held now. */
export type Standing = 'same' | 'moved' | 'changed' | 'gone'

/** What is held of a document now; null when it is not held any more. */
export interface Held {
  readonly text: string
  readonly validity: Validity
}

/** Where pinned words stand now; `start` is null where they are not to be found. */
export interface Found {
  readonly standing: Standing
  readonly start: number | null
}

/**
 * Looks for the words where they stood, and then elsewhere in the document, the nearest place first.
 * @example findQuote({ …quote, text: '不少于10人', start: 4 }, { text: '人员不少于10人', validity }) // { standing: 'moved', start: 2 }
 */
export function findQuote({ text, start }: PinnedQuote, held: Held | null): Found {
  if (held === null) return { standing: 'gone', start: null }
  if (held.text.startsWith(text, start)) return { standing: 'same', start }
  const nearest = nearestTo(start, [held.text.lastIndexOf(text, start), held.text.indexOf(text, start)])
  return nearest === null ? { standing: 'changed', start: null } : { standing: 'moved', start: nearest }
}

function nearestTo(start: number, places: readonly number[]): number | null {
  const [nearest = null] = places.filter((at) => at !== -1).sort((a, b) => Math.abs(a - start) - Math.abs(b - start))
  return nearest
}

const WORST: readonly Standing[] = ['same', 'moved', 'changed', 'gone']

/** Of several quotes, the one that a reader must know of. */
export function worstOf(found: readonly Found[]): Standing {
  return WORST[Math.max(0, ...found.map(({ standing }) => WORST.indexOf(standing)))] ?? 'same'
}
