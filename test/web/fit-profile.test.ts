import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from '../../web/views/fit/examples.ts'
import { readFigure, typedFigure } from '../../web/views/fit/figures.ts'
import { printFile, readFile } from '../../web/views/fit/file.ts'
import { printFragment, readFragment } from '../../web/views/fit/fragment.ts'
import {
  asideOf,
  EMPTY,
  inputOf,
  isEmpty,
  withAnswer,
  withoutAside,
  type Profile,
} from '../../web/views/fit/profile.ts'

describe('a figure is read', () => {
  it.each([
    ['99', 'person', 99],
    ['0', 'person', 0],
    ['1,200', 'person', 1200],
    ['１００', 'person', 100],
    [' 1 2 0 人', 'person', 120],
    ['1.2万', 'm2', 12_000],
    ['2600 m²', 'm2', 2600],
    ['2600平方米', 'm2', 2600],
    ['2350', 'CNY', 23_500_000],
    ['２，３５０', 'CNY', 23_500_000],
    ['2350万元', 'CNY', 23_500_000],
    ['2350.55', 'CNY', 23_505_500],
    ['2亿', 'CNY', 200_000_000],
    ['0.5 亿元', 'CNY', 50_000_000],
    ['500元', 'CNY', 500],
    ['¥500 yuan', 'CNY', 500],
    ['2.5 million', 'CNY', 2_500_000],
    ['45%', 'ratio', 0.45],
    ['４５％', 'ratio', 0.45],
    ['69.9%', 'ratio', 0.699],
    ['0.45', 'ratio', 0.45],
    ['.7', 'ratio', 0.7],
    ['1', 'ratio', 1],
    ['120%', 'ratio', 1.2],
    ['57周岁', 'year', 57],
  ] as const)('%s (%s) as %d', (typed, unit, value) => {
    expect(readFigure(typed, unit)).toEqual({ value, fault: null })
  })

  it.each(['', '  ', '　', '不确定', 'not sure', '?'])('%j as nothing told, which is not zero', (typed) => {
    expect(readFigure(typed, 'person')).toEqual({ value: null, fault: null })
  })

  it.each([
    ['about a hundred', 'person', 'NO_NUMBER', ''],
    ['100 万千瓦', 'person', 'NO_NUMBER', ''],
    ['1,2', 'person', 'NO_NUMBER', ''],
    ['1e9', 'person', 'NO_NUMBER', ''],
    ['≥100', 'person', 'NO_NUMBER', ''],
    ['100 平方米', 'person', 'NO_NUMBER', ''],
    ['-3', 'person', 'NEGATIVE', ''],
    ['−3', 'CNY', 'NEGATIVE', ''],
    ['－3%', 'ratio', 'NEGATIVE', ''],
    ['45', 'ratio', 'NO_RATIO', '45%'],
    ['45 人', 'ratio', 'NO_NUMBER', ''],
    ['99.5', 'person', 'NOT_WHOLE', '99'],
  ] as const)('%s (%s) with the fault %s', (typed, unit, fault, meant) => {
    expect(readFigure(typed, unit)).toEqual({ value: null, fault, meant })
  })

  it('and what was meant reads without a fault', () => {
    for (const [typed, unit] of [
      ['45', 'ratio'],
      ['99.5', 'person'],
    ] as const) {
      const { meant } = readFigure(typed, unit) as { meant: string }
      expect(readFigure(meant, unit).fault).toBeNull()
    }
  })

  const amounts = fc.double({ min: 0, max: 1e13, noNaN: true }).map((value) => Number(value.toPrecision(9)))
  it.each(['CNY', 'ratio', 'm2', null])('as the value that was typed for it (%s)', (unit) => {
    fc.assert(
      fc.property(
        amounts.filter((value) => value === 0 || value > 1e-3),
        (value) => {
          expect(readFigure(typedFigure(value, unit), unit).value).toBe(value)
        },
      ),
    )
  })
})

const number = fc
  .oneof(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0, max: 1e15, noNaN: true }))
  .map((value) => value + 0)
const answer = fc.oneof(
  number,
  fc.boolean(),
  fc.array(fc.option(number), { minLength: 1, maxLength: 5 }).map((years) => [...years.slice(0, -1), 7]),
)
const key = fc
  .oneof(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), fc.string({ minLength: 1, unit: 'grapheme' }))
  .filter((name) => !['applicant_type', 'jurisdiction', 'track', 'profile', 'latest_year', '__proto__'].includes(name))
const profile: fc.Arbitrary<Profile> = fc
  .record({
    applicantType: fc.constantFrom('', 'enterprise', 'university'),
    jurisdiction: fc.constantFrom('', 'CN-YN', 'CN-YN-kunming'),
    track: fc.constantFrom('', '领域类', 'a & b = c#%'),
    latestYear: fc.integer({ min: 1990, max: 2100 }),
    values: fc.dictionary(key, answer, { maxKeys: 8, noNullPrototype: true }),
  })
  .map((it) => (isEmpty(it) ? EMPTY : it))

