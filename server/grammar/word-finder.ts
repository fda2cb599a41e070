/** Which words of a list a text holds; words inside other words count too. */
export type FindWords = (text: string) => ReadonlySet<string>

/**
 * Prepares a list of words, so that a text is read once however long the list is.
 * @example wordFinder(['评估', '评估结果', '整改'])('评估结果不合格') // Set { 评估, 评估结果 }
 */
export function wordFinder(words: Iterable<string>): FindWords {
  const byStart = new Map<number, string[]>()
  // Most characters begin no word, so that is told by one look into a table.
  const starts = new Uint8Array(65_536)
  for (const word of new Set(words)) {
    const start = word.charCodeAt(0)
    starts[start] = 1
    const others = byStart.get(start)
    if (others) others.push(word)
    else byStart.set(start, [word])
  }
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      if (starts[text.charCodeAt(at)] === 0) continue
      for (const word of byStart.get(text.charCodeAt(at)) ?? []) if (text.startsWith(word, at)) found.add(word)
    }
    return found
  }
}
