import type { Feature } from 'write-excel-file/universal'

interface Printing {
  /** Name of the sheet with the table, which is the first. */
  readonly name: string
  /** Columns that name a row; they and the head row stand on every printed page. */
  readonly names: number
  /** Cells that the filter of the head row spans. */
  readonly rows: number
  readonly columns: number
  /** Sum of the widths, in half-width characters. */
  readonly width: number
}

/** What still can be read when a page is made to hold the whole width. */
const WIDEST_PAGE = 300

/**
 * What the library leaves out: the head row and the naming columns on every printed page, a filter on the head row, and the
 * whole width on one page where it can still be read.
 */
export function printing(table: Printing): Feature<Blob> {
  const fits = table.width <= WIDEST_PAGE
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? filtered(fitted(xml, fits), table) : fitted(xml, true),
        },
        'xl/workbook.xml': { transform: (xml) => titled(xml, table) },
      },
    },
  }
}

function fitted(xml: string, fits: boolean): string {
  if (!fits) return xml
  return xml
    .replace(/<worksheet[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
}

function filtered(xml: string, { rows, columns }: Printing): string {
  const range = `A1:${letters(columns)}${rows}`
  return xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="${range}"/>`)
}

function titled(xml: string, { name, names }: Printing): string {
  const sheet = `'${name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`
  const range = `${sheet}!$A:$${letters(names)},${sheet}!$1:$1`
  const title = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${range}</definedName>`
  return xml.replace('<definedNames/>', () => `<definedNames>${title}</definedNames>`)
}

/** The name of the last of so many columns: 28 gives AB. */
function letters(count: number): string {
  const last = (count - 1) % 26
  const before = (count - 1 - last) / 26
  return (before === 0 ? '' : letters(before)) + String.fromCharCode(65 + last)
}
