import { describe, expect, it } from 'vitest'
import { parse, textOf, treeOf } from './parse.ts'

describe('the tree of a law', () => {
  const law = parse(`# 某省数据条例

## 第一章　总 则

第一条 为了促进发展，制定本条例。

第二条 下列活动适用本条例：

（一）数据采集；

（二）数据交易，包括：

1.场内交易；

2.场外交易。

前款所称交易，以登记为准。

## 第二章　附则
第三条 本条例自2024年1月1日起施行。
`)

  it('nests chapters, articles, paragraphs, items and subitems', () => {
    expect(treeOf(law)).toEqual([
      'chapter 第一章 总则 chp_1',
      'article 第一条 chp_1__art_1',
      'paragraph - chp_1__art_1__para_1',
      'article 第二条 chp_1__art_2',
      'paragraph - chp_1__art_2__para_1',
      'item （一） chp_1__art_2__para_1__item_1',
      'item （二） chp_1__art_2__para_1__item_2',
      'subitem 1. chp_1__art_2__para_1__item_2__subitem_1',
      'subitem 2. chp_1__art_2__para_1__item_2__subitem_2',
      'paragraph - chp_1__art_2__para_2',
      'chapter 第二章 附则 chp_2',
      'article 第三条 chp_2__art_3',
      'paragraph - chp_2__art_3__para_1',
    ])
  })

  it('gives every provision the span of its label, text and descendants', () => {
    const article = law.provisions.find(({ id }) => id === 'chp_1__art_2')
    const words = law.raw.text.slice(article?.start, article?.end)
    expect([words.slice(0, 10), words.slice(-10)]).toEqual(['第二条 下列活动适用', '称交易，以登记为准。'])
  })

  it('keeps labels and headings out of the passages', () => {
    expect(textOf(law, 'chp_1__art_2__para_1')).toEqual(['下列活动适用本条例：'])
    expect(textOf(law, 'chp_1')).toEqual([])
  })

  it('finds nothing doubtful', () => {
    expect(law.problems).toEqual([])
  })
})

