import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../server/text/docx.ts'
import { readRaw } from '../../server/text/read.ts'
import { abstractList, levelXml, list, listed, makeDocx, paragraph, run, table } from './word.ts'
import type { WordParts } from './word.ts'

const read = (parts: WordParts) => readDocx(makeDocx(parts), '办法.docx')
const lines = (parts: WordParts | string) =>
  read(typeof parts === 'string' ? { body: parts } : parts)
    .text.split('\n')
    .slice(0, -1)

describe('the lines of a Word document', () => {
  it.each([
    ['a paragraph is a line', paragraph('甲') + paragraph('乙'), ['甲', '乙']],
    ['runs stay together', `<w:p>${run('第一')}${run('条　甲')}</w:p>`, ['第一条　甲']],
    ['a break is a line end, a tab behind a label a space', paragraph('第一条\t甲。\n乙'), ['第一条 甲。', '乙']],
    ['a tab between the entries of a form stays', paragraph('姓名：\t性别：'), ['姓名：\t性别：']],
    ['empty paragraphs are none', paragraph('') + paragraph('甲') + '<w:p/>', ['甲']],
    [
      'an indented first line starts with two full-width spaces',
      paragraph('甲', '<w:ind w:firstLineChars="200"/>'),
      ['　　甲'],
    ],
    [
      'hidden text is none',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>',
      ['乙'],
    ],
    [
      'what Word marks off by spaces, hyphens and signs is text',
      '<w:p><w:r><w:t xml:space="preserve">A </w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:softHyphen/><w:t>甲</w:t></w:r></w:p>',
      ['A -☑甲'],
    ],
    [
      'links, tags and controls show what they hold',
      `<w:p><w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt></w:p>`,
      ['甲乙丙'],
    ],
    [
      'the prompt of an empty control is none',
      `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击输入')}</w:sdtContent></w:sdt>${run('甲')}</w:p>`,
      ['甲'],
    ],
    ['a formula shows its signs', '<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>', ['a+b']],
    [
      'a pronunciation is left out',
      `<w:p><w:r><w:ruby><w:rt>${run('bó')}</w:rt><w:rubyBase>${run('亳')}</w:rubyBase></w:ruby></w:r>${run('州')}</w:p>`,
      ['亳州'],
    ],
    [
      'rows of a table are lines',
      table([
        ['序号', '指标'],
        ['1', paragraph('面积') + paragraph('（平方米）')],
      ]),
      ['序号\t指标', '1\t面积 （平方米）'],
    ],
    ['a table that only frames text is none', table([[paragraph('甲') + paragraph('乙')]]), ['甲', '乙']],
    ['a table in a cell stays in its row', table([['甲', table([['乙', '丙']]) + paragraph('丁')]]), ['甲\t乙 丙 丁']],
  ] as const)('%s', (_, body, expected) => {
    expect(lines(body)).toEqual(expected)
  })

  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

  it.each([
    [
      'a text box follows its paragraph, once, though it is drawn in two ways',
      `<w:p>${run('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('乙')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('乙')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('丙')}</w:p>`,
      ['甲丙', '乙'],
    ],
    [
      'a field shows its result and not its code',
      `<w:p>${run('见')}${field('REF _Ref1', '第三条')}</w:p>`,
      ['见第三条'],
    ],
    [
      'a field in a field too',
      `<w:p>${field('IF ', '甲').replace('</w:instrText>', `</w:instrText></w:r>${field('DATE', '乙')}<w:r>`)}</w:p>`,
      ['甲'],
    ],
    ['a simple field too', `<w:p><w:fldSimple w:instr=" TITLE ">${run('甲')}</w:fldSimple></w:p>`, ['甲']],
    ['page numbers belong to the page', `<w:p>${run('甲')}${field(' PAGE ', '7')}</w:p>`, ['甲']],
    [
      'a table of contents has no page numbers',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('第一章 总则\t1')}</w:p><w:p>${run('第二章 附则\t')}${field('PAGEREF _Toc1', '2')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ['第一章 总则', '第二章 附则'],
    ],
    [
      'a box to tick shows whether it is ticked',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>甲</w:t></w:r></w:p>',
      ['☑甲'],
    ],
  ] as const)('%s', (_, body, expected) => {
    expect(lines(body)).toEqual(expected)
  })

  it('are the paragraphs it was made of', () => {
    const text = fc.stringMatching(/^[甲乙丙丁戊a-z0-9（），。《》&<>]{1,30}$/)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(lines(texts.map((one) => paragraph(one)).join(''))).toEqual(texts)
      }),
    )
  })

  it('have their notes behind them, marked as no part of the text', () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`
    const { text, furniture } = read({
      body: `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}</w:p>`,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>${note(2, '见某法。')}${note(3, '没有用到')}`,
    })
    expect(text).toBe('甲。\n注1：见某法。\n')
    expect(furniture?.map(({ start, end }) => text.slice(start, end))).toEqual(['注1：见某法。'])
  })
})

