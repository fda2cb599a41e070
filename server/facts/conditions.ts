import { clauses, segmentsOf } from '../grammar/clauses.ts'
import type { Stretch } from '../grammar/clauses.ts'
import type { Passage } from '../model/document.ts'
import type { Condition, Threshold } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'

/** A passage with the thresholds of its document: what conditions are made of. */
export interface Source {
  readonly passage: Passage
  readonly thresholds: readonly Threshold[]
}

/**
 * The conditions that a passage states, sentence by sentence: clauses are joined by 和, 或 between predicates opens an
 * alternative, a 的-clause a branch up to ；, and 尚不具备条件的 an exception to what stands before it.
 * @example conditionsOf({ passage, thresholds }) // [{ all: [{ criterion: '…' }, { threshold: 3 }] }]
 */
export function conditionsOf(source: Source): readonly Condition[] {
  const { text } = source.passage.clean
  return segmentsOf(text).reduce<readonly Condition[]>((read, part) => join(read, readSegment(source, part)), [])
}

/**
 * One condition for several: none, the only one, or all of them.
 * @example allOf([a, b]) // { all: [a, b] }
 */
export function allOf(conditions: readonly Condition[]): Condition | null {
  const [only, ...more] = conditions
  return only === undefined ? null : more.length === 0 ? only : { all: conditions }
}

interface Segment {
  readonly conditions: readonly Condition[]
  /** It excuses from the demand before it: 尚不具备条件的，…. */
  readonly exception: boolean
}

function join(read: readonly Condition[], { conditions, exception }: Segment): readonly Condition[] {
  const last = read.at(-1)
  if (!exception || last === undefined) return [...read, ...conditions]
  const alternatives = 'any' in last ? last.any : [last]
  return [...read.slice(0, -1), { any: [...alternatives, ...conditions] }]
}

const EXCEPTION = /^(?:前期|目前|现阶段)?(?:尚|暂|确)?(?:暂时)?(?:不具备|未具备|不符合|达不到|无法满足)[^，]{0,12}的$/
const UNMET = /^不能(?:完全|全部)?(?:满足|达到|符合)[^，]{0,12}(?:要求|条件|标准)$/

function readSegment(source: Source, segment: Stretch): Segment {
  const { text } = source.passage.clean
  const parts = clauses(text, segment)
  const [first, ...rest] = parts
  if (first === undefined) return { conditions: [], exception: false }
  const words = text.slice(first.from, first.to)
  if (!opensBranch(words) || rest.length === 0) return { conditions: readClauses(source, parts), exception: false }
  const then = allOf(readClauses(source, rest))
  return { conditions: then === null ? [] : [{ if: words, then }], exception: EXCEPTION.test(words) }
}

function opensBranch(words: string): boolean {
  return UNMET.test(words) || (/的$/.test(words) && !/(?:应当?|须|必须)[^，]*的$/.test(words))
}

/** Encouragement, lead-ins and windows that stand alone demand nothing by themselves. */
const NO_DEMAND =
  /^(?:鼓励|支持|优先|引导|(?:最?近|过去)[\d一二两三四五六七八九十]+(?:个)?(?:年|月|年度)[以之]?内?$|包括$|具体)/

function readClauses(source: Source, parts: readonly Stretch[]): readonly Condition[] {
  const { text } = source.passage.clean
  let read: readonly Condition[] = []
  for (const part of parts) {
    const words = text.slice(part.from, part.to)
    if (NO_DEMAND.test(words) || words.length < 3) continue
    const or = read.length > 0 ? (/^或者?/.exec(words)?.[0].length ?? 0) : 0
    const conditions = readClause(source, { from: part.from + or, to: part.to })
    read = or > 0 ? either(read, conditions) : [...read, ...conditions]
  }
  return read
}

function either(read: readonly Condition[], next: readonly Condition[]): readonly Condition[] {
  const last = read.at(-1)
  const one = allOf(next)
  if (last === undefined || one === null) return [...read, ...next]
  const before = 'any' in last ? last.any : [last]
  return [...read.slice(0, -1), { any: [...before, ...('any' in one ? one.any : [one])] }]
}

/** The thresholds of a clause and the words before them; without thresholds the clause itself. */
function readClause(source: Source, clause: Stretch): readonly Condition[] {
  const { clean } = source.passage
  const span = rawSpan(clean, clause.from, clause.to)
  const held = source.thresholds.flatMap((threshold, index) =>
    threshold.start >= span.start && threshold.start < span.end ? [{ threshold, index }] : [],
  )
  const first = held[0]
  if (first === undefined) return [readCriterion(source, clause)]
  const leaves = held.map(({ index }) => ({ threshold: index }))
  const grouped = held.length > 1 && held.every(({ threshold }) => threshold.alternativeGroup !== null)
  const before = wordsBefore(source, clause, first.threshold.start)
  return [...before, ...(grouped ? [{ any: leaves }] : leaves)]
}

function wordsBefore(source: Source, clause: Stretch, rawStart: number): readonly Condition[] {
  const { offsets, text } = source.passage.clean
  let to = clause.from
  while (to < clause.to && (offsets[to] ?? 0) < rawStart) to++
  const words = text.slice(clause.from, to).replace(/(?:并且|且|并|或者?)$/, '')
  return words.length < 4 ? [] : [readCriterion(source, { from: clause.from, to: clause.from + words.length })]
}

const HEAD =
  '(?:企业|单位|机构|法人|法人实体|学科|授予点|奖励|项目|平台|资格|证书|学历|学位|职称|经历|公司|牵头|建设|突出|急需|领先|良好|合格)'
const BRANCHES = new RegExp(`^(.{2,60}?${HEAD}(?:（[^）]{1,20}）)?)(?:或者?|或是)(.{3,60}${HEAD}|.{2,8}急需)$`)

const LISTED = /^(.*?(?:依托|由))([^，。；的有]*、[^，。；的有]*?)(?:共同|联合)?(?:牵头|建设|组建|申报|承担)+$/

/** 依托企业、科研院所、高等学校建设: any of them. */
function readListed(source: Source, clause: Stretch): Condition | null {
  const hit = LISTED.exec(source.passage.clean.text.slice(clause.from, clause.to))
  if (hit?.[1] === undefined || hit[2] === undefined) return null
  let at = clause.from + hit[1].length
  const any = hit[2].split('、').map((name) => {
    const from = at
    at += name.length + 1
    return criterion(source, { from, to: from + name.length })
  })
  return { any }
}

/** 高新技术企业或建有研发机构的企业: two whole things; 国家或省级项目: one thing with two attributes. */
function readCriterion(source: Source, clause: Stretch): Condition {
  const { text } = source.passage.clean
  const hit = BRANCHES.exec(text.slice(clause.from, clause.to))
  if (hit?.[1] === undefined || hit[2] === undefined) return readListed(source, clause) ?? criterion(source, clause)
  const left = { from: clause.from, to: clause.from + hit[1].length }
  const right = { from: clause.to - hit[2].length, to: clause.to }
  return { any: [criterion(source, left), criterion(source, right)] }
}

function criterion({ passage }: Source, { from, to }: Stretch): Condition {
  return { criterion: passage.clean.text.slice(from, to), ...rawSpan(passage.clean, from, to) }
}
