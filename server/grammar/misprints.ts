/**
 * Letters that a scanner or typist put for digits, read as digits; offsets stay the same.
 * @example asDigits('不得低于l5万元') // 不得低于15万元
 */
export function asDigits(text: string): string {
  return SUSPECT.test(text) ? text.replace(ONE, '1').replace(NOUGHT, '0').replace(MONTH, '月') : text
}

const SUSPECT = /[lIO][\dO.．至万亿]|\d[lIO曰]/
/** l5万元, 1l0元: between digits, or before one where no word of letters stands. */
const ONE =
  /(?<=\d)[lI](?=\d)|(?<![A-Za-z\d])[lI](?=[\dO][\dO,.]*[万亿元年月日天人个名%％倍])|(?<![A-Za-z\d])[lI](?=至\d|[万亿][元以至])/g
/** 10曰29日 */
const MONTH = /(?<=\d)曰(?=\d)/g
const NOUGHT = /(?<=\d)O(?=[\dO万亿元年月日天人个名%％])|(?<![A-Za-z\d])O(?=[.．]\d)/g
