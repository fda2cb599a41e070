import type { Passage, Provision, RegulationDocument } from '../model/document.ts'

/** Where a sentence stands: the provisions around it, null where it stands in none. */
export interface Standing {
  readonly annex: Provision | null
  readonly part: Provision | null
  readonly chapter: Provision | null
  readonly section: Provision | null
  /** Its article; in a text without articles, its 一、 or the unnumbered text around it. */
  readonly article: Provision | null
  /** Counted from 1 inside the article. */
  readonly paragraph: number | null
  readonly item: Provision | null
}

/** An article and where it stands; a text may hold several runs of articles (a decision and the law it amends). */
export interface Placed {
  readonly provision: Provision
  readonly annex: string | null
  readonly run: number
  readonly index: number
}

export interface Tree {
  readonly byId: ReadonlyMap<string, Provision>
  readonly children: ReadonlyMap<string, readonly Provision[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  readonly articles: readonly Placed[]
  readonly placed: ReadonlyMap<string, Placed>
  /** By number and branch: 8, 10-1. */
  readonly byNumber: ReadonlyMap<string, readonly Placed[]>
  readonly divisions: readonly Provision[]
  readonly annexes: readonly Provision[]
  /** Filled as they are asked for. */
  readonly paragraphs: Map<string, readonly Paragraph[]>
  readonly lists: Map<string, readonly NamedList[]>
}

/** A paragraph of an article: a node of the tree, or the article itself where a passage is its own. */
export interface Paragraph {
  readonly start: number
  readonly provision: Provision
}

/** An article by the words that its list hangs on. */
export interface NamedList {
  readonly lead: string
  readonly article: Placed
}

/**
 * The provisions of a document by id, parent and number.
 * @example readTree(document).byNumber.get('8')?.[0]?.provision.id // chp_2__art_8
 */
export function readTree({ provisions, passages }: RegulationDocument): Tree {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const articles = placeArticles(provisions, byId)
  return {
    byId,
    children: grouped(provisions, ({ parent }) => parent),
    passages: grouped(passages, ({ provision }) => provision),
    articles,
    placed: new Map(articles.map((article) => [article.provision.id, article])),
    byNumber: grouped(articles, ({ provision }) => numberKey(provision)),
    divisions: provisions.filter(({ kind }) => DIVISIONS.has(kind)),
    annexes: provisions.filter(({ kind }) => kind === 'annex'),
    paragraphs: new Map(),
    lists: new Map(),
  }
}

const DIVISIONS: ReadonlySet<Provision['kind']> = new Set(['part', 'chapter', 'section'])

/** The articles of the text and of each annex; where one has none, 一、 二、 are cited as articles. */
function placeArticles(provisions: readonly Provision[], byId: Tree['byId']): readonly Placed[] {
  const inside = annexOf(provisions, byId)
  const scoped = grouped(provisions, (provision) => (isArticleLike(provision) ? (inside(provision) ?? '') : null))
  const placed = [...scoped].flatMap(([scope, all]) => {
    const articles = all.filter(({ kind }) => kind === 'article')
    let run = 0
    return (articles.length > 0 ? articles : all).map((provision, order) => {
      if (provision.number === 1 && order > 0) run++
      return { provision, annex: scope === '' ? null : scope, run }
    })
  })
  return placed.map((article, index) => ({ ...article, index }))
}

function isArticleLike({ kind }: Provision): boolean {
  return kind === 'article' || kind === 'outline1'
}

/** The id of the annex that a provision stands in. */
function annexOf(provisions: readonly Provision[], byId: Tree['byId']): (provision: Provision) => string | null {
  if (!provisions.some(({ kind }) => kind === 'annex')) return () => null
  return (provision) => ancestors(byId, provision).find(({ kind }) => kind === 'annex')?.id ?? null
}

function numberKey({ number, label }: Provision): string {
  const branch = /之([一二三四五六七八九十]{1,3})$/.exec(label ?? '')?.[1]
  return `${number ?? ''}${branch === undefined ? '' : `-${'零一二三四五六七八九十'.indexOf(branch)}`}`
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

/** The provision itself and those above it, nearest first. */
export function ancestors(byId: ReadonlyMap<string, Provision>, provision: Provision): readonly Provision[] {
  const found = [provision]
  for (let at = provision; at.parent !== null;) {
    const parent = byId.get(at.parent)
    if (parent === undefined) break
    found.push(parent)
    at = parent
  }
  return found
}