describe('labels of laws', () => {
  it.each([
    ['in bold type', '**第一条** 甲。\n\n**第二条** 乙。', ['art_1', 'art_2']],
    ['without a space behind them', '第一条甲。\n第二条乙。', ['art_1', 'art_2']],
    ['with full-width spaces', '　　第一条　甲。\n　　第二条　乙。', ['art_1', 'art_2']],
    ['in Arabic digits', '第1条 甲。\n第2条 乙。', ['art_1', 'art_2']],
    ['inserted by an amendment', '第一条 甲。\n第一条之一 乙。\n第二条 丙。', ['art_1', 'art_1_1', 'art_2']],
    ['repeated by mistake', '第一条 甲。\n第一条 乙。\n第二条 丙。', ['art_1', 'art_1-2', 'art_2']],
    ['left on one line by the layout', '第一条 甲。第二条 乙。第三条 丙。', ['art_1', 'art_2', 'art_3']],
    ['beyond one hundred', '第一百零一条 甲。\n第一百零二条 乙。', ['art_101', 'art_102']],
  ])('are read %s', (_, text, ids) => {
    const { provisions } = parse(text)
    expect(provisions.filter(({ kind }) => kind === 'article').map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['a wrapped reference', '第一条 违反前款规定的，依照本办法第一条、\n第十条的规定处罚。\n第二条 乙。'],
    ['a reference inside a paragraph', '第一条 甲。依照第五条 的规定办理。\n第二条 乙。'],
    ['a decimal', '第一条 费率为\n1.5%的，从其规定。\n第二条 乙。'],
    ['a year', '第一条 到\n2020年，建成。\n第二条 乙。'],
  ])('are not seen in %s', (_, text) => {
    const { provisions } = parse(text)
    expect(provisions.filter(({ kind }) => kind !== 'paragraph').map(({ id }) => id)).toEqual(['art_1', 'art_2'])
  })

  it('take （定义） and 【定义】 behind the number as the heading of an article', () => {
    const { provisions } = parse(
      '第一条（目的和依据）\n为了规范，制定本办法。\n第二条【定义】本办法所称中心，是指机构。',
    )
    expect(provisions.flatMap(({ heading }) => heading ?? [])).toEqual(['目的和依据', '定义'])
  })

  it('leave a table of contents outside', () => {
    const { provisions } = parse(
      '某市条例\n目　录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。',
    )
    expect(provisions.map(({ id }) => id)).toEqual([
      'chp_1',
      'chp_1__art_1',
      'chp_1__art_1__para_1',
      'chp_2',
      'chp_2__art_2',
      'chp_2__art_2__para_1',
    ])
  })

  it('count parts, chapters and sections from the outside in', () => {
    const { provisions } = parse(
      '第一编 总则\n第一章 基本规定\n第一节 一般规定\n第一条 甲。\n第二编 物权\n第一章 通则\n第二条 乙。',
    )
    expect(provisions.map(({ id }) => id).filter((id) => !id.includes('para'))).toEqual([
      'part_1',
      'part_1__chp_1',
      'part_1__chp_1__sec_1',
      'part_1__chp_1__sec_1__art_1',
      'part_2',
      'part_2__chp_1',
      'part_2__chp_1__art_2',
    ])
  })

  it('take a heading between two articles that lost its number as a division of its own', () => {
    const { provisions } = parse('某市办法\n总 则\n第一条 甲甲甲。\n考核管理\n第二条 乙乙乙。')
    expect(provisions.map(({ id, heading }) => heading ?? id)).toEqual([
      '总则',
      'hcontainer_1__art_1',
      'hcontainer_1__art_1__para_1',
      '考核管理',
      'hcontainer_2__art_2',
      'hcontainer_2__art_2__para_1',
    ])
  })
})

describe('the tree of a plan', () => {
  const plan = parse(`某省建设工作方案

为落实规划，制定本方案。

一、总体要求

（一）指导思想。以发展为中心，推进建设。

（二）建设目标

到2025年，建成一批中心。

定位与主要任务

（一）定位

中心是平台。

（二）主要任务

1、整合资源。聚集各类资源。

2、开展研发。面向产业需求。

三、保障措施

——加强领导。成立工作组。

附件：1.申报书

附件1

申报书

1、基本信息表

单位名称

附件2
建设方案
（提纲）
一、建设背景
二、建设思路
（一）定位。

抄送：省发展改革委。
某厅办公室          2021年8月11日印发
`)

  it('orders levels by how they are written, gives lost numbers back, and starts annexes anew', () => {
    expect(treeOf(plan)).toEqual([
      'other - hcontainer_1',
      'outline1 一、 总体要求 lvl_1',
      'outline2 （一） 指导思想 lvl_1__lvl_1',
      'outline2 （二） 建设目标 lvl_1__lvl_2',
      'outline1 二、 定位与主要任务 lvl_2',
      'outline2 （一） 定位 lvl_2__lvl_1',
      'outline2 （二） 主要任务 lvl_2__lvl_2',
      'outline3 1、 整合资源 lvl_2__lvl_2__lvl_1',
      'outline3 2、 开展研发 lvl_2__lvl_2__lvl_2',
      'outline1 三、 保障措施 lvl_3',
      'item —— 加强领导 lvl_3__item_1',
      'annex 附件1 申报书 annex_1',
      'item 1、 基本信息表 annex_1__item_1',
      'annex 附件2 建设方案（提纲） annex_2',
      'outline1 一、 建设背景 annex_2__lvl_1',
      'outline1 二、 建设思路 annex_2__lvl_2',
      'outline2 （一） 定位 annex_2__lvl_2__lvl_1',
    ])
  })

  it('says which number it gave back', () => {
    expect(plan.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'NUMBER_LOST: 二、 is not in the text: given to 定位与主要任务 by its neighbours; check the heading',
    ])
  })

  it('keeps lists of annexes, copies and printing outside of the tree', () => {
    expect(textOf(plan, null)).toEqual([
      '某省建设工作方案',
      '附件：1.申报书',
      '抄送：省发展改革委。',
      '某厅办公室2021年8月11日印发',
    ])
  })

  it('tells the annexes from the regulation', () => {
    const parts = new Map(plan.passages.map(({ provision, part }) => [provision, part]))
    expect([parts.get('hcontainer_1'), parts.get('annex_1__item_1')]).toEqual(['body', 'annex'])
  })

  it('leaves the words of the text where they are', () => {
    expect(textOf(plan, 'lvl_1__lvl_1')).toEqual(['以发展为中心，推进建设。'])
    expect(textOf(plan, 'lvl_3__item_1')).toEqual(['成立工作组。'])
  })
})

