import type { Ordinal, Pointer } from '../grammar/pinpoints.ts'
import type { Passage, Provision, RegulationDocument } from '../model/document.ts'
import type { ReferenceTarget } from '../model/facts.ts'

/** Where a sentence stands: the provisions around it, null where it stands in none. */
export interface Standing {
  readonly annex: Provision | null
  readonly part: Provision | null
  readonly chapter: Provision | null
  readonly section: Provision | null
  /** Its article; in a text without articles, its 一、. */
  readonly article: Provision | null
  /** Counted from 1 inside the article. */
  readonly paragraph: number | null
  readonly item: Provision | null
}

/** Finds provisions by their numbers. */
export interface TreeIndex {
  standing(provisionId: string | null, start: number): Standing
  resolve(pointer: Pointer, standing: Standing): ReferenceTarget
  /** The text that a list hangs on, for a place in the list; nearest first. */
  leads(provisionId: string | null): readonly string[]
  /** The article whose list is called so: its heading or lead ends with the words or their last part; null for several. */
  listCalled(words: string): Pointer | null
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
    leads: (id) => leadsOf(tree, id),
    listCalled: (words) => listCalled(tree, words),
  }
}

/** An article and where it stands; a text may hold several runs of articles (a decision and the law it amends). */
interface Placed {
  readonly provision: Provision
  readonly annex: string | null
  readonly run: number
  readonly index: number
}

