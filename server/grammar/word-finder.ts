/** Which words of a list a text holds; words inside other words count too. */
export type FindWords = (text: string) => ReadonlySet<string>

/**
 * Prepares a list of words, so that a text is read once however long the list is.
 * @example wordFinder(['评估', '评估结果', '整改'])('评估结果不合格') // Set { 评估, 评估结果 }
 */
export function wordFinder(words: Iterable<string>): FindWords {
  const byStart = new Map<number, string[]>()
  for (const word of new Set(words)) {
    const start = word.charCodeAt(0)
    const others = byStart.get(start)
    if (others) others.push(word)
    else byStart.set(start, [word])
  }
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      for (const word of byStart.get(text.charCodeAt(at)) ?? NONE) if (text.startsWith(word, at)) found.add(word)
    }
    return found
  }
}

const NONE: readonly string[] = []
