import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses, segments, sentences } from '../../server/grammar/clauses.ts'
import type { Stretch } from '../../server/grammar/clauses.ts'

const words = (text: string, parts: readonly Stretch[]) => parts.map(({ from, to }) => text.slice(from, to))
const whole = (text: string) => ({ from: 0, to: text.length })

describe('where a sentence ends', () => {
  it('ends sentences at 。, segments at ；, clauses at ，and ：', () => {
    const text = '甲，乙；丙：丁。戊'
    expect(words(text, sentences(text))).toEqual(['甲，乙；丙：丁', '戊'])
    expect(words(text, segments(text, { from: 0, to: 7 }))).toEqual(['甲，乙', '丙：丁'])
    expect(words(text, clauses(text, { from: 4, to: 7 }))).toEqual(['丙', '丁'])
  })

  it('looks over brackets and quotation marks', () => {
    const text = '专利（含发明、植物新品种，等；等。）2项以上，“优，良。”'
    expect(words(text, clauses(text, whole(text)))).toEqual([
      '专利（含发明、植物新品种，等；等。）2项以上',
      '“优，良。”',
    ])
    expect(sentences(text)).toHaveLength(1)
  })

  it('keeps 3:1 and 2,000 whole', () => {
    expect(clauses('比例3:1', whole('比例3:1'))).toHaveLength(1)
    expect(clauses('2,000元', whole('2,000元'))).toHaveLength(1)
  })

  it('does not lose the rest of a text behind a bracket that never closes', () => {
    expect(words('甲（乙。丙。', sentences('甲（乙。丙。'))).toEqual(['甲（乙', '丙'])
  })

  it('cuts any text into stretches in order that hold everything but the marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('甲', '，', '。', '；', '（', '）', '“', '”', '1', ':'), { maxLength: 40 }),
        (chars) => {
          const text = chars.join('')
          const parts = sentences(text)
          const kept = words(text, parts).join('').length
          const outside = [...text].filter((char) => char === '。').length
          expect(kept).toBeLessThanOrEqual(text.length)
          expect(kept).toBeGreaterThanOrEqual(text.length - outside)
          parts.forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(parts[index - 1]?.to ?? 0))
        },
      ),
    )
  })
})
