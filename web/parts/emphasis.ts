/** A run of a quote; strong runs are the number or the modal word. */
export interface Run {
  readonly text: string
  readonly strong: boolean
}

const NUMERAL = String.raw`(?:[0-9０-９][0-9０-９.,，:：]*|[零〇一二两三四五六七八九十百千万亿]+)`
/** A number with what is counted right behind it: 100 人, 三年, 70%, 3:1. */
const COUNTED = new RegExp(String.raw`${NUMERAL}\s*(?:%|％|分之${NUMERAL})?`, 'g')
const FIGURE = /[0-9０-９%％]/

/**
 * A quote in runs, with the number strong: the last figure in it, or else the last Chinese numeral before `unit`. Quotes
 * close with what they demand (近 3 年…不少于 1000 万元).
 * @example emphasise('固定人员不少于 100 人', { unit: '人' }) // …, { text: '100', strong: true }, …
 */
export function emphasise(quote: string, { unit = '', modal = '' } = {}): readonly Run[] {
  const place = unit === '' ? modalPlace(quote, modal) : (numberPlace(quote, unit) ?? modalPlace(quote, modal))
  if (place === null) return [{ text: quote, strong: false }]
  const [start, end] = place
  return [
    { text: quote.slice(0, start), strong: false },
    { text: quote.slice(start, end), strong: true },
    { text: quote.slice(end), strong: false },
  ].filter(({ text }) => text !== '')
}

type Place = readonly [start: number, end: number]

function numberPlace(quote: string, unit: string): Place | null {
  const numbers = [...quote.matchAll(COUNTED)]
  const before = numbers.filter((match) =>
    quote
      .slice(match.index + match[0].length)
      .trimStart()
      .startsWith(unit),
  )
  const match = before.at(-1) ?? numbers.filter(([text]) => FIGURE.test(text)).at(-1) ?? numbers.at(-1)
  return match === undefined ? null : [match.index, match.index + match[0].trimEnd().length]
}

function modalPlace(quote: string, modal: string): Place | null {
  const at = modal === '' ? -1 : quote.indexOf(modal)
  return at === -1 ? null : [at, at + modal.length]
}

/** A quote on one line: page breaks and layout spaces inside it closed up, markup left out. For show only. */
export function oneLine(quote: string): string {
  return quote
    .replace(/\*\*/g, '')
    .replace(/(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
