import { printCapital, printNumeral } from '../grammar/numerals.ts'

/**
 * Writes a list number in one of the formats that Word names (ECMA-376 part 1, 17.18.59); an unknown one in digits.
 * @example printListNumber(12, 'chineseCountingThousand') // 十二
 */
export function printListNumber(value: number, format: string): string {
  return (WRITERS.get(format) ?? String)(value)
}

const HAN_DIGITS = '〇一二三四五六七八九'

/** 十二 up to 99, digit by digit above: 一〇五. */
function counting(value: number): string {
  return value < 100 ? printNumeral(value) : digital(value)
}

function digital(value: number): string {
  return [...String(value)].map((digit) => HAN_DIGITS.charAt(Number(digit))).join('')
}

/** One sign for each of the first numbers, digits behind them: 甲 乙 丙. */
function signs(row: string): (value: number) => string {
  const all = [...row]
  return (value) => all[value - 1] ?? String(value)
}

function range(from: number, length: number): string {
  return String.fromCodePoint(...Array.from({ length }, (_, at) => from + at))
}

const CIRCLED = range(0x2460, 20)

/** Word writes the gap of 101 as 〇: 一百〇一. */
function thousand(value: number): string {
  return printNumeral(value).replace(/零/g, '〇')
}

/** Z is followed by AA, BB, as Word counts. */
function letters(first: number): (value: number) => string {
  return (value) =>
    value < 1
      ? String(value)
      : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(40, Math.ceil(value / 26)))
}

const ROMAN = [
  ...[['m', 1000] as const, ['cm', 900] as const, ['d', 500] as const, ['cd', 400] as const, ['c', 100] as const],
  ...[['xc', 90] as const, ['l', 50] as const, ['xl', 40] as const, ['x', 10] as const, ['ix', 9] as const],
  ...[['v', 5] as const, ['iv', 4] as const, ['i', 1] as const],
] as const

function roman(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  let rest = value
  let written = ''
  for (const [sign, worth] of ROMAN) {
    written += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return written
}

const wide = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const WRITERS: ReadonlyMap<string, (value: number) => string> = new Map([
  ['none', () => ''],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', wide],
  ['decimalFullWidth2', wide],
  ['decimalEnclosedCircle', signs(CIRCLED)],
  ['decimalEnclosedCircleChinese', signs(CIRCLED)],
  ['decimalEnclosedParen', signs(range(0x2474, 20))],
  ['decimalEnclosedFullstop', signs(range(0x2488, 20))],
  ['numberInDash', (value) => `- ${value} -`],
  ['chineseCounting', counting],
  ['taiwaneseCounting', counting],
  ['japaneseCounting', printNumeral],
  ['chineseCountingThousand', thousand],
  ['taiwaneseCountingThousand', thousand],
  ['chineseLegalSimplified', printCapital],
  ['ideographLegalTraditional', printCapital],
  ['ideographDigital', digital],
  ['taiwaneseDigital', digital],
  ['japaneseDigitalTenThousand', digital],
  ['ideographTraditional', signs('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', signs('子丑寅卯辰巳午未申酉戌亥')],
  ['ideographEnclosedCircle', signs(range(0x3280, 10))],
  ['upperLetter', letters(0x41)],
  ['lowerLetter', letters(0x61)],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['lowerRoman', roman],
])