describe('lines', () => {
  it.each([
    [
      'go on over a page break',
      '第一条 优先支持国家工程技术研究中心依托单位建设创\n\n新中心。\n第二条 乙。',
      ['优先支持国家工程技术研究中心依托单位建设创新中心。'],
    ],
    [
      'go on inside an open title',
      '第一条 依据《某省\n管理办法\n（试行）》执行。\n第二条 乙。',
      ['依据《某省管理办法（试行）》执行。'],
    ],
    ['end at the end of a sentence', '第一条 甲甲。\n乙乙。\n第二条 乙。', ['甲甲。']],
  ])('%s', (_, text, expected) => {
    expect(textOf(parse(text), 'art_1__para_1')).toEqual(expected)
  })

  it('do not take up noise behind the end', () => {
    const document = parse('第一条 甲。\n第二条 本办法由厅负责解释。\n\n。各省海關每年大集上\n')
    expect(document.passages.map(({ clean }) => clean.text)).toEqual(['甲。', '本办法由厅负责解释。'])
    expect(document.problems.map(({ code }) => code)).toContain('NOISE')
  })
})

describe('outlines', () => {
  it('of decimal numbers have a level for each number, and amounts stay text', () => {
    const { provisions } = parse(
      '某省预案\n1 总则\n1.1 目的\n为了应急。\n1.2 依据\n投入\n2.5亿元。\n2 组织\n2.1 机构\n2.1.1 组成\n由领导组成。\n2.2 职责\n3.5%的除外。',
    )
    expect(provisions.map(({ kind, label, id }) => `${kind} ${label} ${id}`)).toEqual([
      'outline1 1 lvl_1',
      'outline2 1.1 lvl_1__lvl_1',
      'outline2 1.2 lvl_1__lvl_2',
      'outline1 2 lvl_2',
      'outline2 2.1 lvl_2__lvl_1',
      'outline3 2.1.1 lvl_2__lvl_1__lvl_1',
      'outline2 2.2 lvl_2__lvl_2',
    ])
  })

  it('with 一、 above articles are divisions of the law', () => {
    const { provisions } = parse(
      '某办法\n一、总则\n第一条 甲。\n第二条 乙：\n一、丙；\n二、丁。\n二、附则\n第三条 戊。',
    )
    expect(provisions.filter(({ kind }) => kind !== 'paragraph').map(({ id }) => id)).toEqual([
      'lvl_1',
      'lvl_1__art_1',
      'lvl_1__art_2',
      'lvl_1__art_2__para_1__item_1',
      'lvl_1__art_2__para_1__item_2',
      'lvl_2',
      'lvl_2__art_3',
    ])
  })

  it('left on one line by the layout are taken apart', () => {
    const { provisions } = parse(
      '某省行动计划\n为落实要求，制定本计划。一、总体要求（一）指导思想。以发展为中心。（二）基本原则。坚持创新。二、重点任务（一）加强研发。1.建设平台。到2025年建成10个。2.培养人才。',
    )
    expect(provisions.map(({ label }) => label)).toEqual([
      null,
      '一、',
      '（一）',
      '（二）',
      '二、',
      '（一）',
      '1.',
      '2.',
    ])
  })
})

