import type { Stretch } from '../grammar/clauses.ts'
import type { Passage } from '../model/document.ts'
import type { Condition, Threshold } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { alternativesOf } from './alternatives.ts'

/** A passage with the thresholds of its document: what conditions are made of. */
export interface Source {
  readonly passage: Passage
  readonly thresholds: readonly Threshold[]
  /** The conditions exclude (有下列情形之一的，不得申请): 的 ends them all and opens no branch. */
  readonly denied?: boolean
}

/**
 * One condition for several: none, the only one, or all of them.
 * @example allOf([a, b]) // { all: [a, b] }
 */
export function allOf(conditions: readonly Condition[]): Condition | null {
  const [only, ...more] = conditions
  return only === undefined ? null : more.length === 0 ? only : { all: conditions }
}

/** Encouragement, lead-ins, windows that stand alone and what follows from the conditions demand nothing by themselves. */
const NO_DEMAND =
  /^(?:鼓励|支持|优先|引导|(?:最?近|过去)[\d一二两三四五六七八九十]+(?:个)?(?:年|月|年度)[以之]?内?$|包括$|具体(?:办法|条件|要求|标准|包括|如下)|方可|方能|从其规定|并?报[^，]{2,24}(?:审核|批准|审批|备案))/
/** 除国家另有规定外: what excuses from the demand behind it. */
const SAVE = /^除([^，]{2,40}?)(?:的|之)?外$/

/**
 * The conditions of the clauses of one segment, joined by 和; 或, 除外 and 除另有规定外 make alternatives.
 * @example readClauses(source, clauses(text, segment)) // [{ criterion: '信誉良好', … }]
 */
export function readClauses(source: Source, parts: readonly Stretch[]): readonly Condition[] {
  const { text } = source.passage.clean
  let read: readonly Condition[] = []
  let saving: Stretch | null = null
  for (const part of withScenes(source, parts)) {
    const words = text.slice(part.from, part.to)
    if (NO_DEMAND.test(words) || words.length < 3) continue
    const besides = BESIDES.exec(words) ?? SAVE.exec(words)
    if (besides?.[1] !== undefined) {
      const from = part.from + words.indexOf(besides[1])
      const inner = { from, to: from + besides[1].length }
      if (BESIDES.test(words)) read = [...read, criterion(source, inner)]
      else saving = inner
    } else if (EXCUSED.test(words)) {
      read = either(read, [criterion(source, excuseOf(text, part))])
    } else read = readAnother(source, part, read)
    if (saving !== null && besides === null && read.length > 0) {
      read = either(read, [criterion(source, saving)])
      saving = null
    }
  }
  return read
}

/** 对某些病证的诊疗，方法独特: a scene is part of what it sets the scene for. */
function withScenes({ passage, thresholds }: Source, parts: readonly Stretch[]): readonly Stretch[] {
  const { clean } = passage
  const joined: Stretch[] = []
  let scene: Stretch | null = null
  for (const [index, part] of parts.entries()) {
    const words = clean.text.slice(part.from, part.to)
    const span = rawSpan(clean, part.from, part.to)
    const free = index < parts.length - 1 && !thresholds.some(({ start }) => start >= span.start && start < span.end)
    if (free && SETTING.test(words) && !NO_DEMAND.test(words)) scene ??= part
    else {
      joined.push(scene === null ? part : { from: scene.from, to: part.to })
      scene = null
    }
  }
  return joined
}

const SETTING =
  /^(?:对|在(?!职|岗|校|册)|按照?|根据|依照)[^，]{1,36}(?:中|方面|领域|上|下|前|后|内|时|诊疗|过程|基础|规定|要求|处理|管理)$|^其中[^，]{2,40}(?:人员|机构|单位|企业|项目)$/

/** One clause more: 或 opens an alternative to the one before it. */
function readAnother(source: Source, part: Stretch, read: readonly Condition[]): readonly Condition[] {
  const words = source.passage.clean.text.slice(part.from, part.to)
  const or = read.length > 0 ? (/^或者?/.exec(words)?.[0].length ?? 0) : 0
  const conditions = readClause(source, { from: part.from + or, to: part.to })
  return or > 0 ? either(read, conditions) : [...read, ...conditions]
}

export function either(read: readonly Condition[], next: readonly Condition[]): readonly Condition[] {
  const last = read.at(-1)
  const one = allOf(next)
  if (last === undefined || one === null) return [...read, ...next]
  const before = 'any' in last ? last.any : [last]
  return [...read.slice(0, -1), { any: [...before, ...('any' in one ? one.any : [one])] }]
}

