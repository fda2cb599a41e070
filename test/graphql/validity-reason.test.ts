import { describe, expect, it } from 'vitest'
import { isCalendarDay, nextDay, todayInChina } from '../../server/graphql/dates.ts'
import { type Dated, validityReason } from '../../server/graphql/validity-reason.ts'

const NOTHING: Dated = {
  held: true,
  effectiveFrom: null,
  effectiveUntil: null,
  effectiveUntilBasis: null,
  repealedFrom: null,
}
const FIVE_YEARS = {
  effectiveFrom: '2023-07-01',
  effectiveUntil: '2028-06-30',
  effectiveUntilBasis: 'derived',
}
const STATED = { effectiveFrom: '2022-04-06', effectiveUntil: '2025-04-05', effectiveUntilBasis: 'explicit' }

describe('the reason of validity', () => {
  it.each<[string, Partial<Dated>, string, string, string]>([
    [
      'shows how a derived end was computed',
      FIVE_YEARS,
      '2025-01-01',
      '自2023-07-01起施行，有效期五年，推算至2028-06-30（2023-07-01 + 5年 − 1日）',
      'In force from 2023-07-01, valid for 5 years, computed to end on 2028-06-30 (2023-07-01 + 5 years − 1 day)',
    ],
    [
      'names the last day that the text states',
      STATED,
      '2025-04-05',
      '自2022-04-06起施行，有效期至2025-04-05',
      'In force from 2022-04-06, valid until 2025-04-05',
    ],
    [
      'names the first day without force',
      STATED,
      '2025-04-06',
      '自2022-04-06起施行，有效期至2025-04-05，2025-04-06起失效',
      'In force from 2022-04-06, valid until 2025-04-05, expired from 2025-04-06',
    ],
    [
      'says that no end is stated',
      { effectiveFrom: '2021-02-10' },
      '2021-02-10',
      '自2021-02-10起施行，未载明有效期',
      'In force from 2021-02-10, no end stated',
    ],
    [
      'says that it is too early',
      { effectiveFrom: '2030-01-01' },
      '2029-12-31',
      '自2030-01-01起施行，2029-12-31尚未施行',
      'In force from 2030-01-01, not yet on 2029-12-31',
    ],
    [
      'does not take a text without commencement to be in force',
      {},
      '2025-01-01',
      '未载明施行日期，不视为有效',
      'The text states no commencement and is not taken to be in force',
    ],
    [
      'knows nothing of a text that is not held',
      { held: false },
      '2025-01-01',
      '未收录文本，无从判断是否有效',
      'The text is not held, so its validity is unknown',
    ],
    [
      'counts a term of months',
      { effectiveFrom: '2024-01-31', effectiveUntil: '2025-07-30', effectiveUntilBasis: 'derived' },
      '2025-01-01',
      '自2024-01-31起施行，有效期18个月，推算至2025-07-30（2024-01-31 + 18个月 − 1日）',
      'In force from 2024-01-31, valid for 18 months, computed to end on 2025-07-30 (2024-01-31 + 18 months − 1 day)',
    ],
  ])('%s', (_, dated, asOf, zh, en) => {
    expect(validityReason({ ...NOTHING, ...dated }, asOf)).toEqual({ zh, en })
  })

  it('names what repealed it', () => {
    const dated = { ...NOTHING, ...STATED, repealedFrom: '2024-01-01' }
    expect(validityReason(dated, '2024-01-01', ['新办法'])).toEqual({
      zh: '自2024-01-01起被《新办法》废止',
      en: 'Repealed from 2024-01-01 by 《新办法》',
    })
  })
})

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-4-5', false],
    ['2025-04-05T00:00', false],
    ['', false],
  ])('%s is a day of the calendar: %s', (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected)
  })

  it('follow each other over the ends of months and years', () => {
    expect([nextDay('2024-02-28'), nextDay('2024-02-29'), nextDay('2024-12-31')]).toEqual([
      '2024-02-29',
      '2024-03-01',
      '2025-01-01',
    ])
  })

  it('begin in Shanghai eight hours before they begin in Greenwich', () => {
    expect(todayInChina(new Date('2025-04-05T16:00:00Z'))).toBe('2025-04-06')
  })
})
