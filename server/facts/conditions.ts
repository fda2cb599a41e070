import { clauses, segments, sentences, type Stretch } from '../grammar/clauses.ts'
import type { Condition } from '../model/facts.ts'
import {
  allOf,
  BESIDES,
  criterion,
  either,
  readClause,
  readClauses,
  readDenied,
  type Source,
} from './condition-clauses.ts'
import { inlineLead, type Lead } from './condition-leads.ts'

/**
 * The conditions that a passage states, sentence by sentence: clauses are joined by 和, 或 between predicates opens an
 * alternative, a 的-clause a branch up to ；, and 尚不具备条件的 an exception to what stands before it.
 * @example conditionsOf({ passage, thresholds }) // [{ all: [{ criterion: '…' }, { threshold: 3 }] }]
 */
export function conditionsOf(source: Source): readonly Condition[] {
  const { text } = source.passage.clean
  return sentences(text).reduce<readonly Condition[]>((read, sentence) => {
    const lead = inlineLead(text, sentence)
    if (lead !== null) return [...read, ...readList(source, sentence, lead)]
    return segments(text, sentence).reduce((before, part) => join(before, readSegment(source, part)), read)
  }, [])
}

/** A list inside its sentence: 须具备下列条件之一：甲；乙；丙. */
function readList(source: Source, sentence: Stretch, { kind, anyOf, at }: Lead): readonly Condition[] {
  const { text } = source.passage.clean
  const denied = kind === 'excluded'
  const parts = segments(text, { from: at.to + 1, to: sentence.to })
  const items = parts.flatMap(
    (part) => allOf(readParts({ ...source, denied }, clauses(text, afterNumber(text, part)))) ?? [],
  )
  const logic: Condition | null = anyOf && items.length > 1 ? { any: items } : allOf(items)
  if (logic === null) return []
  const then = allOf([...demandsBefore(source, at), denied ? { not: logic } : logic]) ?? logic
  const branch = branchOf(text, at)
  return [branch === null ? then : { if: branch, then }]
}

const NUMBER = /^(?:（[一二三四五六七八九十\d]{1,3}）|[\d]{1,2}[.、]|[①-⑳])/

function afterNumber(text: string, { from, to }: Stretch): Stretch {
  return { from: from + (NUMBER.exec(text.slice(from, from + 6))?.[0].length ?? 0), to }
}

/**
 * The class of applicants that a lead-in sentence speaks of: 申请人是企业的，应当符合下列条件; null when it speaks of all.
 * @example branchOf(text, lead.at) // 申请人是企业的
 */
export function branchOf(text: string, at: Stretch): string | null {
  const [first, ...rest] = clauses(text, at)
  if (first === undefined || rest.length === 0) return null
  const words = text.slice(first.from, first.to)
  return SORT.test(words) && !LISTS.test(words) ? words : null
}

