import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedInstrument, ComparedMark, ComparedThreshold } from '../../server/model/comparison.ts'
import { compare, instrument, mark, threshold } from './fixtures.ts'

type Amount = Partial<ComparedThreshold> & { readonly value: number; readonly words: string }

/** A statement with the amounts that stand in these words of it. */
interface Told {
  readonly says: string
  readonly amounts?: readonly Amount[]
  readonly topic?: string
  readonly at?: string
}

/** A text of statements, each an article of its own unless `at` names the provision. */
function text(name: string, statements: readonly (string | Told)[]): ComparedInstrument {
  const marks: ComparedMark[] = []
  const thresholds: ComparedThreshold[] = []
  let start = 0
  for (const [index, one] of statements.entries()) {
    const { says, amounts = [], topic = 'governance', at } = typeof one === 'string' ? { says: one } : one
    const provision = at ?? `art_${String(index + 1)}__para_1`
    marks.push(mark(says, { topic, aspect: null, provision, start, end: start + says.length }))
    for (const { words, ...amount } of amounts) {
      const from = start + says.indexOf(words)
      const place = { provision, start: from, end: from + words.length, quote: words }
      thresholds.push(threshold({ metricKey: null, metric: words, purpose: 'other', ...place, ...amount }))
    }
    start += says.length + 1
  }
  return instrument(name, { marks, thresholds })
}

const days = (value: number, words: string): Amount => ({
  value,
  words,
  unit: 'day',
  unitText: '日',
  comparator: '<=',
  purpose: 'procedure',
})
const fine = (value: number, words: string): Amount => ({
  ...{ value, words, unit: 'CNY', unitText: '元', comparator: '<=', purpose: 'sanction', metric: '罚款' },
})

/** The quotes of each row that met, by its label, one list a column. */
function met(...texts: readonly ComparedInstrument[]): Readonly<Record<string, readonly (readonly string[])[]>> {
  const quotes = new Map(
    texts.flatMap(({ marks, thresholds }) => [...marks, ...thresholds].map((one) => [one.id, one.quote])),
  )
  const rows = compare(texts).rows.filter(({ score }) => score !== null)
  return Object.fromEntries(
    rows.map(({ label, cells }) => [
      label.zh,
      cells.map(({ thresholds, marks }) => [...thresholds, ...marks].map((id) => quotes.get(id) ?? '')),
    ]),
  )
}

const FILLERS = ['本市建立图书馆联席会议制度', '鼓励社会力量捐赠图书', '读者应当爱护公共设施', '馆藏目录应当向社会公开']

const BORROWING = [
  { says: '借阅的图书应当自借出之日起三十日内归还', amounts: [days(30, '三十日内')] },
  { says: '读者遗失图书的，应当在十五日内赔偿', amounts: [days(15, '十五日内')] },
  ...FILLERS,
]
const LENDING = [
  '图书馆理事会每届任期由章程决定',
  { says: '读者遗失所借图书的，应当自遗失之日起二十日内照价赔偿', amounts: [days(20, '二十日内')] },
  { says: '所借图书应当在借出后六十日内归还', amounts: [days(60, '六十日内')] },
  '采购图书应当公开招标',
]

describe('amounts that the vocabulary has no metric for', () => {
  it('meet in a row when they are set for the same thing, wherever they stand', () => {
    expect(met(text('甲', BORROWING), text('乙', LENDING))).toEqual({
      '所借图书应当在借出后归还 · 期限': [['三十日内'], ['六十日内']],
      '读者遗失图书 · 期限': [['十五日内'], ['二十日内']],
    })
  })

  it('are held against each other there', () => {
    const rows = compare([text('甲', BORROWING), text('乙', LENDING)]).rows
    const cells = rows
      .filter(({ score }) => score !== null)
      .map(({ cells: [, cell] }) => [cell?.relation, cell?.reason?.zh])
    expect(cells).toEqual([
      ['LOOSER', '上限提高：由不超过15日到不超过20日'],
      ['LOOSER', '上限提高：由不超过30日到不超过60日'],
    ])
  })

  it('do not meet when a text counts another thing in like words', () => {
    const one = text('甲', [
      { says: '自习室座位不少于二百个', amounts: [{ value: 200, words: '二百个', unit: 'seat' }] },
      ...FILLERS,
    ])
    const two = text('乙', [
      { says: '自习室应当在闭馆三十分钟前提示', amounts: [{ value: 30, words: '三十分钟', unit: 'minute' }] },
    ])
    expect(met(one, two)).toEqual({})
  })

  it('meet words of the same duty that give no amount', () => {
    const two = text('乙', ['读者遗失图书的，应当及时赔偿', '采购图书应当公开招标'])
    expect(met(text('甲', BORROWING), two)).toEqual({
      '读者遗失图书 · 期限': [['十五日内'], ['读者遗失图书的，应当及时赔偿']],
    })
  })
})

