import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPinpoints, printPointer, type Ordinal, type Pointer } from '../../server/grammar/pinpoints.ts'

const SIGNS = {
  annex: 'x',
  part: 'b',
  chapter: 'c',
  section: 's',
  article: '',
  paragraph: 'p',
  item: 'i',
  subitem: 'm',
} as const
const sign = (ordinal: Ordinal) =>
  'back' in ordinal ? `-${ordinal.back}` : `${ordinal.number}${ordinal.branch ? `~${ordinal.branch}` : ''}`
const short = (pointer: Pointer) =>
  (Object.keys(SIGNS) as (keyof typeof SIGNS)[])
    .flatMap((level) => (pointer[level] ? [SIGNS[level] + sign(pointer[level])] : []))
    .join('.')
const read = (text: string) =>
  findPinpoints(text).map(({ start, end, pointers }) => [text.slice(start, end), ...pointers.map(short)])

describe('where a text points', () => {
  it.each([
    ['依照第十条的规定', [['第十条', '10']]],
    ['第十条第二款第（三）项', [['第十条第二款第（三）项', '10.p2.i3']]],
    ['第三条第（二）项第5目', [['第三条第（二）项第5目', '3.i2.m5']]],
    ['第五条至第八条', [['第五条至第八条', '5', '6', '7', '8']]],
    ['第一条、第三条和第五条', [['第一条、第三条和第五条', '1', '3', '5']]],
    ['第六条第二款、第七条、第九条第一款', [['第六条第二款、第七条、第九条第一款', '6.p2', '7', '9.p1']]],
    ['第八条第（四）项、第（五）项', [['第八条第（四）项、第（五）项', '8.i4', '8.i5']]],
    [
      '第二十一条第一款第（二）、（三）、（五）项',
      [['第二十一条第一款第（二）、（三）、（五）项', '21.p1.i2', '21.p1.i3', '21.p1.i5']],
    ],
    ['第二十一条第一款第（四）项或者第二款', [['第二十一条第一款第（四）项或者第二款', '21.p1.i4', '21.p2']]],
    ['第十条第（一）（二）（六）项', [['第十条第（一）（二）（六）项', '10.i1', '10.i2', '10.i6']]],
    ['违反本条例六十条第四款', [['本条例六十条第四款', '60.p4']]],
    ['前款规定的', [['前款', 'p-1']]],
    ['前两款规定的', [['前两款', 'p-2', 'p-1']]],
    ['前款第（一）项至第（四）项', [['前款第（一）项至第（四）项', 'p-1.i1', 'p-1.i2', 'p-1.i3', 'p-1.i4']]],
    ['前条和本条第二款', [['前条和本条第二款', '-1', '-0.p2']]],
    ['第一至三项规定', [['第一至三项', 'i1', 'i2', 'i3']]],
    ['第十条之一', [['第十条之一', '10~1']]],
    ['第七项至九项', [['第七项至九项', 'i7', 'i8', 'i9']]],
    ['第十条第（一）、第（三）项', [['第十条第（一）、第（三）项', '10.i1', '10.i3']]],
    ['第一、第二款', [['第一、第二款', 'p1', 'p2']]],
    ['第五条第一项，第八条', [['第五条第一项，第八条', '5.i1', '8']]],
    ['本章第二节', [['本章第二节', 'c-0.s2']]],
    ['第二编第三章', [['第二编第三章', 'b2.c3']]],
    ['附件一并报送', [['附件', 'x1']]],
    ['前款（一）、（三）项', [['前款（一）、（三）项', 'p-1.i1', 'p-1.i3']]],
    ['第二十八第一款', [['第二十八第一款', '28.p1']]],
    ['第二十五条的第一款', [['第二十五条的第一款', '25.p1']]],
    ['前款规定的第（一）项、第（二）项行为', [['前款规定的第（一）项、第（二）项', 'p-1.i1', 'p-1.i2']]],
    ['第二款规定的第三人', [['第二款', 'p2']]],
    ['同条第二款', [['同条第二款', '-0.p2']]],
    ['本办法第三章', [['本办法第三章', 'c3']]],
    ['本规定附录第一条、第二条', [['本规定附录第一条、第二条', 'x1.1', 'x1.2']]],
    ['见附件2', [['附件2', 'x2']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['第一依托单位须有高校共建'],
    ['委托第三方机构评估'],
    ['本条例自公布之日起施行'],
    ['本项目由多家单位承担'],
    ['第二项目部'],
    ['符合本章程规定'],
    ['2022年第3号'],
    ['第52号令'],
  ])('%s points nowhere', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('the document before a pinpoint', () => {
  it.each([
    ['违反本条例第五条', 'own', '本条例'],
    ['依照《产品质量法》第二十六条', 'named', '产品质量法'],
    ['依照同法第三条', 'same', '同法'],
    ['依照刑法第三百条', 'named', '刑法'],
    ['单位犯刑法第三百条', 'named', '刑法'],
    ['刑法第三百条', 'named', '刑法'],
    ['人民法院依据民法典第一百五十七条', 'named', '民法典'],
    ['按照合同法第五十二条', 'named', '合同法'],
    ['属于劳动合同法第三条', 'named', '劳动合同法'],
    ['违反国有资产法第三条', 'named', '国有资产法'],
    ['中华人民共和国公民依照中华人民共和国刑法第七条', 'named', '中华人民共和国刑法'],
    ['依照该条例第五条', 'same', '该条例'],
    ['符合本解释第五条', 'own', '本解释'],
    ['依照《实施细则》（国发〔2015〕28号）第三条', 'named', '实施细则'],
  ])('%s: %s', (text, kind, name) => {
    expect(findPinpoints(text)[0]?.document).toMatchObject({ kind, name })
  })

  it('is none where only a verb stands', () => {
    expect(findPinpoints('违反第五条')[0]?.document).toBeNull()
    expect(findPinpoints('以非法方法第五条')[0]?.document).toBeNull()
  })
})

describe('any place', () => {
  const number = fc.integer({ min: 1, max: 300 }).map((value) => ({ number: value }))
  const pointer = fc.record(
    { article: number, paragraph: number, item: number, subitem: number },
    { requiredKeys: ['article'] },
  )

  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(pointer, (place) => {
        const [found] = findPinpoints(`违反${printPointer(place)}的规定`)
        expect(found?.pointers).toEqual([place])
      }),
    )
  })

  it('is found without end in a long chain, in time', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `第${(index % 90) + 1}条`).join('、')
    expect(findPinpoints(chain)[0]?.pointers).toHaveLength(20_000)
  })
})
