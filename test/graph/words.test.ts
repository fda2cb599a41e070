import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phrase, tokens } from '../../server/graph/bigrams.ts'
import { snippetOf } from '../../server/graph/snippets.ts'
import { searchTerms } from '../../server/graph/terms.ts'
import { wordingOf } from '../../server/graph/wording.ts'
import type { Provision } from '../../server/model/document.ts'

describe('words of a search', () => {
  test.for([
    ['固定人员', ['固定人员']],
    ['固定人员 场地', ['固定人员', '场地']],
    ['固定人员，场地', ['固定人员', '场地']],
    ['５个　工作日', ['5个', '工作日']],
    ['R&D', ['r', 'd']],
    ['1.5倍', ['1.5', '倍']],
    ['重复 重复', ['重复']],
    ['"*()^ -', []],
    ['', []],
  ] as const)('%j are %j', ([query, terms]) => {
    expect(searchTerms(query)).toEqual(terms)
  })
})

test.for([
  ['近3年研发', '近 3 年研 研发 发'],
  ['中心', '中心 心'],
  ['R&D 经费', 'r d 经费 费'],
  ['，。', ''],
] as const)('%j is indexed as %j', ([text, indexed]) => {
  expect(tokens(text)).toBe(indexed)
})

test.for([
  ['固定人员', '"固定 定人 人员"'],
  ['5个工作日', '"5 个工 工作 作日"'],
  ['2000万', '"2000 万"*'],
  ['人', '"人"*'],
  ['近3', '"近 3"'],
] as const)('%j is looked for as %s', ([term, looked]) => {
  expect(phrase(term)).toBe(looked)
})

describe('a snippet', () => {
  test('marks every place of the words', () => {
    expect(snippetOf('人员不少于30人，人员稳定', ['人员', '30'])).toEqual({
      snippet: '人员不少于30人，人员稳定',
      highlights: [
        { start: 0, end: 2 },
        { start: 5, end: 7 },
        { start: 9, end: 11 },
      ],
    })
  })

  test('of a long text stands around the first of the words', () => {
    const { snippet, highlights } = snippetOf(`${'前'.repeat(200)}人员${'后'.repeat(200)}`, ['人员'])
    expect(snippet).toBe(`…${'前'.repeat(30)}人员${'后'.repeat(88)}…`)
    expect(highlights).toEqual([{ start: 31, end: 33 }])
  })

  test('joins words that overlap', () => {
    expect(snippetOf('创新中心', ['创新中', '新中心']).highlights).toEqual([{ start: 0, end: 4 }])
  })

  test('only marks what folds to one of the words', () => {
    const text = fc.stringMatching(/^[人员Aa３3，]{0,300}$/u)
    fc.assert(
      fc.property(text, (wording) => {
        const { snippet, highlights } = snippetOf(wording, ['人员', 'a', '3'])
        for (const { start, end } of highlights)
          expect(snippet.slice(start, end)).toMatch(/^(?:人员|[AaＡａ]|[3３])+$/u)
      }),
    )
  })
})

describe("a provision's own words", () => {
  const whole: Provision = {
    id: 'a',
    kind: 'article',
    label: null,
    number: 1,
    heading: null,
    parent: null,
    start: 0,
    end: 0,
  }
  const own = (raw: string, parts: readonly (readonly [number, number])[] = []) =>
    wordingOf(
      raw,
      { ...whole, end: raw.length },
      parts.map(([start, end], index) => ({ ...whole, id: `p${index}`, parent: 'a', start, end })),
    )

  test.for([
    ['第一条 创新\n中心应当', '第一条创新中心应当'],
    ['创新\n\n— 3 —\n\n中心', '创新中心'],
    ['## **第一条** 总则', '第一条总则'],
    ['不少于２０人，占５０％', '不少于20人，占50%'],
    ['about 20 people', 'about 20 people'],
  ] as const)('%j read %j', ([raw, wording]) => {
    expect(own(raw)).toBe(wording)
  })

  test('leave out the words of its parts', () => {
    expect(
      own('包括：（一）甲；（二）乙。其他。', [
        [3, 8],
        [8, 13],
      ]),
    ).toBe('包括： 其他。')
  })
})