const FINED = (amount: string, value: number, deed: string): Told => ({
  says: `违反本条例规定，${deed}的，由文化主管部门责令改正，处${amount}以下罚款`,
  amounts: [fine(value, `${amount}以下罚款`)],
  topic: 'evaluation',
})

describe('fines', () => {
  it('meet by the offence and not by the amount', () => {
    const one = text('甲', [FINED('五百元', 500, '擅自闭馆'), FINED('一千元', 1000, '未公开馆藏目录'), ...FILLERS])
    const two = text('乙', [
      FINED('五百元', 500, '未按规定公开馆藏目录'),
      FINED('一千元', 1000, '无正当理由擅自闭馆'),
      ...FILLERS,
    ])
    expect(met(one, two)).toMatchObject({
      '擅自闭馆 · 罚款': [['五百元以下罚款'], ['一千元以下罚款']],
      '未公开馆藏目录 · 罚款': [['一千元以下罚款'], ['五百元以下罚款']],
    })
  })

  it('keep together what one clause sets for persons and for units, and what follows when nothing is mended', () => {
    const told = text('甲', [
      {
        says: '违反本条例规定，污损馆藏图书的，对个人处五十元罚款，对单位处五百元罚款',
        amounts: [fine(50, '五十元罚款'), fine(500, '五百元罚款')],
        topic: 'evaluation',
        at: 'art_1__para_1',
      },
      {
        says: '逾期不改正的，处一千元罚款',
        amounts: [fine(1000, '一千元罚款')],
        topic: 'evaluation',
        at: 'art_1__para_1',
      },
    ])
    const other = text('乙', [FINED('二百元', 200, '污损馆藏图书')])
    expect(met(told, other)).toEqual({
      '污损馆藏图书 · 罚款': [['五十元罚款', '五百元罚款', '一千元罚款'], ['二百元以下罚款']],
    })
  })

  it('meet by the article that was broken where they name no offence', () => {
    const named = (article: string): Told => ({
      says: `违反本条例${article}规定的，处三百元罚款`,
      amounts: [fine(300, '三百元罚款')],
      topic: 'evaluation',
    })
    const one = text('甲', ['禁止在阅览室内吸烟', '禁止在书库内使用明火', named('第二条')])
    const two = text('乙', [FINED('五百元', 500, '在书库内使用明火')])
    expect(Object.values(met(one, two))).toEqual([[['三百元罚款'], ['五百元以下罚款']]])
  })

  it('do not meet the duty itself', () => {
    const one = text('甲', ['图书馆应当公开馆藏目录'])
    const two = text('乙', [FINED('五百元', 500, '未公开馆藏目录')])
    expect(met(one, two)).toEqual({})
  })
})

describe('a row that met by its words', () => {
  const row = compare([text('甲', BORROWING), text('乙', LENDING)]).rows.find(({ label }) =>
    label.zh.startsWith('读者遗失'),
  )

  it('says how sure it is, and why', () => {
    expect(row?.score).toBeGreaterThan(0.4)
    expect(row?.why?.zh).toBe(`同为“读者遗失图书”的期限，单位“日”，用词重合 ${row?.score?.toFixed(2) ?? ''}`)
    expect(row?.why?.en).toBe(
      `each is a period on “读者遗失图书”, in 日; wording shared ${row?.score?.toFixed(2) ?? ''}`,
    )
  })

  it('says nothing of that in a row of the vocabulary', () => {
    const staffed = (name: string) => instrument(name, { thresholds: [threshold({ value: 50 })] })
    expect(compare([staffed('甲'), staffed('乙')]).rows.map(({ score, why }) => [score, why])).toEqual([[null, null]])
  })

  it('keeps its id when a text joins that has nothing to do with it', () => {
    const stranger = text('丙', [
      '船舶应当按照规定悬挂国旗',
      { says: '货物应当在七日内提取', amounts: [days(7, '七日内')] },
    ])
    const ids = (...texts: readonly ComparedInstrument[]) =>
      compare(texts)
        .rows.filter(({ score }) => score !== null)
        .map(({ id }) => id)
    const pair = [text('甲', BORROWING), text('乙', LENDING)] as const
    expect(ids(...pair, stranger)).toEqual(ids(...pair))
  })
})

