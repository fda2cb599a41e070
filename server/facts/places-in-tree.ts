import type { Ordinal, Pointer } from '../grammar/pinpoints.ts'
import type { Provision, RegulationDocument } from '../model/document.ts'
import type { ReferenceTarget } from '../model/facts.ts'
import { descend, leadsOf, listCalled, onlyItem, paragraphAt } from './lists-in-tree.ts'
import { ancestors, readTree, type Standing, type Tree } from './tree-of-places.ts'

export type { Standing } from './tree-of-places.ts'

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

function standingOf(tree: Tree, id: string | null, start: number): Standing {
  const provision = id === null ? undefined : tree.byId.get(id)
  const above = provision === undefined ? [] : ancestors(tree.byId, provision)
  const nearest = (kind: Provision['kind']) => above.find((candidate) => candidate.kind === kind) ?? null
  const article = above.find(({ id: place }) => tree.placed.has(place)) ?? nearest('other')
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
  const top = innermost(found)
  const place =
    descend(tree, top, { ...levels, standing }) ?? (top && item ? onlyItem(tree, top, { item, subitem }) : null)
  const inAnnex = article && 'back' in (pointer.article ?? {}) ? standing.annex : null
  return {
    article: article?.number ?? numberOf(pointer.article),
    paragraph: paragraph ?? null,
    item: item ?? null,
    subitem: subitem ?? null,
    annex: annex ? (annex.number ?? 1) : (numberOf(pointer.annex) ?? (inAnnex && (inAnnex.number ?? 1))),
    chapter: chapterNamed(tree, pointer, division ?? null),
    id: place?.id ?? null,
    exists: place !== null,
  }
}

/** 第三章; 本章第十条 is named by its article. */
function chapterNamed(tree: Tree, { chapter, article }: Pointer, division: Provision | null): number | null {
  if (chapter === undefined || (article && 'back' in chapter)) return null
  return chapterOf(tree, division) ?? numberOf(chapter)
}

function innermost({ annex, division, article }: Found): Provision | null {
  if (article !== undefined) return article
  return division !== undefined ? division : (annex ?? null)
}

function numberOf(ordinal: Ordinal | undefined): number | null {
  return ordinal && 'number' in ordinal ? ordinal.number : null
}

function chapterOf(tree: Tree, division: Provision | null): number | null {
  if (division === null) return null
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
    if (article.back === 0) return standing.article
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
