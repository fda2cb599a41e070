import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'

describe('the vocabulary as shipped', () => {
  const vocabulary = loadVocabulary()

  it('names the 31 provinces, Hong Kong, Macao and Taiwan by their ISO 3166-2 codes', () => {
    const provinces = vocabulary.jurisdictions.filter(({ level }) => level === 'province')
    expect(provinces).toHaveLength(34)
    expect(provinces.filter(({ key, parent }) => !/^CN-[A-Z]{2}$/.test(key) || parent !== 'CN')).toEqual([])
    expect(new Set(provinces.map(({ abbreviation }) => abbreviation)).size).toBe(34)
  })

  it('puts every jurisdiction below one that it holds', () => {
    const keys = new Set(vocabulary.jurisdictions.map(({ key }) => key))
    expect(vocabulary.jurisdictions.filter(({ parent }) => parent !== null && !keys.has(parent))).toEqual([])
  })

  it('measures every metric in a unit that it knows', () => {
    const units = new Set(vocabulary.units.map(({ canonical }) => canonical))
    expect(vocabulary.metrics.filter(({ unit }) => !units.has(unit)).map(({ key }) => key)).toEqual([])
  })
})

describe('a vocabulary that is not in order', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiaolan-vocabulary-'))
    cpSync('data/vocabulary', folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('says which list is missing', () => {
    rmSync(join(folder, 'roles.json'))
    expect(() => loadVocabulary(folder)).toThrow(
      `${join(folder, 'roles.json')} is missing: restore it from the repository`,
    )
  })

  it('says which term and field is wrong', () => {
    const file = join(folder, 'units.json')
    const terms = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[]
    writeFileSync(file, JSON.stringify(terms.map((term, at) => (at === 1 ? { ...term, factor: 'many' } : term))))
    expect(() => loadVocabulary(folder)).toThrow(new RegExp(`${file} at 1.factor: .*; correct the entry`))
  })

  it('says that a list is no JSON', () => {
    const file = join(folder, 'topics.json')
    writeFileSync(file, '[')
    expect(() => loadVocabulary(folder)).toThrow(`${file} is no JSON`)
  })
})
