import { describe, expect, it } from 'vitest'
import { readReferences } from '../../server/facts/references.ts'
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
