import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { citeGbt7714 } from './citations.ts'
import { FONTS, runs } from './docx-cell.ts'
import { printedTable } from './docx-table.ts'
import type { Sheet } from './model.ts'
import { printedParts, type PrintedPart } from './print-layout.ts'
import { aboutLines, WORDS } from './words.ts'
import { xmlText } from './xml-text.ts'

/** Twentieths of a point: A4 and 2 cm. */
const A4 = { width: 11_906, height: 16_838 } as const
const MARGIN = 1134
/** Half points. */
const SIZES = { table: 18, small: 18, heading: 24, title: 36 } as const
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' } as const

/**
 * The table as a Word document, a 对照表 on landscape A4: title, what a reader must know, the tables (a wide one in several
 * parts, see print-layout.ts), the sources as references after GB/T 7714, page numbers.
 */
export async function writeDocx(sheet: Sheet): Promise<Blob> {
  const document = new Document({
    title: xmlText(sheet.title),
    creator: '条览',
    styles: { default: styles() },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: pageNumbers(sheet) },
        children: [...opening(sheet), ...tables(sheet), ...references(sheet)],
      },
    ],
  })
  return Packer.toBlob(document)
}

function styles() {
  const heading = { bold: true, color: '000000', font: FONTS.head, language: LANGUAGE }
  return {
    document: {
      run: { font: FONTS.body, size: SIZES.table, language: LANGUAGE },
      paragraph: { spacing: { line: 264 } },
    },
    title: {
      run: { ...heading, size: SIZES.title },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 200 } },
    },
    heading1: {
      run: { ...heading, size: SIZES.heading },
      paragraph: { keepNext: true, spacing: { before: 280, after: 120 } },
    },
    heading2: {
      run: { ...heading, size: SIZES.small + 2 },
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
  } as const
}

function opening(sheet: Sheet): Paragraph[] {
  const words = WORDS[sheet.lang]
  const parts = printedParts(sheet.columns)
  const marked = sheet.rows.some((row) => row.some(({ pieces }) => pieces !== undefined))
  const lines = [
    ...aboutLines(sheet),
    ...(marked ? [words.marks] : []),
    ...(parts.length > 1 ? [words.split(parts.length, namesOf(parts[0]))] : []),
  ]
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(sheet.title) }),
    ...lines.map((line) => new Paragraph({ spacing: { after: 60 }, children: runs(line) })),
  ]
}

/** The labels that every part repeats. */
function namesOf(part: PrintedPart | undefined): readonly string[] {
  return (part?.columns ?? []).filter(({ column }) => column.role !== undefined).map(({ column }) => column.label)
}

function tables(sheet: Sheet) {
  const parts = printedParts(sheet.columns)
  return parts.flatMap((part, index) => [
    parts.length === 1
      ? new Paragraph({ children: [] })
      : new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: runs(WORDS[sheet.lang].part(index + 1, parts.length)),
        }),
    printedTable(sheet, part),
  ])
}

function references({ lang, sources, references: given }: Sheet): Paragraph[] {
  const found = given ?? sources.map((source) => citeGbt7714(source, { address: source.address }))
  if (found.length === 0) return []
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: runs(given === undefined ? WORDS[lang].sources : WORDS[lang].references),
    }),
    ...found.map((reference, index) => {
      return new Paragraph({
        indent: { left: 420, hanging: 420 },
        spacing: { after: 60 },
        children: runs(`[${index + 1}] ${reference}`),
      })
    }),
  ]
}

function pageNumbers({ lang }: Sheet): Footer {
  const [before, between, after] = WORDS[lang].page
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children })] })],
  })
}
