import { describe, expect, it } from 'vitest'
import type { Condition, Judged, Verdict } from '../../web/graphql/fit.ts'
import { articlesOf, paint } from '../../web/views/fit/paint.ts'
import { byPlace, byTrack, countsOf, demandsOf, factsOnly, leavesOf, linesOf } from '../../web/views/fit/trees.ts'
import { withWords, wordsById } from '../../web/views/fit/words.ts'

const TEXT = '第一条 申请人应当有场地，面积不少于五百平方米\n（一）经营状况良好；或者具有担保。'

/** A condition on the words of the text; a group has parts. */
function condition(words: string, change: Partial<Condition> = {}): Condition {
  const start = TEXT.indexOf(words)
  return {
    ...{
      id: words,
      kind: 'criterion',
      track: 'general',
      words,
      verdict: 'JUDGEMENT',
      sentence: '',
    },
    ...{ fieldKey: `criterion_${words}`, required: null, requiredEn: null, have: null },
    evidence: {
      ...{ instrument: 'x', provision: 'x#art_1__para_1', pinpoint: '第一条' },
      ...{ start, end: start + words.length, quote: words },
    },
    ...change,
  }
}

const area = condition('面积不少于五百平方米', {
  kind: 'threshold',
  fieldKey: 'floor_area',
  required: '不少于500平方米',
})
const place = condition('有场地')
const state = condition('经营状况良好')
const surety = condition('具有担保', { fieldKey: 'surety', verdict: 'PASS' })
const group = (kind: string, children: readonly Condition[], verdict: Verdict = 'UNKNOWN'): Condition =>
  condition('申请人', {
    id: `${kind} of ${children.map(({ id }) => id).join()}`,
    kind,
    verdict,
    fieldKey: null,
    children,
  })
const ASKS = new Set(['floor_area', 'surety'])

describe('the facts among conditions', () => {
  it('stand alone where all must hold, without what only a person can tell', () => {
    expect(factsOnly([group('all', [place, area, state])], ASKS)).toEqual([area])
  })

  it('stand with every alternative where one is enough', () => {
    const any = group('any', [state, surety])
    expect(factsOnly([group('all', [place, any])], ASKS)).toEqual([
      {
        ...any,
        children: [
          { ...state, children: [] },
          { ...surety, children: [] },
        ],
      },
    ])
  })

  it('are none where only a person can tell', () => {
    expect(factsOnly([group('all', [place, group('any', [state])])], ASKS)).toEqual([])
  })

  it('stay in their case', () => {
    const guarded = group('if', [group('all', [place, area])])
    expect(factsOnly([guarded], ASKS)).toEqual([{ ...guarded, children: [area] }])
  })
})

describe('trees', () => {
  it('count by the track that is counted, and by all where none is', () => {
    const other = condition('有场地', { track: '乙类' })
    expect(byTrack({ track: '甲类', conditions: [area, other] })).toEqual({ counted: [area], others: [other] })
    expect(byTrack({ track: null, conditions: [area, other] }).counted).toEqual([area, other])
  })

  it('stand under their place, and tell their leaves by verdict', () => {
    const elsewhere = condition('具有担保', { evidence: { ...surety.evidence, pinpoint: '第二条' } })
    expect(byPlace([area, elsewhere, place]).map(({ place, conditions }) => [place, conditions.length])).toEqual([
      ['第一条', 2],
      ['第二条', 1],
    ])
    expect(countsOf(leavesOf([group('all', [area, group('any', [state, surety])])]))).toEqual({
      ...{ PASS: 1, FAIL: 0, UNKNOWN: 0, JUDGEMENT: 2, NOT_APPLICABLE: 0 },
    })
  })

  it('tell what each document demands of a field', () => {
    const demands = demandsOf([{ instrument: { id: 'x' }, conditions: [group('all', [area, state])] }])
    expect([...demands]).toEqual([['floor_area', [{ instrument: 'x', zh: '不少于500平方米', en: '不少于500平方米' }]]])
  })
})

describe('conditions as lines', () => {
  it('have alternatives and cases before their parts, and no line for what must all hold', () => {
    const both = group('all', [state, surety])
    const any = group('any', [area, both])
    const guarded = group('if', [group('all', [state])])
    const lines = linesOf([group('all', [place, any]), guarded])
    expect(lines.map(({ condition, depth, isGroup }) => [condition.id, depth, isGroup])).toEqual([
      [place.id, 0, false],
      [any.id, 0, true],
      [area.id, 1, false],
      [both.id, 1, true],
      [state.id, 2, false],
      [surety.id, 2, false],
      [guarded.id, 0, true],
      [state.id, 1, false],
    ])
  })
})

describe('a painted article', () => {
  const strokes = paint({ text: TEXT, start: 0 }, [surety, area, state, place])

  it('has every word of the text in order, in paragraphs', () => {
    expect(strokes.map((paragraph) => paragraph.map(({ text }) => text).join(''))).toEqual(TEXT.split('\n'))
  })

  it('goes on where a page ends inside a sentence, and not where a sentence does', () => {
    const paper = '提供人才引进等\n\n方面的保障。\n另有一段；\n\n2.第二项'
    expect(paint({ text: paper, start: 0 }, []).map(([stroke]) => stroke?.text)).toEqual([
      '提供人才引进等方面的保障。',
      '另有一段；',
      '2.第二项',
    ])
  })

  it('tells the words of each condition apart', () => {
    const told = strokes.flat().filter(({ condition }) => condition !== null)
    expect(told.map(({ text, condition }) => [text, condition?.id])).toEqual(
      [place, area, state, surety].map(({ id }) => [id, id]),
    )
  })

  it('gives words that two conditions share to the first, and leaves out what is elsewhere', () => {
    const wide = condition('有场地，面积不少于')
    const outside = condition('具有担保', { evidence: { ...surety.evidence, start: 900, end: 904 } })
    const told = paint({ text: TEXT, start: 0 }, [area, wide, outside]).flat()
    expect(told.filter(({ condition }) => condition !== null).map(({ text }) => text)).toEqual([
      '有场地，面积不少于',
      '五百平方米',
    ])
  })

  it('is the article that the words stand in', () => {
    expect(articlesOf([area, place, condition('申请人', { evidence: { ...area.evidence, provision: null } })])).toEqual(
      [{ provision: 'x#art_1', conditions: [area, place] }],
    )
  })
})

describe('words and outcomes', () => {
  const { verdict, fieldKey, have, sentence: _, ...words } = area
  const outcome = { id: area.id, verdict, fieldKey, have, sentenceEn: 'not told' }
  const report = (conditions: readonly object[]) => ({ results: [{ conditions }] }) as unknown as Judged

  it('of one condition meet, in the language that was asked for', () => {
    const said = wordsById([{ ...group('all', []), children: [words] }])
    expect(withWords(report([outcome]), said).results[0]?.conditions).toEqual([
      { ...area, sentence: 'not told', children: [] },
    ])
  })

  it('of a text that changed in between do not meet', () => {
    expect(withWords(report([outcome]), wordsById([])).results[0]?.conditions).toEqual([])
  })
})
