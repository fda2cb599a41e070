/**
 * Words of comparison that a text itself says leave the number out; by law 以上, 以下 and 以内 include it.
 * @example exclusiveWords('本条例所称以上包括本数，以下不包括本数。') // Set { 以下 }
 */
export function exclusiveWords(text: string): ReadonlySet<string> {
  const exclusive = new Set<string>()
  if (!text.includes('本数')) return exclusive
  for (const [sentence] of text.matchAll(SAID)) collect(sentence, exclusive)
  return exclusive
}

const SAID = /[^。；\n]{0,80}本数/g
const WORDS = /以[上下内]|(不)?(?:包括|包含|含)本数/g

/** The words up to a verb take what it says: 以上、以内均不含本数. */
function collect(sentence: string, exclusive: Set<string>): void {
  let named: string[] = []
  for (const [words, not] of sentence.matchAll(WORDS)) {
    if (words.startsWith('以')) named.push(words)
    else {
      if (not !== undefined) for (const word of named) exclusive.add(word)
      named = []
    }
  }
}
