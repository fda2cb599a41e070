/** Above this many cells the table would not fit: the middle is then taken as changed altogether. */
const CELLS = 25_000_000

/**
 * The longest common subsequence of two lists, as pairs of places in both; of several equally long ones, that which begins
 * first. Quadratic in time and, in half-words, in memory; beyond 25 million cells, empty.
 * @example longestCommon(['甲', '乙', '丙'], ['乙', '丁', '丙']) // [[1, 0], [2, 2]]
 */
export function longestCommon(
  ones: readonly string[],
  twos: readonly string[],
): readonly (readonly [number, number])[] {
  const width = twos.length + 1
  if (ones.length * twos.length === 0 || (ones.length + 1) * width > CELLS) return []
  const [left, right] = numbered(ones, twos)
  const lengths = new Uint16Array((ones.length + 1) * width)
  for (let one = ones.length - 1; one >= 0; one -= 1) {
    for (let two = twos.length - 1; two >= 0; two -= 1) {
      const at = one * width + two
      lengths[at] =
        left[one] === right[two]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [one, two] = [0, 0]
  while (one < ones.length && two < twos.length) {
    const at = one * width + two
    if (left[one] === right[two]) pairs.push([one++, two++])
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) one += 1
    else two += 1
  }
  return pairs
}

/** Each distinct word as a number, so that comparing is cheap. */
function numbered(ones: readonly string[], twos: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
  return [Int32Array.from(ones, numberOf), Int32Array.from(twos, numberOf)]
}
