import { unitKind } from '../grammar/units.ts'
import type { Aggregation } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'

/** What is known of a bound when its metric is looked up. */
export interface Measured {
  /** The words around the number, up to the ends of its clause. */
  readonly clause: string
  /** What is measured, in the words of the text: its head noun stands last. */
  readonly noun: string
  readonly sentence: string
  readonly unit: string
  readonly aggregation: Aggregation | null
}

/**
 * The metric of the vocabulary that a bound measures, null when the vocabulary has none. The longest alias in the clause
 * wins, one that is the head noun before all; among equals the term that asks for more (words nearby, an aggregation).
 * @example metricOf({ clause: '固定人员不少于100人', unit: 'person', … }, metrics)?.key // fixed_staff
 */
export function metricOf(measured: Measured, terms: readonly MetricTerm[]): MetricTerm | null {
  let best: { term: MetricTerm; rank: number } | null = null
  for (const term of terms) {
    const rank = rankOf(measured, term)
    if (rank > (best?.rank ?? 0)) best = { term, rank }
  }
  return best?.term ?? null
}

/** 0 when the term does not fit. */
function rankOf({ clause, noun, sentence, unit, aggregation }: Measured, term: MetricTerm): number {
  if (!sameUnit(unit, term.unit)) return 0
  if (term.aggregation !== undefined && term.aggregation !== aggregation) return 0
  if (term.requires !== undefined && !term.requires.some((word) => sentence.includes(word))) return 0
  if (term.excludes?.some((word) => clause.includes(word)) ?? false) return 0
  const found = term.aliases.filter((alias) => clause.includes(alias))
  if (found.length === 0) return 0
  const longest = Math.max(...found.map((alias) => alias.length + (noun.endsWith(alias) ? HEAD_NOUN : 0)))
  return longest * 4 + (term.aggregation === undefined ? 0 : 2) + (term.requires === undefined ? 0 : 1)
}

/** The head noun of a Chinese phrase stands last: 拥有自主知识产权的核心技术 counts technologies, not rights. */
const HEAD_NOUN = 6

/** Counters of things are interchangeable (一个实体, 3家单位); persons, times, characters and copies are counted as such. */
function sameUnit(unit: string, wanted: string): boolean {
  return unit === wanted || (countsThings(unit) && countsThings(wanted))
}

const COUNTED_AS_SUCH: ReadonlySet<string> = new Set(['person', 'time', 'character', 'copy'])

function countsThings(unit: string): boolean {
  return unitKind(unit) === 'count' && !COUNTED_AS_SUCH.has(unit)
}

const WINDOW =
  '(?:申[报请])?(?:最?近|过去|前|上|连续)[\\d一二两三四五六七八九十]+(?:个)?(?:会计|自然|财政|纳税)?(?:年度?|个月|学年)(?:以?内|间|来)?(?:的)?'
const OPENERS = new RegExp(
  `^(?:其中|同时|并且?|且|或者?|以及|和|应当?|须|必须|要求|原则上|一般|限期?|${WINDOW}|每(?:年度?|届|季度?|个?月|周|日|天|学期|学年)|每[\\d一二两三四五六七八九十]{1,3}(?:年|个月|周|日|天)|每(?=[\\d一二三四五六七八九十])|有(?![效期关限])|、|的)+`,
)
const MODAL_TAIL =
  /(?:连续|最?近|过去|最[多少低高长短]|至[多少]|但|约|[各均](?=$|[应须不为在])|应当?|须|必须|一般应?|原则上应?|不得|在|为|是|以|每|[（(][^）)]*[）)]?)+$/
/** Words that lead on to a noun behind the number. */
const LEADS_ON =
  /^$|(?:拥有|具有|具备|获得|取得|主持|承担|参与|牵头|设|建有|配备|配置|发表|由|与|须|召开|进行|给予|享受|增加|处以?|并处|联合|有|提供|培育|引进|按|至少|内|外|为|以)$/

/**
 * What is measured, in the words of the text: the noun before the comparison, with the noun behind the number where the
 * words before only lead on to it (拥有2项以上发明专利).
 * @example metricWords('研发场地面积', '') // 研发场地面积
 */
export function metricWords(before: string, after: string): string {
  const left = before
    .replace(/^.*(?:且|并且|并(?=[具拥有达应须能]))(?=.)/, '')
    .replace(OPENERS, '')
    .replace(MODAL_TAIL, '')
  const right = after.replace(/^(?:为?[一1]个|为|进行[一1]次|及|和|有待)+/, '').replace(/[（(].*$/, '')
  if (PUNISHES.test(left) && PUNISHMENT.test(right)) return PUNISHMENT.exec(right)?.[1] ?? right
  if (!leadsOn(left) || right === '') return left
  if (right.startsWith('的')) return left + right.slice(1)
  return /(?:给予|享受|处以?|并处|增加)$/.test(left) && left.length <= 4 ? right : left + right
}

/** 由主管部门处…罚款, 可以并处…罚款: the punishment is measured, not who imposes it. */
const PUNISHES = /(?:^|处以?|并处|单处|警告或者?|拘留或者?|拘役或者?)$/
const PUNISHMENT = /^的?(罚款|罚金|有期徒刑|拘役|拘留|滞纳金)/

/** Whether the number stands before the noun that it counts. */
export function leadsOn(before: string): boolean {
  return LEADS_ON.test(before.replace(OPENERS, '').replace(MODAL_TAIL, ''))
}
