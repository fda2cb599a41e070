import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { MetricTerm } from '../model/vocabulary.ts'

/** What a share is a share of, and what the part is: revenue, and R&D spending. */
export interface Share {
  readonly of: Named
  readonly is: Named
}

/** A metric by its key, or by its words alone. */
export type Named = Sentence & { readonly key: string | null }

/**
 * Told by the vocabulary, or by the words A占B的比例; null for what is no share.
 * @example shareOf({ quote: '培训支出占营业收入的比例不低于2%', … }, metrics)?.of.zh // 营业收入
 */
export function shareOf(threshold: ComparedThreshold, metrics: ReadonlyMap<string, MetricTerm>): Share | null {
  if (threshold.unit !== 'ratio') return null
  const told = metrics.get(threshold.metricKey ?? '')?.share
  if (told) return { of: termOf(told.of, metrics), is: termOf(told.is, metrics) }
  const [, is, of] = SHARE.exec(threshold.quote) ?? SHARE.exec(threshold.metric) ?? []
  return is && of ? { of: inWords(of), is: inWords(is) } : null
}

const SHARE = /([^，。；、占的]{2,16})占([^，。；、占]{2,16}?)的?(?:比例|比重|份额|百分|不|[0-9])/

function termOf(key: string, metrics: ReadonlyMap<string, MetricTerm>): Named {
  const term = metrics.get(key)
  return { key, zh: term?.zh ?? key, en: term?.en ?? key }
}

function inWords(words: string): Named {
  return { key: null, zh: words, en: words }
}
