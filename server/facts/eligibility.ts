import { clauses, sentences } from '../grammar/clauses.ts'
import type { Passage, Provision, RegulationDocument } from '../model/document.ts'
import type { Condition, Eligibility, Threshold } from '../model/facts.ts'
import { allOf, conditionsOf } from './conditions.ts'
import { trackOf } from './scope.ts'

export interface EligibilityContext {
  readonly thresholds: readonly Threshold[]
}

/**
 * Who may apply: a tree of conditions for each place that states them, found by its words (应具备以下条件, a heading such as
 * 基本条件, an exclusion such as 有下列情形之一的，不得申请). `threshold` leaves are indices into `thresholds`.
 * @example readEligibility(document, { thresholds })[0]?.track // 领域类
 */
export function readEligibility(document: RegulationDocument, context: EligibilityContext): readonly Eligibility[] {
  const reader = { document, track: trackOf(document), tree: treeOf(document), thresholds: context.thresholds }
  const taken = new Set<string>()
  return document.provisions.flatMap((provision) => {
    if (taken.has(provision.parent ?? '')) {
      taken.add(provision.id)
      return []
    }
    const logic = readPlace(reader, provision)
    if (logic === null) return []
    if (statesConditions(reader, provision)) taken.add(provision.id)
    return [{ track: reader.track(provision.id) ?? 'general', provision: provision.id, logic }]
  })
}

interface Reader {
  readonly document: RegulationDocument
  readonly track: (provisionId: string | null) => string | null
  readonly tree: Tree
  readonly thresholds: readonly Threshold[]
}

interface Tree {
  readonly children: ReadonlyMap<string, readonly Provision[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
}

function treeOf(document: RegulationDocument): Tree {
  return {
    children: groupBy(document.provisions, ({ parent }) => parent),
    passages: groupBy(
      document.passages.filter(({ part }) => part === 'body'),
      ({ provision }) => provision,
    ),
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = name === null ? undefined : groups.get(name)
    if (group) group.push(item)
    else if (name !== null) groups.set(name, [item])
  }
  return groups
}

const HEADING = /(?:条件|资格|建设主体|申报主体|组建方式|准入要求|申报要求)$/
/** Headings under which only the sentences that demand are conditions. */
const SOFT_HEADING = /(?:建设主体|组建方式)$/
const DEMAND = /应|须|由|依托|必须/
const LEAD = /(?:具备|符合|满足|达到)[^。；：]{0,16}(?:条件|要求|标准)(?:之一)?的?[：:]?$/
const EXCLUSION = /(?:有|存在)(?:下列|以下|如下)[^。；，]{0,8}情[形况]之一的?[^。]{0,30}不(?:得|予)[^。]{0,40}[：:]?$/

function readPlace(reader: Reader, provision: Provision): Condition | null {
  if (excludes(reader, provision)) {
    const any = reader.tree.children.get(provision.id)?.flatMap((child) => conditionOf(reader, child) ?? []) ?? []
    return any.length === 0 ? null : { not: { any } }
  }
  return statesConditions(reader, provision) ? conditionOf(reader, provision) : readStatus(reader, provision)
}

function statesConditions(reader: Reader, provision: Provision): boolean {
  if (provision.kind === 'chapter' || provision.kind === 'part') return false
  const opensList = hasChildren(reader, provision) && LEAD.test(leadOf(reader, provision))
  return opensList || excludes(reader, provision) || HEADING.test(provision.heading ?? '')
}

function excludes(reader: Reader, provision: Provision): boolean {
  return hasChildren(reader, provision) && EXCLUSION.test(leadOf(reader, provision))
}

function hasChildren({ tree }: Reader, { id }: Provision): boolean {
  return (tree.children.get(id)?.length ?? 0) > 0
}

/** The last sentence before the list. */
function leadOf({ tree }: Reader, { id }: Provision): string {
  const text = tree.passages.get(id)?.at(-1)?.clean.text ?? ''
  return text.slice(text.lastIndexOf('。', text.length - 2) + 1)
}

/** All conditions of a provision: its own passages, lead-ins left out, then its children. */
function conditionOf(reader: Reader, provision: Provision): Condition | null {
  const { tree, thresholds } = reader
  const children = tree.children.get(provision.id) ?? []
  const own = (tree.passages.get(provision.id) ?? [])
    .filter(({ clean }) => !/[：:]$/.test(clean.text))
    .flatMap((passage) =>
      SOFT_HEADING.test(provision.heading ?? '') ? demandsOf(reader, passage) : conditionsOf({ passage, thresholds }),
    )
  const below = children.flatMap((child) => conditionOf(reader, child) ?? [])
  const anyOne = /之一的?[：:]?$/.test(leadOf(reader, provision)) && below.length > 1
  return allOf([...own, ...(anyOne ? [{ any: below }] : below)])
}

function demandsOf(reader: Reader, passage: Passage): readonly Condition[] {
  const { text } = passage.clean
  return conditionsWithin(
    reader,
    passage,
    sentences(text).filter(({ from, to }) => DEMAND.test(text.slice(from, to))),
  )
}

const STATUS = /(?:应当?|须|必须)(?:为|是|具有|具备)[^，。；]{0,12}法人/
const UNMET =
  /^(?:前期|目前|现阶段)?(?:尚|暂)?不(?:具备|能(?:完全|全部)?(?:满足|达到|符合))[^，]{0,12}(?:要求|条件|标准)的?，/

/** A legal status demanded outside any list, with the exception that follows it: 应为独立法人。暂不具备条件的，…. */
function readStatus(reader: Reader, provision: Provision): Condition | null {
  const read = (reader.tree.passages.get(provision.id) ?? []).flatMap((passage) => {
    const { text } = passage.clean
    return sentences(text).flatMap((sentence, index, all) => {
      const words = text.slice(sentence.from, sentence.to)
      if (STATUS.test(words)) {
        const next = all[index + 1]
        const excused = next !== undefined && UNMET.test(text.slice(next.from, next.to))
        const demand = clauses(text, sentence).filter(({ from, to }) => STATUS.test(text.slice(from, to)))
        return conditionsWithin(reader, passage, excused && next ? [...demand, next] : demand)
      }
      const free = index === 0 || !STATUS.test(text.slice(all[index - 1]?.from, all[index - 1]?.to))
      return free && UNMET.test(words) ? conditionsWithin(reader, passage, [sentence]) : []
    })
  })
  return allOf(read)
}

/** The conditions of some stretches of a passage, as if nothing else stood there. */
function conditionsWithin(
  { thresholds }: Reader,
  passage: Passage,
  stretches: readonly { readonly from: number; readonly to: number }[],
): readonly Condition[] {
  const { text, offsets } = passage.clean
  const kept = stretches.map(({ from, to }) => ({
    text: `${text.slice(from, to)}。`,
    offsets: offsets.slice(from, to + 1),
  }))
  const clean = { text: kept.map((part) => part.text).join(''), offsets: kept.flatMap((part) => part.offsets) }
  return conditionsOf({
    passage: { ...passage, clean: { ...clean, offsets: [...clean.offsets, clean.offsets.at(-1) ?? 0] } },
    thresholds,
  })
}