const DEEDS = ['擅自闭馆', '未公开馆藏目录', '污损馆藏图书', '出租文献库房', '泄露读者信息', '挪用购书经费']
const DUTIES = ['赔偿遗失的图书', '归还借阅的图书', '办理读者证', '答复读者投诉', '整理流通书架', '报送统计年报']

const statement = fc.oneof(
  fc.constantFrom(...DEEDS).map((deed) => FINED('五百元', 500, deed)),
  fc
    .tuple(fc.constantFrom(...DUTIES), fc.constantFrom('读者应当', '图书馆应当', '应当'))
    .map(([duty, who]): Told => ({ says: `${who}在十日内${duty}`, amounts: [days(10, '十日内')] })),
  fc.constantFrom(...FILLERS, ...DUTIES.map((duty) => `应当及时${duty}`)),
)
const document = (name: string) =>
  fc.array(statement, { minLength: 1, maxLength: 8 }).map((statements) => text(name, statements))
const three = fc.tuple(document('甲'), document('乙'), document('丙'))
const RUNS = { numRuns: 60 }

/** Which facts stand together, whatever the rows are called. */
function groupsOf(texts: readonly ComparedInstrument[]): readonly string[] {
  const rows = compare(texts, { base: null }).rows
  return rows
    .map(({ id, cells }) => [id, ...cells.flatMap((cell) => [...cell.thresholds, ...cell.marks]).sort()].join(' '))
    .sort()
}

describe('rows that meet by their words', () => {
  it('are the same in every order of the columns', () => {
    fc.assert(
      fc.property(three, ([one, two, other]) => {
        expect(groupsOf([other, one, two])).toEqual(groupsOf([one, two, other]))
      }),
      RUNS,
    )
  })

  it('are not torn apart by a text of another field', () => {
    const stranger = text('丁', [
      '船舶应当按照规定悬挂国旗',
      { says: '货物应当在七日内提取', amounts: [days(7, '七日内')] },
    ])
    const own = new Set([...stranger.marks, ...stranger.thresholds].map(({ id }) => id))
    const without = (groups: readonly string[]) =>
      groups
        .map((group) =>
          group
            .split(' ')
            .filter((id) => !own.has(id))
            .join(' '),
        )
        .filter((group) => group.includes(' '))
    fc.assert(
      fc.property(three, (texts) => {
        expect(without(groupsOf([...texts, stranger]))).toEqual(groupsOf(texts))
      }),
      RUNS,
    )
  })

  it('hold every amount, and every statement without one, exactly once', () => {
    fc.assert(
      fc.property(three, (texts) => {
        const shown = compare(texts).rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => [...cell.thresholds, ...cell.marks]),
        )
        const facts = texts.flatMap(({ thresholds, marks }) => [
          ...thresholds,
          ...marks.filter((one) => thresholds.every(({ start, end }) => start >= one.end || end <= one.start)),
        ])
        expect(shown.sort()).toEqual(facts.map(({ id }) => id).sort())
      }),
      RUNS,
    )
  })

  it('score between nothing and certainty where two columns speak, and tell why', () => {
    fc.assert(
      fc.property(three, (texts) => {
        for (const { score, why, cells } of compare(texts).rows) {
          if (score === null) continue
          expect(score > 0 && score <= 1 && why !== null && cells.filter(({ silent }) => !silent).length > 1).toBe(true)
        }
      }),
      RUNS,
    )
  })
})
