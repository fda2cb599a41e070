import type { Condition } from '../../graphql/fit.ts'
import { oneLine } from '../../parts/emphasis.ts'
import { contextOf } from '../compare/passages.ts'

/** Conditions under the article that their words stand in, in text order. */
export interface Article {
  /** Full id of the provision. */
  readonly provision: string
  readonly conditions: readonly Condition[]
}

/** The articles that conditions without parts stand in; words outside the tree have none. */
export function articlesOf(leaves: readonly Condition[]): readonly Article[] {
  const articles = new Map<string, Condition[]>()
  for (const one of leaves) {
    if (one.evidence.provision === null) continue
    const article = contextOf(one.evidence.provision)
    articles.set(article, [...(articles.get(article) ?? []), one])
  }
  return [...articles].map(([provision, conditions]) => ({ provision, conditions }))
}

/** Words of an article: those of a condition, or those between. */
export interface Stroke {
  readonly text: string
  readonly condition: Condition | null
}

/**
 * An article in paragraphs, the words of each condition told apart. Nothing is left out but layout; of words that two
 * conditions share the first has them.
 * @example paint({ text: '第一条 应当甲，乙。', start: 0 }, [甲])[0] // 第一条 应当 · 甲 · ，乙。
 */
export function paint(
  { text, start }: { readonly text: string; readonly start: number },
  conditions: readonly Condition[],
): readonly (readonly Stroke[])[] {
  const paragraphs: Stroke[][] = [[]]
  const put = (piece: string, condition: Condition | null): void => {
    for (const [at, line] of piece.split(BREAK).entries()) {
      if (at > 0) paragraphs.push([])
      const shown = oneLine(line)
      if (shown !== '') paragraphs.at(-1)?.push({ text: shown, condition })
    }
  }
  let done = 0
  for (const one of [...conditions].sort((a, b) => a.evidence.start - b.evidence.start)) {
    const from = Math.max(done, one.evidence.start - start)
    const to = Math.min(text.length, one.evidence.end - start)
    if (to <= from) continue
    put(text.slice(done, from), null)
    put(text.slice(from, to), one)
    done = to
  }
  put(text.slice(done), null)
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

/** A paragraph ends with a sentence, or before the number of an item; elsewhere a line ends only on paper. */
const BREAK =
  /(?<=[。；：！？])[ \t\u3000]*\n\s*|\n\s*(?=第[一二三四五六七八九十百\d]+条|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])/
