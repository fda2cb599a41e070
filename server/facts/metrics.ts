import { unitKind } from '../grammar/units.ts'
import type { Aggregation } from '../model/facts.ts'
import type { MetricTerm } from '../model/vocabulary.ts'

/** What is known of a bound when its metric is looked up. */
export interface Measured {
  /** The words around the number, up to the ends of its clause. */
  readonly clause: string
  readonly sentence: string
  readonly unit: string
  readonly aggregation: Aggregation | null
}

/**
 * The metric of the vocabulary that a bound measures, null when the vocabulary has none. The longest alias in the clause
 * wins; among equals the term that asks for more (words nearby, an aggregation).
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
function rankOf({ clause, sentence, unit, aggregation }: Measured, term: MetricTerm): number {
  if (!sameUnit(unit, term.unit)) return 0
  if (term.aggregation !== undefined && term.aggregation !== aggregation) return 0
  if (term.requires !== undefined && !term.requires.some((word) => sentence.includes(word))) return 0
  if (term.excludes?.some((word) => clause.includes(word)) ?? false) return 0
  const longest = Math.max(0, ...term.aliases.filter((alias) => clause.includes(alias)).map((alias) => alias.length))
  if (longest === 0) return 0
  return longest * 4 + (term.aggregation === undefined ? 0 : 2) + (term.requires === undefined ? 0 : 1)
}

/** Counters are interchangeable (一个实体, 3家单位); everything else is compared in one unit. */
function sameUnit(unit: string, wanted: string): boolean {
  return unit === wanted || (unitKind(unit) === 'count' && unitKind(wanted) === 'count')
}

const WINDOW =
  '(?:最?近|过去|前|上|连续)[\\d一二两三四五六七八九十]+(?:个)?(?:会计|自然|财政|纳税)?(?:年度?|个月|学年)(?:内|间|来)?(?:的)?'
const OPENERS = new RegExp(
  `^(?:其中|同时|并且?|且|或者?|以及|和|应当?|须|必须|要求|原则上|一般|申报|申请|${WINDOW}|每年度?|每届|有|、|的)+`,
)
const TAIL = /(?:应当?|须|必须|一般|原则上|的?比例|比重|在|为|是|数量|每年度?|[（(][^）)]*[）)]|的)+$/
const VERBS_ONLY =
  /^(?:拥有|具有|具备|获得|取得|主持|承担|参与|牵头|或者?|和|、|有|设|建有|配备|发表|由|与|须|联合|召开)*$/

/**
 * What is measured, in the words of the text: the noun before the comparison, or behind the number where the words before
 * it are only verbs (拥有2项以上发明专利).
 * @example metricWords('研发场地面积', '') // 研发场地面积
 */
export function metricWords(before: string, after: string): string {
  const left = before.replace(OPENERS, '').replace(TAIL_OF_MODAL, '')
  if (!VERBS_ONLY.test(left)) return left.replace(TAIL, (tail) => (/比例|比重|数量/.test(tail) ? tail : ''))
  const right = after.replace(/^(?:的|及|和|以上|有待)+/, '').replace(/[（(].*$/, '')
  return right === '' ? left : left + right
}

const TAIL_OF_MODAL = /(?:应当?|须|必须|一般应?|原则上应?|不得|在)+$/
