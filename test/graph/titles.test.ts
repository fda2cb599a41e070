import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareTitle, numberKey, titleKey } from '../../server/graph/titles.ts'

describe('a key for all spellings of a title', () => {
  test.for([
    ['某某管理办法', '某某管理办法'],
    ['《某某管理办法》', '某某管理办法'],
    ['某某管理办法（试行）', '某某管理办法'],
    ['某某管理办法(暂行)', '某某管理办法'],
    ['某某 管理\n办法', '某某管理办法'],
    ['关于印发《某某管理办法（试行）》的通知', '某某管理办法'],
    ['某某厅 某某局关于印发〈某某管理办法〉的通知', '某某管理办法'],
    ['中华人民共和国某某法', '某某法'],
    ['某某规划（２０２１—２０２５年）', '某某规划2021-2025'],
    ['某某规划(2021-2025)', '某某规划2021-2025'],
    ['关于加强某某工作的意见', '关于加强某某工作的意见'],
    ['关于转发某某的函', '关于转发某某的函'],
    ['', ''],
  ] as const)('%j has the key %j', ([title, key]) => {
    expect(titleKey(title)).toBe(key)
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[某管理办法()（）《》 ]{0,20}$/u), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title))
      }),
    )
  })
})

test.for([
  ['《关于印发〈某某办法（试行）〉的通知》', '某某办法（试行）'],
  ['某某办法', '某某办法'],
] as const)('%j without what carries it is %j', ([title, bare]) => {
  expect(bareTitle(title)).toBe(bare)
})

describe('a key for all spellings of a document number', () => {
  test.for([
    ['国科发区〔2021〕17号', '国科发区〔2021〕17号'],
    ['国科发区[2021]17号', '国科发区〔2021〕17号'],
    ['国科发区（2021） 17 号', '国科发区〔2021〕17号'],
    ['国科发区【２０２１】第17号', '国科发区〔2021〕17号'],
    ['第44号令', '44号令'],
    ['', null],
    [null, null],
  ] as const)('%j has the key %j', ([docNumber, key]) => {
    expect(numberKey(docNumber)).toBe(key)
  })
})
