import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../server/text/docx.ts'
import { csvText } from '../../web/exports/csv.ts'
import { write, type Cell, type Column, type Sheet } from '../../web/exports/sheet.ts'
import { readBook, readCsv, readWordTables, unzip } from './read-back.ts'

const QUOTE = { instrument: 'a-2020', provision: 'a-2020#art_4', start: 120, end: 137 }
const SHEET: Sheet = {
  title: '渔港管理办法对照表',
  lang: 'zh',
  address: 'http://127.0.0.1:4400/compare?data=9f',
  asOf: '2026-11-21',
  fingerprint: '9f86d081',
  notes: ['2 个文件，2 项要求。'],
  columns: [
    { key: 'topic', label: '主题', role: 'group' },
    { key: 'requirement', label: '要求', role: 'head', width: 12 },
    { key: 'a-2020', label: '国家', detail: '渔港办法', role: 'base' },
    { key: 'b-2021', label: '甲省' },
    { key: 'count', label: '处数' },
  ],
  rows: [
    [
      { text: '申报条件' },
      { text: '泊位' },
      { text: '≥ 10 个', quotes: [{ ...QUOTE, place: '第四条', text: '泊位不少于10个，\n**深水**优先' }] },
      {
        text: '≥ 20 个',
        relation: '更严',
        reason: '20 大于 10',
        quotes: [{ ...QUOTE, instrument: 'b-2021', place: '', text: '泊位二十个以上' }],
      },
      { number: -2.5 },
    ],
    [
      { text: '程序' },
      { text: '=HYPERLINK("http://x")' },
      { text: '未规定' },
      {
        pieces: [
          { op: 'equal', text: '每年' },
          { op: 'delete', text: '一次' },
          { op: 'insert', text: '两次' },
          { op: 'equal', text: '检查' },
        ],
        note: '待核',
      },
      { number: 3 },
    ],
  ],
  sources: [
    {
      id: 'a-2020',
      title: '渔港办法',
      docNumber: '农渔发〔2020〕3号',
      jurisdiction: '国家',
      issuers: ['渔业部门'],
      issuedOn: '2020-03-01',
      effectiveFrom: '2020-05-01',
      effectiveUntil: null,
      validity: '现行',
      address: 'http://127.0.0.1:4400/read?instrument=a-2020',
    },
  ],
}

const texts = (row: readonly ({ readonly value: string } | undefined)[] = []) => row.map((cell) => cell?.value ?? '')

describe('CSV', () => {
  it('begins with a byte order mark, ends its lines with CRLF and quotes what needs it', () => {
    const text = csvText(SHEET)
    expect(text.startsWith('\ufeff主题,要求,国家,甲省,处数\r\n')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  it('has a line a row and every word of a cell', () => {
    expect(readCsv(csvText(SHEET))).toEqual([
      ['主题', '要求', '国家', '甲省', '处数'],
      [
        '申报条件',
        '泊位',
        '≥ 10 个\n【第四条】泊位不少于10个，深水优先',
        '≥ 20 个\n更严：20 大于 10\n泊位二十个以上',
        '-2.5',
      ],
      ['程序', `'=HYPERLINK("http://x")`, '未规定', '每年［－一次－］｛＋两次＋｝检查\n待核', '3'],
    ])
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-说明', "'-说明"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['-12.5', '-12.5'],
    ['+3', '+3'],
    ['-1e5', "'-1e5"],
    ['＝ 20 个', '＝ 20 个'],
    ['＝HYPERLINK(A1)', "'＝HYPERLINK(A1)"],
    ['＝20\n+A1', "'＝20\n+A1"],
  ])('takes no cell for a formula, and a plain number stays one: %j', (text, field) => {
    expect(readCsv(csvText(oneCell({ text })))[1]).toEqual([field])
  })

  it('keeps any text but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const field = readCsv(csvText(oneCell({ text })))[1]?.[0] ?? ''
        expect(field === text || field === `'${text}`).toBe(true)
        expect(/^[=+\-@\t\r\n]/.test(field) && !/^[+-]?\d+(\.\d+)?$/.test(field)).toBe(false)
      }),
    )
  })
})

describe('JSON', () => {
  it('explains itself: what was asked, when, of which data, and every quote with its offsets', async () => {
    const read = JSON.parse(await (await write(SHEET, 'json')).text()) as Record<string, unknown>
    expect(read).toMatchObject({
      format: 'tiaolan-sheet',
      version: 1,
      title: SHEET.title,
      address: SHEET.address,
      asOf: '2026-11-21',
      fingerprint: '9f86d081',
      notes: SHEET.notes,
      columns: SHEET.columns,
    })
    expect(read['rows']).toEqual(
      SHEET.rows.map((row) => Object.fromEntries(row.map((cell, index) => [SHEET.columns[index]?.key, cell]))),
    )
    expect(read['sources']).toEqual([
      {
        ...SHEET.sources[0],
        citation:
          '渔业部门. 渔港办法: 农渔发〔2020〕3号[A/OL]. (2020-03-01). http://127.0.0.1:4400/read?instrument=a-2020.',
      },
    ])
  })
})

