import type { Ordinal, Pointer } from '../grammar/pinpoints.ts'
import type { Passage, Provision, RegulationDocument } from '../model/document.ts'
import type { ReferenceTarget } from '../model/facts.ts'

/** Where a sentence stands: its own chapter, article, paragraph and item, null where it stands in none. */
export interface Standing {
  readonly annex: number | null
  readonly chapter: number | null
  readonly article: Provision | null
  readonly paragraph: number | null
  readonly item: number | null
}

/** Finds provisions by their numbers. */
export interface TreeIndex {
  standing(provisionId: string | null, start: number): Standing
  resolve(pointer: Pointer, standing: Standing): ReferenceTarget
}

/**
 * An index of a document's provisions by annex, chapter, article, paragraph, item and subitem.
 * @example treeIndex(document).resolve({ article: { number: 8 } }, standing).id // chp_2__art_8
 */
export function treeIndex(document: RegulationDocument): TreeIndex {
  const tree = readTree(document)
  return {
    standing: (id, start) => standingOf(tree, id, start),
    resolve: (pointer, standing) => resolve(tree, pointer, standing),
  }
}

interface Tree {
  readonly byId: ReadonlyMap<string, Provision>
  readonly children: ReadonlyMap<string, readonly Provision[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  /** Articles by annex and number (`:8`, `1:3`, `:10-1`). */
  readonly articles: ReadonlyMap<string, Provision>
  readonly chapters: ReadonlyMap<number, Provision>
  readonly annexes: readonly Provision[]
}

function readTree({ provisions, passages }: RegulationDocument): Tree {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const annexes = provisions.filter(({ kind }) => kind === 'annex')
  const articles = new Map<string, Provision>()
  for (const provision of provisions) {
    const key = provision.kind === 'article' ? articleKey(byId, provision) : null
    if (key !== null && !articles.has(key)) articles.set(key, provision)
  }
  const chapters = provisions.filter(({ kind, number }) => kind === 'chapter' && number !== null)
  return {
    byId,
    children: grouped(provisions, ({ parent }) => parent),
    passages: grouped(passages, ({ provision }) => provision),
    articles,
    chapters: new Map(chapters.map((chapter) => [chapter.number ?? 0, chapter])),
    annexes,
  }
}

function grouped<T>(items: readonly T[], key: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    if (name === null) continue
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

function articleKey(byId: ReadonlyMap<string, Provision>, article: Provision): string {
  const annex = ancestors(byId, article).find(({ kind }) => kind === 'annex')
  const branch = /之([一二三四五六七八九十]{1,3})$/.exec(article.label ?? '')?.[1]
  const suffix = branch === undefined ? '' : `-${'零一二三四五六七八九十'.indexOf(branch)}`
  return `${annex ? (annex.number ?? 1) : ''}:${article.number ?? ''}${suffix}`
}

/** The provision itself and those above it, nearest first. */
function ancestors(byId: ReadonlyMap<string, Provision>, provision: Provision): readonly Provision[] {
  const found = [provision]
  for (let at = provision; at.parent !== null;) {
    const parent = byId.get(at.parent)
    if (parent === undefined) break
    found.push(parent)
    at = parent
  }
  return found
}

function standingOf(tree: Tree, id: string | null, start: number): Standing {
  const provision = id === null ? undefined : tree.byId.get(id)
  const above = provision === undefined ? [] : ancestors(tree.byId, provision)
  const nearest = (kind: Provision['kind']) => above.find((candidate) => candidate.kind === kind)
  const article = nearest('article') ?? null
  const annex = nearest('annex')
  return {
    annex: annex ? (annex.number ?? 1) : null,
    chapter: nearest('chapter')?.number ?? null,
    article,
    paragraph: article === null ? null : paragraphAt(tree, article, start),
    item: nearest('item')?.number ?? null,
  }
}

interface Paragraph {
  readonly start: number
  readonly provision: Provision
}

/** The paragraphs of an article in order: nodes of the tree, or the passages that belong to the article itself. */
function paragraphsOf(tree: Tree, article: Provision): readonly Paragraph[] {
  const nodes = (tree.children.get(article.id) ?? []).filter(({ kind }) => kind === 'paragraph')
  const passages = tree.passages.get(article.id) ?? []
  const own = passages.map(({ clean }) => ({ start: clean.offsets[0] ?? article.start, provision: article }))
  return [...nodes.map((provision) => ({ start: provision.start, provision })), ...own].sort(
    (a, b) => a.start - b.start,
  )
}

function paragraphAt(tree: Tree, article: Provision, start: number): number {
  return Math.max(1, paragraphsOf(tree, article).filter((paragraph) => paragraph.start <= start).length)
}

interface Numbers {
  readonly annex: number | null
  readonly chapter: number | null
  readonly article: number | null
  readonly branch: number | null
  readonly paragraph: number | null
  readonly item: number | null
  readonly subitem: number | null
}

function resolve(tree: Tree, pointer: Pointer, standing: Standing): ReferenceTarget {
  const numbers = numbersOf(pointer, standing)
  const found = pointsBefore(pointer, numbers) ? null : find(tree, numbers, standing)
  const { branch: _branch, ...target } = numbers
  return { ...target, id: found?.id ?? null, exists: found !== null }
}

/** 前款 in a first paragraph: there is nothing before it. */
function pointsBefore(pointer: Pointer, numbers: Numbers): boolean {
  return (['article', 'paragraph', 'item'] as const).some(
    (level) => pointer[level] !== undefined && numbers[level] === null,
  )
}

/** Relative ordinals counted from the place that says so. */
function numbersOf(pointer: Pointer, standing: Standing): Numbers {
  const count = (ordinal: Ordinal | undefined, here: number | null) => {
    if (ordinal === undefined) return null
    if ('number' in ordinal) return ordinal.number
    return here === null || here - ordinal.back < 1 ? null : here - ordinal.back
  }
  const { article } = pointer
  return {
    annex: count(pointer.annex, standing.annex) ?? (article && 'back' in article ? standing.annex : null),
    chapter: count(pointer.chapter, standing.chapter),
    article: count(article, standing.article?.number ?? null),
    branch: article && 'number' in article ? (article.branch ?? null) : null,
    paragraph: count(pointer.paragraph, standing.paragraph),
    item: count(pointer.item, standing.item),
    subitem: count(pointer.subitem, null),
  }
}

function find(tree: Tree, numbers: Numbers, standing: Standing): Provision | null {
  const { annex, chapter, article, branch } = numbers
  if (article === null && chapter !== null) return tree.chapters.get(chapter) ?? null
  if (article === null) return annex === null ? null : (annexOf(tree, annex) ?? null)
  const key = `${article}${branch === null ? '' : `-${branch}`}`
  const scope = annex ?? standing.annex ?? ''
  const found = tree.articles.get(`${scope}:${key}`) ?? (annex === null ? tree.articles.get(`:${key}`) : undefined)
  return found === undefined ? null : descend(tree, found, numbers)
}

function annexOf(tree: Tree, number: number): Provision | undefined {
  return tree.annexes.find((annex) => (annex.number ?? 1) === number)
}

function descend(tree: Tree, article: Provision, { paragraph, item, subitem }: Numbers): Provision | null {
  const within = paragraph === null ? article : (paragraphsOf(tree, article)[paragraph - 1]?.provision ?? null)
  if (within === null || (item === null && subitem === null)) return within
  const found = item === null ? within : below(tree, within, { kind: 'item', number: item })
  return found === null || subitem === null ? found : below(tree, found, { kind: 'subitem', number: subitem })
}

/** The first descendant of a kind and number, nearest levels first. */
function below(tree: Tree, provision: Provision, wanted: Pick<Provision, 'kind' | 'number'>): Provision | null {
  const children = tree.children.get(provision.id) ?? []
  const direct = children.find((child) => child.kind === wanted.kind && child.number === wanted.number)
  if (direct !== undefined) return direct
  for (const child of children.filter((other) => other.kind === 'paragraph')) {
    const found = below(tree, child, wanted)
    if (found !== null) return found
  }
  return null
}
