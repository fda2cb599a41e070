/** How a figure was read: a value in the canonical unit, nothing told, or what is wrong with it. */
export type Reading =
  | { readonly value: number | null; readonly fault: null }
  | {
      readonly value: null
      readonly fault: Fault
      /** What was probably meant, as it would be typed. */ readonly meant: string
    }

export type Fault = 'NO_NUMBER' | 'NEGATIVE' | 'NO_RATIO' | 'NOT_WHOLE'

const NOTHING: Reading = { value: null, fault: null }

/**
 * A figure as people type it, in the canonical unit: money is in 万元 where no unit is written, a ratio needs a % above 1.
 * @example readFigure('２，３５０', 'CNY').value // 23500000
 * @example readFigure('45', 'ratio') // { value: null, fault: 'NO_RATIO', meant: '45%' }
 */
export function readFigure(typed: string, unit: string | null): Reading {
  const text = typed.normalize('NFKC').replace(/[\s\u200b]/g, '')
  if (text === '' || NOT_SURE.test(text)) return NOTHING
  const { sign, figure, rest } = partsOf(text)
  if (figure === null) return { value: null, fault: 'NO_NUMBER', meant: '' }
  if (sign === '-' && figure !== 0) return { value: null, fault: 'NEGATIVE', meant: '' }
  return unit === 'ratio' ? ratio(figure, rest) : counted(figure, rest, unit)
}

const NOT_SURE = /^(?:不确定|不清楚|notsure|unknown|\?)$/i

interface Parts {
  readonly sign: string
  /** Null when no number stands at the beginning. */
  readonly figure: number | null
  /** What stands behind the number. */
  readonly rest: string
}

function partsOf(text: string): Parts {
  const [, sign = '', digits, rest = ''] =
    /^(?:[¥$]|cny|rmb)?([-+\u2212]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(.*)$/i.exec(text) ?? []
  const figure = digits === undefined ? null : Number(digits.replaceAll(',', ''))
  return {
    sign: sign === '\u2212' ? '-' : sign,
    figure: figure !== null && Number.isFinite(figure) ? figure : null,
    rest,
  }
}

function ratio(figure: number, rest: string): Reading {
  if (rest === '%') return { value: exact(figure / 100), fault: null }
  if (rest !== '') return { value: null, fault: 'NO_NUMBER', meant: '' }
  if (figure > 1) return { value: null, fault: 'NO_RATIO', meant: `${String(figure)}%` }
  return { value: figure, fault: null }
}

/** What words behind a number multiply it by. */
const SCALES: readonly (readonly [words: RegExp, factor: number])[] = [
  [/^(?:亿)/, 100_000_000],
  [/^(?:万)/, 10_000],
  [/^(?:million|m(?![²2]|onth))/i, 1_000_000],
]

/** Units that may stand behind a number and change nothing. */
const SAME: Readonly<Record<string, RegExp>> = {
  CNY: /^(?:元|圆|yuan|cny|rmb)$/i,
  m2: /^(?:m2|m²|平方米|平米|㎡|sqm)$/i,
  person: /^(?:人|名|位|people|persons?)$/i,
  organization: /^(?:家|个|organi[sz]ations?)$/i,
  item: /^(?:项|个|件|items?)$/i,
  year: /^(?:年|岁|周岁|years?)$/i,
  month: /^(?:个月|月|months?)$/i,
  day: /^(?:日|天|days?)$/i,
  time: /^(?:次|times?)$/i,
}

/** What comes in whole numbers. */
const WHOLE = new Set(['person', 'organization', 'item', 'time'])

function counted(figure: number, rest: string, unit: string | null): Reading {
  const [words, factor] = SCALES.find(([scale]) => scale.test(rest)) ?? [/^/, 1]
  const behind = rest.replace(words, '')
  const isKnown = behind === '' || (SAME[unit ?? '']?.test(behind) ?? false)
  if (!isKnown) return { value: null, fault: 'NO_NUMBER', meant: '' }
  const value = exact(figure * (unit === 'CNY' && rest === '' ? 10_000 : factor))
  if (WHOLE.has(unit ?? '') && !Number.isInteger(value)) {
    return { value: null, fault: 'NOT_WHOLE', meant: String(Math.floor(value)) }
  }
  return { value, fault: null }
}

/** Without the last binary digits that a multiplication leaves: 69.9 % is 0.699. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}

/**
 * A value as a person would type it, so that reading it gives the value again: 2350 for 23,500,000 yuan, 45% for 0.45.
 * @example typedFigure(0.699, 'ratio') // 69.9%
 */
export function typedFigure(value: number | null, unit: string | null): string {
  if (value === null) return ''
  if (unit === 'ratio') return `${plain(exact(value * 100))}%`
  return plain(unit === 'CNY' ? exact(value / 10_000) : value)
}

function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}
