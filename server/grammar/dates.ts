import { readNumeral } from './numerals.ts'

/** A calendar date of a text; offsets are into that text. */
export interface DateHit {
  readonly iso: string
  readonly start: number
  readonly end: number
}

const YEAR = '(?:(?:18|19|20)\\d{2}|[一二][〇零○◯ＯOo０0一二三四五六七八九]{3})'
const DAY = '(?:[\\dl]{1,2}|[一二三四五六七八九十]{1,3})'
const DATE = new RegExp(`(${YEAR})\\s*年\\s*(${DAY})\\s*月\\s*(${DAY})\\s*[日号]`, 'g')
const DIGITS = /(?<!\d)((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g

/**
 * Every full date of a text, in order: 2022年4月6日, 二〇〇九年十一月五日, 2021-12-24.
 * @example findDates('自2022年4月6日起施行')[0]?.iso // 2022-04-06
 */
export function findDates(text: string): readonly DateHit[] {
  const written = [...text.matchAll(DATE)].flatMap((hit) => dateOf(hit, [hit[1], hit[2], hit[3]]))
  const digits = [...text.matchAll(DIGITS)].flatMap((hit) => dateOf(hit, [hit[1], hit[3], hit[4]]))
  return [...written, ...digits].sort((a, b) => a.start - b.start)
}

/** The date that a text consists of, brackets aside; null when it says anything else. */
export function wholeDate(text: string): string | null {
  const bare = text.replace(/^[（(\s]+|[）)\s]+$/g, '')
  const [hit] = findDates(bare)
  return hit !== undefined && hit.start === 0 && hit.end === bare.length ? hit.iso : null
}

/** @example addYears('2023-07-01', 5) // 2028-07-01; 29 February becomes 1 March */
export function addYears(iso: string, years: number): string {
  return shift(iso, (date) => date.setUTCFullYear(date.getUTCFullYear() + years))
}

/** @example addMonths('2023-07-01', 18) // 2025-01-01 */
export function addMonths(iso: string, months: number): string {
  return shift(iso, (date) => date.setUTCMonth(date.getUTCMonth() + months))
}

/** @example addDays('2028-07-01', -1) // 2028-06-30 */
export function addDays(iso: string, days: number): string {
  return shift(iso, (date) => date.setUTCDate(date.getUTCDate() + days))
}

function shift(iso: string, move: (date: Date) => void): string {
  const date = new Date(`${iso}T00:00:00Z`)
  move(date)
  return date.toISOString().slice(0, 10)
}

function dateOf(hit: RegExpExecArray, parts: readonly (string | undefined)[]): readonly DateHit[] {
  const [year, month, day] = parts.map((part) => numberOf(part ?? ''))
  const iso = isoOf(year ?? 0, month ?? 0, day ?? 0)
  return iso === null ? [] : [{ iso, start: hit.index, end: hit.index + hit[0].length }]
}

/** 二〇〇九 is read digit by digit, 十一 as a number; recognition takes 1 for l. */
function numberOf(text: string): number {
  const written = text.replace(/l/g, '1')
  if (/^\d+$/.test(written)) return Number(written)
  const plain = written.replace(/[○◯ＯOo０0]/g, '〇')
  if (plain.length === 4) return Number([...plain].map((char) => readNumeral(char, 0)?.value ?? 0).join(''))
  return readNumeral(plain, 0)?.value ?? 0
}

/** Null for days that no calendar has (31 June). */
function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
