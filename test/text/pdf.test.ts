import { describe, expect, it } from 'vitest'
import { Failure } from '../../server/model/failure.ts'
import { isPdf, readPdf } from '../../server/text/pdf.ts'
import { column, writePdf, type Page, type Run, type Writing } from './pdf-writing.ts'

const read = (pages: readonly Page[], writing?: Writing) => readPdf(writePdf(pages, writing), '办法.pdf')
const linesOf = async (runs: readonly Run[], writing?: Writing) =>
  (await read([{ runs }], writing)).text.split('\n').slice(0, -1)

const LINES = [
  '　　第一条　为了规范社区服务管理，提高',
  '服务质量，根据有关规定，结合本地实际，',
  '制定本办法。',
  '　　第二条　本办法自2021年1月1日起施行。',
]
const PARAGRAPHS = [
  '　　第一条　为了规范社区服务管理，提高服务质量，根据有关规定，结合本地实际，制定本办法。',
  '　　第二条　本办法自2021年1月1日起施行。',
]

describe('the lines of a PDF', () => {
  it('are joined into paragraphs', async () => {
    expect(await linesOf(column(LINES))).toEqual(PARAGRAPHS)
  })

  it.each([90, 180, 270])('are read on a page shown turned by %i degrees', async (rotate) => {
    expect(await linesOf(column(LINES), { rotate })).toEqual(PARAGRAPHS)
  })

  it('are read where they run up a page that lies on its side', async () => {
    const turned = column(LINES).map((run) => ({ ...run, turn: 90, x: 840 - run.y, y: run.x }))
    expect(await linesOf(turned)).toEqual(PARAGRAPHS)
  })

  it('are read from the right to the left where they are written from the top down', async () => {
    const vertical = column(LINES).map((run, at) => ({ ...run, vertical: true, x: 500 - at * 28, y: 830 - run.x }))
    expect(await linesOf(vertical)).toEqual(
      PARAGRAPHS.map((text) => text.replaceAll('，', '︐').replaceAll('。', '︒')),
    )
  })

  it('keep raised digits as such', async () => {
    const raised = [
      { text: '面积不少于1500m', x: 90, y: 700 },
      { text: '2', x: 211, y: 706, size: 8 },
      { text: '的场地', x: 216, y: 700 },
    ]
    expect(await linesOf(raised)).toEqual(['面积不少于1500m²的场地'])
  })

  it('leave a second copy out that makes letters bold', async () => {
    expect(
      await linesOf([
        { text: '第一章　总则', x: 200, y: 700 },
        { text: '第一章　总则', x: 200.5, y: 700 },
      ]),
    ).toEqual(['第一章　总则'])
  })

  it('put words in Latin letters apart and Chinese together', async () => {
    const lines = ['　　中心的英文名称为Centre for Technology', 'Innovation，用于对外交流；在省内使用中文', '名称。']
    expect(await linesOf(column(lines))).toEqual([
      '　　中心的英文名称为Centre for Technology Innovation，用于对外交流；在省内使用中文名称。',
    ])
  })

  it('of two columns are read one column after the other', async () => {
    const [left, right] = ['左', '右'].map((side) =>
      Array.from({ length: 8 }, (_, at) =>
        at === 7 ? `${side}栏到此结束。` : `${side}栏第${at + 1}行的文字排满一整行`,
      ),
    )
    const runs = [
      { text: '某市社区服务管理办法', x: 190, y: 790, size: 22 },
      ...column(left ?? [], { x: 60, size: 12, lead: 20 }),
      ...column(right ?? [], { x: 330, size: 12, lead: 20 }),
    ]
    expect(await linesOf(runs)).toEqual(['某市社区服务管理办法', left?.join(''), right?.join('')])
  })

  it('of a table are rows of cells', async () => {
    const rows = [
      ['序号', '设备名称', '数量'],
      ['1', '实验台', '3'],
      ['2', '离心机', '12'],
    ]
    const runs = rows.flatMap((row, at) => row.map((text, cell) => ({ text, x: 90 + cell * 130, y: 700 - at * 30 })))
    expect(await linesOf(runs)).toEqual(['序号\t设备名称\t数量', '1\t实验台\t3', '2\t离心机\t12'])
  })

  it('of one cell are put together', async () => {
    const rows: readonly (readonly [number, readonly string[]])[] = [
      [700, ['序号', '条件', '分值']],
      [660, ['1', '有固定的办公场所和', '20']],
      [640, ['', '必要的设施', '']],
      [600, ['2', '有专职人员', '30']],
    ]
    const runs = rows.flatMap(([y, row]) =>
      row.flatMap((text, cell) => (text === '' ? [] : [{ text, x: [90, 170, 420][cell] ?? 0, y }])),
    )
    expect(await linesOf(runs)).toEqual([
      '序号\t条件\t分值',
      '1\t有固定的办公场所和必要的设施\t20',
      '2\t有专职人员\t30',
    ])
  })
})