describe('the profile in the fragment of a link', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(profile, (it) => {
        expect(readFragment(`#${printFragment(it)}`)).toEqual({ profile: it, unread: [] })
      }),
    )
  })

  it('reads the same when a browser has escaped it', () => {
    fc.assert(
      fc.property(profile, (it) => {
        const { hash } = new URL(`http://localhost/fit#${printFragment(it)}`)
        expect(readFragment(hash).profile).toEqual(it)
      }),
    )
  })

  it('is readable, and nothing when nothing is told', () => {
    const told = withAnswer(withAnswer(EMPTY, 'fixed_staff', 99), 'rd_spend', [40_000_000, null, 8_000_000])
    const fragment = printFragment({ ...told, track: '领域类', latestYear: 2025 })
    expect(fragment).toBe('profile=1&track=领域类&latest_year=2025&fixed_staff=99&rd_spend=(40000000,,8000000)')
    expect(printFragment(EMPTY)).toBe('')
  })

  it('never refuses, names what it cannot read, and keeps the rest', () => {
    const { profile, unread } = readFragment(
      '#profile=9&fixed_staff=many&floor_area=0&rd_spend=(1,x)&legal_person=no&=3',
    )
    expect(profile.values).toEqual({ floor_area: 0, legal_person: false })
    expect(unread).toEqual(['profile=9', 'fixed_staff=many', 'rd_spend=(1,x)', '=3'])
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readFragment(text)))
  })
})

describe('the profile as a file', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(profile, (it) => {
        expect(readFile(printFile(it, '2026-11-21'))).toEqual({ profile: it, fault: null })
      }),
    )
  })

  const file = (change: object): string =>
    JSON.stringify({ format: 'tiaolan-profile', version: 1, values: {}, ...change })
  it.each([
    ['no JSON', 'fixed staff: 99', 'NOT_JSON', ''],
    ['other JSON', '{"pins":[]}', 'NOT_A_PROFILE', 'format'],
    ['a list', '[1]', 'NOT_A_PROFILE', 'format'],
    ['a file without a version', file({ version: undefined }), 'NO_VERSION', 'version'],
    ['an older file', file({ version: 0 }), 'OTHER_VERSION', '0'],
    ['a newer file', file({ version: 2 }), 'OTHER_VERSION', '2'],
    ['a text where a number stands', file({ values: { fixed_staff: '99' } }), 'WRONG_FIELD', 'values.fixed_staff'],
    ['a type that is no text', file({ applicantType: 3 }), 'WRONG_FIELD', 'applicantType'],
    ['values that are no values', file({ values: [] }), 'WRONG_FIELD', 'values'],
  ])('refuses %s and says where', (_, text, code, at) => {
    expect(readFile(text)).toEqual({ profile: null, fault: { code, at } })
  })

  it('may have been saved by an editor that marks the beginning of a file', () => {
    expect(readFile(`\ufeff${file({})}`).profile).toEqual(EMPTY)
  })
})

describe('a profile', () => {
  it('forgets an answer that is taken back, and a series without a year', () => {
    const told = withAnswer(withAnswer(EMPTY, 'floor_area', 0), 'rd_spend', [null, 5, null])
    expect(told.values).toEqual({ floor_area: 0, rd_spend: [null, 5] })
    expect(withAnswer(withAnswer(told, 'floor_area', null), 'rd_spend', [null, null]).values).toEqual({})
  })

  const asked = {
    fields: [
      { key: 'fixed_staff', options: [] },
      { key: 'legal_person', options: [] },
      { key: 'track', options: ['领域类', '综合类'] },
      { key: 'jurisdiction', options: ['CN-YN-kunming'] },
    ],
    provinces: ['CN-YN', 'CN-SX'],
  }

  it('sends what is asked for and keeps the rest aside', () => {
    const told: Profile = { ...EMPTY, track: '领域类', values: { fixed_staff: 0, legal_person: false, old_metric: 4 } }
    expect(inputOf(told, asked)).toEqual({
      applicantType: null,
      jurisdiction: null,
      track: '领域类',
      values: [
        { key: 'fixed_staff', number: 0 },
        { key: 'legal_person', flag: false },
      ],
    })
    expect(asideOf(told, asked)).toEqual(['old_metric'])
    expect(withoutAside(told, asked)).toEqual({ ...told, values: { fixed_staff: 0, legal_person: false } })
  })

  it.each([
    ['CN-YN', 'CN-YN'],
    ['CN-YN-kunming', 'CN-YN-kunming'],
    ['CN-YN-dali', 'CN-YN'],
    ['CN-YNX', null],
    ['Atlantis', null],
  ])('registered in %s is sent as %s', (jurisdiction, sent) => {
    const told = { ...EMPTY, jurisdiction }
    expect(inputOf(told, asked).jurisdiction).toBe(sent)
    expect(asideOf(told, asked)).toEqual(sent === null ? [jurisdiction] : [])
  })

  it('never sends a type or track that nobody knows', () => {
    const told = { ...EMPTY, applicantType: 'bank', track: '特别类' }
    expect(inputOf(told, asked)).toMatchObject({ applicantType: null, track: null })
    expect(asideOf(told, asked)).toEqual(['bank', '特别类'])
    expect(isEmpty(withoutAside(told, asked))).toBe(true)
  })

  it('of each example survives link and file', () => {
    for (const { profile } of examples(2025)) {
      expect(readFragment(printFragment(profile)).profile).toEqual(profile)
      expect(readFile(printFile(profile, '2026-11-21')).profile).toEqual(profile)
    }
  })
})
