import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inherited, Pair } from '../../web/graphql/documents.ts'
import { HOME } from '../../web/route.ts'
import { lowest, ownPassages, untouched } from '../../web/views/align/own-passages.ts'
import { filterPairs, renumbered, versionNames } from '../../web/views/align/pairs.ts'
import { areVersions, partnersOf, sidesOf, type Held } from '../../web/views/align/partners.ts'
import { changeSince, permalink } from '../../web/views/align/permalink.ts'
import { wordsOf } from '../../web/views/align/pins.ts'
import { isSubstantive } from '../../web/views/align/substance.ts'

type Segment = Pair['diff'][number]

/** 甲[-乙-]{+丙+}丁 as segments. */
function diffOf(written: string): readonly Segment[] {
  return [...written.matchAll(/\[-(.*?)-\]|\{\+(.*?)\+\}|([^[{]+)/g)].map(([, out, put, same]) => ({
    op: out !== undefined ? 'delete' : put !== undefined ? 'insert' : 'equal',
    text: out ?? put ?? same ?? '',
    left: null,
  }))
}

const provision = (id: string, label: string): NonNullable<Pair['left']> => ({
  ...{ id: `x#${id}`, label, heading: null, pinpoint: label, start: 0, end: 1 },
})

function pairOf(match: Pair['match'], written: string, more: Partial<Pair> = {}): Pair {
  return {
    ...{ match, score: 0.5, part: false, sentence: false, reason: '', reasonEn: '', inherited: null },
    left: match === 'NEW' ? null : provision('art_1', '第一条'),
    right: match === 'OMITTED' ? null : provision('art_1', '第一条'),
    diff: [...diffOf(written)],
    ...more,
  }
}

describe('isSubstantive', () => {
  it.each([
    ['a number', '不少于[-五十-]{+一百+}人', true],
    ['a word put in', '应当{+每年+}报告', true],
    ['a body', '报[-科技-]{+财政+}部门', true],
    ['the number of a cited article', '依照第[-二十八-]{+三十四+}条处理', false],
    ['a cited article as a whole', '依照[-第二十八条-]{+第三十四条+}处理', false],
    ['a number that is no citation', '[-二十八-]{+三十四+}日内', true],
    ['a sign', '甲[-，-]{+；+}乙', false],
    ['应 for 应当', '单位[-应-]{+应当+}报告', false],
    ['或 for 或者', '甲[-或-]{+或者+}乙', false],
    ['做出 for 作出', '[-做出-]{+作出+}决定', false],
    ['可以 for 应当', '单位[-应当-]{+可以+}报告', true],
    ['one change of form and one of substance', '单位[-应-]{+应当+}在[-十-]{+五+}日内报告', true],
  ])('sees in %s whether more than the form changed', (_, written, expected) => {
    expect(isSubstantive(pairOf('ADAPTED', written))).toBe(expected)
  })

  it('takes what is new or left out for substance, and what is the same for none', () => {
    expect(isSubstantive(pairOf('NEW', '{+甲+}'))).toBe(true)
    expect(isSubstantive(pairOf('OMITTED', '[-甲-]'))).toBe(true)
    expect(isSubstantive(pairOf('VERBATIM', '甲'))).toBe(false)
  })

  it('is what the filter leaves', () => {
    const pairs = [pairOf('VERBATIM', '甲'), pairOf('ADAPTED', '甲[-，-]{+；+}乙'), pairOf('NEW', '{+丙+}')]
    expect(filterPairs(pairs, 'substance')).toEqual(pairs.slice(2))
    expect(filterPairs(pairs, 'changed')).toEqual(pairs.slice(1))
    expect(filterPairs(pairs, 'nonsense')).toEqual(pairs)
  })
})

describe('renumbered', () => {
  it.each([
    ['第十条', '第十二条', { from: '第十条', to: '第十二条' }],
    ['第十条', '第 十 条', null],
    ['第一条', '第一条', null],
  ])('%s that becomes %s', (left, right, expected) => {
    const sides = { left: provision('a', left), right: provision('b', right) }
    expect(renumbered(pairOf('ADAPTED', '甲', sides))).toEqual(expected)
    expect(renumbered(pairOf('ADAPTED', '甲', { ...sides, part: true }))).toBeNull()
  })
})

describe('wordsOf', () => {
  it('gives each side its own words back', () => {
    const pair = pairOf('ADAPTED', '由[-市-]{+省+}审批')
    expect([wordsOf(pair, 'left'), wordsOf(pair, 'right')]).toEqual(['由市审批', '由省审批'])
  })
})

const held = (id: string, title: string, more: Partial<Held> = {}): Held => ({
  ...{ id, title, issuedOn: '2020-01-01', amendedOn: null, effectiveFrom: null },
  jurisdiction: { id: 'CN', name: '国家', level: 'national' },
  ...more,
})
const IN = { jurisdiction: { id: 'CN-JIA', name: '甲省', level: 'province' } }
const LAW_OLD = held('law-2001', '中华人民共和国渔港管理法', { issuedOn: '2001-05-01' })
const LAW = held('law-2019', '中华人民共和国渔港管理法', { issuedOn: '2019-05-01' })
const LAW_DRAFT = held('law-2024', '中华人民共和国渔港管理法（修订草案）', { issuedOn: '2024-05-01' })
const RULES = held('jia', '甲省渔港管理条例', { ...IN, issuedOn: '2020-03-01' })
const OTHERS = held('yi', '乙省渔港管理办法', { jurisdiction: { id: 'CN-YI', name: '乙省', level: 'province' } })
const TEA = held('tea', '茶叶质量规定')
const ALL = [TEA, LAW_OLD, OTHERS, LAW_DRAFT, RULES, LAW]

describe('partnersOf', () => {
  it.each([
    ['the version before, then the others', LAW, ['law-2001', 'law-2024', 'yi', 'jia', 'tea']],
    ['the national text as it was when a province wrote', RULES, ['law-2019', 'law-2001', 'law-2024', 'yi', 'tea']],
    ['the others as they stand where none is near', TEA, ['law-2001', 'yi', 'law-2024', 'jia', 'law-2019']],
  ])('offers first %s', (_, of, expected) => {
    expect(partnersOf(of, ALL).map(({ it }) => it.id)).toEqual(expected)
  })

  it('knows two versions by their title and place, whatever is said in brackets', () => {
    expect([areVersions(LAW, LAW_DRAFT), areVersions(LAW, RULES), areVersions(RULES, OTHERS)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('sidesOf', () => {
  it.each([
    ['both as named', { left: 'tea', right: 'yi' }, { left: 'tea', right: 'yi' }],
    ['the fitting original of what is named', { left: '', right: 'jia' }, { left: 'law-2019', right: 'jia' }],
    ['the version after what is named', { left: 'law-2001', right: '' }, { left: 'law-2001', right: 'law-2019' }],
    ['the same twice', { left: 'jia', right: 'jia' }, { left: 'jia', right: 'jia' }],
    ['two that belong together where none is named', { left: '', right: '' }, { left: 'law-2001', right: 'law-2019' }],
  ])('shows %s', (_, asked, expected) => {
    expect(sidesOf(ALL, asked)).toEqual(expected)
  })

  it('never leaves a side empty where two are held', () => {
    const some = fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 2 })
    const name = fc.constantFrom('', ...ALL.map(({ id }) => id), 'nowhere')
    fc.assert(
      fc.property(some, name, name, (list, left, right) => {
        const sides = sidesOf(list, { left, right })
        expect(sides.left).not.toBe('')
        expect(sides.right).not.toBe('')
        if (left === '' && right === '') expect(sides.left).not.toBe(sides.right)
      }),
    )
  })
})

describe('versionNames', () => {
  it.each([
    ['2001-05-01', '2019-05-01', { left: '2001', right: '2019' }],
    ['2019-05-01', '2019-11-01', { left: '2019-05-01', right: '2019-11-01' }],
  ])('%s and %s', (one, two, expected) => {
    expect(
      versionNames(
        { issuedOn: one, amendedOn: null, effectiveFrom: null },
        { issuedOn: two, amendedOn: null, effectiveFrom: null },
      ),
    ).toEqual(expected)
  })
})

describe('permalink', () => {
  const side = (id: string, fingerprint: string) => ({ id, fingerprint }) as Parameters<typeof permalink>[1]['left']
  const alignment = { fingerprint: 'f00d', left: side('jia', 'aaaaaa1111'), right: side('yi', 'bbbbbb2222') }

  it('names both texts, the date and the data, and keeps what else the address says', () => {
    const address = permalink({ ...HOME, page: 'align', match: 'NEW', at: 'art_1~art_2' }, alignment, '2026-01-02')
    expect(address).toMatch(/^\/align\?/)
    expect(Object.fromEntries(new URLSearchParams(address.split('?')[1]))).toEqual({
      ...{ base: 'jia', instrument: 'yi', asOf: '2026-01-02', match: 'NEW', at: 'art_1~art_2' },
      data: 'f00d.aaaaaa.bbbbbb',
    })
  })

  it.each([
    ['nothing', 'f00d.aaaaaa.bbbbbb', null],
    ['nothing where the link says nothing', '', null],
    ['one text', 'beef.aaaaaa.cccccc', ['yi']],
    ['both texts', 'beef.dddddd.cccccc', ['jia', 'yi']],
    ['only the rules', 'beef.aaaaaa.bbbbbb', []],
  ])('says that %s changed', (_, data, expected) => {
    expect(changeSince(data, alignment)).toEqual(expected)
  })
})

describe('own passages', () => {
  const own = (id: string, share: number, words: string, characters = 10): Inherited['provisions'][number] => ({
    ...{ share, characters, own: words },
    provision: { id: `x#${id}`, label: id, heading: null, pinpoint: id },
  })
  const document = {
    provisions: [
      own('a', 0.4, '短。'),
      own('b', 0, '这一句最长，应当排在最前面。'),
      own('c', 1, ''),
      own('d', 0, '', 0),
    ],
  }

  it('come longest first, without those that have none', () => {
    expect(ownPassages(document).map(({ provision, words }) => [provision.label, words])).toEqual([
      ['b', '这一句最长，应当排在最前面。'],
      ['a', '短。'],
    ])
  })

  it('stand beside the provisions that have nothing, or least, of the parent; empty ones do not count', () => {
    expect(untouched(document)).toBe(1)
    expect(lowest(document, 2).map(({ provision }) => provision.label)).toEqual(['b', 'a'])
  })
})