/** The thresholds of a clause and the words before them; without thresholds the clause itself. */
export function readClause(source: Source, clause: Stretch): readonly Condition[] {
  const held = heldBy(source, clause)
  const first = held[0]
  if (first === undefined) return readBranching(source, clause)
  const leaves = held.map((threshold) => ({ threshold }))
  const grouped = held.length > 1 && held.every((index) => source.thresholds[index]?.alternativeGroup != null)
  const either = grouped || source.denied ? [] : alternativesOf(source.passage.clean.text, clause)
  if (either.length > 1) return [{ any: either.flatMap((part) => allOf(readClause(source, part)) ?? []) }]
  const before = wordsBefore(source, clause, source.thresholds[first]?.start ?? 0)
  return [...before, ...(grouped ? [{ any: leaves }] : leaves)]
}

/**
 * The thresholds that a clause sets. A window (3年内无事故) is part of what it limits, and what stands in brackets beside
 * another number (年满18周岁（见习人员年满16周岁）) holds for others.
 */
function heldBy({ passage, thresholds }: Source, clause: Stretch): readonly number[] {
  const { clean } = passage
  const { start, end } = rawSpan(clean, clause.from, clause.to)
  const held = thresholds.flatMap((threshold, index) => (threshold.end > start && threshold.end <= end ? [index] : []))
  const words = clean.text.slice(clause.from, clause.to)
  const plain = held.filter((index) => !isWindow(thresholds[index]?.quote ?? '', words))
  if (plain.length < 2 || !words.includes('（')) return plain
  const outside = plain.filter((index) => !isBracketed(thresholds[index]?.quote ?? '', words))
  return outside.length > 0 ? outside : plain
}

function isWindow(quote: string, words: string): boolean {
  const at = WINDOW.test(quote) ? words.indexOf(quote) : -1
  return at >= 0 && at + quote.length < words.length - 2
}

/** 3年内, 最近三年. */
const WINDOW = /[年月日天期]之?内$|(?:最?近|过去|此前|连续)[^，]{1,3}个?[年月日]度?$/

function isBracketed(quote: string, words: string): boolean {
  const at = words.indexOf(quote)
  return at > 0 && words.lastIndexOf('（', at) > words.lastIndexOf('）', at)
}

function wordsBefore(source: Source, clause: Stretch, rawStart: number): readonly Condition[] {
  const { offsets, text } = source.passage.clean
  let to = clause.from
  while (to < clause.to && (offsets[to] ?? 0) < rawStart) to++
  const words = text.slice(clause.from, to).replace(/(?:并且|且|并|或者?)$|[，、：]$/, '')
  return words.length < 5 ? [] : [readCriterion(source, { from: clause.from, to: clause.from + words.length })]
}

/** 经营旅游客运的还应当有合格的乘务员: a branch inside its clause. */
const INNER_BRANCH = /^([^，]{3,30}?的)(?:(?:还|也)应当?|(?:还|也)?(?:应当|必须|须))(?=.{3})/

function readBranching(source: Source, clause: Stretch): readonly Condition[] {
  const hit = INNER_BRANCH.exec(source.passage.clean.text.slice(clause.from, clause.to))
  if (hit?.[1] === undefined) return [readCriterion(source, clause)]
  return [{ if: hit[1], then: readCriterion(source, { from: clause.from + hit[1].length, to: clause.to }) }]
}

/** The alternatives of a clause that sets no number, or the clause itself. */
function readCriterion(source: Source, clause: Stretch): Condition {
  const any = source.denied ? [] : alternativesOf(source.passage.clean.text, clause)
  return any.length > 1 ? { any: any.map((part) => criterion(source, part)) } : criterion(source, clause)
}

export function criterion({ passage, denied }: Source, { from, to }: Stretch): Condition {
  const rule = denied === true ? 'clause of an exclusion' : 'clause of a demand'
  return { criterion: passage.clean.text.slice(from, to), ...rawSpan(passage.clean, from, to), rule }
}

/** An exclusion holds when all its clauses do, save where 但…除外 excuses from it. */
export function readDenied(source: Source, parts: readonly Stretch[]): readonly Condition[] {
  const { text } = source.passage.clean
  const excuses = parts.filter(({ from, to }) => EXCUSED.test(text.slice(from, to)))
  const grounds = parts.filter((part) => !excuses.includes(part))
  const ground = allOf(readClauses(source, grounds))
  if (ground === null) return []
  return [ground, ...excuses.map((part): Condition => ({ not: criterion(source, excuseOf(text, part)) }))].slice(
    0,
    1 + excuses.length,
  )
}

/** 但过失犯罪的除外, 国家另有规定的除外. */
const EXCUSED = /(?:的|者)?除外$/

function excuseOf(text: string, { from, to }: Stretch): Stretch {
  const words = text.slice(from, to)
  const opening = /^但是?/.exec(words)?.[0].length ?? 0
  return { from: from + opening, to: to - (/除外$/.exec(words)?.[0].length ?? 0) }
}

/** 除应当具备规定的条件外: what is demanded besides. */
export const BESIDES = /^[^，除]{0,10}除(?:应当?|须|必须)?((?:具备|符合|满足)[^，]{2,60}?)(?:之)?外$/