describe('laws whose layout is lost', () => {
  const lines = [
    '某省条例',
    '第一章 总则',
    '第一条 为了规范，制定本条例。',
    '第二条 有下列情形之一的，依照本条例第九条处理：',
    '（一）危害国家统一、主权的；',
    '（二）违反本条例第三条规定的。',
    '第二章 附则',
    '第三条 本条例自2020年1月1日起施行。',
  ]
  const ids = (text: string) => parse(text).provisions.map(({ id }) => id)

  it.each([
    ['indented', lines.join('\n\u3000\u3000')],
    ['with line ends of Windows and a mark of order', `\ufeff${lines.join('\r\n')}`],
    ['with empty lines', lines.join('\n\n')],
    ['without spaces behind the numbers', lines.map((line) => line.replace(' ', '')).join('\n')],
    ['with spaces inside the numbers', lines.map((line) => line.replace(/第(.)(条|章)/, '第 $1 $2')).join('\n')],
    ['on one line', `${lines[0]}\n${lines.slice(1).join(' ')}${'。'.repeat(0)}`],
    ['on one line without spaces', `${lines[0]}\n${lines.slice(1).join('').replace(/ /g, '')}`],
    ['wrapped', lines.map((line) => line.replace(/(.{18})(?=.)/g, '$1\n')).join('\n')],
  ])('and that are %s have the same tree', (_, text) => {
    expect(ids(text)).toEqual(ids(lines.join('\n')))
  })
})

describe('annexes', () => {
  it.each([
    [
      'with their titles on the line of the mark',
      '附件1 申报书\n项目名称：\n附件2 评分表\n序号\t分值',
      ['附件1 申报书', '附件2 评分表'],
    ],
    ['behind a colon', '附件1：申报书\n一、基本情况\n附件2：评分表\n序号\t分值', ['附件1 申报书', '附件2 评分表']],
    [
      'by letters',
      '附录A 分级标准\n一、重大\n死亡10人以上。\n附录B 通讯录\n单位\t电话',
      ['附录A 分级标准', '附录B 通讯录'],
    ],
    ['of a list that has no text below', '附件：1. 申报书\n2. 评分表\n某市民政局\n2020年3月5日', []],
    ['of a list of tables', '附件：\n附表1《申请表》（甲）\n附表2《意见表》', []],
    ['named in a sentence', '附件1的内容由局制定。', []],
  ])('are found %s', (_, text, expected) => {
    const { provisions } = parse(`某市办法\n第一条 甲。\n第二条 乙乙乙。\n${text}`)
    expect(
      provisions.filter(({ kind }) => kind === 'annex').map(({ label, heading }) => `${label} ${heading}`),
    ).toEqual(expected)
  })

  it('begin a list whose first item stands behind a colon', () => {
    const { provisions } = parse('某办法\n第一条 提交材料：（一）申请书；\n（二）证明。\n第二条 乙。')
    expect(provisions.flatMap(({ kind, label }) => (kind === 'item' ? [label] : []))).toEqual(['（一）', '（二）'])
  })
})

describe('quoted articles', () => {
  it('of a text that is amended are none of the amending one', () => {
    const { provisions, problems } = parse(
      '某省人民政府关于修改《某省办法》的决定\n作如下修改：\n一、将第三条修改为：“第三条　应当加强领导。\n第四条　有关部门负责。”\n二、将第七条修改为：\n“第七条　有下列情形的：\n“（一）甲；\n“（二）乙。”\n三、删去第八条。',
    )
    expect(provisions.map(({ label }) => label)).toEqual([null, '一、', '二、', '三、'])
    expect(problems).toEqual([])
  })
})

