import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOME, parseRoute } from '../../web/route.ts'
import { defaultColumns, familiesOf, stemOf, type Titled } from '../../web/views/compare/families.ts'
import { byArticle, contextOf, stretches } from '../../web/views/compare/passages.ts'
import { changeSince, permalink, printData } from '../../web/views/compare/permalink.ts'
import { moved, parsePlace, printPlace } from '../../web/views/compare/place.ts'
import { offsetsOf, scrolledTo, visible } from '../../web/views/compare/windowing.ts'
import { nameIn } from '../../web/views/names.ts'

const titled = (title: string, name = '国家', level = name === '国家' ? 'national' : 'province'): Titled => ({
  id: title,
  title,
  jurisdiction: { id: name, name, level },
})

describe('what a title is about', () => {
  it.each([
    ['中华人民共和国噪声污染防治法', '国家', '噪声污染防治'],
    ['江苏省噪声污染防治条例', '江苏省', '噪声污染防治'],
    ['苏州市噪声污染防治管理办法（试行）', '江苏省', '噪声污染防治'],
    ['省科技企业孵化器管理办法', '江苏省', '科技企业孵化器'],
    ['城市绿化条例', '国家', '城市绿化'],
    ['江苏省城市绿化管理条例', '江苏省', '城市绿化'],
  ])('%s is about %s', (title, place, stem) => {
    expect(stemOf(titled(title, place))).toBe(stem)
  })
})

const HELD = [
  titled('中华人民共和国噪声污染防治法'),
  titled('江苏省噪声污染防治条例', '江苏省'),
  titled('苏州市噪声污染防治条例', '江苏省'),
  titled('城市绿化条例'),
  titled('江苏省城市绿化管理条例', '江苏省'),
  ...['图书馆', '消防', '旅游', '防洪', '测绘', '档案', '種子', '港口'].map((matter) =>
    titled(`江苏省${matter}条例`, '江苏省'),
  ),
]

describe('families of documents', () => {
  const families = familiesOf(HELD)

  it('hold what is about one matter, the largest first', () => {
    expect(families.slice(0, 2).map(({ name, members }) => [name, members.length])).toEqual([
      ['噪声污染防治', 3],
      ['城市绿化', 2],
    ])
    expect(families.flatMap(({ members }) => members)).toHaveLength(HELD.length)
  })

  it.each([
    ['the largest that a national text leads, without a base', '', 3],
    ['that of the base', '江苏省城市绿化管理条例', 2],
    ['one of its own for a base that is like no other', '江苏省消防条例', 1],
  ])('give the columns when many documents are held: %s', (_title, base, columns) => {
    expect(defaultColumns(HELD, families, base).columns).toHaveLength(columns)
  })

  it('do not matter while few documents are held: all stand side by side', () => {
    expect(defaultColumns(HELD.slice(0, 8), families)).toEqual({
      columns: HELD.slice(0, 8).map(({ id }) => id),
      family: null,
    })
  })

  it('never give more columns than the server takes', () => {
    const many = Array.from({ length: 90 }, (_, n) => ({ ...titled('江苏省消防条例', '江苏省'), id: String(n) }))
    expect(defaultColumns(many, familiesOf(many)).columns).toHaveLength(60)
  })
})

describe('the name of a column', () => {
  const dated = (title: string, name: string, level: string) => ({
    title,
    jurisdiction: { id: name, name, nameEn: 'Jiangsu', level },
    issuedOn: '2020-01-01',
    amendedOn: null,
    effectiveFrom: null,
  })
  const whole = dated('江苏省消防条例', '江苏省', 'province')
  const below = dated('苏州市消防条例', '江苏省', 'province')

  it.each([
    ['its jurisdiction', whole, 'zh', '江苏省'],
    ['the place below it that its title begins with', below, 'zh', '苏州市'],
    ['both in English, which has no names for those', below, 'en', 'Jiangsu · 苏州市'],
  ] as const)('is %s', (_title, it, lang, name) => {
    expect(nameIn(it, [whole, below], lang)).toBe(name)
  })

  it('has the year where two are of one place', () => {
    expect(nameIn(below, [below, { ...below }], 'zh')).toBe('苏州市 2020')
  })
})

const COMPARED = {
  fingerprint: 'aaaaaaaaaaaaaaaa',
  asOf: '2026-01-02',
  base: 'one',
  columns: [
    { id: 'one', fingerprint: '1111112222' },
    { id: 'two', fingerprint: '3333334444' },
  ],
}

describe('a permalink', () => {
  it('fixes columns, base, date and data, and keeps the filters', () => {
    const route = parseRoute(permalink({ ...HOME, page: 'compare', topic: 'x', lang: 'en' }, COMPARED))
    expect(route).toEqual({
      ...HOME,
      page: 'compare',
      instruments: ['one', 'two'],
      base: 'one',
      topic: 'x',
      asOf: '2026-01-02',
      lang: 'en',
      data: 'aaaaaaaaaaaaaaaa.111111.333333',
    })
  })

  it('names also the columns that a filter hides: the fingerprint is of them all', () => {
    const [first] = COMPARED.columns
    const narrowed = { ...COMPARED, columns: first ? [first] : [], asked: COMPARED.columns }
    expect(permalink(HOME, narrowed)).toBe(permalink(HOME, COMPARED))
  })

  const link = printData(COMPARED)
  const now = { ...COMPARED, fingerprint: 'bbbbbbbbbbbbbbbb' }
  const [one, two] = COMPARED.columns as unknown as readonly [Column, Column]
  it.each<readonly [string, string, Parameters<typeof changeSince>[2], readonly string[] | null]>([
    ['nothing when the data are the same', link, COMPARED, null],
    ['nothing when the link says nothing', '', now, null],
    ['the column whose text changed', link, { ...now, columns: [one, { ...two, fingerprint: '999999' }] }, ['two']],
    ['no column when the vocabulary or a correction changed', link, now, []],
    ['nothing when a column is gone and the others are the same', link, { ...now, columns: [one] }, null],
    ['what changed beside a column that is gone', link, { ...now, columns: [{ ...one, fingerprint: '0' }] }, ['one']],
  ])('tells later %s', (_title, data, later, columns) => {
    expect(changeSince(data, ['one', 'two'], later)).toEqual(columns === null ? null : { columns })
  })
})

