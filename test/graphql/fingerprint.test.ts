import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { fingerprintOf, instrumentFingerprint } from '../../server/graphql/fingerprint.ts'

const one = { id: 'one', hash: 'a'.repeat(64), repealedFrom: null }
const two = { id: 'two', hash: 'b'.repeat(64), repealedFrom: null }
const vocabulary = loadVocabulary()
const before = fingerprintOf([one, two], vocabulary)

describe('the fingerprint of a comparison', () => {
  it.each([
    ['the columns stand in another order', fingerprintOf([two, one], vocabulary)],
    ['the vocabulary is read again', fingerprintOf([one, two], loadVocabulary())],
    [
      'an instrument is looked at with more of its properties',
      fingerprintOf([{ ...one, title: '办法' } as never, two], vocabulary),
    ],
  ])('stays when %s', (_title, after) => {
    expect(after).toBe(before)
  })

  it.each([
    ['a text or a fact of a column changes', fingerprintOf([one, { ...two, hash: 'c'.repeat(64) }], vocabulary)],
    ['a column comes in', fingerprintOf([one, two, { ...two, id: 'three' }], vocabulary)],
    ['a held text repeals a column', fingerprintOf([one, { ...two, repealedFrom: '2026-01-01' }], vocabulary)],
    [
      'a word of the vocabulary changes',
      fingerprintOf([one, two], { ...vocabulary, metrics: vocabulary.metrics.slice(1) }),
    ],
    ['a person joins two rows', fingerprintOf([one, two], vocabulary, [{ join: ['a', 'b'] }])],
  ])('changes when %s', (_title, after) => {
    expect(after).toMatch(/^[0-9a-f]{16}$/)
    expect(after).not.toBe(before)
  })

  it('of one instrument is the beginning of the hash of what was saved, and nothing for a ghost', () => {
    expect(instrumentFingerprint(one)).toBe('a'.repeat(16))
    expect(instrumentFingerprint({ hash: null })).toBeNull()
  })
})
