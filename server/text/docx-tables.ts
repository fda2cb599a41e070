/** Signs in one cell from which on a table rather places text on the page. */
const LARGE = 600

/**
 * The lines of a table of Word: a row each with its cells apart by tabs, or, where it only frames text, the lines of its cells.
 * @example tableLines([[['序号'], ['指标']], [['1'], ['面积', '（平方米）']]]) // ['序号\t指标', '1\t面积 （平方米）']
 */
export function tableLines(rows: readonly (readonly (readonly string[])[])[]): readonly string[] {
  if (!isData(rows)) return rows.flat(2)
  return rows
    .map((cells) =>
      cells
        .map((lines) => lines.map((line) => line.replace(/\t/g, ' ').trim()).join(' '))
        .join('\t')
        .trim(),
    )
    .filter((row) => row !== '')
}

function isData(rows: readonly (readonly (readonly string[])[])[]): boolean {
  const sizes = rows.map((cells) => cells.map((lines) => lines.reduce((sum, line) => sum + line.length, 0)))
  if (!sizes.some((row) => row.filter((size) => size > 0).length > 1)) return false
  let largest = 0
  let all = 0
  for (const size of sizes.flat()) {
    largest = Math.max(largest, size)
    all += size
  }
  return largest <= LARGE || largest < all / 2
}
