import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTitles } from '../../server/grammar/titles.ts'

const read = (text: string) => findTitles(text).map(({ title, docNumber }) => [title, docNumber])

describe('a document named in a text', () => {
  it.each([
    ['参照《运行管理办法（暂行）》（国科发区〔2021〕17号）', [['运行管理办法（暂行）', '国科发区〔2021〕17号']]],
    ['根据《若干规定》（京中医政字[2009]59号）', [['若干规定', '京中医政字[2009]59号']]],
    ['《考核办法》（卫生部令第52号）', [['考核办法', '卫生部令第52号']]],
    [
      '《实施意见》（国发〔2015〕28号，以下简称《意见》）',
      [
        ['实施意见', '国发〔2015〕28号'],
        ['意见', null],
      ],
    ],
    [
      '《甲》（国科发创〔2017〕353号）《乙》（国科发区〔2020〕70号）',
      [
        ['甲', '国科发创〔2017〕353号'],
        ['乙', '国科发区〔2020〕70号'],
      ],
    ],
    ['《关于贯彻〈中国制造2025〉的实施意见》', [['关于贯彻〈中国制造2025〉的实施意见', null]]],
    ['《关于转发《通知》的通知》', [['关于转发《通知》的通知', null]]],
    ['按照国发〔2015〕28号《规划》', [['规划', '国发〔2015〕28号']]],
    ['《规划》（国发［2015］28 号）', [['规划', '国发［2015］28号']]],
    ['《规划》【国发(2015)28号】', [['规划', '国发(2015)28号']]],
    ['《实施意见》国办发〔2016〕1号，', [['实施意见', '国办发〔2016〕1号']]],
    [
      '《甲》、国办发〔2016〕1号《乙》',
      [
        ['甲', null],
        ['乙', '国办发〔2016〕1号'],
      ],
    ],
    ['2014年7月30日原食品药品监督管理局令第4号公布的《注册办法》', [['注册办法', '食品药品监督管理局令第4号']]],
    ['市人民政府某政发〔1987〕23号文件发布的《环境规定》', [['环境规定', '市人民政府某政发〔1987〕23号']]],
    ['《植树的指示》(〔1982〕3号)', [['植树的指示', '〔1982〕3号']]],
    ['转发“关于印发《处方办法》的通知”', [['关于印发《处方办法》的通知', null]]],
    ['建设“双一流”意见和“三重一大”制度', []],
    [
      '《甲办法》（试行）、《乙办法》',
      [
        ['甲办法', null],
        ['乙办法', null],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('does not swallow the text behind a bracket that never closes', () => {
    expect(read('《办法，自发布之日起施行。')).toEqual([])
    expect(read('《办法。另见《规定》。')).toContainEqual(['规定', null])
  })

  it('always lies inside the text, in order, without overlap', () => {
    const piece = fc.constantFrom('《', '》', '〈', '〉', '办法', '（', '）', '国发〔2015〕28号', '。', '、')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        findTitles(text).reduce((behind, { start, end, title }) => {
          expect(start).toBeGreaterThanOrEqual(behind)
          expect(text.slice(start, end)).toContain(title)
          return end
        }, 0)
      }),
    )
  })
})