/** 建设单位是企业的, 以师承方式学习中医的, 申报“前沿进展类”项目. */
const SORT =
  /^[^，]{1,30}(?:是|为|系|属于|作为)[^，]{2,40}的$|^(?:申报|申请)[“"][^”"]{2,20}[”"]|^(?:以[^，]{2,20}方式|经)[^，]{2,30}的$/

/**
 * What a lead-in sentence itself demands before its list: 应当是正式员工，并符合下列条件; 除应当具备规定的条件外，还应当….
 * @example demandsBefore(source, lead.at) // [{ criterion: '应当是正式员工' }]
 */
export function demandsBefore(source: Source, at: Stretch): readonly Condition[] {
  const { text } = source.passage.clean
  const parts = clauses(text, at)
  const last = parts.findIndex(({ from, to }) => LISTS.test(text.slice(from, to)))
  const opening = parts[last]
  const before = parts.slice(0, Math.max(0, last))
  const besidesOthers = before.some(({ from, to }) => BESIDES.test(text.slice(from, to)))
  const goesOn = opening !== undefined && !besidesOthers && RUNS_ON.test(text.slice(opening.from, opening.to))
  return before.flatMap((part) => {
    const words = text.slice(part.from, part.to)
    const besides = BESIDES.exec(words)
    if (besides?.[1] !== undefined) {
      const from = part.from + words.indexOf(besides[1])
      return [criterion(source, { from, to: from + besides[1].length })]
    }
    const demands =
      goesOn ||
      /^凡?(?:具有|具备|享有|遵守|拥护|热爱|拥有)|^[^，]{2,60}(?:应当?|须|必须)(?:是|为|具有|取得)/.test(words)
    return demands && !SCENE.test(words) && words.length > 5 ? readClause(source, part) : []
  })
}

const LISTS = /(?:下列|以下|如下)/
const RUNS_ON = /^(?:并|且|还)/
const SCENE =
  /(?:的|时|后|前|之日起|人员|单位|者|人)$|^(?:申请|申报|从事|设立|开办|举办|经营|取得|开展|建设|新建|组建|成立|对|在|经|除|根据|按照?|凡|由|从)/

interface Segment {
  readonly conditions: readonly Condition[]
  /** It excuses from the demand before it: 尚不具备条件的，…. */
  readonly exception: boolean
  /** It opens an alternative to what stands before it: ；或者…. */
  readonly or: boolean
}

function join(read: readonly Condition[], { conditions, exception, or }: Segment): readonly Condition[] {
  const last = read.at(-1)
  if (or && last !== undefined) return either(read, conditions)
  if (!exception || last === undefined) return [...read, ...conditions]
  const alternatives = 'any' in last ? last.any : [last]
  return [...read.slice(0, -1), { any: [...alternatives, ...conditions] }]
}

const EXCEPTION = /^(?:前期|目前|现阶段)?(?:尚|暂|确)?(?:暂时)?(?:不具备|未具备|不符合|达不到|无法满足)[^，]{0,12}的$/
const UNMET = /^不能(?:完全|全部)?(?:满足|达到|符合)[^，]{0,12}(?:要求|条件|标准)$/

function readSegment(source: Source, segment: Stretch): Segment {
  const { text } = source.passage.clean
  const or = /^或者?/.exec(text.slice(segment.from, segment.from + 2))?.[0].length ?? 0
  const parts = clauses(text, { from: segment.from + or, to: segment.to })
  return { conditions: readParts(source, parts), exception: EXCEPTION.test(wordsOf(text, parts[0])), or: or > 0 }
}

function wordsOf(text: string, part: Stretch | undefined): string {
  return part === undefined ? '' : text.slice(part.from, part.to)
}

function readParts(source: Source, parts: readonly Stretch[]): readonly Condition[] {
  const { text } = source.passage.clean
  const [first, ...rest] = TURNS.test(wordsOf(text, parts[0])) ? parts.slice(1) : parts
  const last = wordsOf(text, parts.at(-1))
  if (first === undefined || PREFERS.test(last)) return []
  if (source.denied) return readDenied(source, parts)
  if (parts.length > 1 && ADMITS.test(last)) return []
  const kept = KEPT_OUT.exec(last)
  if (kept !== null) return readKeptOut(source, parts, kept.index)
  if (text.charAt(first.to) === '：' && LABEL.test(wordsOf(text, first))) return labelled(source, first, rest)
  if (!opensBranch(wordsOf(text, first)) || rest.length === 0) return readClauses(source, parts)
  const then = allOf(readClauses(source, rest))
  return then === null ? [] : [{ if: wordsOf(text, first), then }]
}

/** 中低产田改造项目：…, 企业类：…; 人才队伍：… only names the side that the conditions are about. */
const LABEL = /^[^，。；的]{2,16}$/
const CLASS = /(?:项目|企业|单位|机构|人员|高校|院校|院所|个人|[^分各]类|型)$/

function labelled(source: Source, label: Stretch, rest: readonly Stretch[]): readonly Condition[] {
  const words = wordsOf(source.passage.clean.text, label)
  const conditions = readClauses(source, rest)
  const then = allOf(conditions)
  return then !== null && CLASS.test(words) ? [{ if: words, then }] : conditions
}

/** 其中，申请开展手术的，必须…: words that only turn to what follows. */
const TURNS = /^(?:其中|但是?|同时|此外|另外)$/
/** What is preferred is not demanded: 做出积极贡献者优先. */
const PREFERS = /优先(?:考虑|推荐|支持|申报)?$/
/** Who else is let in is another way in, no demand on all: 的乡村医生，可以申请参加考核. */
const ADMITS = /^(?:也|均|亦)?可以?[^，]{0,30}(?:申请|申报|报考|参加|作为[^，]{0,12}对象)/
/** 受过处分的，不得申报; 已入选的专家不参加评选. */
const KEPT_OUT =
  /(?:均|一律|将)?不(?:得|能|可以?|再)?(?:再次?|重复)?(?:申报|申请|参加|参评|报考|报名|参与)[^，的]{0,20}$/

function readKeptOut(source: Source, parts: readonly Stretch[], at: number): readonly Condition[] {
  const last = parts.at(-1)
  if (last === undefined) return []
  const subject = at > 3 ? [{ from: last.from, to: last.from + at }] : []
  const grounds = [...parts.slice(0, -1), ...subject]
  const ground = allOf(readClauses({ ...source, denied: true }, grounds))
  return ground === null ? readClauses(source, parts) : [{ not: ground }]
}

/** 申请举办教育机构的单位，应当…: whom the next clause is about. */
const APPLICANT =
  /^(?:申请|申报|从事|分别|同时|经营|开展|设立|改组|承担|生产|销售)[^，]{2,40}的[^，的]{0,6}(?:单位|个人|企业|机构|组织|人员|者)$/

function opensBranch(words: string): boolean {
  return UNMET.test(words) || APPLICANT.test(words) || (/的$/.test(words) && !/(?:应当?|须|必须)[^，]*的$/.test(words))
}