interface Column {
  readonly id: string
  readonly fingerprint: string
}

describe('a place in the address', () => {
  it('comes back the same, whatever the id of the row', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.stringMatching(/^[a-z0-9-]*$/), (row, instrument) => {
        expect(parsePlace(printPlace({ row, instrument }))).toEqual({ row, instrument })
      }),
    )
  })
  it.each(['', 'eligibility', '~yn-2022-tic'])('is none: %j', (text) => {
    expect(parsePlace(text)).toBeNull()
  })
})

describe('keys of the grid', () => {
  const extent = { rows: 10, columns: 3, page: 4 }
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) =>
    moved(
      { row: 5, column: 1 },
      { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
      extent,
    )
  it.each([
    ['ArrowUp', {}, { row: 4, column: 1 }],
    ['ArrowRight', {}, { row: 5, column: 2 }],
    ['PageDown', {}, { row: 9, column: 1 }],
    ['PageUp', {}, { row: 1, column: 1 }],
    ['Home', {}, { row: 5, column: -1 }],
    ['End', { ctrlKey: true }, { row: 9, column: 2 }],
    ['Home', { metaKey: true }, { row: 0, column: -1 }],
    ['ArrowLeft', { altKey: true }, null],
    ['a', {}, null],
  ])('%s %j leads to %j', (key, held, to) => {
    expect(press(key, held)).toEqual(to)
  })
})

describe('what is drawn of a long list', () => {
  it('is all that a view touches and at most a block and the margins more, whatever the sizes', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(
        sizes,
        fc.nat(6000),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 5 }),
        (all, start, size, block) => {
          const offsets = offsetsOf(all)
          const { from, to } = visible(offsets, { start, size, margin: 0, block })
          const touched = all.flatMap((_, at) =>
            (offsets[at] ?? 0) < start + size && (offsets[at + 1] ?? 0) > start ? [at] : [],
          )
          for (const at of touched) expect(from <= at && at < to).toBe(true)
          expect(to - from).toBeLessThanOrEqual(Math.max(touched.length, 1) + 2 * block)
        },
      ),
    )
  })

  it.each([
    ['stays where the item is in view', { start: 120, end: 150 }, 100],
    ['goes up to an item above', { start: 40, end: 70 }, 40],
    ['goes down until an item below is whole', { start: 190, end: 230 }, 130],
    ['shows the beginning of an item that is larger than the view', { start: 300, end: 500 }, 300],
  ])('%s', (_title, item, scrolled) => {
    expect(scrolledTo(item, { start: 100, size: 100 })).toBe(scrolled)
  })
})

describe('words in their context', () => {
  const TEXT = '第九条 申请单位应当具备：\n（一）独立法人资格；\n（二）专职人员不少于 **30** 人。\n申请单位对材料负责。'
  const words = (quote: string) => {
    const start = 1000 + TEXT.indexOf(quote)
    return {
      instrument: 'x',
      provision: 'x#art_9__item_2',
      pinpoint: '第九条',
      start,
      end: start + quote.length,
      quote,
    }
  }
  const shown = (quotes: readonly string[], text = TEXT) =>
    stretches({ text, start: 1000 }, quotes.map(words)).map((paragraph) =>
      paragraph.map(({ text: piece, quoted }) => (quoted ? `[${piece}]` : piece)).join(''),
    )

  it('are told apart from it, paragraph by paragraph, without signs of layout', () => {
    expect(shown(['专职人员不少于 **30** 人'])).toEqual([
      '第九条 申请单位应当具备：',
      '（一）独立法人资格；',
      '（二）[专职人员不少于 30 人]。申请单位对材料负责。',
    ])
  })

  it('are one stretch where they overlap', () => {
    expect(shown(['专职人员不少于', '不少于 **30** 人']).at(-1)).toContain('[专职人员不少于 30 人]')
  })

  it('leave out what is far from them', () => {
    const long = `${'总则。'.repeat(300)}专职人员${'附则。'.repeat(300)}`
    const start = 1000 + long.indexOf('专职人员')
    const [[before, , after] = []] = stretches({ text: long, start: 1000 }, [
      { instrument: 'x', provision: null, pinpoint: null, start, end: start + 4, quote: '专职人员' },
    ])
    expect(before?.text).toMatch(/^….{200,230}$/)
    expect(after?.text).toMatch(/^.{200,230}…$/)
  })

  it.each([
    ['x#chp_2__art_9__item_2__subitem_1', 'x#chp_2__art_9'],
    ['x#art_9', 'x#art_9'],
    ['x#outline1_2__outline2_3', 'x#outline1_2'],
    ['x#para_1', 'x#para_1'],
  ])('of %s are shown in %s', (provision, context) => {
    expect(contextOf(provision)).toBe(context)
  })

  it('are together when they stand in one article', () => {
    const all = [words('独立法人资格'), { ...words('材料'), provision: 'x#art_10' }, words('专职人员')]
    expect(byArticle(all).map((group) => [group.provision, group.words.length])).toEqual([
      ['x#art_9', 2],
      ['x#art_10', 1],
    ])
  })
})
