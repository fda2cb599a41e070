import { describe, expect, it } from 'vitest'
import type { Hit } from '../../web/graphql/documents.ts'
import { facets, groupHits, markOf, snippetRuns } from '../../web/views/search/hits.ts'

const TEXT = '第十条 创新中心应\n\n当具备：**固定人员**不少于 １００ 人。'

describe('a hit', () => {
  it.each([
    ['words that stand as they are', '固定人员', '固定人员'],
    ['words that a page break parts', '应当', '应\n\n当'],
    ['digits of another width', '100', '１００'],
  ])('leads to %s', (_title, words, raw) => {
    const snippet = '…创新中心应当具备：固定人员不少于 100 人。'
    const start = snippet.indexOf(words)
    const mark = markOf(hit('a', 'CN-YN', { snippet, highlights: [{ start, end: start + words.length }] }))
    expect(mark && TEXT.slice(mark[0] - 1000, mark[1] - 1000)).toBe(raw)
  })

  it('leads nowhere when its words are not in the provision', () => {
    expect(markOf(hit('a', 'CN-YN', { snippet: '火星', highlights: [{ start: 0, end: 2 }] }))).toBeNull()
  })

  it('shows its snippet with the found words strong', () => {
    expect(snippetRuns({ snippet: '应设固定人员。', highlights: [{ start: 2, end: 6 }] })).toEqual([
      { text: '应设', strong: false },
      { text: '固定人员', strong: true },
      { text: '。', strong: false },
    ])
  })
})

describe('hits', () => {
  const hits = [hit('a', 'CN-YN'), hit('b', 'CN-SX'), hit('a', 'CN-YN')]

  it('are counted by jurisdiction, most first', () => {
    expect(facets(hits).map(({ jurisdiction, count }) => [jurisdiction.id, count])).toEqual([
      ['CN-YN', 2],
      ['CN-SX', 1],
    ])
  })

  it('stand under their instruments, or under those of one jurisdiction', () => {
    const ids = (place: string) => groupHits(hits, place).map((group) => [group.instrument.id, group.hits.length])
    expect(ids('')).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    expect(ids('CN-SX')).toEqual([['b', 1]])
  })
})

describe('groups of hits', () => {
  it('show what binds before what has expired', () => {
    const expired = hit('a', 'CN-YN')
    const instrument = { ...expired.provision.instrument, validity: 'EXPIRED' as const }
    const hits = [{ ...expired, provision: { ...expired.provision, instrument } }, hit('b', 'CN-SX')]
    expect(groupHits(hits, '').map((group) => group.instrument.id)).toEqual(['b', 'a'])
  })
})

function hit(id: string, place: string, words: Partial<Hit> = {}): Hit {
  const jurisdiction = { id: place, name: place, nameEn: place }
  const instrument = { id, title: id, validity: 'IN_FORCE' as const, jurisdiction }
  const provision = {
    id: `${id}#art_10`,
    kind: 'article',
    pinpoint: '第十条',
    heading: null,
    text: TEXT,
    start: 1000,
    instrument,
  }
  return { snippet: '', score: 1, highlights: [], provision, ...words }
}
