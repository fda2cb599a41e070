import type { Block } from './blocks.ts'

/**
 * Indexes of 一、总则 and （一）申请 that stand above articles as chapters do: the first of them above the first article, each
 * a short heading with an article (or such a heading) below.
 * @example headsOverArticles(blocks) // the indexes of 一、总则 and 二、附则
 */
export function headsOverArticles(blocks: readonly Block[]): ReadonlySet<number> {
  const firstArticle = blocks.findIndex(({ label }) => label?.form === 'article')
  const heads = new Set<number>()
  if (firstArticle < 1) return heads
  for (let at = blocks.length - 2; at >= 0; at--) if (isHead(blocks, at, heads)) heads.add(at)
  return [...heads].some((at) => at < firstArticle) ? heads : new Set()
}

function isHead(blocks: readonly Block[], at: number, heads: ReadonlySet<number>): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block?.label?.form !== 'han' && block?.label?.form !== 'hanParen') return false
  if (block.clean.text.length > LONGEST || /[。；：，]/.test(block.clean.text)) return false
  return next?.label?.form === 'article' || (heads.has(at + 1) && next?.label?.form === 'hanParen')
}

const LONGEST = 40
