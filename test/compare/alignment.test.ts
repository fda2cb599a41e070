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
