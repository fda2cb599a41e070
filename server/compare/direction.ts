import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { MetricTerm } from '../model/vocabulary.ts'

/**
 * Which way an amount weighs on whom it binds. A demand is stricter the less room its comparator leaves; a penalty the
 * higher it is, whatever its comparator; what is neither is ordered by no rule, and says why.
 */
export type Direction =
  { readonly kind: 'demand' } | { readonly kind: 'penalty' } | { readonly kind: 'none'; readonly because: Sentence }

/**
 * Read from what the amount is for and from its own words; a metric of the vocabulary may say that nothing orders it.
 * @example directionOf({ purpose: 'sanction', quote: '处五千元以上二万元以下罚款', … }, undefined).kind // penalty
 */
export function directionOf(threshold: ComparedThreshold, term: MetricTerm | undefined): Direction {
  if (term?.ordered !== undefined) return term.ordered ? DEMAND : { kind: 'none', because: whyNot(threshold) }
  const { purpose } = threshold
  if (purpose === 'target') return TARGET
  if (purpose === 'validity') return VALIDITY
  if (purpose === 'sanction') return inSanction(threshold)
  if (isGrant(threshold)) return GRANT
  if (purpose === 'eligibility') return DEMAND
  if (isCase(threshold)) return CASE
  return purpose === 'other' && !DEMANDS.test(threshold.quote) ? UNCLEAR : DEMAND
}

function whyNot({ purpose }: ComparedThreshold): Sentence {
  return NOT_ORDERED[purpose]?.because ?? UNCLEAR.because
}

const DEMAND: Direction = { kind: 'demand' }
const PENALTY: Direction = { kind: 'penalty' }
const GRANT = none('支持的多少不是要求', 'support is not a demand')
const TARGET = none('目标不是要求', 'a target is not a demand')
const VALIDITY = none('有效期不是要求', 'a period of validity is not a demand')
const CASE = none('数值划定的是适用情形', 'the amount tells the case')
const UNCLEAR = none('是要求还是适用情形未写明', 'whether it is demanded or tells the case is not stated')
const NOT_ORDERED: Partial<Record<ComparedThreshold['purpose'], typeof GRANT>> = {
  funding: GRANT,
  target: TARGET,
  validity: VALIDITY,
}

/** 处…罚款, 五年内不得申请: a punishment. What opens it (违法所得三万元以上的, 逾期三十日的) is a case; 十日内改正 is a demand. */
function inSanction({ quote, metric, unit, comparator }: ComparedThreshold): Direction {
  const punishes = PERIODS.has(unit) ? BARS : PUNISHES
  if (punishes.test(quote) || punishes.test(metric)) return PENALTY
  if (DEMANDS.test(quote)) return DEMAND
  // 五年内: the words behind it may bar somebody, or count how often something happened.
  return PERIODS.has(unit) && comparator === '<=' ? UNCLEAR : CASE
}

const IMPOSED = '处(?![理置所于室长分方境级])'
const PUNISHES = new RegExp(`罚[款金]|滞纳金|${IMPOSED}`)
/** 十五日内缴纳罚款 is a deadline; what lasts is a punishment when it keeps somebody in or out. */
const BARS = new RegExp(
  `拘留|拘役|徒刑|管制|不得(?!超过|[少低多高])|禁止|取消|不予|不再|暂停|停止|吊销|撤销|责令停|${IMPOSED}`,
)
const PERIODS = new Set(['year', 'month', 'week', 'day', 'workday'])

/** 给予…补助: what somebody gets. */
function isGrant({ purpose, quote, metric }: ComparedThreshold): boolean {
  return (purpose === 'funding' || purpose === 'other') && GIVES.test(`${metric} ${quote}`)
}

const GIVES = /补助|补贴|奖励|奖金|资助|奖补|贴息|扶持|给予|拨付/

/** 超过三个月的, 满两次的: a clause that says when, not what. */
function isCase({ comparator, quote }: ComparedThreshold): boolean {
  return (comparator === '>' || comparator === '>=') && OPENS_CASE.test(quote) && !DEMANDS.test(quote)
}

const OPENS_CASE = /(?<![不得能应未可])(?:超过|逾|超出)|满(?!足|意)/
/** Words by which a number binds: 不得少于, 至少, 应当在…内, 限养一只. */
const DEMANDS =
  /不(?:得|应|能|可|准|许)?(?:超过|超出|少于|低于|高于|多于|大于|小于|早于|晚于|迟于|短于|长于|超)|至[少多]|最(?:[多少高低长短大小]|后)|应|须|必须|限[养购批]?|只[能准可]|不得|以内|达到/

function none(zh: string, en: string) {
  return { kind: 'none', because: { zh, en } } as const satisfies Direction
}
