import { describe, expect, it } from 'vitest'
import type { Comparison, Topic } from '../../web/graphql/documents.ts'
import { matching, groupsOf } from '../../web/views/overview/groups.ts'
import {
  pictured,
  shown,
  type Standing,
  standingsOf,
  strengthOf,
  topicsIn,
} from '../../web/views/overview/standings.ts'
import { tableOf, withTable } from '../../web/views/overview/views.ts'

type Held = Parameters<typeof matching>[0][number]

function document(id: string, title: string, place: readonly [id: string, name: string, level: string]): Held {
  const [code, name, level] = place
  const jurisdiction = { id: code, name, nameEn: name, abbreviation: null, level }
  return { id, title, docNumber: null, issuers: [], jurisdiction } as unknown as Held
}

const STATE = document('cn', '某某促进法', ['CN', '国家', 'national'])
const PROVINCE = document('he', '河北省某某促进条例', ['CN-HE', '河北省', 'province'])
const CITY = document('tangshan', '唐山市某某促进条例', ['CN-HE', '河北省', 'province'])
const OTHER = document('dogs', '河北省养犬管理规定', ['CN-HE', '河北省', 'province'])

/** A comparison of three documents with three rows: figures, figures that cannot be compared, words. */
const measure = (value: number, upper: number | null = null) => ({ value, upper, unit: 'day' })
const cell = (instrument: string, thresholds: readonly unknown[], silent = false) => ({
  instrument,
  silent,
  thresholds,
})
const comparison = {
  columns: [{ id: 'cn' }, { id: 'he' }, { id: 'tangshan' }],
  rows: [
    {
      ...{ id: 'days', topic: 'procedure', comparable: true },
      cells: [cell('cn', [measure(10)]), cell('he', [measure(5, 20)]), cell('tangshan', [], true)],
    },
    {
      ...{ id: 'money', topic: 'support', comparable: false },
      cells: [cell('cn', [measure(1)]), cell('he', [], true), cell('tangshan', [])],
    },
  ],
} as unknown as Comparison
const topics = [
  { id: 'support', name: '支持', nameEn: 'Support', parent: null },
  { id: 'procedure', name: '程序', nameEn: 'Procedure', parent: 'support' },
] as unknown as readonly Topic[]

describe('the standing of documents', () => {
  it('is the figure, the upper end of a range, and silence', () => {
    const kinds = standingsOf(comparison, 'days', topics).map(({ kind, value }) => [kind, value])
    expect(kinds).toEqual([
      ['value', 10],
      ['value', 20],
      ['silent', null],
    ])
  })

  it('is not comparable where the row is not, and words where there is no figure', () => {
    expect(standingsOf(comparison, 'money', topics).map(({ kind }) => kind)).toEqual([
      'incomparable',
      'silent',
      'words',
    ])
  })

  it('is the number of rows that it speaks to in a topic with its parts', () => {
    expect(standingsOf(comparison, 'support', topics).map(({ value }) => value)).toEqual([2, 1, 1])
  })

  it('is that of the topic where a row of its clauses has its name', () => {
    const named = { ...comparison, rows: comparison.rows.map((row) => ({ ...row, id: 'support' })) }
    expect(standingsOf(named, 'support', topics).map(({ value }) => value)).toEqual([2, 1, 1])
  })

  it('is pictured for rows with figures in two columns, and for topics that have rows', () => {
    expect(pictured(comparison.rows).map(({ id }) => id)).toEqual(['days'])
    expect(topicsIn(comparison.rows, topics).map(({ id, rows }) => [id, rows])).toEqual([
      ['support', 2],
      ['procedure', 1],
    ])
  })

  it('of a province is that of its own document, not of its cities; of cities alone the highest', () => {
    const standing = (instrument: string, value: number) => ({
      instrument,
      kind: 'value' as const,
      value,
      measures: [],
    })
    const values = new Map<string, Standing>([
      ['he', standing('he', 1)],
      ['tangshan', standing('tangshan', 9)],
      ['dogs', { ...standing('dogs', 0), kind: 'silent' as const, value: null }],
    ])
    const of = (items: readonly Held[]) => shown(items, ({ id }) => values.get(id))?.instrument
    expect([of([CITY, PROVINCE]), of([CITY]), of([OTHER]), of([STATE])]).toEqual(['he', 'tangshan', 'dogs', undefined])
  })

  it('is coloured over the whole range also where there are few shades', () => {
    const shades = [
      { step: 0, low: 1, high: 1 },
      { step: 1, low: 2, high: 2 },
    ]
    expect([strengthOf(1, shades), strengthOf(2, shades), strengthOf(1, shades.slice(0, 1))]).toEqual([0, 4, 2])
  })
})

describe('many documents', () => {
  const held = [STATE, PROVINCE, CITY, OTHER]
  const words = { alone: 'alone', placeName: ({ jurisdiction }: Held) => jurisdiction.name }

  it('are found by title and jurisdiction, every word of the query', () => {
    expect(matching(held, '河北省 促进').map(({ id }) => id)).toEqual(['he', 'tangshan'])
    expect(matching(held, ' ')).toBe(held)
  })

  it('are grouped by matter, those without a fellow together', () => {
    const groups = groupsOf(held, 'family', words)
    expect(groups.map(({ name, members }) => [name, members.map(({ id }) => id)])).toEqual([
      ['某某促进', ['cn', 'he', 'tangshan']],
      ['alone', ['dogs']],
    ])
  })

  it('are grouped by jurisdiction, the state first and cities with their province', () => {
    const groups = groupsOf(held, 'place', words)
    expect(groups.map(({ key, name, members }) => [key, name, members.length])).toEqual([
      ['CN', '国家', 1],
      ['CN-HE', '河北省', 3],
    ])
  })
})

describe('a picture as a table', () => {
  it('stands in the address with the column that sorts it', () => {
    const views = withTable(['map'], 'periods', '-until')
    expect(views).toEqual(['map', 'periods.-until'])
    expect([tableOf(views, 'periods'), tableOf(views, 'map'), tableOf([], 'map')]).toEqual(['-until', '', null])
    expect(withTable(views, 'periods', null)).toEqual(['map'])
  })
})
