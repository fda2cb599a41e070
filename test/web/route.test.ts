import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOME, isDate, LANGS, PAGES, pageAt, parseRoute, printRoute, visit, type Route } from '../../web/route.ts'

const TABLE: readonly (readonly [title: string, address: string, route: Partial<Route>])[] = [
  ['the home page has the shortest address', '/', {}],
  ['a page is the path', '/search', { page: 'search' }],
  [
    'a comparison names its columns, base, filters and date',
    '/compare?instruments=cn-2021-tic,yn-2022-tic&base=yn-2022-tic&topic=eligibility&applicantType=university&track=领域类&differences=1&thresholds=1&compact=1&asOf=2025-04-05',
    {
      page: 'compare',
      instruments: ['cn-2021-tic', 'yn-2022-tic'],
      base: 'yn-2022-tic',
      topic: 'eligibility',
      applicantType: 'university',
      track: '领域类',
      differences: true,
      thresholds: true,
      compact: true,
      asOf: '2025-04-05',
    },
  ],
  [
    'the reader names the place and the words in it',
    '/read?instrument=yn-2022-tic&at=chp_2__art_10__item_2&mark=2085-2103&hide=norm,reference&lang=en',
    {
      page: 'read',
      instrument: 'yn-2022-tic',
      at: 'chp_2__art_10__item_2',
      mark: [2085, 2103],
      hide: ['norm', 'reference'],
      lang: 'en',
    },
  ],
  [
    'words with signs of the address are escaped',
    '/search?query=a%26b%3D%23%20%E2%80%9D',
    { page: 'search', query: 'a&b=# ”' },
  ],
]

describe('the address', () => {
  it.each(TABLE)('%s', (_title, address, route) => {
    expect(parseRoute(address)).toEqual({ ...HOME, ...route })
    expect(parseRoute(printRoute({ ...HOME, ...route }))).toEqual({ ...HOME, ...route })
  })

  it.each(TABLE.slice(0, 4))('is printed as a person would write it: %s', (_title, address, route) => {
    expect(printRoute({ ...HOME, ...route })).toBe(address)
  })

  it.each([
    ['an unknown page', '/nowhere', {}],
    ['a day that is not in the calendar', '/?asOf=2025-02-30', {}],
    ['a range that ends before it begins', '/read?mark=20-10', { page: 'read' }],
    ['a language that is not spoken here', '/?lang=fr', {}],
    ['a name that means nothing', '/compare?colour=red', { page: 'compare' }],
  ] as const)('falls back to the default for %s', (_title, address, route) => {
    expect(parseRoute(address)).toEqual({ ...HOME, ...route })
  })

  it('comes back the same after being printed, whatever the route', () => {
    fc.assert(
      fc.property(anyRoute(), (route) => {
        expect(parseRoute(printRoute(route))).toEqual(route)
      }),
    )
  })

  it('survives the URL parser of a browser', () => {
    fc.assert(
      fc.property(anyRoute(), (route) => {
        const url = new URL(printRoute(route), 'http://127.0.0.1')
        expect(parseRoute(url.pathname + url.search)).toEqual(route)
      }),
    )
  })
})

describe('another page', () => {
  it('keeps the language and the date and nothing else', () => {
    const from: Route = { ...HOME, page: 'compare', lang: 'en', asOf: '2025-01-01', topic: 'funding', compact: true }
    expect(visit(from, { page: 'search' })).toEqual({ ...HOME, page: 'search', lang: 'en', asOf: '2025-01-01' })
  })

  it.each([
    ['/', 'overview'],
    ['/compare/', 'compare'],
    ['/overview', 'overview'],
    ['/read/x', null],
    ['/Compare', null],
  ] as const)('stands at its path: %s is %s', (path, page) => {
    expect(pageAt(path)).toBe(page)
  })
})

describe('a date', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['', false],
  ] as const)('%s is a day: %s', (text, valid) => {
    expect(isDate(text)).toBe(valid)
  })
})

function anyRoute(): fc.Arbitrary<Route> {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 })
  const list = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 4 })
  const day = fc
    .date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const range = fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 999 })).map(([at, size]) => [at, at + size] as const)
  return fc.record({
    page: fc.constantFrom(...PAGES),
    lang: fc.constantFrom(...LANGS),
    asOf: fc.oneof(fc.constant(''), day),
    instruments: list,
    base: word,
    topic: word,
    applicantType: word,
    track: word,
    differences: fc.boolean(),
    thresholds: fc.boolean(),
    compact: fc.boolean(),
    validity: list,
    instrument: word,
    at: word,
    mark: fc.option(range),
    hide: list,
    query: word,
    match: word,
    place: word,
    views: list,
    data: word,
  })
}
