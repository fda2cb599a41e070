import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../server/compare/alignment/diff.ts'
import { inheritanceOf } from '../../server/compare/alignment/inheritance.ts'
import { longestCommon } from '../../server/compare/alignment/longest-common.ts'
import type { AlignedSide, DiffSegment } from '../../server/model/alignment.ts'

const NO_NAMES = { left: [], right: [] }
const SIGNS = { equal: '=', insert: '+', delete: '-' } as const
const shown = (segments: readonly DiffSegment[]) => segments.map(({ op, text }) => `${SIGNS[op]}${text}`)

describe('diffWords', () => {
  it.each([
    ['another body', '由科技部批准。', '由省科技厅批准。', ['=由', '-科技部', '+省科技厅', '=批准。']],
    ['a number', '不少于50人。', '不少于100人。', ['=不少于', '-50', '+100', '=人。']],
    ['words put in', '应当报告。', '应当每年报告。', ['=应当', '+每年', '=报告。']],
    ['words taken out', '应当每年报告。', '应当报告。', ['=应当', '-每年', '=报告。']],
    ['nothing', '应当报告。', '应当报告。', ['=应当报告。']],
    ['width and spaces', '占 50％（含）。', '占50%(含)。', ['=占50%(含)。']],
    ['everything', '甲', '乙', ['-甲', '+乙']],
    ['an empty text', '', '乙', ['+乙']],
    ['a number as a whole', '应当在十日内答复。', '应当在十五日内答复。', ['=应当在', '-十', '+十五', '=日内答复。']],
    ['a decimal as a whole', '不低于3.5%。', '不低于3.8%。', ['=不低于', '-3.5', '+3.8', '=%。']],
    [
      'no other number where only the writing differs',
      '三十日内缴纳二千万元。',
      '30日内缴纳2000万元。',
      ['=30日内缴纳2000万元。'],
    ],
    ['a number with its changed unit', '期限为30日。', '期限为2个月。', ['=期限为', '-30日', '+2个月', '=。']],
    ['no body under its long name', '报省科技厅审批。', '报省科学技术厅审批。', ['=报省科学技术厅审批。']],
    [
      'no body under its short name',
      '市场监督管理局会同发展和改革委员会',
      '市场监管局会同发改委',
      ['=市场监管局会同发改委'],
    ],
    ['a body of another kind', '由市财政厅审核。', '由市财政局审核。', ['=由市财政', '-厅', '+局', '=审核。']],
    ['no look-alike signs', '“甲”“乙”——见《丙》。', '「甲」『乙』—见〈丙〉．', ['=「甲」『乙』—见〈丙〉．']],
    ['no letters that a scanner put for digits', '处l5万元以下罚款。', '处15万元以下罚款。', ['=处15万元以下罚款。']],
    ['no breaks and marks of layout', '应当\n**每年** 报告。', '应当每年报告。', ['=应当每年报告。']],
    [
      'a whole sentence put in',
      '甲负责。乙协助。',
      '甲负责。丙监督。乙协助。',
      ['=甲负责。', '+丙监督。', '=乙协助。'],
    ],
    [
      'a whole item taken out',
      '（一）甲；\n（二）乙；\n（三）丙。',
      '（一）甲；\n（二）丙。',
      ['=（一）甲；\n', '-（二）乙；\n', '=（二）丙。'],
    ],
    [
      'a rewritten clause as one change',
      '由县卫生、文化、旅游等机关依法处理。',
      '由市应急、教育、体育等部门依法处理。',
      ['=由', '-县卫生、文化、旅游等机关', '+市应急、教育、体育等部门', '=依法处理。'],
    ],
  ])('shows %s', (_, left, right, expected) => {
    expect(shown(diffWords(left, right, NO_NAMES))).toEqual(expected)
  })

  it('takes the names that two documents give themselves for one', () => {
    const names = { left: ['创新中心'], right: ['省创中心'] }
    expect(shown(diffWords('创新中心实行主任负责制', '省创中心实行主任负责制', names))).toEqual([
      '=省创中心实行主任负责制',
    ])
  })

  it('takes a name that both texts write for a word like any other', () => {
    const names = { left: ['国家'], right: ['科普'] }
    expect(shown(diffWords('国家鼓励科普。', '国家支持科普。', names))).toEqual(['=国家', '-鼓励', '+支持', '=科普。'])
  })

  it('shows two changes with a mere sign between them as one', () => {
    const [left, right] = ['报国务院、财政部批准', '报省政府、省财政厅批准']
    const ops = diffWords(left, right, NO_NAMES).map(({ op }) => op)
    expect(ops).toEqual(['equal', 'delete', 'insert', 'equal'])
  })

  it('shows the left text in its own writing', () => {
    const names = { left: ['创新中心'], right: ['省创中心'] }
    expect(diffWords('创新中心占50％', '省创中心占50%', names)).toEqual([
      { op: 'equal', text: '省创中心占50%', left: '创新中心占50％' },
    ])
  })

  it('takes another label at the head of a line for no difference', () => {
    expect(shown(diffWords('职责是：\n1.制定规划。', '职责是：\n（一）制定规划。', NO_NAMES))).toEqual([
      '=职责是：\n（一）制定规划。',
    ])
  })

  it('gives both texts back', () => {
    const texts = fc.string({
      unit: fc.constantFrom(...'应当每年报告一次，不少于五十人。AB 12（）\n1.'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const segments = diffWords(left, right, NO_NAMES)
        const ones = segments.map(({ op, text, left: own }) => (op === 'insert' ? '' : (own ?? text)))
        const twos = segments.map(({ op, text }) => (op === 'delete' ? '' : text))
        expect([ones.join(''), twos.join('')]).toEqual([left, right])
      }),
    )
  })
})

