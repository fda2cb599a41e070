import type { AlignedPair, AlignedText } from '../../model/alignment.ts'

interface Texts {
  readonly left: readonly AlignedText[]
  readonly right: readonly AlignedText[]
}

/** Pairs in the order of the left text; what is new on the right stands behind the pair of the provision before it. */
export function orderPairs(pairs: readonly AlignedPair[], { left, right }: Texts): readonly AlignedPair[] {
  const [leftAt, rightAt] = [placesOf(left), placesOf(right)]
  const anchors = anchorsOf(pairs, rightAt)
  const keyOf = (pair: AlignedPair): readonly [number, number, number] => {
    const at = pair.right === null ? 0 : (rightAt.get(pair.right) ?? 0)
    if (pair.left === null) return [leftAt.get(anchors(at) ?? '') ?? -1, 2, at]
    return [leftAt.get(pair.left) ?? 0, pair.part ? 1 : 0, at]
  }
  return pairs
    .map((pair) => ({ pair, key: keyOf(pair) }))
    .sort(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ pair }) => pair)
}

function placesOf(texts: readonly AlignedText[]): ReadonlyMap<string, number> {
  return new Map(texts.map(({ id }, at) => [id, at]))
}

/** The left partner of the nearest paired provision before a place of the right text. */
function anchorsOf(pairs: readonly AlignedPair[], rightAt: ReadonlyMap<string, number>) {
  const partners: (string | undefined)[] = []
  for (const { left, right, part } of pairs) {
    if (left !== null && right !== null && !part) partners[rightAt.get(right) ?? 0] = left
  }
  return (at: number): string | undefined => {
    for (let before = at - 1; before >= 0; before -= 1) if (partners[before] !== undefined) return partners[before]
    return undefined
  }
}
