import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'

const ARTICLES = '第一条 为了规范管理，制定本办法。\n第二条 本办法由厅负责解释。\n'
/** What a document signed on 15 March 2020 with this last article says of its validity. */
function validityOf(last: string): readonly (string | null)[] {
  const { meta } = parse(`某市办法\n2020年3月15日\n${ARTICLES}第三条 ${last}`)
  return [meta.effectiveFrom, meta.effectiveUntil, meta.effectiveUntilBasis]
}

describe('the validity of a document that says', () => {
  it.each([
    ['本办法自发布之日起施行。', '2020-03-15', null, null],
    ['本办法从公布之日起生效。', '2020-03-15', null, null],
    ['本办法自发布之日起三十日后施行。', '2020-04-14', null, null],
    ['本办法自公布后30日施行。', '2020-04-14', null, null],
    ['本办法自发布之日30日后起施行。', '2020-04-14', null, null],
    ['本办法自印发之日起满30日后施行，有效期2年。', '2020-04-14', '2022-04-13', 'derived'],
    ['本办法自印发之日起施行。本办法施行前已受理的，按《某规定》执行。', '2020-03-15', null, null],
    ['本办法于2020年5月1日起正式施行。', '2020-05-01', null, null],
    ['本办法自二〇二〇年五月一日零时起施行。', '2020-05-01', null, null],
    ['本办法自2020年5月1日起施行，有效期为五年。', '2020-05-01', '2025-04-30', 'derived'],
    ['本办法自2020年5月1日起试行一年。', '2020-05-01', '2021-04-30', 'derived'],
    ['本办法自2020年5月1日起试行，试行期限为两年。', '2020-05-01', '2022-04-30', 'derived'],
    ['本办法自2020年5月1日起施行，有效期至2025年4月30日止。', '2020-05-01', '2025-04-30', 'explicit'],
    ['本办法自2020年5月1日起施行，有效期自2020年5月1日至2023年4月30日。', '2020-05-01', '2023-04-30', 'explicit'],
    ['本办法执行期限为2023年1月1日至2027年12月31日。', '2023-01-01', '2027-12-31', 'explicit'],
    ['本办法自2020年5月1日起实施，至2022年12月31日止。', '2020-05-01', '2022-12-31', 'explicit'],
    ['本办法自2020年5月1日起至2022年12月31日执行。', '2020-05-01', '2022-12-31', 'explicit'],
    ['本办法自2020年5月1日起施行，执行至2025年12月31日。', '2020-05-01', '2025-12-31', 'explicit'],
    ['本办法施行日期另行公布。', null, null, null],
  ])('%s', (last, from, until, basis) => {
    expect(validityOf(last)).toEqual([from, until, basis])
  })

  it('nothing itself is taken from the history below its title', () => {
    const { meta } = parse(`某法\n2020年5月28日 某省人民代表大会通过\n2021年1月1日 施行\n${ARTICLES}`)
    expect([meta.issuedOn, meta.effectiveFrom]).toEqual(['2020-05-28', '2021-01-01'])
  })

  it.each([
    ['修正 leaves the first day', '《关于修改〈某省条例〉的决定》修正', '2005-09-30'],
    ['修订 of the whole counts anew', '某省第十三届人民代表大会常务委员会第二次会议修订', '2019-11-27'],
  ])('自公布之日起施行 and has a history where %s', (_, change, day) => {
    const history = `2005年9月30日 某省第十届人民代表大会常务委员会第二十次会议通过\n2019年11月27日 ${change}\n`
    expect(parse(`某省条例\n${history}${ARTICLES}第三条 本条例自公布之日起施行。`).meta.effectiveFrom).toBe(day)
  })
})

describe('what a document repeals', () => {
  it.each([
    [
      '原《某市旧办法》（某政〔2010〕3号）、《某市细则》（某政发〔2011〕4号）同时废止。',
      ['某市旧办法 某政〔2010〕3号', '某市细则 某政发〔2011〕4号'],
    ],
    ['2010年3月1日发布的《某市旧办法》（某市人民政府令第12号）同时废止。', ['某市旧办法 某市人民政府令第12号']],
    ['原“某市旧办法（试行）”（某政[2010]3号）同时废止。', ['某市旧办法（试行） 某政[2010]3号']],
    [
      '《某市人民政府关于印发〈某市旧办法〉的通知》（某政〔2010〕3号）即行废止。',
      ['某市人民政府关于印发〈某市旧办法〉的通知 某政〔2010〕3号'],
    ],
    ['自本办法施行之日起，《某市旧办法》停止执行。', ['某市旧办法 -']],
    ['本办法自2020年5月1日起施行，废止《某市旧办法》。', ['某市旧办法 -']],
    [
      '下列文件同时废止：\n（一）《甲办法》（某政〔2010〕3号）；\n（二）《乙规定》。',
      ['甲办法 某政〔2010〕3号', '乙规定 -'],
    ],
    ['以往有关规定与本办法不一致的，以本办法为准。', []],
  ])('%s', (last, expected) => {
    const { repeals } = parse(`某市办法\n${ARTICLES}第三条 ${last}`).meta
    expect(repeals.map(({ title, docNumber }) => `${title} ${docNumber ?? '-'}`)).toEqual(expected)
  })
})