describe('tracked changes', () => {
  const del = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`
  it.each([
    [
      'insertions are read, deletions are not',
      `<w:p>${run('不少于')}${del('10')}<w:ins>${run('20')}</w:ins>${run('人')}</w:p>`,
      ['不少于20人'],
    ],
    [
      'what was moved is read where it went',
      `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}</w:p><w:p><w:moveTo>${run('甲')}</w:moveTo></w:p>`,
      ['乙', '甲'],
    ],
    [
      'a paragraph whose end was deleted goes on in the next',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('甲，')}</w:p>${paragraph('乙。')}`,
      ['甲，乙。'],
    ],
    [
      'a paragraph deleted as a whole is none',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${del('甲')}</w:p>${paragraph('乙')}`,
      ['乙'],
    ],
    [
      'a deleted row is none',
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr><w:tr><w:tc>${paragraph('丙')}</w:tc><w:tc>${paragraph('丁')}</w:tc></w:tr></w:tbl>`,
      ['丙\t丁'],
    ],
    [
      'older properties do not count',
      `<w:p><w:pPr><w:ind w:firstLine="0"/><w:pPrChange><w:pPr><w:ind w:firstLine="480"/></w:pPr></w:pPrChange></w:pPr>${run('甲')}<w:ins/></w:p>`,
      ['甲'],
    ],
  ])('%s', (_, body, expected) => {
    const { text, problems } = read({ body })
    expect(text.split('\n').slice(0, -1)).toEqual(expected)
    expect(problems?.map(({ code }) => code)).toEqual(['TRACKED_CHANGES'])
  })

  it('are counted in the problem', () => {
    const { problems } = read({ body: `<w:p>${del('甲')}<w:ins>${run('乙')}</w:ins></w:p>` })
    expect(problems?.[0]?.message).toBe(
      '1 tracked insertions are read, 1 deletions are left out: accept or reject them in Word',
    )
  })
})

