import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printShelf, readShelf } from '../../web/dossier/file.ts'
import type { Pin } from '../../web/dossier/pin.ts'
import { add, edit, grouped, merge, moveTo, remove, restore, type Shelf } from '../../web/dossier/shelf.ts'
import { ASIDE, keep, KEY, load, type Keeper } from '../../web/dossier/storage.ts'
import { findQuote, worstOf } from '../../web/views/dossier/standing.ts'
import { pinOf } from './dossier-pins.ts'

const shelfOf = (ids: string): Shelf => [...ids].map((id) => pinOf(id))
const idsOf = (shelf: Shelf): string => shelf.map(({ id }) => id).join('')

describe('a shelf', () => {
  it('takes a pin once', () => {
    expect(idsOf(add(add([], pinOf('a')), pinOf('a', { note: 'other' })))).toBe('a')
  })

  it.each([
    ['down', 'abcd', 'a', 'c', 'bcad'],
    ['up', 'abcd', 'd', 'b', 'adbc'],
    ['onto itself', 'abcd', 'b', 'b', 'abcd'],
    ['to a pin that is not there', 'abcd', 'b', 'x', 'abcd'],
    ['of a pin that is not there', 'abcd', 'x', 'b', 'abcd'],
  ])('moves a pin %s', (_what, before, id, target, after) => {
    expect(idsOf(moveTo(shelfOf(before), id, target))).toBe(after)
  })

  it.each([
    ['in the middle', 'abcd', 'bc', '', 'abcd'],
    ['at the front', 'abcd', 'a', '', 'abcd'],
    ['all', 'abcd', 'abcd', '', 'abcd'],
    ['all, while others came', 'abcd', 'abcd', 'xy', 'abcdxy'],
    ['some, while others came', 'abcd', 'b', 'x', 'abcdx'],
  ])('brings back what was taken out %s', (_what, before, taken, added, after) => {
    const left = [...taken].reduce(remove, shelfOf(before))
    const grown = [...added].reduce((shelf, id) => add(shelf, pinOf(id)), left)
    expect([...idsOf(restore(grown, shelfOf(before)))].sort()).toEqual([...after].sort())
    expect(idsOf(restore(left, shelfOf(before)))).toBe(before)
  })

  it('joins another: what is here stays as it is, new pins come behind', () => {
    const here = [pinOf('a', { note: 'mine' }), pinOf('b')]
    const { shelf, added } = merge(here, [pinOf('c'), pinOf('a', { note: 'theirs' }), pinOf('c')])
    expect(idsOf(shelf)).toBe('abc')
    expect(idsOf(added)).toBe('c')
    expect(shelf[0]?.note).toBe('mine')
  })

  it('stands under headings in the order in which they first occur', () => {
    const shelf = [pinOf('a', { group: '二' }), pinOf('b', { group: '一' }), pinOf('c', { group: '二' })]
    expect(grouped(shelf, ({ group }) => group).map(({ heading, pins }) => [heading, idsOf(pins)])).toEqual([
      ['二', 'ac'],
      ['一', 'b'],
    ])
  })

  it('changes a note and a heading, and nothing else', () => {
    const shelf = edit(shelfOf('ab'), 'b', { note: '待核', group: '程序' })
    expect(shelf).toEqual([pinOf('a'), pinOf('b', { note: '待核', group: '程序' })])
  })
})

describe('a file of a dossier', () => {
  it('holds any pins word by word', () => {
    const anyPin = fc.record({
      id: fc.string({ unit: 'binary' }),
      heading: fc.string({ unit: 'binary' }),
      note: fc.string({ unit: 'binary' }),
      place: fc.string(),
      relation: fc.option(fc.string()),
    })
    fc.assert(
      fc.property(fc.array(anyPin), (changes) => {
        const shelf = changes.map(({ id, ...change }) => pinOf(id, change))
        expect(readShelf(printShelf(shelf))).toEqual({ shelf, fault: null })
      }),
    )
  })

  const spoiled = (change: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ format: 'tiaolan-dossier', version: 1, pins: [pinOf('a'), { ...pinOf('b'), ...change }] })
  const quote = pinOf('a').quotes[0]

  it.each([
    ['is no JSON', '{"format":', 'NOT_JSON', ''],
    ['is empty', '', 'NOT_JSON', ''],
    ['is another JSON', '{"pins":[]}', 'NOT_A_DOSSIER', 'format'],
    ['is a list', '[]', 'NOT_A_DOSSIER', 'format'],
    ['was saved by a newer version', '{"format":"tiaolan-dossier","version":2,"pins":[]}', 'NEWER_VERSION', '2'],
    ['has no version', '{"format":"tiaolan-dossier","pins":[]}', 'WRONG_FIELD', 'version'],
    ['has no pins', '{"format":"tiaolan-dossier","version":1}', 'WRONG_FIELD', 'pins'],
    ['has a pin without an id', spoiled({ id: undefined }), 'WRONG_FIELD', 'pins[1].id'],
    ['has a pin of an unknown kind', spoiled({ kind: 'chapter' }), 'WRONG_FIELD', 'pins[1].kind'],
    ['has a wrong date', spoiled({ pinnedOn: 'yesterday' }), 'WRONG_FIELD', 'pins[1].pinnedOn'],
    ['has a quote that is a number', spoiled({ quotes: [quote, 7] }), 'WRONG_FIELD', 'pins[1].quotes[1]'],
    [
      'has an offset that is none',
      spoiled({ quotes: [{ ...quote, start: -1 }] }),
      'WRONG_FIELD',
      'pins[1].quotes[0].start',
    ],
    [
      'has a document without a title',
      spoiled({ instrument: { ...pinOf('a').instrument, title: null } }),
      'WRONG_FIELD',
      'pins[1].instrument.title',
    ],
    ['has a script for a link', spoiled({ address: 'javascript:alert(1)' }), 'WRONG_FIELD', 'pins[1].address'],
    ['has a link to another host', spoiled({ address: '//evil.example/x' }), 'WRONG_FIELD', 'pins[1].address'],
    ['has a link with a backslash', spoiled({ address: '/\\evil.example' }), 'WRONG_FIELD', 'pins[1].address'],
  ])('that %s is refused with the place that is wrong', (_what, text, code, at) => {
    expect(readShelf(text)).toEqual({ shelf: null, fault: { code, at } })
  })

  it('may begin with a byte order mark', () => {
    expect(readShelf(`\ufeff${printShelf([])}`)).toEqual({ shelf: [], fault: null })
  })

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const { shelf, fault } = readShelf(json)
        expect((shelf === null) !== (fault === null)).toBe(true)
      }),
    )
  })
})

