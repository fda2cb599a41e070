/** Features of a text with their weights, by feature number; its length is 1. */
export interface Vector {
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** A stretch of text, and how much it tells of the matter, 0 to 1. */
export interface Zone {
  readonly text: string
  readonly weight: number
}

/**
 * Features of the zones: pairs of characters and, at half the weight, single Han characters; a feature counts where it
 * tells most. No pair reaches across a sign.
 */
export function featuresOf(zones: readonly Zone[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const { text, weight } of zones) {
    let before = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      const isHan = code >= 0x3400 && code <= 0x9fff
      const isWord = isHan || isLatin(code)
      if (isHan && !SMALL_WORDS.has(code)) keepMost(found, code, weight * SINGLE)
      if (isWord && before > 0) keepMost(found, (before << 16) | code, weight)
      before = isWord ? code : 0
    }
  }
  return found
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

const SINGLE = 0.5
const SMALL_WORDS = new Set(
  [...'的了和与及或等其对在于为以中有不应当可由者所并从到向将把被'].map((word) => word.charCodeAt(0)),
)

function keepMost(found: Map<number, number>, feature: number, weight: number): void {
  if ((found.get(feature) ?? 0) < weight) found.set(feature, weight)
}

/**
 * Vectors of the matters of one text. A feature weighs by how rare it is among the matters of that same text, so that the
 * words of the field (which are in all of them) weigh little, and no other text has a say: what two texts share is the
 * same whoever else is compared.
 */
export function vectorsOf(matters: readonly ReadonlyMap<number, number>[]): readonly Vector[] {
  const holders = new Map<number, number>()
  for (const features of matters)
    for (const feature of features.keys()) holders.set(feature, (holders.get(feature) ?? 0) + 1)
  return matters.map((features) => {
    const sorted = [...features].sort(([one], [two]) => one - two)
    const weights = sorted.map(([feature, weight]) => weight * rarity(holders.get(feature) ?? 1, matters.length))
    const length = Math.hypot(...weights) || 1
    return {
      features: Int32Array.from(sorted, ([feature]) => feature),
      weights: Float32Array.from(weights, (weight) => weight / length),
    }
  })
}

/** Fewer than so many matters tell little of what is rare. */
const FEWEST = 40

function rarity(holders: number, matters: number): number {
  return Math.log((Math.max(matters, FEWEST) + 1) / (holders + 0.5))
}

/**
 * How much two vectors are the same, 0 to 1: their cosine, and how much of the one that is better covered stands in the
 * other, since one text says in a clause what another spells out.
 */
export function sameness(one: Vector, two: Vector): number {
  let [left, right, sum, ofOne, ofTwo] = [0, 0, 0, 0, 0]
  while (left < one.features.length && right < two.features.length) {
    const a = one.features[left] ?? 0
    const b = two.features[right] ?? 0
    if (a === b) {
      const [here, there] = [one.weights[left] ?? 0, two.weights[right] ?? 0]
      sum += here * there
      ofOne += here * here
      ofTwo += there * there
    }
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  return (1 - COVERED) * sum + COVERED * Math.max(ofOne, ofTwo)
}

const COVERED = 0.3
