import { printNumeral } from '../grammar/numerals.ts'
import { printListNumber } from './list-numbers.ts'
import type { PageNode } from './html-tree.ts'

/**
 * The numbers that a browser shows before the items of numbered lists, by the index of the item's node: 3. or c. or 三、; bullets
 * and lists without numbers give none.
 * @example [...listMarkers(readPage('<ol start=3><li>甲</ol>')).values()] // ['3.']
 */
export function listMarkers(nodes: readonly PageNode[]): ReadonlyMap<number, string> {
  const next = new Map<number, number>()
  const markers = new Map<number, string>()
  for (const [at, node] of nodes.entries()) {
    if (node.tag === 'ol') next.set(at, startOf(nodes, at))
    const list = nodes[node.parent]
    if (node.tag !== 'li' || list?.tag !== 'ol') continue
    const value = whole(node.attributes.get('value')) ?? next.get(node.parent) ?? 1
    next.set(node.parent, value + (list.attributes.has('reversed') ? -1 : 1))
    const write = FORMATS.get(formatOf(list, node))
    if (write !== undefined) markers.set(at, write(value))
  }
  return markers
}

function startOf(nodes: readonly PageNode[], at: number): number {
  const { attributes, end } = nodes[at] as PageNode
  const start = whole(attributes.get('start'))
  if (start !== null || !attributes.has('reversed')) return start ?? 1
  let items = 0
  for (let inside = at + 1; inside < end; inside++)
    if (nodes[inside]?.tag === 'li' && nodes[inside]?.parent === at) items++
  return items
}

function whole(written: string | undefined): number | null {
  return written !== undefined && /^\s*-?\d{1,6}\s*$/.test(written) ? Number(written) : null
}

/** The style of the item or list wins over its type attribute. */
function formatOf(list: PageNode, item: PageNode): string {
  for (const { attributes } of [item, list]) {
    const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.get('style') ?? '')?.[1]
    const format = style?.toLowerCase() ?? attributes.get('type')
    if (format !== undefined) return format
  }
  return '1'
}

const dotted = (format: string) => (value: number) => `${printListNumber(value, format)}.`
const han = (value: number): string => `${printNumeral(value)}、`

/** Values of `type` and of the style `list-style-type`; those that show no number are missing. */
const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ...['1', 'decimal', 'decimal-leading-zero', 'outside', 'inside'].map((key) => [key, dotted('decimal')] as const),
  ...['a', 'lower-alpha', 'lower-latin'].map((key) => [key, dotted('lowerLetter')] as const),
  ...['A', 'upper-alpha', 'upper-latin'].map((key) => [key, dotted('upperLetter')] as const),
  ...['i', 'lower-roman'].map((key) => [key, dotted('lowerRoman')] as const),
  ...['I', 'upper-roman'].map((key) => [key, dotted('upperRoman')] as const),
  ...['cjk-ideographic', 'simp-chinese-informal', 'trad-chinese-informal', 'cjk-decimal', 'japanese-informal'].map(
    (key) => [key, han] as const,
  ),
])
