import type { PageNode } from './html-tree.ts'

/** How much lies inside a node: signs of text, those in links, and ends of sentences outside of links. */
export interface Measure {
  readonly signs: (at: number) => number
  readonly linked: (at: number) => number
  readonly sentences: (at: number) => number
}

const MUTE: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'head',
  'title',
  'textarea',
  'select',
  'template',
])

/**
 * Measures all nodes of a page in one pass, as sums over the text before each node.
 * @example measurePage(readPage('<p>甲。</p>')).sentences(0) // 1
 */
export function measurePage(nodes: readonly PageNode[]): Measure {
  const sums = { signs: newSums(nodes.length), linked: newSums(nodes.length), sentences: newSums(nodes.length) }
  let linkEnd = 0
  let muteEnd = 0
  for (const [at, { tag, text, attributes, end }] of nodes.entries()) {
    if (tag === 'a' && attributes.has('href')) linkEnd = Math.max(linkEnd, end)
    if (MUTE.has(tag)) muteEnd = Math.max(muteEnd, end)
    const shown = at < muteEnd ? '' : text
    const signs = shown === '' ? 0 : shown.replace(/\s+/g, '').length
    sums.signs[at + 1] = (sums.signs[at] ?? 0) + signs
    sums.linked[at + 1] = (sums.linked[at] ?? 0) + (at < linkEnd ? signs : 0)
    const sentences = at < linkEnd ? 0 : shown.split(/[。；]/).length - 1
    sums.sentences[at + 1] = (sums.sentences[at] ?? 0) + Math.max(0, sentences)
  }
  const within = (row: Float64Array) => (at: number) => (row[nodes[at]?.end ?? at] ?? 0) - (row[at] ?? 0)
  return { signs: within(sums.signs), linked: within(sums.linked), sentences: within(sums.sentences) }
}

function newSums(length: number): Float64Array {
  return new Float64Array(length + 1)
}
