import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawSpan } from '../../server/model/text.ts'
import { cleanText } from '../../server/text/clean.ts'

const read = (raw: string) => cleanText(raw, 0, raw.length).text

describe('cleanText', () => {
  it.each([
    ['joins a word that a page break split', '激励有力，固\n\n定人员不少于 50 人。', '激励有力，固定人员不少于50人。'],
    ['joins a sentence over a page number', '研究制定支\n— 3 —\n持政策', '研究制定支持政策'],
    ['joins a sentence over a numbered page', '研究制定支\n第 3 页 共 8 页\n持政策', '研究制定支持政策'],
    ['leaves layout spaces out', '自 2022 年 4 月 6 日起施行', '自2022年4月6日起施行'],
    ['closes spaced letters up', '科 技 部', '科技部'],
    ['keeps one space between Latin words', 'Center  of\nInnovation', 'Center of Innovation'],
    [
      'widens brackets and marks between Han characters',
      '创新中心(以下简称“中心”)的建设,运行',
      '创新中心（以下简称“中心”）的建设，运行',
    ],
    ['keeps the brackets of Latin words narrow', 'R&D(USD 500)', 'R&D(USD 500)'],
    ['keeps ratios and thousands together', '不低于 3：1，2,000 元', '不低于3:1，2,000元'],
    ['narrows full-width digits and letters', '不少于２０％，ＰＣＴ专利', '不少于20%，PCT专利'],
    ['writes squared metres in one way', '1500m² 或 2000㎡', '1500m2或2000m2'],
    ['reads variant characters as their common form', '髙级以上职称', '高级以上职称'],
    ['reads compatibility ideographs as their common form', '\uf98a 量\u2f2f具', '力量工具'],
    ['reads a stray “and” as 和', '设施 and 条件', '设施和条件'],
    ['leaves an English “and” alone', 'Research and Development', 'Research and Development'],
    ['leaves markdown out', '## **第一条** 为规范\n- 一、背景', '第一条为规范一、背景'],
    ['leaves comments and marks of order out', '\ufeff<!-- INFO END -->云南\u200b省', '云南省'],
    ['turns angle brackets around Chinese into title marks', '《关于贯彻<决定>的通知》', '《关于贯彻〈决定〉的通知》'],
    ['keeps slots and dashes', '“××技术中心”——面向', '“××技术中心”——面向'],
  ])('%s', (_, raw, expected) => {
    expect(read(raw)).toBe(expected)
  })

  it('leads every character back to the raw text', () => {
    const raw = '**第一条** 固\n\n定人员 and 设备１５％'
    const clean = cleanText(raw, 0, raw.length)
    const spans = ['固定', '和', '15%'].map((words) => {
      const from = clean.text.indexOf(words)
      const { start, end } = rawSpan(clean, from, from + words.length)
      return raw.slice(start, end)
    })
    expect(spans).toEqual(['固\n\n定', 'a', '１５％'])
  })

  it('reads a part of a text as it reads the whole', () => {
    const raw = '甲。\n**乙** 丙(丁)。\n戊'
    const clean = cleanText(raw, 3, 12)
    expect(clean.text).toBe('乙丙（丁')
    expect(clean.offsets.every((at) => at >= 3 && at <= 12)).toBe(true)
  })
})

describe('the offsets of any clean text', () => {
  const pieces = fc.constantFrom(
    ...[
      '第',
      '一',
      '条',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '(',
      ')',
      '（',
      '）',
      ',',
      '，',
      ':',
      '3',
      '０',
      '%',
      'a',
      'and',
      ' and ',
    ],
    ...[
      '**',
      '# ',
      '- ',
      '— 2 —',
      '<!--',
      '-->',
      '㎡',
      '㈠',
      '髙',
      '\u3000',
      '\ufeff',
      '<',
      '>',
      '.',
      '。',
      '\r\n',
      '𠮷',
    ],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )

  it('rise, stay in range and are one more than the characters', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (raw, a, b) => {
        const [start, end] = [a % (raw.length + 1), b % (raw.length + 1)].sort((x, y) => x - y) as [number, number]
        const { text, offsets } = cleanText(raw, start, end)
        expect(offsets).toHaveLength(text.length + 1)
        expect(offsets.at(-1)).toBe(end)
        expect(offsets.every((at, i) => at >= start && at <= end && at >= (offsets[i - 1] ?? start))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('keep every Han character that stands in the raw text', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const han = (text: string) => [...text].filter((char) => char === '一' || char === '条').length
        expect(han(cleanText(raw, 0, raw.length).text)).toBeGreaterThanOrEqual(han(raw.replace(/<!--[\s\S]*?-->/g, '')))
      }),
      { numRuns: 1000 },
    )
  })
})