describe('a table that lines are drawn for', () => {
  const across = [720, 690, 630, 600].map((y) => [80, y, 500, y] as const)
  const down = [80, 140, 440, 500].map((x) => [x, 720, x, 600] as const)
  const cells = [
    { text: '序号', x: 90, y: 700 },
    { text: '条件', x: 160, y: 700 },
    { text: '分值', x: 450, y: 700 },
    { text: '1', x: 100, y: 655 },
    { text: '有固定的办公场所和必要的设', x: 160, y: 668 },
    { text: '施，从业人员不少于十人', x: 160, y: 644 },
    { text: '20', x: 455, y: 655 },
    { text: '2', x: 100, y: 610 },
    { text: '有章程', x: 160, y: 610 },
    { text: '30', x: 455, y: 610 },
  ]

  it('is read cell by cell', async () => {
    const { text } = await read([{ runs: cells, rules: [...across, ...down] }])
    expect(text.split('\n').slice(0, -1)).toEqual([
      '序号\t条件\t分值',
      '1\t有固定的办公场所和必要的设施，从业人员不少于十人\t20',
      '2\t有章程\t30',
    ])
  })

  it('gives a cell over two rows to the first of them', async () => {
    const broken = across.map(([x1, y, x2]) => (y === 630 ? ([x1, y, 440, y] as const) : ([x1, y, x2, y] as const)))
    const { text } = await read([{ runs: cells.filter((cell) => cell.text !== '30'), rules: [...broken, ...down] }])
    expect(text.split('\n').slice(1, -1)).toEqual([
      '1\t有固定的办公场所和必要的设施，从业人员不少于十人\t20',
      '2\t有章程',
    ])
  })

  it('is none where lines frame the page', async () => {
    const frame = [
      ...[800, 760, 40].map((y) => [40, y, 555, y] as const),
      ...[40, 555].map((x) => [x, 40, x, 800] as const),
    ]
    const { text } = await read([{ runs: column(LINES), rules: frame }])
    expect(text).toBe([...PARAGRAPHS, ''].join('\n'))
  })
})

describe('paragraphs of a PDF', () => {
  it.each([
    [
      'end where a line leaves room for the next word',
      [
        '第一条　为了规范社区服务管理，提高社区服务',
        '质量，制定本办法。',
        '第二条　本办法所称社区服务，是指居民委员会',
        '提供的服务。',
      ],
      [
        '第一条　为了规范社区服务管理，提高社区服务质量，制定本办法。',
        '第二条　本办法所称社区服务，是指居民委员会提供的服务。',
      ],
    ],
    [
      'go on where a line begins with a place that is referred to',
      ['　　第九条　违反本办法规定的，依照本办法', '第三条的规定处理，并由有关部门责令其停', '止服务。'],
      ['　　第九条　违反本办法规定的，依照本办法第三条的规定处理，并由有关部门责令其停止服务。'],
    ],
    [
      'begin at a label though the line above is full',
      [
        '　　第五条　申请人应当符合下列条件：',
        '　　（一）有健全的组织机构和章程的单位；',
        '　　（二）有固定的办公场所和必要的设施；',
        '　　（三）有专职工作人员，其中具有专业技术',
        '职称的不少于三人。',
      ],
      [
        '　　第五条　申请人应当符合下列条件：',
        '　　（一）有健全的组织机构和章程的单位；',
        '　　（二）有固定的办公场所和必要的设施；',
        '　　（三）有专职工作人员，其中具有专业技术职称的不少于三人。',
      ],
    ],
    [
      'hang under their label',
      [
        '1. 有健全的组织机构和章程，有与业务相适应的',
        '   从业人员和必要的资金；',
        '2. 有固定的场所。',
        '第三条　申请人应当向所在地的主管部门提交材',
        '料。',
      ],
      [
        '1. 有健全的组织机构和章程，有与业务相适应的从业人员和必要的资金；',
        '2. 有固定的场所。',
        '第三条　申请人应当向所在地的主管部门提交材料。',
      ],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await linesOf(column(lines))).toEqual(expected)
  })

  it('hold a title that takes two centred lines', async () => {
    const runs = [
      { text: '某市人民政府关于印发社区', x: 166, y: 780, size: 22 },
      { text: '服务管理规定的通知', x: 199, y: 745, size: 22 },
      ...column(LINES, { top: 690 }),
    ]
    expect(await linesOf(runs)).toEqual(['某市人民政府关于印发社区服务管理规定的通知', ...PARAGRAPHS])
  })

  it('leave two titles apart', async () => {
    const runs = [
      { text: '某市社区服务管理办法', x: 188, y: 780, size: 22 },
      { text: '第一章　总则', x: 232, y: 745, size: 22 },
      ...column(LINES, { top: 690 }),
    ]
    expect(await linesOf(runs)).toEqual(['某市社区服务管理办法', '第一章　总则', ...PARAGRAPHS])
  })
})