describe('longestCommon', () => {
  it('finds a subsequence of both that cannot be longer', () => {
    const lists = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 7 })
    fc.assert(
      fc.property(lists, lists, (ones, twos) => {
        const pairs = longestCommon(ones, twos)
        expect(pairs.every(([one, two]) => ones[one] === twos[two])).toBe(true)
        expect(
          pairs.every(
            ([one, two], at) => at === 0 || (one > (pairs[at - 1]?.[0] ?? -1) && two > (pairs[at - 1]?.[1] ?? -1)),
          ),
        ).toBe(true)
        expect(pairs).toHaveLength(
          Math.max(
            ...subsequences(ones)
              .filter((some) => isWithin(some, twos))
              .map((some) => some.length),
          ),
        )
      }),
    )
  })
})

function subsequences(list: readonly string[]): readonly (readonly string[])[] {
  return list.reduce<readonly (readonly string[])[]>(
    (all, word) => [...all, ...all.map((some) => [...some, word])],
    [[]],
  )
}

function isWithin(some: readonly string[], list: readonly string[]): boolean {
  let at = 0
  for (const word of list) if (word === some[at]) at += 1
  return at === some.length
}

describe('inheritanceOf', () => {
  const side = (texts: readonly string[], ownNames: readonly string[] = []): AlignedSide => ({
    name: { zh: '甲', en: 'A' },
    ownNames,
    texts: texts.map((text, at) => ({ id: String(at), label: null, heading: null, under: null, text, subjects: [] })),
  })
  const PARENT = side(['创新中心实行理事会决策制，理事会负责审定章程。'], ['创新中心'])

  it.each([
    ['what is repeated whole', '省创中心实行理事会决策制。', 1],
    ['nothing of its own words', '固定人员不得少于五十人，场地面积不小于一千平方米。', 0],
    ['only what is its own beside what is repeated', '实行理事会决策制，每年召开会议两次。', 0.5],
    ['nothing where there are no words', '。', 0],
  ])('counts %s', (_, text, share) => {
    const [found] = inheritanceOf(side([text], ['省创中心']), PARENT)
    expect(found?.share).toBeCloseTo(share, 1)
  })
})
