/** A number as a regulation writes it: 2,000 · 2.5亿 · 一百二十 · 壹拾万 · 三点五. */
export interface Numeral {
  readonly value: number
  /** Offset behind the last character. */
  readonly end: number
  /** Scale characters behind Arabic digits (万 in 2000万); they belong to the unit as written. */
  readonly scale: string
}

/**
 * Reads the number that starts at `at`, or null when none does. 十余 and 30多 are read as 10 and 30 by the caller.
 * @example readNumeral('不少于2.5亿元', 3) // { value: 250000000, end: 7, scale: '亿' }
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return readArabic(text, at) ?? readChinese(text, at)
}

/**
 * Writes a whole number (0 ≤ n < 10¹²) in Chinese; the inverse of `readNumeral`.
 * @example printNumeral(120) // 一百二十
 */
export function printNumeral(n: number): string {
  return print(n, LOWER)
}

/**
 * Writes a whole number in the capitals of cheques and contracts.
 * @example printCapital(100000) // 壹拾万
 */
export function printCapital(n: number): string {
  return print(n, CAPITAL)
}

interface Script {
  readonly digits: string
  readonly powers: readonly [string, string, string]
  /** 十二 drops its leading 一, 壹拾贰 does not. */
  readonly bareTen: boolean
}

const LOWER: Script = { digits: '零一二三四五六七八九', powers: ['十', '百', '千'], bareTen: true }
const CAPITAL: Script = { digits: '零壹贰叁肆伍陆柒捌玖', powers: ['拾', '佰', '仟'], bareTen: false }

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['零〇○', '一壹弌', '二两贰兩貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (chars, value) => [...chars].map((char) => [char, value] as const),
  ),
)
const POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
])

/** Whether a numeral can start with this character. */
export function startsNumeral(char: string): boolean {
  return (char >= '0' && char <= '9') || DIGITS.has(char) || char === '十' || char === '拾'
}

/** A character of private use between two digits is noise of a lost font. The 1. of 1.2021年度 numbers a list. */
const ARABIC =
  /(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d年])|\d+(?:[\uE000-\uF8FF]\d+)?)(?:[.．](?!(?:19|20)\d{2}年)\d+)?/y
/** 百 and 千 before a unit of measure belong to that unit (千米, 千瓦), not to the number. */
const ARABIC_SCALE = /[百千]?[万萬]?[亿億]|[百千]?[万萬]|[百千](?![米克瓦伏帕卡焦赫升安字分])/y

function readArabic(text: string, at: number): Numeral | null {
  const digits = match(ARABIC, text, at)
  if (digits === null) return null
  const number = Number(digits.replace(/[,， \uE000-\uF8FF]/g, '').replace('．', '.'))
  const scale = match(ARABIC_SCALE, text, at + digits.length) ?? ''
  const factor = [...scale].reduce((product, char) => product * (POWERS.get(char) ?? SCALES.get(char) ?? 1), 1)
  return { value: exact(number * factor), end: at + digits.length + scale.length, scale }
}

/** Longer runs are no amounts; the bound keeps reading linear. */
const LONGEST_RUN = 24

function readChinese(text: string, at: number): Numeral | null {
  let end = at
  while (end < text.length && end - at < LONGEST_RUN && isNumeralChar(text.charAt(end))) end++
  if (end - at > 1 && end < text.length && text.charAt(end - 1) === '千' && KILO.includes(text.charAt(end))) end--
  const whole = end > at ? evaluate(text.slice(at, end)) : null
  if (whole === null) return null
  const decimals = readDecimals(text, end)
  return decimals === null
    ? { value: whole, end, scale: '' }
    : { value: exact(whole + decimals.value), end: decimals.end, scale: '' }
}

/** 五十千克, 五万千瓦: 千 belongs to the unit; 三千人 keeps it. */
const KILO = '克米瓦伏帕卡赫焦升'

