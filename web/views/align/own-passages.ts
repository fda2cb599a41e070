import type { Inherited } from '../../graphql/documents.ts'

/** A provision with what it says that the parent does not. */
export interface OwnPassage {
  readonly provision: Inherited['provisions'][number]['provision']
  readonly share: number
  readonly words: string
}

/** The provisions with whole sentences of their own, the longest passage first. */
export function ownPassages({ provisions }: Pick<Inherited, 'provisions'>): readonly OwnPassage[] {
  return provisions
    .filter(({ own }) => own !== '')
    .map(({ provision, share, own }) => ({ provision, share, words: own }))
    .sort((one, two) => two.words.length - one.words.length)
}

/** How many provisions have not one run of words of the parent. */
export function untouched({ provisions }: Pick<Inherited, 'provisions'>): number {
  return provisions.filter(({ share, characters }) => share === 0 && characters > 0).length
}

/** The provisions with the smallest shares, the smallest first. */
export function lowest({ provisions }: Pick<Inherited, 'provisions'>, count: number): Inherited['provisions'] {
  const worded = provisions.filter(({ characters }) => characters > 0)
  return worded.sort((one, two) => one.share - two.share || two.characters - one.characters).slice(0, count)
}
