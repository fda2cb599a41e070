import { sentences, type Stretch } from '../grammar/clauses.ts'
import type { Passage, Provision, RegulationDocument } from '../model/document.ts'
import type { Condition, Threshold } from '../model/facts.ts'
import { leadOf, type Lead } from './condition-leads.ts'
import { allOf } from './condition-clauses.ts'
import { tableConditions } from './condition-tables.ts'
import { branchOf, conditionsOf, demandsBefore } from './conditions.ts'
import { rowsBehind, type Row } from './table-rows.ts'

/** A document by its provisions, with the thresholds that conditions point to. */
export interface ConditionReader {
  readonly children: ReadonlyMap<string, readonly Provision[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  readonly thresholds: readonly Threshold[]
  readonly raw: string
  /** The rows of a table right behind a passage. */
  readonly rowsBehind: (passage: Passage) => readonly Row[]
}

/**
 * @example conditionReader(document, thresholds).children.get('art_10')?.length // 6
 */
export function conditionReader(document: RegulationDocument, thresholds: readonly Threshold[]): ConditionReader {
  return {
    children: groupBy(document.provisions, ({ parent }) => parent),
    passages: groupBy(
      document.passages.filter(({ part }) => part === 'body'),
      ({ provision }) => provision,
    ),
    thresholds,
    raw: document.raw.text,
    rowsBehind: (passage) => rowsBehind(document, passage),
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

export function childrenOf({ children }: ConditionReader, { id }: Provision): readonly Provision[] {
  return children.get(id) ?? []
}

export function passagesOf({ passages }: ConditionReader, { id }: Provision): readonly Passage[] {
  return passages.get(id) ?? []
}

/** A table that the last sentence of a provision opens: 应当具备下列条件：, and rows behind it. */
export function tableUnder(reader: ConditionReader, provision: Provision): Condition | null {
  const opening = passagesOf(reader, provision).at(-1)
  if (opening === undefined || !/[：:]$/.test(opening.clean.text)) return null
  const lead = leadOf(opening.clean.text)
  if (lead === null || lead.kind === 'excluded') return null
  const rows = reader.rowsBehind(opening)
  return rows.length < 2 ? null : allOf(tableConditions(rows, reader.thresholds))
}

/** The sentence that opens the list of a provision's children; null where it opens none, or one of something else. */
export function leadAt(reader: ConditionReader, provision: Provision): Lead | null {
  if (childrenOf(reader, provision).length === 0) return null
  return leadOf(passagesOf(reader, provision).at(-1)?.clean.text ?? '')
}

/**
 * All conditions of a provision: what its own passages demand, then its children under the sentence that opens their list.
 * @example conditionOf(reader, provision) // { all: [{ criterion: '信誉良好', … }, { threshold: 3 }] }
 */
export function conditionOf(reader: ConditionReader, provision: Provision, within?: Lead): Condition | null {
  const lead = leadAt(reader, provision)
  const inner = lead ?? within
  const below = childrenOf(reader, provision).flatMap((child) => conditionBelow(reader, child, inner) ?? [])
  const own = ownPassages(reader, provision, within).flatMap((passage) =>
    ownConditions(reader, { provision, passage, lead, within }),
  )
  const list = listOf(below, lead ?? listed(reader, provision), within)
  const opening = passagesOf(reader, provision).at(-1)
  const named = classNamed(reader, provision)
  if (named !== null) return branch(named, list)
  if (lead === null || opening === undefined) return allOf([...own, ...list])
  const source = { passage: opening, thresholds: reader.thresholds }
  const words = branchOf(opening.clean.text, lead.at)
  const demands = within?.kind === 'excluded' ? [] : demandsBefore(source, lead.at)
  if (words === null) return allOf([...own, ...demands, ...list])
  return allOf([...own, ...[branch(words, [...demands, ...list])].flatMap((one) => one ?? [])])
}

/** What stands under a list or heading of conditions: a first sentence that looks like a heading belongs to it. */
function conditionBelow(reader: ConditionReader, provision: Provision, within?: Lead): Condition | null {
  const rest = conditionOf(reader, provision, within)
  const first = runIn(reader, provision, within)
  return rest === null
    ? allOf(first)
    : first.length === 0
      ? rest
      : allOf([...first, ...('all' in rest ? rest.all : [rest])])
}

/** 从业人员经培训合格。特种作业人员…, or an item of one short sentence: 高等院校、科研院所。 */
function runIn(reader: ConditionReader, provision: Provision, within?: Lead): readonly Condition[] {
  const { heading } = provision
  if (heading === null || classNamed(reader, provision) !== null) return []
  const alone = passagesOf(reader, provision).length === 0 && childrenOf(reader, provision).length === 0
  if (!alone && !STATES.test(heading)) return []
  const at = reader.raw.indexOf(heading, provision.start)
  if (at < 0 || at + heading.length > provision.end) return []
  const offsets = Array.from({ length: heading.length + 1 }, (_, index) => at + index)
  const passage: Passage = { provision: provision.id, part: 'body', clean: { text: heading, offsets } }
  return conditionsOf({ passage, thresholds: reader.thresholds, denied: within?.kind === 'excluded' })
}

const STATES =
  /^(?:有|是|无|未|具|经|已|应|能|符合|取得|年满|年龄|熟悉|遵守|通过)|不少于|不低于|不超过|\d[^，]{0,8}以上|(?:合格|良好|健全|完善|符合[^，]{2,16})$/

function branch(words: string, conditions: readonly Condition[]): Condition | null {
  const then = allOf(conditions)
  return then === null ? null : { if: words, then }
}

type Quantity = Pick<Lead, 'kind' | 'anyOf'>

function listOf(below: readonly Condition[], lead: Quantity | null, within?: Lead): readonly Condition[] {
  const list = lead?.anyOf === true && below.length > 1 ? [{ any: below }] : below
  const logic = lead?.kind === 'excluded' && within?.kind !== 'excluded' ? allOf(list) : null
  return logic === null ? list : [{ not: logic }]
}

/** 申报范围： a list of those who may apply is a choice. */
function listed(reader: ConditionReader, provision: Provision): Quantity | null {
  const opening = passagesOf(reader, provision).at(-1)?.clean.text ?? ''
  const chooses = /(?:对象|范围)$/.test(provision.heading ?? '') || /(?:具体)?包括[：:]$/.test(opening)
  return chooses ? { kind: 'required', anyOf: true } : null
}

/** （一）以师承方式学习中医人员 over a list of its own: the class that the list is for. */
function classNamed(reader: ConditionReader, provision: Provision): string | null {
  if (childrenOf(reader, provision).length === 0) return null
  const [only, ...more] = passagesOf(reader, provision)
  const words = (provision.heading ?? only?.clean.text ?? '').replace(/[：:。]$/, '')
  if (more.length > 0 || (provision.heading !== null && only !== undefined)) return null
  return CLASS_NAME.test(words) ? words : null
}

const CLASS_NAME =
  /^[^，。；：]{0,18}(?:人员|个人|自然人|法人|组织|企业|公司|高校|院校|院所|机构|医师|教师|学生|团体|农户|[^种各分]类)$/

/** A paragraph behind a finished item speaks of the whole list or of something else, not of the item. */
function ownPassages(reader: ConditionReader, provision: Provision, within?: Lead): readonly Passage[] {
  const passages = passagesOf(reader, provision)
  if (within === undefined) return passages
  const last = passages.findIndex(({ clean }) => /[。；]$/.test(clean.text))
  return last < 0 ? passages : passages.slice(0, last + 1)
}

interface Place {
  readonly provision: Provision
  readonly passage: Passage
  readonly lead: Lead | null
  readonly within: Lead | undefined
}

/** Headings under which only the sentences that demand are conditions. */
const SOFT_HEADING = /(?:建设主体|组建方式)$/
const DEMAND = /应|须|由|依托|必须/
/** What the applicant must be, and not what an organ must do. */
const QUALIFIES = /(?:应当?|须|必须)(?:依法)?(?:是|为|具有|具备|取得|持有|符合|属于|拥有)/

/** What a passage itself demands; of one that opens a list, the sentences before that one. */
function ownConditions(reader: ConditionReader, { provision, passage, lead, within }: Place): readonly Condition[] {
  const { text } = passage.clean
  const { thresholds } = reader
  const last = passage === passagesOf(reader, provision).at(-1)
  // A colon behind an item that opens nothing is a slip for a semicolon.
  const introduces = /[：:]$/.test(text) && (within === undefined || childrenOf(reader, provision).length > 0)
  const opens = introduces || (last && lead !== null)
  if (opens) {
    const opening = sentences(text).at(-1)?.from ?? 0
    return conditionsWithin(
      reader,
      passage,
      sentencesWith(text, QUALIFIES).filter(({ from }) => from < opening),
    )
  }
  if (/^[^，。；]{0,40}[？?]$/.test(text)) return []
  if (SOFT_HEADING.test(provision.heading ?? '')) return conditionsWithin(reader, passage, sentencesWith(text, DEMAND))
  return conditionsOf({ passage, thresholds, denied: within?.kind === 'excluded' })
}

function sentencesWith(text: string, pattern: RegExp): readonly Stretch[] {
  return sentences(text).filter(({ from, to }) => pattern.test(text.slice(from, to)))
}

/** The conditions of some stretches of a passage, as if nothing else stood there. */
export function conditionsWithin(
  { thresholds }: Pick<ConditionReader, 'thresholds'>,
  passage: Passage,
  stretches: readonly Stretch[],
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
