import type { Sentence } from '../model/comparison.ts'
import type { AspectTerm, MetricTerm, TopicTerm } from '../model/vocabulary.ts'

interface Terms {
  readonly topics: readonly TopicTerm[]
  readonly metrics: readonly MetricTerm[]
  readonly aspects: readonly AspectTerm[]
}

/** What the name of a row means, as a person writes it in a correction. */
export type NamedRow =
  | { readonly kind: 'metric'; readonly key: string }
  | { readonly kind: 'aspect'; readonly key: string }
  | { readonly kind: 'topic'; readonly key: string }
  /** A row that a rule found by its words: `support/~奖励金额`. */
  | { readonly kind: 'words'; readonly topic: string; readonly words: string }
  /** A row of its own, which other instruments join by the same name. */
  | { readonly kind: 'own'; readonly name: string }

/**
 * Whether a person put the fact in a row: no rule may move it then.
 * @example isByHand({ row: 'eligibility_staff/fixed_staff' }) // true
 */
export function isByHand({ row }: { readonly row?: string | null }): boolean {
  return !!row
}

/**
 * The row that a name means: the id of a row of the vocabulary, the id of a row that a rule found, else a name of its own.
 * @example namedRow('申报/负责人年龄', terms) // { kind: 'own', name: '申报/负责人年龄' }
 */
export function namedRow(name: string, { topics, metrics, aspects }: Terms): NamedRow {
  if (topics.some(({ key }) => key === name)) return { kind: 'topic', key: name }
  const cut = name.indexOf('/')
  const [topic, rest] = [name.slice(0, cut), name.slice(cut + 1)]
  if (!topics.some(({ key }) => key === topic) || rest === '') return { kind: 'own', name }
  if (rest.startsWith('~')) return { kind: 'words', topic, words: rest.slice(1) }
  const metric = metrics.find((term) => (term.family ?? term.key) === rest)
  if (metric) return { kind: 'metric', key: metric.key }
  return aspects.some(({ key }) => key === rest) ? { kind: 'aspect', key: rest } : { kind: 'own', name }
}

/** Whose facts a person put in a row, in one sentence; null where rules alone did. */
export function byHandNote(names: readonly Sentence[]): Sentence | null {
  if (names.length === 0) return null
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}由人工归入本行`,
    en: `${names.map(({ en }) => en).join(', ')} put in this row by hand`,
  }
}
