import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { readTopics } from '../../server/facts/topics.ts'
import { documentOf } from './document.ts'

const vocabulary = loadVocabulary()
const read = (text: string, heading = '') =>
  readTopics(documentOf([{ id: 'art_1', heading, text }]), vocabulary).map(({ topic, aspect, modal, rank, quote }) => [
    topic,
    aspect,
    modal,
    rank,
    quote,
  ])

describe('what a statement is about', () => {
  it.each([
    ['中心应为独立法人。', [['eligibility_host', 'legal_person', '应', 1, '中心应为独立法人']]],
    ['鼓励注册登记为独立法人。', [['eligibility_host', 'legal_person', '鼓励', 3, '鼓励注册登记为独立法人']]],
    ['实行理事会决策制。', [['governance', 'board_decision', null, null, '实行理事会决策制']]],
    ['实行年度报告制度。', [['evaluation', 'annual_report', null, null, '实行年度报告制度']]],
    ['研究制定支持建设的相关政策。', [['positioning', null, null, null, '研究制定支持建设的相关政策']]],
    ['本办法由省科技厅负责解释。', [['supplementary', 'interpretation', null, null, '本办法由省科技厅负责解释']]],
  ])('%s', (text, expected) => {
    expect(read(text).map((mark) => mark.slice(1))).toEqual(expected.map((mark) => mark.slice(1)))
    const [first] = expected
    if (first?.[1] !== null) expect(read(text)[0]?.[0]).toBe(first?.[0])
  })

  it('is settled by the nearest heading where the words are silent', () => {
    expect(read('各单位做好相关工作。', '考核评估')[0]?.[0]).toBe('evaluation')
    expect(read('各单位做好相关工作。', '申报条件')[0]?.[0]).toBe('eligibility')
  })
})

describe('a matter that is settled elsewhere', () => {
  it('says by which words', () => {
    const document = documentOf([{ id: 'art_1', text: '具体办法由省财政厅另行制定。' }])
    expect(readTopics(document, vocabulary)[0]?.delegated).toBe('另行制定')
  })
})

describe('every aspect of the vocabulary', () => {
  it.each(vocabulary.aspects.map(({ key, topic, words }) => [key, topic, words] as const))(
    '%s',
    (key, topic, words) => {
      const topics = new Set(vocabulary.topics.map((term) => term.key))
      expect(topics).toContain(topic)
      const heard = words.flatMap((word) => read(`${word}。`)).map((mark) => mark[1])
      expect(heard).toContain(key)
    },
  )
})
