import { describe, expect, it } from 'vitest'
import { compare, instrument, mark, verdict } from './fixtures.ts'

const ENCOURAGE = { modal: '鼓励', rank: 3 } as const
const STATED = { modal: null, rank: null } as const

const CASES = [
  ['repeats the clause', mark('中心应为独立法人实体。'), mark('中心 应为独立法人实体;'), 'SAME', '文字相同'],
  [
    'is looser when it encourages what the base demands',
    mark('应为独立法人实体'),
    mark('鼓励注册登记为独立法人', ENCOURAGE),
    'LOOSER',
    '应 → 鼓励',
  ],
  [
    'is stricter when it demands what the base encourages',
    mark('鼓励注册登记为独立法人', ENCOURAGE),
    mark('应为独立法人实体'),
    'STRICTER',
    '鼓励 → 应',
  ],
  [
    'is looser with an alternative',
    mark('应为独立法人实体'),
    mark('应为独立法人单位或依托单位内设独立机构'),
    'LOOSER',
    '增加替代',
  ],
  [
    'is no looser with 或 in a list',
    mark('应为独立法人实体并登记'),
    mark('应为独立法人实体并登记、备案或公告'),
    'SAME',
    '文字相近（80%）',
  ],
  [
    'is no looser with 或 under a negation',
    mark('应为独立法人实体'),
    mark('应当没有独立法人或出资人失信情形', { modal: '应当' }),
    'DIFFERENT',
    '与甲文字重合27%，不分宽严',
  ],
  [
    'builds nothing on a weak modal word that stands in another clause',
    mark('独立法人设立专账', STATED),
    mark('独立法人独立核算', ENCOURAGE),
    'DIFFERENT',
    '与甲文字重合43%，不分宽严',
  ],
  [
    'compares the modal words of the clause that both have',
    mark('应为独立法人实体，定期公开独立法人的账目'),
    mark('鼓励为独立法人实体', ENCOURAGE),
    'LOOSER',
    '应 → 鼓励',
  ],
  [
    'takes one word put in for the same wording',
    mark('独立法人负责制'),
    mark('独立法人主任负责制'),
    'SAME',
    '文字相近（88%）',
  ],
  [
    'is looser when it supports, among others, what the base states',
    mark('实行独立法人制度', STATED),
    mark('支持实行独立法人制度、首席专家制度和首席科学家制度', { modal: '支持', rank: 3 }),
    'LOOSER',
    '直接规定 → 支持',
  ],
  [
    'is looser with an exception',
    mark('应为独立法人实体'),
    mark('应为独立法人实体。暂不具备条件的，可先行实现相对独立的管理机制'),
    'LOOSER',
    '增加例外',
  ],
  [
    'is stricter when the exception goes',
    mark('应为独立法人实体。暂不具备条件的，可先行实现相对独立的管理机制'),
    mark('应为独立法人实体'),
    'STRICTER',
    '去掉例外',
  ],
  [
    'is different when it forbids what the base demands',
    mark('应为独立法人实体'),
    mark('不得为独立法人实体', { modal: '不得' }),
    'DIFFERENT',
    '甲是要求，这里是禁止',
  ],
  [
    'is different in other words of the same force',
    mark('应为独立法人实体'),
    mark('依托企业须建成产权清晰的独立法人科研机构并登记', { modal: '须' }),
    'DIFFERENT',
    '与甲文字重合21%，不分宽严',
  ],
  [
    'is looser when it encourages what the base states outright',
    mark('中心是独立法人', STATED),
    mark('鼓励成为独立法人', ENCOURAGE),
    'LOOSER',
    '直接规定 → 鼓励',
  ],
  [
    'is different when it leaves the matter to another document',
    mark('应为独立法人实体'),
    mark('独立法人的要求另行制定', { ...STATED, delegated: '另行制定' }),
    'DIFFERENT',
    '这里留待另行规定',
  ],
] as const

describe('words against the base', () => {
  it.each(CASES)('%s', (_title, base, other, relation, reason) => {
    const found = verdict(instrument('甲', { marks: [base] }), instrument('乙', { marks: [other] }))
    expect(found).toEqual([relation, reason])
  })

  it('compares the strongest clauses and the strongest modal word of a cell', () => {
    const other = [mark('鼓励注册为独立法人', ENCOURAGE), mark('应为独立法人实体')]
    const found = verdict(instrument('甲', { marks: [mark('应为独立法人实体')] }), instrument('乙', { marks: other }))
    expect(found).toEqual(['SAME', '文字相同，这里另有规定'])
  })

  it('leaves a document’s name for its subject out of the wording', () => {
    const called = [mark('省级研究平台（以下简称“公共平台”）应为独立法人实体'), mark('公共平台应为独立法人实体')]
    const base = instrument('甲', { marks: [mark('中心应为独立法人实体')] })
    const relation = (name: readonly ReturnType<typeof mark>[]) => verdict(base, instrument('乙', { marks: name }))[0]
    expect([relation(called), relation(called.slice(1))]).toEqual(['SAME', 'DIFFERENT'])
  })

  it('finds an exception in the statement right behind the clause, and in no other', () => {
    const base = instrument('甲', { marks: [mark('应为独立法人实体', { start: 0, end: 8 })] })
    const behind = (provision: string) => [
      mark('应为独立法人实体', { start: 0, end: 8 }),
      mark('尚不具备条件的，先行独立运行', { aspect: null, topic: 'evaluation', start: 9, end: 23, provision }),
    ]
    const found = (provision: string) =>
      compare([base, instrument('乙', { marks: behind(provision) })]).rows[0]?.cells[1]?.relation
    expect([found('art_1'), found('art_2')]).toEqual(['LOOSER', 'SAME'])
  })

  it('only tells how much wording is shared of what a topic has left when all that is alike has a row', () => {
    const rest = (quote: string) => mark(quote, { aspect: null, modal: null, rank: null })
    const found = verdict(
      instrument('甲', { marks: [rest('财务独立核算，按规定办理')] }),
      instrument('乙', { marks: [rest('人才公开选拔，按规定办理')] }),
    )
    expect(found).toEqual(['DIFFERENT', '与甲文字重合45%，不分宽严'])
  })
})