describe('automatic numbering', () => {
  const OF_LAWS = [
    { format: 'chineseCountingThousand', text: '第%1章' },
    { format: 'chineseCountingThousand', text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
    { format: 'chineseCountingThousand', text: '（%3）', more: '<w:suff w:val="nothing"/>' },
    { text: '%4.' },
  ]

  it('gives chapters, articles that count through, and items their labels back', () => {
    const texts: readonly (readonly [string, number])[] = [
      ...[['总则', 0] as const, ['甲。', 1] as const, ['乙：', 1] as const, ['丙；', 2] as const, ['丁：', 2] as const],
      ...[['戊。', 3] as const, ['分则', 0] as const, ['己：', 1] as const, ['庚。', 2] as const],
    ]
    expect(
      lines({ numbering: list(1, OF_LAWS), body: texts.map(([text, level]) => listed(text, 1, level)).join('') }),
    ).toEqual([
      '第一章 总则',
      '第一条 甲。',
      '第二条 乙：',
      '（一）丙；',
      '（二）丁：',
      '1. 戊。',
      '第二章 分则',
      '第三条 己：',
      '（一）庚。',
    ])
  })

  it.each([
    ['decimal', '%1.', ['1. 甲', '2. 乙']],
    ['decimalZero', '%1', ['01 甲', '02 乙']],
    ['decimalFullWidth', '%1．', ['１． 甲', '２． 乙']],
    ['decimalEnclosedCircleChinese', '%1', ['① 甲', '② 乙']],
    ['chineseCounting', '%1、', ['一、 甲', '二、 乙']],
    ['chineseLegalSimplified', '%1、', ['壹、 甲', '贰、 乙']],
    ['ideographDigital', '第%1条', ['第一条 甲', '第二条 乙']],
    ['ideographTraditional', '%1、', ['甲、 甲', '乙、 乙']],
    ['upperLetter', '附录%1', ['附录A 甲', '附录B 乙']],
    ['lowerLetter', '%1)', ['a) 甲', 'b) 乙']],
    ['upperRoman', '%1.', ['I. 甲', 'II. 乙']],
    ['lowerRoman', '(%1)', ['(i) 甲', '(ii) 乙']],
    ['bullet', '\uf0b7', ['• 甲', '• 乙']],
    ['bullet', '——', ['—— 甲', '—— 乙']],
    ['none', '', ['甲', '乙']],
    ['none', '附则', ['附则 甲', '附则 乙']],
  ])('writes %s as %s', (format, text, expected) => {
    expect(lines({ numbering: list(1, [{ format, text }]), body: listed('甲', 1) + listed('乙', 1) })).toEqual(expected)
  })

  it('goes on above ten, twenty and a hundred', () => {
    const body = Array.from({ length: 101 }, () => listed('甲', 1)).join('')
    const found = lines({ numbering: list(1, [{ format: 'chineseCountingThousand', text: '第%1条' }]), body })
    expect([9, 10, 19, 20, 99, 100].map((at) => found[at])).toEqual([
      '第十条 甲',
      '第十一条 甲',
      '第二十条 甲',
      '第二十一条 甲',
      '第一百条 甲',
      '第一百〇一条 甲',
    ])
  })

  it('writes the numbers of the levels above, all in digits where it is legal', () => {
    const levels = [
      { format: 'chineseCounting', text: '%1、' },
      { text: '%1.%2' },
      { text: '%1.%2.%3', more: '<w:isLgl/>' },
    ]
    const body = [0, 1, 2, 2, 1, 2].map((level) => listed('甲', 1, level)).join('')
    expect(lines({ numbering: list(1, levels), body })).toEqual([
      '一、 甲',
      '一.1 甲',
      '1.1.1 甲',
      '1.1.2 甲',
      '一.2 甲',
      '1.2.1 甲',
    ])
  })

  it('starts anew behind the level that it names alone', () => {
    const levels = [{ text: '%1.' }, { text: '(%2)' }, { text: '%3)', more: '<w:lvlRestart w:val="1"/>' }]
    const body = [0, 1, 2, 1, 2, 0, 2].map((level) => listed('甲', 1, level)).join('')
    expect(lines({ numbering: list(1, levels), body })).toEqual([
      '1. 甲',
      '(1) 甲',
      '1) 甲',
      '(2) 甲',
      '2) 甲',
      '2. 甲',
      '1) 甲',
    ])
  })

  it('starts where a level starts, and lists of one abstract list go on', () => {
    const numbering = `${abstractList(1, [{ text: '%1.', start: 5 }])}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
    expect(lines({ numbering, body: listed('甲', 1) + listed('乙', 2) + listed('丙', 1) })).toEqual([
      '5. 甲',
      '6. 乙',
      '7. 丙',
    ])
  })

  it('starts anew, once, where a list says so, and writes as the list says', () => {
    const numbering = `${abstractList(1, [{ text: '%1.' }])}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>${levelXml({ text: '(%1)' }, 0)}</w:lvlOverride></w:num>`
    const body = listed('甲', 1) + listed('乙', 1) + listed('丙', 2) + listed('丁', 2)
    expect(lines({ numbering, body })).toEqual(['1. 甲', '2. 乙', '(1) 丙', '(2) 丁'])
  })

  const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="tiao"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="kuan"><w:basedOn w:val="tiao"/></w:style>
<w:style w:type="numbering" w:styleId="lie"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const styled = (text: string, style: string, more = '') => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`)

  it('comes from the style of a paragraph, and that it is based on, at the level that names the style', () => {
    const numbering = list(1, [
      { text: '%1、' },
      { format: 'chineseCounting', text: '第%2条', more: '<w:pStyle w:val="tiao"/>' },
    ])
    const body =
      styled('甲', 'tiao') +
      styled('乙', 'kuan') +
      styled('丙', 'tiao', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('丁')
    expect(lines({ numbering, styles: STYLES, body })).toEqual(['　　第一条 甲', '　　第二条 乙', '　　丙', '　　丁'])
  })

  it('comes from a list style that an abstract list refers to', () => {
    const numbering = `${abstractList(1, [{ text: '%1、' }])}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="lie"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`
    expect(lines({ numbering, styles: STYLES, body: listed('甲', 2) })).toEqual(['　　1、 甲'])
  })

  it('is none where the list is not defined', () => {
    expect(lines(listed('甲', 7))).toEqual(['甲'])
  })

  it('counts in cells of tables too', () => {
    const body = table([
      [listed('', 1), '甲'],
      [listed('', 1), '乙'],
    ])
    expect(lines({ numbering: list(1, [{ text: '%1' }]), body })).toEqual(['1\t甲', '2\t乙'])
  })
})

describe('what is refused', () => {
  const zip = (parts: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  const locked = new Uint8Array(4096)
  locked.set([0xd0, 0xcf, 0x11, 0xe0])
  const old = locked.slice()
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 2048)
  const picture = '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'

  it.each([
    [
      'an Excel workbook',
      zip({ 'xl/workbook.xml': '' }),
      'UNSUPPORTED_FORMAT',
      'a.x is an Excel workbook, which is not read: save the text in it as .docx',
    ],
    [
      'a ZIP archive',
      zip({ 'a.txt': '甲' }),
      'UNSUPPORTED_FORMAT',
      'a.x is a ZIP archive, which is not read: unpack it and give the documents in it',
    ],
    [
      'an OpenDocument text',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }),
      'UNSUPPORTED_FORMAT',
      'a.x is an OpenDocument text (.odt), which is not read: open it in its program and save it as .docx',
    ],
    [
      'an OFD file',
      zip({ 'OFD.xml': '' }),
      'UNSUPPORTED_FORMAT',
      'a.x is an OFD file, which is not read: open it in an OFD reader and save it as .docx or .pdf',
    ],
    [
      'a document of pictures',
      makeDocx({ body: picture + picture }),
      'SCAN_WITHOUT_TEXT',
      'a.x is a scan: it holds 2 pictures and no text: run text recognition (OCR) on it and save it as .docx',
    ],
    [
      'an empty document',
      makeDocx({ body: '<w:p/>' }),
      'EMPTY_FILE',
      'a.x is empty: give the file that holds the text',
    ],
    [
      'a document that is cut off',
      makeDocx({ body: paragraph('甲') }).subarray(0, 600),
      'DAMAGED_FILE',
      'a.x is damaged: open it in Word or WPS and save it again as .docx',
    ],
    [
      'a document without sense',
      zip({ 'word/document.xml': '<w:document' }),
      'DAMAGED_FILE',
      'a.x is damaged: open it in Word or WPS and save it again as .docx',
    ],
    [
      'a document locked with a password',
      locked,
      'ENCRYPTED_FILE',
      'a.x is a Word document locked with a password, which is not read: open it with the password, take the password off (文件 › 信息 › 保护文档) and save it as .docx',
    ],
    [
      'an old Word file',
      old,
      'UNSUPPORTED_FORMAT',
      'a.x is an old Word or WPS file (.doc, .wps), which is not read: open it in Word or WPS and save it as .docx',
    ],
    [
      'RTF',
      strToU8('{\\rtf1'),
      'UNSUPPORTED_FORMAT',
      'a.x is RTF, which is not read: open it in Word or WPS and save it as .docx',
    ],
    [
      'Word XML',
      strToU8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>'),
      'UNSUPPORTED_FORMAT',
      'a.x is Word XML, which is not read: open it in Word and save it as .docx',
    ],
    [
      'a web archive',
      strToU8('MIME-Version: 1.0\nContent-Type: multipart/related;'),
      'UNSUPPORTED_FORMAT',
      'a.x is a web archive (.mht), which is not read: open it in a browser and save it as a web page, HTML only',
    ],
  ])('%s, saying what to do', async (_, bytes, code, message) => {
    await expect(readRaw(bytes, 'a.x')).rejects.toMatchObject({ name: 'Failure', code, message })
  })

  it.each([
    ['swells when it is unpacked', 33, 6 as const, 'a part that swells 1\\d{3} times'],
    ['is larger than any text', 201, 0 as const, 'more than 200 MB of text inside'],
  ])('a document that %s', (_, megabytes, level, what) => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024) }, { level })
    expect(() => readDocx(bytes, 'a.docx')).toThrow(
      new RegExp(`^a.docx has ${what}, which is not read: split it, or save its text as .txt$`),
    )
  })

  it('a part that hides how long it is', () => {
    const bytes = zipSync({ 'word/document.xml': Uint8Array.from({ length: 40_000 }, (_, at) => (at * 7919) % 251) })
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.set([1, 0, 0, 0], at + 24)
    expect(() => readDocx(bytes, 'a.docx')).toThrow('a.docx is damaged')
  })

  it('a package of more parts than any document has', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, new Uint8Array()]))
    expect(() => readDocx(zipSync(parts, { level: 0 }), 'a.docx')).toThrow('a.docx has more than 10000 parts')
  })
})

describe('a document of any size', () => {
  it('is read without recursion', () => {
    const deep = '<w:smartTag>'.repeat(50_000) + run('甲') + '</w:smartTag>'.repeat(50_000)
    expect(lines(`<w:p>${deep}</w:p>`)).toEqual(['甲'])
    const cells = '<w:tbl><w:tr><w:tc>'.repeat(5_000) + paragraph('甲') + '</w:tc></w:tr></w:tbl>'.repeat(5_000)
    expect(lines(cells)).toEqual(['甲'])
  })

  it.each([
    ['an unknown sign', `${paragraph('甲')}<w:p><w:r>&nbsp;</w:r></w:p>${paragraph('乙')}`, '甲\n乙\n'],
    ['a missing end', `${paragraph('甲')}<w:p><w:r><w:t>乙`, '甲\n乙\n'],
  ])('is read as far as it goes where it is damaged, and says so: %s', (_, body, expected) => {
    const { text, problems } = read({ body })
    expect(text).toBe(expected)
    expect(problems?.map(({ code }) => code)).toEqual(['DAMAGED_FILE'])
  })
})
