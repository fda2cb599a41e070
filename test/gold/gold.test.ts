import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'
import { f1, precision, recall, scoreCitations, scoreMeta, scoreStructure, scoreThresholds, squash, sum } from './score.ts'
import type { Gold, Score } from './score.ts'
import { faultsOf } from './soundness.ts'

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

describe.each(TEXTS)('$id', ({ raw, extraction }) => {
  it('has facts that quote its words and lie in their provisions, and a tree that nests', () => {
    expect(extraction.thresholds.length + extraction.norms.length).toBeGreaterThan(0)
    expect(faultsOf(extraction, raw)).toEqual([])
  })

  it('comes out the same when it is read again', () => {
    const again = extract(readText(Buffer.from(raw), extraction.source.name), vocabulary)
    expect(again.provisions).toEqual(extraction.provisions)
    expect(again.thresholds).toEqual(extraction.thresholds)
  })
})
