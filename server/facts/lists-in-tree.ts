import type { Pointer } from '../grammar/pinpoints.ts'
import type { Provision } from '../model/document.ts'
import { ancestors, type NamedList, type Paragraph, type Placed, type Standing, type Tree } from './tree-of-places.ts'

/** The texts that the lists around a provision hang on, nearest first. */
export function leadsOf(tree: Tree, id: string | null): readonly string[] {
  const provision = id === null ? undefined : tree.byId.get(id)
  if (provision === undefined) return []
  const above = ancestors(tree.byId, provision).slice(1)
  const within = above.filter(({ kind }) => kind === 'item' || kind === 'paragraph' || kind === 'article')
  return within.flatMap(({ id: place }) => (tree.passages.get(place) ?? []).slice(-1).map(({ clean }) => clean.text))
}

const SHORTEST_CALL = 6

/** The one article whose heading or lead ends with these words, or with their last part. */
export function listCalled(tree: Tree, words: string): Pointer | null {
  if (words.length < SHORTEST_CALL) return null
  const alike = listsOf(tree).get(words.slice(-SHORTEST_CALL)) ?? []
  for (let from = 0; words.length - from >= SHORTEST_CALL; from++) {
    const called = alike.filter(({ lead }) => lead.endsWith(words.slice(from)))
    const [only] = called
    if (called.length > 1) return null
    if (only !== undefined) return pointerTo(tree, only.article)
  }
  return null
}

/** The lists of a text by the last words of their leads. */
function listsOf(tree: Tree): ReadonlyMap<string, readonly NamedList[]> {
  if (tree.lists.size > 0) return tree.lists
  for (const article of tree.articles) {
    const lead = leadOf(tree, article.provision)
    const key = lead.slice(-SHORTEST_CALL)
    tree.lists.set(key, [...(tree.lists.get(key) ?? []), { lead, article }])
  }
  return tree.lists
}

/** The heading of an article, or its text before a list, without the colon. */
function leadOf(tree: Tree, { id, heading }: Provision): string {
  const first = tree.passages.get(id)?.[0] ?? tree.passages.get(tree.children.get(id)?.[0]?.id ?? '')?.[0]
  return (heading ?? first?.clean.text ?? '').replace(/[：:]$/, '')
}

function pointerTo(tree: Tree, { provision, annex }: Placed): Pointer {
  const inAnnex = annex === null ? {} : { annex: { number: tree.byId.get(annex)?.number ?? 1 } }
  return { ...inAnnex, article: { number: provision.number ?? 0 } }
}

/** The paragraphs of an article in order: nodes of the tree, or the passages that belong to the article itself. */
function paragraphsOf(tree: Tree, article: Provision): readonly Paragraph[] {
  const known = tree.paragraphs.get(article.id)
  if (known !== undefined) return known
  const nodes = (tree.children.get(article.id) ?? []).filter(({ kind }) => kind === 'paragraph')
  const passages = tree.passages.get(article.id) ?? []
  const own = passages.map(({ clean }) => ({ start: clean.offsets[0] ?? article.start, provision: article }))
  const found = [...nodes.map((provision) => ({ start: provision.start, provision })), ...own]
  found.sort((a, b) => a.start - b.start)
  tree.paragraphs.set(article.id, found)
  return found
}

/** In which paragraph of an article, counted from 1, an offset lies. */
export function paragraphAt(tree: Tree, article: Provision, start: number): number {
  return Math.max(1, paragraphsOf(tree, article).filter((paragraph) => paragraph.start <= start).length)
}

export interface Below {
  readonly paragraph: number | null | undefined
  readonly item: number | null | undefined
  readonly subitem: number | null | undefined
  readonly standing: Standing
}

/** The paragraph, item or subitem below a provision; null where it has none. */
export function descend(
  tree: Tree,
  top: Provision | null,
  { paragraph, item, subitem, standing }: Below,
): Provision | null {
  if (top === null || paragraph === null || item === null || subitem === null) return null
  const within = paragraph ? (paragraphsOf(tree, top)[paragraph - 1]?.provision ?? null) : top
  if (within === null || (!item && !subitem)) return within
  const found = item ? itemOf(tree, within, { number: item, standing }) : within
  return found === null || !subitem ? found : below(tree, found, { kind: 'subitem', number: subitem })
}

/** An item whose paragraph was miscounted (a line broke inside the list): the only one of its number in the article. */
export function onlyItem(
  tree: Tree,
  article: Provision,
  { item, subitem }: Pick<Below, 'item' | 'subitem'>,
): Provision | null {
  const lists = [article, ...(tree.children.get(article.id) ?? []).filter(({ kind }) => kind === 'paragraph')]
  const items = lists.flatMap(({ id }) => tree.children.get(id) ?? []).filter(({ kind }) => kind === 'item')
  const [found, ...others] = items.filter(({ number }) => number === item)
  if (found === undefined || others.length > 0 || subitem === null) return null
  return subitem ? below(tree, found, { kind: 'subitem', number: subitem }) : found
}

/** An item of an article: in its own article that of the nearest list, not of the first. */
function itemOf(
  tree: Tree,
  within: Provision,
  { number, standing }: { number: number; standing: Standing },
): Provision | null {
  const nearest =
    within === standing.article && standing.paragraph !== null
      ? paragraphsOf(tree, within).slice(0, standing.paragraph).reverse()
      : []
  for (const { provision } of nearest) {
    const found = provision === within ? null : below(tree, provision, { kind: 'item', number })
    if (found !== null) return found
  }
  return below(tree, within, { kind: 'item', number })
}

/** The first descendant of a kind and number, nearest levels first; lists of an outline are its items. */
function below(tree: Tree, provision: Provision, wanted: Pick<Provision, 'kind' | 'number'>): Provision | null {
  const children = tree.children.get(provision.id) ?? []
  const direct = children.find((child) => isA(child, wanted.kind) && child.number === wanted.number)
  if (direct !== undefined) return direct
  for (const child of children.filter((other) => other.kind === 'paragraph')) {
    const found = below(tree, child, wanted)
    if (found !== null) return found
  }
  return null
}

const STAND_FOR: Partial<Record<Provision['kind'], readonly Provision['kind'][]>> = {
  item: ['item', 'outline2', 'outline3'],
  subitem: ['subitem', 'outline3', 'outline4'],
}

function isA({ kind }: Provision, wanted: Provision['kind']): boolean {
  return kind === wanted || (STAND_FOR[wanted]?.includes(kind) ?? false)
}
