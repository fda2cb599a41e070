import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../server/app/corrections.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'

const IDS = readdirSync('data/regulations')
const TEXTS = IDS.map((id) => squash(readFileSync(`data/regulations/${id}/text.txt`, 'utf8')))
const LISTS = readdirSync('data/vocabulary')

/** A term of the field is short; a run of text this long would be a sentence. */
const SENTENCE = 14

describe.each(IDS)('the text of %s', (id) => {
  it('is the file that source.json names, byte for byte', () => {
    const source = JSON.parse(readFileSync(`data/regulations/${id}/source.json`, 'utf8')) as { sha256: string }
    const bytes = readFileSync(`data/regulations/${id}/text.txt`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.sha256)
  })
})

describe.each(LISTS)('the vocabulary %s', (file) => {
  const terms = JSON.parse(readFileSync(`data/vocabulary/${file}`, 'utf8')) as readonly Record<string, unknown>[]

  it('names every term once, in Chinese and in English', () => {
    const keys = terms.map((term) => term['key'])
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    expect(terms.filter((term) => !term['zh'] || !term['en']).map((term) => term['key'])).toEqual([])
  })

  it('holds no sentence of the shipped regulations', () => {
    const strings = terms.flatMap(stringsOf).map(squash)
    expect(strings.filter((s) => s.length >= SENTENCE && TEXTS.some((text) => text.includes(s)))).toEqual([])
  })
})

describe('data/corrections', () => {
  const files = readdirSync('data/corrections').filter((name) => name.endsWith('.json'))

  it('holds files of shipped texts only, whose entries are all right', () => {
    const wrong = files.map((name) => {
      const { failures } = readFile(`data/corrections/${name}`, loadVocabulary())
      return [name, IDS.includes(name.slice(0, -'.json'.length)), failures.map(({ message }) => message)]
    })
    expect(wrong).toEqual(files.map((name) => [name, true, []]))
  })
})

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : []
}

function squash(text: string): string {
  return text.replace(/\s+/g, '')
}
