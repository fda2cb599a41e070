import type { Sentence } from '../model/comparison.ts'
import { type Validity, validityAt } from '../model/validity.ts'
import { nextDay } from './dates.ts'

export interface Dated {
  readonly held: boolean
  readonly effectiveFrom: string | null
  readonly effectiveUntil: string | null
  readonly effectiveUntilBasis: string | null
  readonly repealedFrom: string | null
}

/**
 * Why an instrument is valid or not on a date, as a sentence.
 * @example validityReason(shanxi, '2024-01-01').zh // 自2023-07-01起施行，有效期五年，推算至2028-06-30（2023-07-01 + 5年 − 1日）
 */
export function validityReason(dated: Dated, asOf: string, repealedBy: readonly string[] = []): Sentence {
  return REASONS[validityAt(dated, asOf)](dated, asOf, repealedBy)
}

type Reason = (dated: Dated, asOf: string, repealedBy: readonly string[]) => Sentence

const REASONS = {
  IN_FORCE: (dated) => joined(starts(dated), ends(dated)),
  NOT_YET: (dated, asOf) => joined(starts(dated), { zh: `${asOf}尚未施行`, en: `not yet on ${asOf}` }),
  EXPIRED: (dated) => joined(starts(dated), ends(dated), expired(dated)),
  UNKNOWN: (dated) =>
    dated.held
      ? {
          zh: '未载明施行日期，不视为有效',
          en: 'The text states no commencement and is not taken to be in force',
        }
      : { zh: '未收录文本，无从判断是否有效', en: 'The text is not held, so its validity is unknown' },
  REPEALED: ({ repealedFrom }, _asOf, by) => ({
    zh: `自${repealedFrom}起被${by.map((title) => `《${title}》`).join('、')}废止`,
    en: `Repealed from ${repealedFrom}${by.length > 0 ? ` by ${by.map((title) => `《${title}》`).join(', ')}` : ''}`,
  }),
} as const satisfies Record<Validity, Reason>

function starts({ effectiveFrom }: Dated): Sentence | null {
  return effectiveFrom === null ? null : { zh: `自${effectiveFrom}起施行`, en: `In force from ${effectiveFrom}` }
}

/** Its last day, and where that was computed, how. */
function ends({ effectiveFrom, effectiveUntil, effectiveUntilBasis }: Dated): Sentence {
  if (effectiveUntil === null) return { zh: '未载明有效期', en: 'no end stated' }
  if (effectiveUntilBasis !== 'derived') return { zh: `有效期至${effectiveUntil}`, en: `valid until ${effectiveUntil}` }
  const term = effectiveFrom === null ? null : termOf(effectiveFrom, effectiveUntil)
  if (term === null) return { zh: `推算有效期至${effectiveUntil}`, en: `valid until ${effectiveUntil}, as computed` }
  return {
    zh: `有效期${term.words}，推算至${effectiveUntil}（${effectiveFrom} + ${term.sum} − 1日）`,
    en: `valid for ${term.en}, computed to end on ${effectiveUntil} (${effectiveFrom} + ${term.en} − 1 day)`,
  }
}

function expired({ effectiveUntil }: Dated): Sentence {
  const from = nextDay(effectiveUntil ?? '')
  return { zh: `${from}起失效`, en: `expired from ${from}` }
}

interface StatedTerm {
  readonly words: string
  readonly sum: string
  readonly en: string
}

/** The whole years or months from the first day to the day after the last; null when they are not whole. */
function termOf(from: string, until: string): StatedTerm | null {
  const end = nextDay(until)
  if (from.slice(8) !== end.slice(8)) return null
  const months = (yearOf(end) - yearOf(from)) * 12 + monthOf(end) - monthOf(from)
  if (months <= 0) return null
  if (months % 12 !== 0) return { words: `${months}个月`, sum: `${months}个月`, en: count(months, 'month') }
  const years = months / 12
  return { words: `${CHINESE[years] ?? years}年`, sum: `${years}年`, en: count(years, 'year') }
}

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function joined(...parts: readonly (Sentence | null)[]): Sentence {
  const said = parts.filter((part) => part !== null)
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}
