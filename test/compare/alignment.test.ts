import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { alignProvisions } from '../../server/compare/alignment/align.ts'
import type { AlignedPair, AlignedSide, AlignedText } from '../../server/model/alignment.ts'
import { readText } from '../../server/text/plain.ts'

const text = (id: string, words: string, more: Partial<AlignedText> = {}): AlignedText => ({
  id,
  label: `第${id}条`,
  heading: null,
  under: null,
  text: words,
  subjects: [],
  ...more,
})
const side = (name: string, texts: readonly AlignedText[], ownNames: readonly string[] = []): AlignedSide => ({
  name: { zh: name, en: name },
  ownNames,
  texts,
})
const short = ({ left, right, match, part }: AlignedPair) =>
  `${left ?? '—'} ${right ?? '—'} ${match}${part ? ' part' : ''}`
const aligned = (left: readonly AlignedText[], right: readonly AlignedText[]) =>
  alignProvisions(side('国家', left), side('甲省', right)).map(short)

const REWARD = '经营者举报违法行为经查证属实的，由市场监督管理部门给予奖励。'
const REPORT = '生产企业应当每年向所在地的主管部门报送年度安全报告。'
const TRAIN = '企业应当对从业人员进行安全生产教育和培训，未经培训合格的不得上岗作业。'
const START = '本办法自公布之日起施行。'