describe('running heads and feet of a PDF', () => {
  const page = (lines: readonly string[], foot: string): Page => ({
    runs: [
      { text: '某市政策汇编', x: 260, y: 800, size: 9 },
      ...column(lines),
      { text: foot, x: 280, y: 40, size: 10 },
    ],
  })

  it.each([
    ['— 1 —', '— 2 —'],
    ['- 1 -', '- 2 -'],
    ['1', '2'],
    ['17', '18'],
    ['第1页 共2页', '第2页 共2页'],
    ['1/2', '2/2'],
    ['第1⻚ 共2⻚', '第2⻚ 共2⻚'],
  ])('such as %s stand behind the paragraph that the page breaks', async (first, second) => {
    const { text, furniture } = await read([page(LINES.slice(0, 2), first), page(LINES.slice(2), second)])
    expect(text.split('\n').slice(0, -1)).toEqual([
      '某市政策汇编',
      PARAGRAPHS[0],
      first,
      '某市政策汇编',
      PARAGRAPHS[1],
      second,
    ])
    expect(furniture?.map(({ start, end }) => text.slice(start, end))).toEqual([
      '某市政策汇编',
      first,
      '某市政策汇编',
      second,
    ])
  })

  it('are told once for each wording', async () => {
    const { problems } = await read([page(LINES.slice(0, 2), '— 1 —'), page(LINES.slice(2), '— 2 —')])
    expect(problems?.map(({ code, message }) => [code, message])).toEqual([
      ['PAGE_FURNITURE', '某市政策汇编 stands at the edge of 2 pages: left out as no part of the text'],
      ['PAGE_FURNITURE', '— 1 — stands at the edge of 2 pages: left out as no part of the text'],
    ])
  })

  it('are none where the same words stand at other places', async () => {
    const { furniture } = await read([{ runs: column(['甲', '乙']) }, { runs: column(['甲', '乙'], { top: 600 }) }])
    expect(furniture).toEqual([])
  })

  it('leave a number alone that is no page number', async () => {
    const { furniture } = await read([{ runs: column([...LINES, '2021']) }, { runs: column([...LINES, '1987']) }])
    expect(furniture).toEqual([])
  })

  it('count watermarks among them', async () => {
    const mark = { text: '内部资料', x: 200, y: 300, size: 60, turn: 45 }
    const { text, furniture } = await read([{ runs: [...column(LINES), mark] }])
    expect(text).toBe([...PARAGRAPHS, '内部资料', ''].join('\n'))
    expect(furniture).toEqual([{ start: text.indexOf('内部'), end: text.length - 1 }])
  })
})

describe('readPdf', () => {
  it.each<readonly [string, Buffer, string, RegExp]>([
    [
      'an encrypted file',
      writePdf([{ runs: column(LINES) }], { encrypted: true }),
      'ENCRYPTED_PDF',
      /^办法\.pdf is encrypted .*: open it and save it without one$/,
    ],
    ['a file that is no PDF inside', Buffer.from('%PDF-1.4\nsomething'), 'DAMAGED_PDF', /^办法\.pdf is damaged \(/],
    ['a file cut short', writePdf([{ runs: column(LINES) }]).subarray(0, 600), 'DAMAGED_PDF', /: download it again or/],
    [
      'a scan',
      writePdf([{ picture: true }, { picture: true }]),
      'SCAN_WITHOUT_TEXT',
      /^办法\.pdf is a scan: 2 of 2 pages hold pictures and no text: run text recognition/,
    ],
    [
      'a scan whose pages are numbered',
      writePdf(['1', '2', '3'].map((text) => ({ picture: true, runs: [{ text, x: 290, y: 30 }] }))),
      'SCAN_WITHOUT_TEXT',
      /3 of 3 pages/,
    ],
    ['an empty file', writePdf([{}, {}]), 'EMPTY_FILE', /^办法\.pdf is empty: give the file that holds the text$/],
    [
      'letters that no one can name',
      writePdf([{ runs: column(LINES) }], { mapped: 'FFFD' }),
      'UNMAPPED_FONT',
      /\(100 % of them\): run text recognition/,
    ],
    [
      'private letters',
      writePdf([{ runs: column(LINES) }], { mapped: 'E123' }),
      'UNMAPPED_FONT',
      /fonts that do not name/,
    ],
  ])('refuses %s and says what to do', async (_, bytes, code, message) => {
    const refused = readPdf(bytes, '办法.pdf')
    await expect(refused).rejects.toBeInstanceOf(Failure)
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('reads the other pages where some have no text', async () => {
    const { text, problems } = await read([{ runs: column(LINES) }, { picture: true }, {}])
    expect(text).toBe([...PARAGRAPHS, ''].join('\n'))
    expect(problems).toEqual([
      {
        code: 'PAGE_WITHOUT_TEXT',
        message: '1 of 3 pages hold pictures and no text (page 2): run text recognition on them',
        start: null,
        end: null,
      },
    ])
  })

  it('leaves the bytes to whoever gave them', async () => {
    const bytes = writePdf([{ runs: column(LINES) }])
    await readPdf(bytes, '办法.pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('tells its files by their bytes', () => {
    expect([writePdf([{}]), Buffer.from('\ufeff\n%PDF-1.7'), Buffer.from('关于 %PDF- 的说明')].map(isPdf)).toEqual([
      true,
      true,
      false,
    ])
  })
})
