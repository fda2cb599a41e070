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

/** One-character modal words, where they are not part of another word: 相应, 供应, 可持续, 主要. */
const ALONE: Readonly<Record<string, RegExp>> = {
  应: /(?<![相适供反对响感效回顺])应(?![用急对届邀聘收付变])/,
  可: /(?<![许认不方尚])可(?![持靠行能控操复追再视信变回])/,
  须: /(?<!无)须(?!知)/,
  要: /(?<![主重需必纲概摘])要(?![求素点件])/,
}

function modalPlace(quote: string, modal: string): Place | null {
  const at = modal === '' ? -1 : quote.search(ALONE[modal] ?? modal)
  return at === -1 ? null : [at, at + modal.length]
}

/** Characters before the strong run that a single line keeps. */
const LEAD = 8

/**
 * The runs for one short line: words far before the number give way to it (…不少于 1000 万元).
 * @example inBrief(emphasise('近两年研发经费投入每年不少于 1000 万元', { unit: '万元' }))[0]?.text // …投入每年不少于␠
 */
export function inBrief(runs: readonly Run[]): readonly Run[] {
  const [head, ...rest] = runs
  if (head === undefined || head.strong || !rest.some(({ strong }) => strong) || head.text.length <= LEAD + 2)
    return runs
  return [{ text: `…${head.text.slice(-LEAD)}`, strong: false }, ...rest]
}

/** A quote on one line: page breaks and layout spaces inside it closed up, markup left out. For show only. */
export function oneLine(quote: string): string {
  return quote
    .replace(/\*\*/g, '')
    .replace(/(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