interface Tree {
  readonly byId: ReadonlyMap<string, Provision>
  readonly children: ReadonlyMap<string, readonly Provision[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  readonly articles: readonly Placed[]
  readonly placed: ReadonlyMap<string, Placed>
  /** By number and branch: 8, 10-1. */
  readonly byNumber: ReadonlyMap<string, readonly Placed[]>
  readonly divisions: readonly Provision[]
  readonly annexes: readonly Provision[]
}

function readTree({ provisions, passages }: RegulationDocument): Tree {
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
  const nearest = (kind: Provision['kind']) => above.find((candidate) => candidate.kind === kind) ?? null
  const article = above.find(({ id: place }) => tree.placed.has(place)) ?? null
  return {
    annex: nearest('annex'),
    part: nearest('part'),
    chapter: nearest('chapter'),
    section: nearest('section'),
    article,
    paragraph: article === null ? null : paragraphAt(tree, article, start),
    item: nearest('item'),
  }
}

function leadsOf(tree: Tree, id: string | null): readonly string[] {
  const provision = id === null ? undefined : tree.byId.get(id)
  if (provision === undefined) return []
  const above = ancestors(tree.byId, provision).slice(1)
  const within = above.filter(({ kind }) => kind === 'item' || kind === 'paragraph' || kind === 'article')
  return within.flatMap(({ id: place }) => (tree.passages.get(place) ?? []).slice(-1).map(({ clean }) => clean.text))
}

const SHORTEST_CALL = 6

function listCalled(tree: Tree, words: string): Pointer | null {
  for (let from = 0; words.length - from >= SHORTEST_CALL; from++) {
    const called = tree.articles.filter((article) => leadOf(tree, article.provision).endsWith(words.slice(from)))
    const [only] = called
    if (called.length > 1) return null
    if (only !== undefined) return pointerTo(tree, only)
  }
  return null
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

/** What a pointer leads to, level by level: undefined where it names no such level, null where there is none. */
interface Found {
  readonly annex?: Provision | null
  readonly division?: Provision | null
  readonly article?: Provision | null
}

function resolve(tree: Tree, pointer: Pointer, standing: Standing): ReferenceTarget {
  const annex = pointer.annex && annexAt(tree, pointer.annex, standing)
  const divided = pointer.part ?? pointer.chapter ?? pointer.section
  const division = divided && divisionAt(tree, pointer, standing)
  const article = pointer.article && articleAt(tree, pointer, { annex: annex ?? null, standing })
  const paragraph = pointer.paragraph && count(pointer.paragraph, standing.paragraph)
  const item = pointer.item && count(pointer.item, standing.item?.number ?? null)
  const subitem = pointer.subitem && count(pointer.subitem, null)
  const found = {
    ...(annex !== undefined && { annex }),
    ...(division !== undefined && { division }),
    ...(article !== undefined && { article }),
  }
  const levels = { paragraph, item, subitem }
  const place = Object.values(levels).includes(null) ? null : descend(tree, innermost(found), { ...levels, standing })
  const inAnnex = article && 'back' in (pointer.article ?? {}) ? standing.annex : null
  return {
    article: article?.number ?? numberOf(pointer.article),
    paragraph: paragraph ?? null,
    item: item ?? null,
    subitem: subitem ?? null,
    annex: annex ? (annex.number ?? 1) : (numberOf(pointer.annex) ?? (inAnnex && (inAnnex.number ?? 1))),
    chapter: pointer.chapter ? (chapterOf(tree, division) ?? numberOf(pointer.chapter)) : null,
    id: place?.id ?? null,
    exists: place !== null,
  }
}

function innermost({ annex, division, article }: Found): Provision | null {
  if (article !== undefined) return article
  return division !== undefined ? division : (annex ?? null)
}

function numberOf(ordinal: Ordinal | undefined): number | null {
  return ordinal && 'number' in ordinal ? ordinal.number : null
}

function chapterOf(tree: Tree, division: Provision | null | undefined): number | null {
  if (!division) return null
  return ancestors(tree.byId, division).find(({ kind }) => kind === 'chapter')?.number ?? null
}

/** Relative ordinals counted from the place that says so; null where there is nothing before. */
function count(ordinal: Ordinal, here: number | null): number | null {
  if ('number' in ordinal) return ordinal.number
  return here === null || here - ordinal.back < 1 ? null : here - ordinal.back
}

function annexAt(tree: Tree, ordinal: Ordinal, { annex }: Standing): Provision | null {
  if ('back' in ordinal) return annex
  return tree.annexes.find(({ number }) => (number ?? 1) === ordinal.number) ?? null
}

const LEVELS = ['part', 'chapter', 'section'] as const

/** 第二编第三章, 本章第二节: each level inside the one above, which is the place's own where the pointer names none. */
function divisionAt(tree: Tree, pointer: Pointer, standing: Standing): Provision | null {
  let within: Provision | null = null
  for (const level of LEVELS) {
    const ordinal: Ordinal | undefined = pointer[level]
    if (ordinal === undefined) {
      if (within === null && LEVELS.indexOf(level) < innermostLevel(pointer)) within = standing[level]
      continue
    }
    const number: number | null = count(ordinal, standing[level]?.number ?? null)
    if ('back' in ordinal && ordinal.back === 0) within = standing[level]
    else within = divisionInside(tree, { level, number, within })
    if (within === null) return null
  }
  return within
}

function innermostLevel(pointer: Pointer): number {
  return LEVELS.reduce((last, level, index) => (pointer[level] ? index : last), -1)
}

interface Division {
  readonly level: (typeof LEVELS)[number]
  readonly number: number | null
  readonly within: Provision | null
}

function divisionInside(tree: Tree, { level, number, within }: Division): Provision | null {
  const all = tree.divisions.filter((division) => division.kind === level && division.number === number)
  const inside = all.find(({ start }) => within === null || (start >= within.start && start < within.end))
  return inside ?? (level === 'chapter' && all.length === 1 ? (all[0] ?? null) : null)
}

interface Around {
  readonly annex: Provision | null
  readonly standing: Standing
}

function articleAt(tree: Tree, { article, annex: named }: Pointer, { annex, standing }: Around): Provision | null {
  if (article === undefined || (named && annex === null)) return null
  const here = standing.article && tree.placed.get(standing.article.id)
  if ('back' in article) {
    if (!here) return null
    const before = tree.articles[here.index - article.back]
    return before && before.annex === here.annex ? before.provision : null
  }
  const key = `${article.number}${article.branch === undefined ? '' : `-${article.branch}`}`
  const all = tree.byNumber.get(key) ?? []
  const scope = annex?.id ?? (here ? here.annex : (standing.annex?.id ?? null))
  const inScope = all.filter((placed) => placed.annex === scope)
  const found = inScope.find(({ run }) => run === here?.run) ?? inScope[0]
  return (found ?? (annex === null ? all.find((placed) => placed.annex === null) : undefined))?.provision ?? null
}

interface Below {
  readonly paragraph: number | null | undefined
  readonly item: number | null | undefined
  readonly subitem: number | null | undefined
  readonly standing: Standing
}

function descend(tree: Tree, top: Provision | null, { paragraph, item, subitem, standing }: Below): Provision | null {
  if (top === null) return null
  const within = paragraph ? (paragraphsOf(tree, top)[paragraph - 1]?.provision ?? null) : top
  if (within === null || (!item && !subitem)) return within
  const found = item ? itemOf(tree, within, { number: item, standing }) : within
  return found === null || !subitem ? found : below(tree, found, { kind: 'subitem', number: subitem })
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