describe('codes', () => {
  it('nest subdivisions in parts and leave 附则 beside them', () => {
    const { provisions } = parse(
      '某法典\n第一编 总则\n第一章 基本规定\n第一条 甲。\n第二编 物权\n第一分编 通则\n第一章 一般规定\n第二条 乙。\n附则\n第三条 丙。',
    )
    expect(provisions.filter(({ kind }) => kind !== 'paragraph').map(({ id }) => id)).toEqual([
      'part_1',
      'part_1__chp_1',
      'part_1__chp_1__art_1',
      'part_2',
      'part_2__part_1',
      'part_2__part_1__chp_1',
      'part_2__part_1__chp_1__art_2',
      'hcontainer_1',
      'hcontainer_1__art_3',
    ])
  })

  it('take the line below a bare number as its heading', () => {
    const { provisions } = parse('某条例\n第一章\n总则\n第一条\n甲甲甲。\n第二章\n附则\n第二条\n乙乙乙。')
    expect(provisions.flatMap(({ heading }) => heading ?? [])).toEqual(['总则', '附则'])
  })
})

describe('a text that is no regulation', () => {
  it('is accepted, and says what was not found', () => {
    const { provisions, problems } = parse('今天天气很好，我们一起去公园散步吧。')
    expect(provisions.map(({ id }) => id)).toEqual(['hcontainer_1'])
    expect(problems.map(({ code }) => code)).toEqual(['NO_REGULATION'])
  })
})

describe('problems', () => {
  it.each([
    ['a jump', '第一条 甲。\n第三条 乙。', 'NUMBER_MISSING'],
    ['a repeat', '第一条 甲。\n第一条 乙。', 'NUMBER_REPEATED'],
    ['a foreign word', '第一条 加强设施 and 条件建设。\n第二条 乙。', 'FOREIGN_WORD'],
    ['brackets of two widths', '第一条 如下：\n(一)甲；\n（二）乙。\n第二条 乙。', 'MIXED_BRACKETS'],
    ['articles that start again', '第一条 甲。\n第二条 乙。\n乙办法\n第一条 丙。', 'NUMBER_RESTARTS'],
    ['an article without words', '第一条 甲。\n第二条\n第三条 丙。', 'EMPTY_PROVISION'],
    ['an open 《', '第一条 依照《某办法执行。\n第二条 乙。', 'UNCLOSED'],
    ['a closing ” that nothing opened', '第一条 称为中心”的。\n第二条 乙。', 'UNCLOSED'],
    [
      'a break inside a word',
      '第一条 优先支持国家工程技术研究中心依托单位建设创\n\n新中心，给予补助。\n第二条 乙。',
      'BROKEN_LINE',
    ],
    ['a sign of no script', `第一条 不低于2\ue5e55米。\n第二条 ${'加强管理，'.repeat(30)}乙。`, 'FOREIGN_SIGN'],
    ['a letter for a digit', '第一条 于20l9年建成。\n第二条 乙。', 'DOUBTFUL_SIGN'],
    [
      'a chapter that lost its number',
      '第一章 总则\n第一条 甲。\n监督管理\n第二条 乙。\n第三章 附则\n第三条 丙。',
      'NUMBER_LOST',
    ],
  ])('name %s and its place', (_, text, code) => {
    const { problems, raw } = parse(`某市办法\n${text}`)
    const found = problems.find((problem) => problem.code === code)
    expect(raw.text.slice(found?.start ?? 0, found?.end ?? 0)).not.toBe('')
    expect(found?.message).toMatch(/check|compare|file of its own/)
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  it.each([
    ['words that end in 的', '第一条 以营利为目的的活动，核定保险标的的损失。\n第二条 当年年底前完成。'],
    ['items named in a row', '第一条 如下：\n（一）甲；\n（二）乙。\n（一）至（二）项所列人员回避。\n第二条 乙。'],
  ])('are not seen in %s', (_, text) => {
    expect(parse(`某市办法\n${text}`).problems).toEqual([])
  })
})
