import { describe, expect, it } from 'vitest'
import type { InstrumentRow, MentionRow } from '../../server/graphql/loaders.ts'
import { referenceState, type ReferenceState } from '../../server/graphql/reference-state.ts'

const TARGET: Partial<InstrumentRow> = {
  id: 'b',
  held: true,
  effectiveFrom: '2020-01-01',
  effectiveUntil: '2022-12-31',
  repealedFrom: null,
}
const CITATION: Partial<MentionRow> = {
  instrument: 'a',
  targetInstrument: 'b',
  targetHeld: true,
  targetProvision: null,
  candidates: 1,
  scope: null,
  article: null,
  relation: 'mentions',
}
const REFERENCE = { ...CITATION, scope: 'external', article: 2, targetProvision: 'b#art_2' }

describe('the state of a reference', () => {
  it.each<[string, Partial<MentionRow>, Partial<InstrumentRow> | null, string, ReferenceState]>([
    ['a held document in force', CITATION, TARGET, '2021-01-01', 'RESOLVED'],
    ['a held document on its last day', CITATION, TARGET, '2022-12-31', 'RESOLVED'],
    ['a held document after its last day', CITATION, TARGET, '2023-01-01', 'EXPIRED'],
    ['a held document that is repealed', CITATION, { ...TARGET, repealedFrom: '2021-06-01' }, '2021-06-01', 'REPEALED'],
    [
      'a held document that states no commencement',
      CITATION,
      { ...TARGET, effectiveFrom: null },
      '2021-01-01',
      'RESOLVED',
    ],
    ['a document that is not here', { ...CITATION, targetHeld: false }, null, '2021-01-01', 'GHOST'],
    [
      'a ghost that a held document repeals',
      { ...CITATION, targetHeld: false },
      { ...TARGET, repealedFrom: '2021-01-01' },
      '2021-01-01',
      'REPEALED',
    ],
    [
      'a ghost that it repeals itself',
      { ...CITATION, targetHeld: false, relation: 'repeals' },
      { ...TARGET, repealedFrom: '2021-01-01' },
      '2021-01-01',
      'GHOST',
    ],
    ['a name that two documents have', { ...CITATION, candidates: 2 }, TARGET, '2021-01-01', 'AMBIGUOUS'],
    ['a place that exists', REFERENCE, TARGET, '2021-01-01', 'RESOLVED'],
    ['a place that does not exist', { ...REFERENCE, targetProvision: null }, TARGET, '2021-01-01', 'DANGLING'],
    [
      'a place of a document that is not here',
      { ...REFERENCE, targetHeld: false, targetProvision: null },
      null,
      '2021-01-01',
      'GHOST',
    ],
    [
      'a place of the same text, though that has expired',
      { ...REFERENCE, scope: 'internal', targetInstrument: 'a' },
      TARGET,
      '2030-01-01',
      'RESOLVED',
    ],
    [
      'a place that the same text does not have',
      { ...REFERENCE, scope: 'internal', targetInstrument: 'a', targetProvision: null },
      TARGET,
      '2021-01-01',
      'DANGLING',
    ],
  ])('to %s', (_, mention, target, asOf, state) => {
    expect(referenceState(mention as MentionRow, target as InstrumentRow | null, asOf)).toBe(state)
  })
})
