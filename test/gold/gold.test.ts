import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Condition } from '../../server/model/facts.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'
import { f1, precision, recall, scoreCitations, scoreMeta, scoreStructure, scoreThresholds, squash, sum } from './score.ts'
import type { Gold, Score } from './score.ts'

const vocabulary = loadVocabulary()
const IDS = readdirSync('data/regulations')

interface Text {
  readonly id: string
  readonly raw: string
  readonly gold: Gold
  readonly extraction: Extraction
}

const TEXTS: readonly Text[] = IDS.map((id) => {
  const file = `data/regulations/${id}/text.txt`
  const raw = readText(readFileSync(file), file)
  const gold = JSON.parse(readFileSync(`test/gold/${id}.json`, 'utf8')) as Gold
  return { id, raw: raw.text, gold, extraction: extract(raw, vocabulary) }
})

const total = (score: (gold: Gold, extraction: Extraction) => Score) =>
  sum(TEXTS.map(({ gold, extraction }) => score(gold, extraction)))

describe('against the annotations of the five regulations', () => {
  it('the metadata are right', () => {
    expect(total(scoreMeta)).toMatchObject({ extra: 0, missed: 0, notes: [] })
  })

  it('the provisions are right', () => {
    expect(total(scoreStructure)).toMatchObject({ extra: 0, missed: 0, notes: [] })
  })

  it('at least 95 of 100 thresholds are found, and as many of those found are right', () => {
    const score = total(scoreThresholds)
    expect(precision(score), score.notes.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(recall(score), score.notes.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('at least 95 of 100 citations are right', () => {
    const score = total(scoreCitations)
    expect(f1(score), score.notes.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('at least 95 of 100 headings are right', () => {
    const wanted = TEXTS.flatMap(({ gold }) => gold.structure.map(({ label, heading }) => `${squash(label)[0]} ${squash(heading)}`))
    const got = TEXTS.flatMap(({ extraction }) =>
      extraction.provisions
        .filter(({ kind, label }) => label !== null && kind !== 'paragraph')
        .map(({ label, heading }) => `${squash(label)[0]} ${squash(heading)}`),
    )
    const same = wanted.filter((heading, at) => heading === got[at]).length
    expect(same / wanted.length).toBeGreaterThanOrEqual(0.95)
  })
})

describe.each(TEXTS)('every fact of $id', ({ raw, extraction }) => {
  const quoted = [
    ...extraction.thresholds,
    ...extraction.citations,
    ...extraction.references,
    ...extraction.norms,
    ...extraction.topics,
  ]
  const placed = [
    ...quoted,
    ...extraction.procedure,
    ...extraction.funding,
    ...extraction.evaluation.flatMap(({ consequences }) => consequences),
  ]

  it('quotes the words of the text', () => {
    expect(quoted.length).toBeGreaterThan(0)
    expect(quoted.filter(({ start, end, quote }) => raw.slice(start, end) !== quote)).toEqual([])
  })

  it('stands in the text', () => {
    const outside = placed.filter(({ start, end }) => !(start >= 0 && start < end && end <= raw.length))
    expect(outside).toEqual([])
  })

  it('names a provision that exists and holds it', () => {
    const spans = new Map(extraction.provisions.map((provision) => [provision.id, provision]))
    const astray = placed.filter(({ provision, start, end }) => {
      if (provision === null) return false
      const holder = spans.get(provision)
      return holder === undefined || start < holder.start || end > holder.end
    })
    expect(astray).toEqual([])
  })

  it('is a threshold that a condition may name', () => {
    const indexes = extraction.eligibility.flatMap(({ logic }) => thresholdsOf(logic))
    expect(indexes.filter((index) => extraction.thresholds[index] === undefined)).toEqual([])
  })

  it('comes out the same when it is read again', () => {
    const again = extract(readText(Buffer.from(raw), extraction.source.name), vocabulary)
    expect(again.provisions).toEqual(extraction.provisions)
    expect(again.thresholds).toEqual(extraction.thresholds)
  })
})

describe.each(TEXTS)('the tree of $id', ({ extraction: { provisions } }) => {
  it('gives each provision an id of its own', () => {
    expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length)
  })

  it('lists parents before children and holds children inside their parents', () => {
    const seen = new Map<string, { start: number; end: number }>()
    const astray = provisions.filter(({ id, parent, start, end }) => {
      const holder = parent === null ? { start: 0, end: Infinity } : seen.get(parent)
      seen.set(id, { start, end })
      return holder === undefined || start < holder.start || end > holder.end
    })
    expect(astray).toEqual([])
  })
})

function thresholdsOf(condition: Condition): readonly number[] {
  if ('all' in condition) return condition.all.flatMap(thresholdsOf)
  if ('any' in condition) return condition.any.flatMap(thresholdsOf)
  if ('not' in condition) return thresholdsOf(condition.not)
  if ('if' in condition) return [condition.then, ...(condition.else ? [condition.else] : [])].flatMap(thresholdsOf)
  return 'threshold' in condition ? [condition.threshold] : []
}
