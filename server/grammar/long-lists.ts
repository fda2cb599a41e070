/** Finds the first word of a long list from an offset on. */
export type FindNext = (text: string, from: number) => { readonly at: number; readonly word: string } | null

/**
 * A long alternation as one short expression for each first character: most characters of a text begin no word of the list,
 * and the others only a few. At one place the words are tried in the order of the list.
 * @example nextOf('(?:申请|申报)单位|企业')('由申报单位', 0)?.word // 申报单位
 */
export function nextOf(alternation: string): FindNext {
  const byFirst = new Map<number, RegExp>()
  for (const [first, sources] of grouped(alternation)) {
    byFirst.set(first.charCodeAt(0), new RegExp(`(?:${sources.join('|')})`, 'y'))
  }
  return (text, from) => {
    for (let at = from; at < text.length; at++) {
      const pattern = byFirst.get(text.charCodeAt(at))
      if (pattern === undefined) continue
      pattern.lastIndex = at
      const word = pattern.exec(text)?.[0]
      if (word !== undefined) return { at, word }
    }
    return null
  }
}

function grouped(alternation: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const source of alternatives(alternation)) {
    for (const first of firsts(source)) groups.set(first, [...(groups.get(first) ?? []), source])
  }
  return groups
}

/** The parts between the bars that stand outside brackets. */
function alternatives(source: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    else if (char === '|' && depth === 0) {
      parts.push(source.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, source.slice(start)]
}

/** The characters that a match of the source may begin with. */
function firsts(source: string): ReadonlySet<string> {
  if (source.startsWith('[')) return new Set(source.slice(1, source.indexOf(']')))
  if (!source.startsWith('(')) return new Set(source.charAt(0))
  const end = closing(source)
  const rest = source.slice(end + 1)
  if (/^\(\?<?[!=]/.test(source)) return firsts(rest)
  const inner = alternatives(source.slice(source.indexOf(':') + 1, end)).flatMap((part) => [...firsts(part)])
  return new Set([...inner, ...(rest.startsWith('?') ? firsts(rest.slice(1)) : [])])
}

function closing(source: string): number {
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    if (source.charAt(at) === '(') depth++
    else if (source.charAt(at) === ')' && --depth === 0) return at
  }
  return source.length
}
