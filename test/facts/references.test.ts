import { describe, expect, it } from 'vitest'
import { readReferences } from '../../server/facts/references.ts'
import type { Reference, ReferenceTarget } from '../../server/model/facts.ts'
import { parse } from '../document/parse.ts'

const TEXT = `产品质量条例

第一条 根据《产品质量法》，制定本条例。

第二条 不得生产下列产品：
（一）不合格的；
（二）过期的。
违反前款规定的，责令改正。

第三条 违反本条例第二条第一款第（二）项、第九条的，依照《产品质量法》第五十条处罚，情节严重的，依照第五十二条处罚。违反第一条的，不处罚。

第四条 前条规定的期限为十日。前款所称期限不含节假日。

第五条 违反第二条第（一）项规定的，责令改正；违反第（二）项规定的，予以警告。
`
const document = parse(TEXT)
const read = () =>
  readReferences(document).map(({ quote, scope, document: name, targets }) => [
    quote,
    scope,
    name,
    ...targets.map(({ article, paragraph, item, exists }) => [article, paragraph, item, exists]),
  ])

describe('references of a small regulation', () => {
  it('lead to their places, and say which do not exist', () => {
    expect(read()).toEqual([
      ['前款', 'internal', null, [2, 1, null, true]],
      ['本条例第二条第一款第（二）项、第九条', 'internal', null, [2, 1, 2, true], [9, null, null, false]],
      ['第五十条', 'external', '产品质量法', [50, null, null, null]],
      ['第五十二条', 'external', '产品质量法', [52, null, null, null]],
      ['第一条', 'internal', null, [1, null, null, true]],
      ['前条', 'internal', null, [3, null, null, true]],
      ['前款', 'internal', null, [4, null, null, false]],
      ['第二条第（一）项', 'internal', null, [2, null, 1, true]],
      ['第（二）项', 'internal', null, [2, null, 2, true]],
    ])
  })

  it('carry the id of the provision that they lead to', () => {
    const ids = readReferences(document).flatMap(({ targets }) => targets.flatMap(({ id }) => id ?? []))
    expect(ids.every((id) => document.provisions.some((provision) => provision.id === id))).toBe(true)
    expect(ids).toContain('art_2__para_1__item_2')
  })
})

const LAW = `燃气管理条例

第一章 总则

第一条 根据《城镇燃气法》（以下简称燃气法）和《安全生产法》，制定本条例。

第二条 本条例适用于燃气的生产。
具体范围由市人民政府规定。

第三条 禁止下列行为：
（一）擅自改装；
（二）擅自拆除；
（三）堵塞通道；
（四）倾倒残液。

第三条之一 单位犯前款罪的，处罚金。
有前款行为的，从重处罚。

第二章 罚则

第四条 `
/** What the text of the last article refers to: quote, document, then each target as its id or ✗ or, outside, its numbers. */
const readLast = (text: string) =>
  readReferences(parse(LAW + text))
    .filter(({ provision }) => provision?.includes('art_4') || provision?.includes('art_5'))
    .map(said)
const said = ({ quote, document: name, targets }: Reference) =>
  [quote, ...(name === null ? [] : [name]), ...targets.map(place)].join(' ')
const place = (target: ReferenceTarget) =>
  target.exists === null
    ? [target.article, target.paragraph, target.item].filter(Boolean).join('.')
    : (target.id?.replace(/^chp_\d__/, '') ?? '✗')

describe('the document in which a place lies', () => {
  it.each([
    ['依照燃气法第八条处罚。', ['第八条 城镇燃气法 8']],
    ['安全生产法第八条所称单位。', ['第八条 安全生产法 8']],
    ['单位犯刑法第一百三十四条规定之罪的，从其规定。', ['第一百三十四条 刑法 134']],
    ['《安全生产法》施行前开工的，依照该法第八条处理。', ['第八条 安全生产法 8']],
    [
      '违反《安全生产法》第八条第一项的，警告；违反第二项的，罚款。',
      ['第八条第一项 安全生产法 8.1', '第二项 安全生产法 8.2'],
    ],
    ['依照刑法第八条和本条例第三条处罚。', ['第八条 刑法 8', '本条例第三条 art_3']],
    ['依照《燃气管理条例》第三条处罚。', ['第三条 art_3']],
    ['依照《关于〈刑法〉第八条的解释》处罚。', []],
    ['依照《安全生产法》第八条及其实施细则第二条处罚。', ['第八条 安全生产法 8', '第二条 安全生产法实施细则 2']],
    ['依照国务院令第279号第六条处罚。', ['第六条 国务院令第279号 6']],
    ['原办法第五条不再执行。', ['第五条 原办法 5']],
    ['符合刑法第八条规定，该条规定的期限已满。', ['第八条 刑法 8', '该条 刑法 8']],
  ])('%s', (text, expected) => {
    expect(readLast(text)).toEqual(expected)
  })
})