describe('XLSX', () => {
  it('has the table, its sources and what it is, with the head row and the naming columns frozen', async () => {
    const book = await readBook(await write(SHEET, 'xlsx'))
    expect(book.map(({ name }) => name)).toEqual(['渔港管理办法对照表', '来源', '说明'])
    expect(book.map(({ frozen }) => frozen)).toEqual([
      [1, 2],
      [1, 0],
      [0, 0],
    ])
  })

  it('has every word of a cell as text and every number as a number', async () => {
    const [table] = await readBook(await write(SHEET, 'xlsx'))
    expect(table?.cells.map((row) => row.map((cell) => [cell?.type, cell?.value]))).toEqual([
      [
        ['text', '主题'],
        ['text', '要求'],
        ['text', '国家\n渔港办法'],
        ['text', '甲省'],
        ['text', '处数'],
      ],
      [
        ['text', '申报条件'],
        ['text', '泊位'],
        ['text', '≥ 10 个\n【第四条】泊位不少于10个，深水优先'],
        ['text', '≥ 20 个\n更严：20 大于 10\n泊位二十个以上'],
        ['number', '-2.5'],
      ],
      [
        ['text', '程序'],
        ['text', '=HYPERLINK("http://x")'],
        ['text', '未规定'],
        ['text', '每年［－一次－］｛＋两次＋｝检查\n待核'],
        ['number', '3'],
      ],
    ])
  })

  it('names the documents with their numbers, dates and links', async () => {
    const [, sources, about] = await readBook(await write(SHEET, 'xlsx'))
    expect(texts(sources?.cells[1]).slice(0, 9)).toEqual([
      ...['渔港办法', '农渔发〔2020〕3号', '渔业部门', '国家', '2020-03-01', '2020-05-01', '', '现行'],
      'http://127.0.0.1:4400/read?instrument=a-2020',
    ])
    expect(about?.cells.map((row) => row[0]?.value)).toEqual(
      expect.arrayContaining(['效力截至 2026-11-21', '2 个文件，2 项要求。', `固定链接：${SHEET.address}`]),
    )
  })

  it('prints the head row and the naming columns on every page, and filters by the head row', async () => {
    const parts = await unzip(await write({ ...SHEET, title: "甲'乙 & 丙" }, 'xlsx'))
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'甲''乙 &amp; 丙'!$A:$B,'甲''乙 &amp; 丙'!$1:$1</definedName>`,
    )
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<\/sheetData><autoFilter ref="A1:E3"\/>/)
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(
      /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/,
    )
  })

  it.each([
    ['甲：乙/丙*丁?[戊]', '甲：乙 丙 丁  戊'],
    ["'甲'", '甲'],
    ['条'.repeat(40), '条'.repeat(31)],
    ['', 'Sheet'],
    ['来源', 'Sheet'],
  ])('has a name for the sheet that Excel allows: %j', async (title, name) => {
    const [table] = await readBook(await write({ ...SHEET, title }, 'xlsx'))
    expect(table?.name).toBe(name)
  })

  it('goes on in a row below where a text is longer than a cell of Excel takes', async () => {
    const long = '条'.repeat(32_766) + '𠮷' + '款'.repeat(40_000)
    const [table] = await readBook(await write(oneCell({ text: long }), 'xlsx'))
    const column = table?.cells.slice(1).map((row) => row[0]?.value ?? '') ?? []
    expect(column.map(({ length }) => length)).toEqual([32_766, 32_767, 7_235])
    expect(column.join('')).toBe(long)
  })

  it('keeps any text that XML can hold, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const [table] = await readBook(await write(oneCell({ text }), 'xlsx'))
        const cell = table?.cells[1]?.[0]
        expect(cell?.value ?? '').toBe(inXml(text).replaceAll('\ufffd', '□'))
        expect(cell?.type ?? 'text').toBe('text')
      }),
      { numRuns: 60 },
    )
  })
})

describe('DOCX', () => {
  it('has a band for each group, then the rows with every word; the head row is repeated', async () => {
    const [table] = await readWordTables(await write(SHEET, 'docx'))
    expect(table?.rows.map(({ isHead, cells }) => [isHead, ...cells.map(({ lines }) => lines)])).toEqual([
      [true, ['要求'], ['国家', '渔港办法'], ['甲省'], ['处数']],
      [false, ['申报条件']],
      [
        false,
        ['泊位'],
        ['≥ 10 个', '【第四条】泊位不少于10个，深水优先'],
        ['≥ 20 个', '更严：20 大于 10', '泊位二十个以上'],
        ['-2.5'],
      ],
      [false, ['程序']],
      [false, ['=HYPERLINK("http://x")'], ['未规定'], ['每年一次两次检查', '待核'], ['3']],
    ])
  })

  it('underlines what is inserted and strikes what is deleted', async () => {
    const [table] = await readWordTables(await write(SHEET, 'docx'))
    expect(table?.rows.at(-1)?.cells[2]?.runs).toEqual([
      { text: '每年', underlined: false, struck: false },
      { text: '一次', underlined: false, struck: true },
      { text: '两次', underlined: true, struck: false },
      { text: '检查', underlined: false, struck: false },
      { text: '待核', underlined: false, struck: false },
    ])
  })

  it('is read by the reader of regulations: title, date, link, sources in order', async () => {
    const bytes = new Uint8Array(await (await write(SHEET, 'docx')).arrayBuffer())
    const lines = readDocx(bytes, '对照表.docx').text.split('\n')
    expect(lines[0]).toBe('渔港管理办法对照表')
    expect(lines).toContain('效力截至 2026-11-21')
    expect(lines).toContain(`固定链接：${SHEET.address}`)
    expect(lines).toContain('新增的字加下划线，删去的字加删除线。')
    const [source] = lines.filter((line) => line.startsWith('[1] '))
    expect(source).toContain('渔港办法: 农渔发〔2020〕3号[A/OL]. (2020-03-01).')
  })

  it.each([
    [5, 1],
    [6, 2],
    [31, 8],
  ])('of %i instruments prints %i tables, each with the rows, the names and the base', async (count, parts) => {
    const tables = await readWordTables(await write(wide(count, 3), 'docx'))
    expect(tables.length).toBe(parts)
    for (const { rows } of tables) {
      expect(rows.length).toBe(4)
      expect(rows[1]?.cells.slice(0, 2).map(({ lines }) => lines[0])).toEqual(['要求0', '0/0'])
    }
    const printed = tables.flatMap(({ rows }) => rows[1]?.cells.slice(2).map(({ lines }) => lines[0]) ?? [])
    expect(printed).toEqual(Array.from({ length: count - 1 }, (_, index) => `0/${index + 1}`))
  })

  it('keeps any text that XML can hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const [table] = await readWordTables(await write(oneCell({ text }), 'docx'))
        expect(table?.rows[1]?.cells[0]?.lines.join('') ?? '').toBe(inXml(text))
      }),
      { numRuns: 60 },
    )
  })
})

/** Any code units, with many of the signs that files trip over. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', ',', "'", '_x0041_', '<b>', '&amp;', ']]>'],
      ),
      fc.constantFrom(...['\u0000', '\u000b', '\ud800', '\udc00', '\ufffe', '\u2028', '　', '𠮷', '1', '第一条', ' ']),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

/** What is left of a text in XML 1.0: a line end is \n; control characters, halves of pairs and non-characters have no place. */
function inXml(text: string): string {
  const units = [...text.replace(/\r\n/g, '\n').replace(/\r/g, '\n')]
  return units.filter((unit) => isCharacter(unit.codePointAt(0) ?? 0)).join('')
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa
  if (code >= 0x7f && code <= 0x9f) return code === 0x85
  if (code >= 0xd800 && code <= 0xdfff) return false
  return !(code >= 0xfdd0 && code <= 0xfdef) && (code & 0xfffe) !== 0xfffe
}

function oneCell(cell: Cell): Sheet {
  return { ...SHEET, columns: [{ key: 'only', label: '列' }], rows: [[cell]], sources: [] }
}

function wide(count: number, rows: number): Sheet {
  const columns: readonly Column[] = [
    { key: 'requirement', label: '要求', role: 'head', width: 12 },
    ...Array.from({ length: count }, (_, index): Column => {
      const column = { key: `c${index}`, label: `省${index}`, width: 26 }
      return index === 0 ? { ...column, role: 'base' } : column
    }),
  ]
  const row = (at: number): readonly Cell[] => [
    { text: `要求${at}` },
    ...Array.from({ length: count }, (_, index) => ({ text: `${at}/${index}` })),
  ]
  return { ...SHEET, columns, rows: Array.from({ length: rows }, (_, at) => row(at)) }
}
