/** A bare text with its two-character runs, sorted: what likeness is counted on. */
export interface Print {
  readonly text: string
  readonly pairs: Int32Array
}

/** From this share of common wording two clauses say the same. */
export const ALIKE = 0.8

/**
 * Share of wording of two texts, 0 to 1; symmetric; 1 for equal texts: of their two-character runs. Where one is short a
 * single insertion breaks most runs, so there the characters in the same order count, if they make the two alike.
 * `likeness(printOf('实行主任负责制'), printOf('实行中心主任负责制'))` is 0.88.
 */
export function likeness(left: Print, right: Print): number {
  if (left.text === right.text) return 1
  const runs = left.pairs.length + right.pairs.length
  const share = runs === 0 ? 0 : (2 * sharedCount(left.pairs, right.pairs)) / runs
  if (share >= ALIKE || Math.min(left.text.length, right.text.length) > SHORT) return share
  const ordered = (2 * inOrder(left.text, right.text)) / Math.max(1, left.text.length + right.text.length)
  return ordered >= ALIKE ? ordered : share
}

const SHORT = 12

/** Share of the shorter text's runs that the longer one has too: 1 where the one stands in the other. */
export function containment(left: Print, right: Print): number {
  const shorter = Math.min(left.pairs.length, right.pairs.length)
  return shorter === 0 ? 0 : sharedCount(left.pairs, right.pairs) / shorter
}

export function printOf(text: string): Print {
  const pairs = new Int32Array(Math.max(0, text.length - 1))
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
  return { text, pairs: pairs.sort() }
}

/**
 * One form for one wording: without width, spaces, punctuation, markup, asides in brackets and a document's short names
 * for itself. `bare('**第一条** 省创中心（以下简称中心）应……', ['省创中心'])` is 第一条应.
 */
export function bare(text: string, ownNames: readonly string[]): string {
  const plain = HAN_ALONE.test(text) ? text : text.replace(ASIDE, '').replace(NO_MEANING, '').replace(WIDE, narrowed)
  return ownNames.reduce((rest, name) => rest.replaceAll(name, ''), plain)
}

/** Most clauses: nothing to leave out. */
const HAN_ALONE = /^[\u4e00-\u9fff]*$/
const ASIDE = /[(（][^()（）]*[)）]/g
/** All but letters, digits and Han characters of either width; named by ranges, which is ten times as fast as \p{…}. */
const NO_MEANING = /[^0-9A-Za-z\u00c0-\u03ff\u2160-\u217f\u3007\u3400-\u9fff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g
const WIDE = /[\uff10-\uff5a]/g

function narrowed(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}

/** Length of the longest common subsequence, row by row in place; one text is short. */
function inOrder(one: string, two: string): number {
  const row = new Array<number>(two.length + 1).fill(0)
  for (const character of one) {
    let diagonal = 0
    for (let at = 1; at <= two.length; at += 1) {
      const above = row[at] ?? 0
      row[at] = two[at - 1] === character ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
      diagonal = above
    }
  }
  return row[two.length] ?? 0
}

/** Both sorted: a merge counts what they share. */
function sharedCount(one: Int32Array, two: Int32Array): number {
  let [shared, left, right] = [0, 0, 0]
  while (left < one.length && right < two.length) {
    const [a = 0, b = 0] = [one[left], two[right]]
    if (a === b) shared += 1
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  return shared
}