describe('the place inside which a number alone is counted', () => {
  it.each([
    ['有第三条规定的第二项行为的，罚款。', ['第三条规定的第二项 art_3__para_1__item_2']],
    [
      '违反本条例第三条规定，按照下列规定处罚：\n（一）违反第一项至三项的，警告；\n（二）违反第四项规定的，罚款。',
      [
        '本条例第三条 art_3',
        '第一项至三项 art_3__para_1__item_1 art_3__para_1__item_2 art_3__para_1__item_3',
        '第四项 art_3__para_1__item_4',
      ],
    ],
    [
      '违反本条例第三条第一项的，警告。\n违反第四项规定的，罚款。',
      ['本条例第三条第一项 art_3__para_1__item_1', '第四项 art_3__para_1__item_4'],
    ],
    [
      '有下列情形之一的，警告：\n（一）甲；\n（二）有前项行为的；\n（三）前两项以外的。\n有前款第一项行为的，罚款；第二项行为，不罚。',
      [
        '前项 art_4__para_1__item_1',
        '前两项 art_4__para_1__item_1 art_4__para_1__item_2',
        '前款第一项 art_4__para_1__item_1',
        '第二项 art_4__para_1__item_2',
      ],
    ],
    [
      '有下列情形之一的，警告：\n（一）甲；\n（二）乙。\n前款（一）、（二）项从重。',
      ['前款（一）、（二）项 art_4__para_1__item_1 art_4__para_1__item_2'],
    ],
    ['按得分从高到低排序，对前三项成果奖励。', []],
    ['实行一票否决，第二项工作由市负责。', []],
    [
      '犯本章第三条、第三条之一规定之罪的，依照本章各该条的规定处罚。',
      ['本章第三条、第三条之一 art_3 art_3_1', '本章各该条 art_3 art_3_1'],
    ],
    [
      '违反第三条第一项规定的，适用该条规定。该条第四项除外。',
      ['第三条第一项 art_3__para_1__item_1', '该条 art_3', '该条第四项 art_3__para_1__item_4'],
    ],
    ['作为合同的附件，检查安全附件。', []],
    ['适用本章规定。', ['本章 chp_2']],
    ['适用第一章、本条例第九章的规定。', ['第一章 chp_1', '本条例第九章 ✗']],
    ['适用前条规定。\n\n第五条 适用前两条规定。', ['前条 art_3_1', '前两条 art_3_1 art_4']],
    ['依照第三条之一第二款处罚。', ['第三条之一第二款 art_3_1__para_2']],
    [
      '依照第二条和第三条第一、第二项处罚。',
      ['第二条和第三条第一、第二项 art_2 art_3__para_1__item_1 art_3__para_1__item_2'],
    ],
  ])('%s', (text, expected) => {
    expect(readLast(text).map((words) => words.replace(/chp_\d__/g, ''))).toEqual(expected)
  })

  it('is the inserted article itself for its own 前款', () => {
    const own = readReferences(parse(`${LAW}略。`)).filter(({ provision }) => provision?.includes('art_3_1'))
    expect(own.map(said)).toEqual(['前款 ✗', '前款 art_3_1__para_1'])
  })
})

describe('a decision that amends', () => {
  const text = `关于修改《燃气管理条例》的决定

一、将第三条修改为：“违反前款规定的，依照本条例第八条处罚。”

二、将第五条第二款修改为：“禁止堵塞通道。

“违反第一款规定的，处罚款。”

三、本决定自公布之日起施行。
`
  it('points into the text that it amends', () => {
    expect(readReferences(parse(text)).map(said)).toEqual([
      '第三条 燃气管理条例 3',
      '前款 燃气管理条例 3',
      '本条例第八条 燃气管理条例 8',
      '第五条第二款 燃气管理条例 5.2',
      '第一款 燃气管理条例 5.1',
    ])
  })
})

describe('a plan', () => {
  const text = `工作方案

一、总体要求
按照下列要求办理：
（一）甲；
（二）乙。

二、保障措施
符合第一条第（二）项要求的，填写申报表（附件2）。

附件：1.说明
附件1
说明
一、略。
`
  it('has its 一、 cited as articles and its annexes by number', () => {
    expect(readReferences(parse(text)).map(said)).toEqual(['第一条第（二）项 lvl_1__lvl_2', '附件2 ✗'])
  })
})