describe('the storage of the browser', () => {
  /** A storage that takes so many characters; 0 forbids everything. */
  function room(most: number, begun: Readonly<Record<string, string>> = {}) {
    const kept = new Map(Object.entries(begun))
    const keeper: Keeper = {
      getItem: (name) => kept.get(name) ?? null,
      setItem(name, text) {
        if (text.length > most) throw new DOMException('full', 'QuotaExceededError')
        kept.set(name, text)
      },
    }
    return { keeper: () => keeper, kept }
  }
  const forbidden = (): Keeper => {
    throw new DOMException('no', 'SecurityError')
  }

  it('gives back what it was given', () => {
    const { keeper } = room(1e6)
    expect(keep(keeper, shelfOf('ab'))).toBe(null)
    expect(load(keeper)).toEqual({ shelf: shelfOf('ab'), trouble: null })
  })

  it('begins empty', () => {
    expect(load(room(1e6).keeper)).toEqual({ shelf: [], trouble: null })
  })

  it('says that it is full, and keeps what it has', () => {
    const { keeper, kept } = room(2000)
    keep(keeper, shelfOf('a'))
    const before = kept.get(KEY)
    expect(keep(keeper, shelfOf('abcdef'))).toBe('full')
    expect(kept.get(KEY)).toBe(before)
  })

  it('says that it is forbidden', () => {
    expect(load(forbidden)).toEqual({ shelf: [], trouble: 'forbidden' })
    expect(keep(forbidden, shelfOf('a'))).toBe('forbidden')
  })

  it('sets damaged content aside and never deletes it, however often', () => {
    const { keeper, kept } = room(1e6, { [KEY]: '{"half' })
    expect(load(keeper)).toEqual({ shelf: [], trouble: 'damaged' })
    expect(kept.get(ASIDE)).toBe('{"half')
    kept.set(KEY, 'other')
    expect(load(keeper)).toEqual({ shelf: [], trouble: 'damaged' })
    expect([...kept.values()].filter((text) => ['{"half', 'other'].includes(text)).sort()).toEqual([
      'other',
      'other',
      '{"half',
    ])
  })
})

describe('pinned words and the text that is held now', () => {
  const quote = (text: string, start: number): Pin['quotes'][number] => ({
    ...{ text, start, end: start + text.length },
    ...{ place: '', instrument: 'x', provision: null },
  })
  const held = (text: string) => ({ text, validity: 'IN_FORCE' as const })

  it.each([
    ['stand where they stood', quote('不少于10人', 2), held('人员不少于10人。'), { standing: 'same', start: 2 }],
    ['moved', quote('不少于10人', 9), held('人员不少于10人。'), { standing: 'moved', start: 2 }],
    ['moved, the nearer of two', quote('每年', 6), held('每年一二三四五每年'), { standing: 'moved', start: 7 }],
    ['are not there', quote('不少于10人', 2), held('人员不少于20人。'), { standing: 'changed', start: null }],
    ['are of a document that is not held', quote('不少于10人', 2), null, { standing: 'gone', start: null }],
  ] as const)('%s', (_what, pinned, now, expected) => {
    expect(findQuote(pinned, now)).toEqual(expected)
  })

  it('of several are told by the worst', () => {
    const of = (...standings: readonly ('same' | 'moved' | 'changed' | 'gone')[]) =>
      worstOf(standings.map((standing) => ({ standing, start: null })))
    expect([of(), of('same', 'moved'), of('moved', 'changed', 'same'), of('gone', 'changed')]).toEqual([
      ...['same', 'moved', 'changed', 'gone'],
    ])
  })
})
