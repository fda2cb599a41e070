import type { Sentence } from '../model/comparison.ts'
import type { Validity } from '../model/validity.ts'
import type { Fit } from './whole.ts'

const IN_ORDER: readonly Validity[] = ['IN_FORCE', 'NOT_YET', 'UNKNOWN', 'EXPIRED', 'REPEALED']

export interface Ranked {
  readonly fit: Fit
  readonly validity: Validity
}

/**
 * Best first, one figure after the other, never a hidden score: in force before the rest; has conditions; fewest failed,
 * fewest open, smallest gaps; then the id.
 */
export function compareFits(one: Ranked, two: Ranked): number {
  return (
    IN_ORDER.indexOf(one.validity) - IN_ORDER.indexOf(two.validity) ||
    Number(one.fit.verdict === 'NOT_APPLICABLE') - Number(two.fit.verdict === 'NOT_APPLICABLE') ||
    one.fit.counts.FAIL - two.fit.counts.FAIL ||
    one.fit.counts.UNKNOWN - two.fit.counts.UNKNOWN ||
    one.fit.distance - two.fit.distance ||
    (one.fit.id < two.fit.id ? -1 : 1)
  )
}

const VALIDITIES: Readonly<Record<Validity, Sentence>> = {
  IN_FORCE: { zh: '现行有效', en: 'in force' },
  NOT_YET: { zh: '尚未施行', en: 'not yet in force' },
  UNKNOWN: { zh: '效力期限未载明', en: 'validity not stated' },
  EXPIRED: { zh: '已失效', en: 'expired' },
  REPEALED: { zh: '已废止', en: 'repealed' },
}

/**
 * Why an instrument ranks where it does, in the order of the ranking.
 * @example whyOf(ranked).zh // 现行有效；1项不符合，3项待填写，12项由主管部门判断
 */
export function whyOf({ fit, validity }: Ranked): Sentence {
  const { counts, track, distance } = fit
  const { zh, en } = VALIDITIES[validity]
  if (fit.verdict === 'NOT_APPLICABLE') {
    return { zh: `${zh}；没有读到适用的申报条件`, en: `${en}; no condition that applies was found` }
  }
  const by = track === null ? { zh: '', en: '' } : { zh: `按${track}，`, en: `as “${track}”, ` }
  const gap = distance > 0 ? `（差距合计${percent(distance)}）` : ''
  return {
    zh: `${zh}；${by.zh}${String(counts.FAIL)}项不符合${gap}，${String(counts.UNKNOWN)}项待填写，${String(counts.JUDGEMENT)}项由主管部门判断，${String(counts.PASS)}项符合`,
    en: `${en}; ${by.en}${String(counts.FAIL)} failed${distance > 0 ? ` (gaps of ${percent(distance)} in all)` : ''}, ${String(counts.UNKNOWN)} not told, ${String(counts.JUDGEMENT)} for an official, ${String(counts.PASS)} met`,
  }
}

function percent(share: number): string {
  return `${String(Number((share * 100).toPrecision(2)))}%`
}