describe('alignProvisions', () => {
  it.each([
    [
      'the same words under other numbers',
      [text('1', REWARD), text('2', REPORT)],
      [text('5', REPORT), text('6', REWARD)],
      ['1 6 VERBATIM', '2 5 VERBATIM'],
    ],
    [
      'what has no answer, and what is new',
      [text('1', REWARD), text('2', START)],
      [text('1', TRAIN), text('2', START)],
      ['— 1 NEW', '1 — OMITTED', '2 2 VERBATIM'],
    ],
    [
      'one provision answered by two',
      [text('1', REPORT + TRAIN)],
      [text('1', REPORT), text('2', TRAIN)],
      ['1 1 ADAPTED', '1 2 ADAPTED part'],
    ],
    [
      'two provisions answered by one',
      [text('1', REPORT), text('2', TRAIN)],
      [text('7', REPORT + TRAIN)],
      ['1 7 ADAPTED', '2 7 ADAPTED part'],
    ],
    ['nothing on one side', [], [text('1', START)], ['— 1 NEW']],
  ] as const)('finds %s', (_, left, right, expected) => {
    expect(aligned(left, right)).toEqual(expected)
  })

  const LIABLE = '违反本办法规定，构成犯罪的，依法追究刑事责任。'
  const DRILL = '每年至少组织一次消防演练，并将演练记录保存三年以上。'
  const SMOKE = '仓库内禁止吸烟，确需动火作业的应当事先办理审批手续。'
  const GUARD = '值班人员应当每两小时巡查一次，发现异常情况立即向负责人报告。'

  it.each([
    [
      'a sentence that moved to an article which has a partner of its own',
      [text('1', REPORT + DRILL), text('2', SMOKE)],
      [text('1', REPORT), text('2', SMOKE + DRILL)],
      ['1 1 ADAPTED', '1 2 ADAPTED part', '2 2 ADAPTED'],
    ],
    [
      'an article that three answer',
      [text('1', REPORT + DRILL + SMOKE)],
      [text('1', SMOKE), text('2', REPORT), text('3', DRILL)],
      ['1 2 ADAPTED', '1 1 ADAPTED part', '1 3 ADAPTED part'],
    ],
    [
      'an article that three are joined in',
      [text('1', REPORT), text('2', DRILL), text('3', SMOKE)],
      [text('1', REPORT + DRILL + SMOKE)],
      ['1 1 ADAPTED', '2 1 ADAPTED part', '3 1 ADAPTED part'],
    ],
    [
      'no second partner for what is answered word for word',
      [text('1', REPORT), text('2', SMOKE)],
      [text('1', REPORT), text('2', SMOKE), text('3', REPORT.replace('安全', '环境').replace('企业', '单位'))],
      ['1 1 VERBATIM', '2 2 VERBATIM', '— 3 NEW'],
    ],
    [
      'no partner by a phrase that many articles end with',
      [text('1', REPORT + LIABLE), text('2', SMOKE + LIABLE), text('3', GUARD + LIABLE)],
      [text('1', REPORT + LIABLE), text('2', SMOKE + LIABLE), text('3', TRAIN + LIABLE), text('4', GUARD)],
      ['1 1 VERBATIM', '2 2 VERBATIM', '— 3 NEW', '3 4 ADAPTED'],
    ],
    [
      'articles that were put in between',
      [text('1', REPORT), text('2', SMOKE), text('3', START)],
      [text('1', REPORT), text('2', TRAIN), text('3', GUARD), text('4', SMOKE), text('5', START)],
      ['1 1 VERBATIM', '— 2 NEW', '— 3 NEW', '2 4 VERBATIM', '3 5 VERBATIM'],
    ],
    [
      'the same rule under the short name of a body and with numbers in digits',
      [text('1', '由省科学技术厅在三十日内作出决定，并报省市场监督管理局备案。')],
      [text('1', '由省科技厅在30日内作出决定，并报省市场监管局备案。')],
      ['1 1 VERBATIM'],
    ],
    [
      'a condition that was put in brackets to be a change',
      [text('1', REPORT)],
      [text('1', REPORT.replace('企业', '企业（不含小型企业）'))],
      ['1 1 ADAPTED'],
    ],
  ] as const)('tells apart, or finds, %s', (_, left, right, expected) => {
    expect(aligned(left, right)).toEqual(expected)
  })

  it('quotes the sentence that makes a part, as each text writes it', () => {
    const pairs = alignProvisions(
      side('国家', [text('1', REPORT + DRILL), text('2', SMOKE)]),
      side('甲省', [text('1', REPORT), text('2', SMOKE + DRILL.replace('三年', '五年'))]),
    )
    const moved = pairs.find(({ passage }) => passage !== null)
    expect(moved).toMatchObject({
      left: '1',
      right: '2',
      part: true,
      passage: { left: DRILL.slice(0, -1), right: DRILL.replace('三年', '五年').slice(0, -1) },
    })
    expect(moved?.reason.zh).toMatch(/^“每年至少组织一次消防演练.*”一句在这里，文字重合\d\d%$/)
    expect(moved?.reason.en).toMatch(/ stands here, \d\d% shared$/)
  })

  it('gives verbatim pairs 1, changed ones less, and what is alone the distance to the nearest', () => {
    const pairs = alignProvisions(
      side('国家', [text('1', REPORT), text('2', SMOKE), text('3', '考试每年举行一次。')]),
      side('甲省', [text('1', REPORT), text('2', SMOKE.replace('吸烟', '饮酒')), text('3', TRAIN)]),
    )
    expect(pairs.map(({ match, score }) => [match, score === 1, score > 0.5])).toEqual([
      ['VERBATIM', true, true],
      ['ADAPTED', false, true],
      ['NEW', true, true],
      ['OMITTED', true, true],
    ])
  })

  it('says whose partner the nearest is, where a reader would ask', () => {
    const twin = REPORT.replace('安全', '环境').replace('企业', '单位')
    const pairs = alignProvisions(
      side('国家', [text('1', REPORT), text('2', SMOKE)]),
      side('甲省', [text('1', REPORT), text('2', SMOKE), text('3', twin)]),
    )
    expect(pairs.find(({ match }) => match === 'NEW')?.reason.zh).toMatch(
      /^最相近的是第1条，文字重合\d\d%，但它对应第1条$/,
    )
  })

  it('finds renumbered articles however far they moved', () => {
    const words = (at: number): string =>
      `第${String(at)}类场所应当在${String(at)}日内完成编号为${String(at * 7)}的登记并公示结果。`
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 9 }, (_, at) => at),
          { minLength: 9 },
        ),
        (order) => {
          const left = order.map((_, at) => text(String(at), words(at)))
          const right = order.map((from, at) => text(String(at), words(from)))
          const pairs = alignProvisions(side('旧', left), side('新', right))
          expect(pairs.map((pair) => [pair.left, order[Number(pair.right)], pair.match])).toEqual(
            left.map(({ id }) => [id, Number(id), 'VERBATIM']),
          )
        },
      ),
      { numRuns: 30 },
    )
  })

  it('says in figures why two provisions are a pair, and how near the nearest came', () => {
    const pairs = alignProvisions(
      side('国家', [text('1', REPORT), text('2', '考试每年举行一次。')]),
      side('甲省', [
        text('1', `${REPORT}逾期不报送的，责令改正。`),
        text('2', '生产企业应当为检查提供便利，不得拒绝、阻挠或者隐瞒有关情况。'),
      ]),
    )
    expect(pairs.map(({ reason }) => reason.zh)).toEqual([
      expect.stringMatching(/^文字重合\d+%/),
      expect.stringContaining('最相近的是第1条'),
      '没有文字或主题相近的条款',
    ])
  })

  it('takes width, spaces, brackets and the names of the bodies themselves for no difference', () => {
    const [pair] = alignProvisions(
      side('国家', [text('1', '创新中心实行主任 负责制。')], ['创新中心']),
      side('甲省', [text('9', '省创中心（以下简称中心）实行主任负责制．')], ['省创中心']),
    )
    expect(pair).toMatchObject({ left: '1', right: '9', match: 'VERBATIM', score: 1 })
  })

  it('names every provision of both sides, and pairs each side of a strong pair once', () => {
    const words = fc.constantFrom(REWARD, REPORT, TRAIN, START, REPORT + TRAIN, '短', '')
    const texts = fc.array(words, { maxLength: 8 }).map((all) => all.map((one, at) => text(String(at), one)))
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const pairs = alignProvisions(side('国家', left), side('甲省', right))
        const strong = pairs.filter(({ part }) => !part)
        const idsOf = (which: 'left' | 'right', of: readonly AlignedPair[]) =>
          of.flatMap((pair) => pair[which] ?? []).toSorted()
        expect(idsOf('left', strong)).toEqual([...new Set(idsOf('left', strong))])
        expect(new Set(idsOf('left', pairs))).toEqual(new Set(left.map(({ id }) => id)))
        expect(new Set(idsOf('right', pairs))).toEqual(new Set(right.map(({ id }) => id)))
      }),
    )
  })
})