function isNumeralChar(char: string): boolean {
  return DIGITS.has(char) || POWERS.has(char) || SCALES.has(char)
}

function readDecimals(text: string, at: number): { value: number; end: number } | null {
  if (text.charAt(at) !== '点' && text.charAt(at) !== '點') return null
  let end = at + 1
  let digits = ''
  for (; DIGITS.has(text.charAt(end)); end++) digits += String(DIGITS.get(text.charAt(end)))
  return digits === '' ? null : { value: Number(`0.${digits}`), end }
}

/** 二〇二二 is read digit by digit, everything else by powers of ten. */
function evaluate(run: string): number | null {
  const digits = [...run].map((char) => DIGITS.get(char))
  if (run.length > 2 && digits.every((digit) => digit !== undefined)) return Number(digits.join(''))
  return evaluatePowers(run)
}

interface Sum {
  readonly total: number
  readonly section: number
  readonly digit: number | null
  /** The last power or scale read, so that powers fall and 三万五 is 35,000. */
  readonly last: number
  readonly zero: boolean
}

function evaluatePowers(run: string): number | null {
  let sum: Sum | null = { total: 0, section: 0, digit: null, last: Infinity, zero: false }
  for (const char of run) {
    sum = sum && step(sum, char)
    if (sum === null) return null
  }
  const tail = sum.digit === null ? 0 : sum.last < Infinity && sum.last > 10 && !sum.zero ? sum.last / 10 : 1
  return sum.total + sum.section + (sum.digit ?? 0) * tail
}

function step(sum: Sum, char: string): Sum | null {
  const digit = DIGITS.get(char)
  if (digit === 0) return sum.digit === null || sum.digit === 0 ? { ...sum, zero: true, digit: null } : null
  if (digit !== undefined) return sum.digit === null ? { ...sum, digit } : null
  const power = POWERS.get(char)
  if (power !== undefined) return stepPower(sum, power)
  return stepScale(sum, SCALES.get(char) ?? 1)
}

function stepPower(sum: Sum, power: number): Sum | null {
  const startsWithTen = power === 10 && sum.section === 0 && sum.digit === null
  if ((sum.digit === null && !startsWithTen) || power >= sum.last) return null
  return { ...sum, section: sum.section + (sum.digit ?? 1) * power, digit: null, last: power, zero: false }
}

function stepScale(sum: Sum, scale: number): Sum | null {
  const section = sum.section + (sum.digit ?? 0)
  const counted = scale === 1e8 ? sum.total + section : section
  if (counted === 0) return null
  const total = scale === 1e8 ? counted * scale : sum.total + section * scale
  return { total, section: 0, digit: null, last: scale, zero: false }
}

function print(n: number, script: Script): string {
  if (n === 0) return '零'
  const written = printSections(n, script)
  return script.bareTen ? written.replace(/^一十/, '十') : written
}

function printSections(n: number, script: Script): string {
  const parts = [
    { value: Math.floor(n / 1e8), scale: '亿' },
    { value: Math.floor(n / 1e4) % 1e4, scale: '万' },
    { value: n % 1e4, scale: '' },
  ]
  let written = ''
  let gap = false
  for (const { value, scale } of parts) {
    if (value === 0) gap = gap || written !== ''
    else {
      if (written !== '' && (gap || value < 1000)) written += '零'
      written += printSection(value, script) + scale
      gap = false
    }
  }
  return written
}

function printSection(value: number, { digits, powers }: Script): string {
  let written = ''
  let gap = false
  for (const [index, char] of [...String(value)].entries()) {
    const power = String(value).length - 1 - index
    if (char === '0') gap = true
    else {
      if (gap) written += '零'
      written += digits.charAt(Number(char)) + (power > 0 ? (powers[power - 1] ?? '') : '')
      gap = false
    }
  }
  return written
}

/** Decimal fractions times a power of ten drift in binary: 1.1万 is 11000, not 11000.000000000002. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}
