import type { Provision } from '../../server/model/document.ts'
import type { Extraction } from '../../server/model/extraction.ts'

/** The annotations of one text, as two readers made them; items with `scored: false` count neither way. */
export interface Gold {
  readonly id: string
  readonly meta: Readonly<Record<string, unknown>>
  readonly structure: readonly { readonly kind: string; readonly label: string; readonly heading: string | null }[]
  readonly thresholds: readonly GoldThreshold[]
  readonly citations: readonly GoldCitation[]
}

interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly scored?: boolean
}

interface GoldThreshold extends GoldSpan {
  readonly comparator: string
  readonly value: number
  readonly upper: number | null
  readonly unit: string
  readonly purpose: string
}

interface GoldCitation extends GoldSpan {
  readonly title: string
}

/** Right, extra and missed; `notes` names what is wrong. */
export interface Score {
  readonly right: number
  readonly extra: number
  readonly missed: number
  readonly notes: readonly string[]
}

export const precision = ({ right, extra }: Score): number => right / Math.max(1, right + extra)
export const recall = ({ right, missed }: Score): number => right / Math.max(1, right + missed)
export const f1 = (score: Score): number => (2 * score.right) / Math.max(1, 2 * score.right + score.extra + score.missed)

export function sum(scores: readonly Score[]): Score {
  const total = (key: 'right' | 'extra' | 'missed') => scores.reduce((all, score) => all + score[key], 0)
  return {
    right: total('right'),
    extra: total('extra'),
    missed: total('missed'),
    notes: scores.flatMap(({ notes }) => notes),
  }
}

/** Width, spaces, quotation marks and bracket styles make no difference. */
export function squash(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[《》〈〉<>“”"']/g, '')
    .replace(/[〔［【]/g, '[')
    .replace(/[〕］】]/g, ']')
    .replace(/[－–—]/g, '-')
}

/** Counts two bags of keys against each other. */
function compareBags(wanted: readonly string[], got: readonly string[]): Score {
  const left = [...got]
  const missed = wanted.filter((key) => {
    const at = left.indexOf(key)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const notes = [...missed.map((key) => `missed ${key}`), ...left.map((key) => `extra ${key}`)]
  return { right: wanted.length - missed.length, extra: left.length, missed: missed.length, notes }
}

const FIELDS = ['title', 'docNumber', 'issuedOn', 'effectiveFrom', 'effectiveUntil', 'stage', 'jurisdiction'] as const

export function scoreMeta(gold: Gold, { meta }: Extraction): Score {
  const keys = (source: Readonly<Record<string, unknown>>) => [
    ...FIELDS.filter((field) => source[field] !== null).map((field) => `${field} ${squash(String(source[field]))}`),
    ...(source['issuers'] as readonly string[]).map((name) => `issuer ${squash(name)}`),
    ...(source['repeals'] as readonly { title: string }[]).map(({ title }) => `repeals ${squash(title)}`),
  ]
  return compareBags(keys(gold.meta), keys({ ...meta }))
}

const LEVELS: Readonly<Record<string, string>> = {
  section1: 'outline1',
  section2: 'outline2',
  section3: 'outline3',
  section4: 'outline4',
}
const UNNUMBERED = new Set<Provision['kind']>(['paragraph', 'other'])

/** Labelled provisions in text order: kind and label. */
export function scoreStructure(gold: Gold, { provisions }: Extraction): Score {
  const key = (kind: string, label: string) => `${LEVELS[kind] ?? kind} ${squash(label).replace(/[、.．。]$/, '')}`
  const got = provisions.filter(({ kind, label }) => label !== null && !UNNUMBERED.has(kind))
  return compareBags(
    gold.structure.map(({ kind, label }) => key(kind, label)),
    got.map(({ kind, label }) => key(kind, label ?? '')),
  )
}

interface Placed {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Pairs facts one to one where they overlap and say the same. */
function pair<G extends GoldSpan, F extends Placed>(wanted: readonly G[], got: readonly F[], same: (a: G, b: F) => boolean): Score {
  const left = new Set(got)
  const missed = wanted.filter((want) => {
    const hit = [...left].find((fact) => overlaps(want, fact) && same(want, fact))
    if (hit !== undefined) left.delete(hit)
    return hit === undefined
  })
  const scored = missed.filter((want) => want.scored !== false)
  const extra = [...left].filter((fact) => !wanted.some((want) => want.scored === false && overlaps(want, fact)))
  const total = wanted.filter((want) => want.scored !== false).length
  const notes = [...scored.map(({ quote }) => `missed ${quote}`), ...extra.map(({ quote }) => `extra ${quote}`)]
  return { right: total - scored.length, extra: extra.length, missed: scored.length, notes }
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

const PERIODS = new Set(['year', 'month', 'day', 'workday', 'week', 'hour'])

/** A stated period may be read = or <=, a target = or >=. */
function sameComparison(want: GoldThreshold, got: Extraction['thresholds'][number]): boolean {
  if (want.comparator === got.comparator) return true
  const pair = [want.comparator, got.comparator]
  if (PERIODS.has(want.unit)) return pair.every((sign) => sign === '=' || sign === '<=')
  return want.purpose === 'target' && (got.comparator === '=' || got.comparator === '>=')
}

export function scoreThresholds(gold: Gold, { thresholds }: Extraction): Score {
  return pair(gold.thresholds, thresholds, (want, got) => {
    const near = (a: number | null, b: number | null) =>
      a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-3 * Math.abs(a))
    return near(want.value, got.value) && near(want.upper, got.upper) && sameComparison(want, got)
  })
}

/** Citations of documents, by place and title. */
export function scoreCitations(gold: Gold, { citations }: Extraction): Score {
  const documents = citations.filter(({ kind }) => kind === 'document')
  return pair(gold.citations, documents, (want, got) => squash(want.title) === squash(got.title))
}