interface Answer {
  /** `left-right` by numbers of articles. */
  readonly pairs: readonly string[]
  /** Pairs that a person may also see. */
  readonly allowed: readonly string[]
  readonly omitted: readonly number[]
  readonly new: readonly number[]
}

const ANSWERS = JSON.parse(readFileSync('test/gold/alignment.json', 'utf8')) as Readonly<Record<string, Answer>>
const vocabulary = loadVocabulary()

function sideOf(id: string): AlignedSide {
  const raw = readText(readFileSync(`data/regulations/${id}/text.txt`), id)
  const { provisions, topics, meta } = extract(raw, vocabulary)
  const headings = new Map(provisions.map((provision) => [provision.id, provision.heading]))
  const articles = provisions.filter(({ kind }) => kind === 'article')
  const [own = ''] = /[^省市国家]{2,4}中心/.exec(meta.title ?? '') ?? []
  return side(
    id,
    articles.map(({ label, number, heading, parent, start, end }) => ({
      id: String(number),
      label,
      heading,
      under: headings.get(parent ?? '') ?? null,
      text: raw.text.slice(start, end).replace(/^[^条]{0,8}条[*\s]*/, ''),
      subjects: topics
        .filter((mark) => mark.start >= start && mark.end <= end)
        .map(({ topic, aspect }) => aspect ?? topic),
    })),
    [own, '创新中心', '省创中心', '国家', '云南省', '山西省'],
  )
}

describe.each(Object.entries(ANSWERS))('%s', (name, answer) => {
  const [left = '', right = ''] = name.split(' → ')
  const pairs = alignProvisions(sideOf(left), sideOf(right))
  const found = pairs
    .filter((pair) => pair.left !== null && pair.right !== null)
    .map((pair) => `${pair.left}-${pair.right}`)

  it('finds at least 95 of 100 pairs, omissions and additions of a person', () => {
    const omitted = pairs.filter(({ match }) => match === 'OMITTED').map((pair) => Number(pair.left))
    const added = pairs.filter(({ match }) => match === 'NEW').map((pair) => Number(pair.right))
    const missed = [
      ...answer.pairs.filter((pair) => !found.includes(pair)),
      ...answer.omitted.filter((number) => !omitted.includes(number)).map((number) => `${String(number)} omitted`),
      ...answer.new.filter((number) => !added.includes(number)).map((number) => `${String(number)} new`),
    ]
    const asked = answer.pairs.length + answer.omitted.length + answer.new.length
    expect({ missed, isEnough: missed.length <= asked * 0.05 }).toMatchObject({ isEnough: true })
  })

  it('pairs hardly any that a person would not', () => {
    const wrong = found.filter((pair) => ![...answer.pairs, ...answer.allowed].includes(pair))
    expect({ wrong, isEnough: wrong.length <= found.length * 0.05 }).toMatchObject({ isEnough: true })
  })
})
