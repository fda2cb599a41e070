import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'

const LINES = fc.constantFrom(
  ...[
    '某省科学技术厅文件',
    '某科发〔2022〕6号',
    '关于印发《某省管理办法》的通知',
    '各有关单位：',
    '2022年4月6日',
    '某省管理办法',
    '（试行）',
  ],
  ...[
    '# 某省管理办法',
    '目录',
    '第一章 总则',
    '## 第二章　附则',
    '第一节 一般规定',
    '第一条 甲甲甲。',
    '第二条 如下：',
    '第三条乙乙',
  ],
  ...[
    '**第四条** 丙丙。第五条 丁丁。',
    '第十条',
    '（一）甲；',
    '（二）乙。',
    '1. 一级。正文在此。',
    '2、二级',
    '（1）三级',
    '①四级',
  ],
  ...[
    '一、总体要求',
    '三、保障措施',
    '定位与任务',
    '——加强领导。',
    '附件：1.申报表',
    '附件1',
    '附',
    '申报表',
    '抄送：各单位。',
    '单位名称\t\t电话',
  ],
  ...[
    '本办法自2023年7月1日起施行，有效期五年。',
    '原《某省规定》（某发〔2020〕1号）同时废止。',
    '。各省',
    '继续的一行',
    '',
    '',
    '— 3 —',
    '《未完',
    '（未完',
  ],
)
const TEXTS = fc
  .oneof(
    fc.array(LINES, { minLength: 1, maxLength: 40 }).map((lines) => lines.join('\n')),
    fc
      .array(fc.oneof(LINES, fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 20 })
      .map((all) => all.join('')),
  )
  .filter((text) => text.trim() !== '' && !/^\s*<(?:!doctype|html|\?xml)/i.test(text))

describe('any text', () => {
  it('is read into a tree whose spans nest, whose ids are its own and whose passages lie where they say', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const { raw, provisions, passages, problems } = parse(`甲${text}`)
        const byId = new Map(provisions.map((provision) => [provision.id, provision]))
        expect(byId.size).toBe(provisions.length)
        for (const { parent, start, end } of provisions) {
          const above = parent === null ? { start: 0, end: raw.text.length } : byId.get(parent)
          expect([start >= (above?.start ?? NaN), end <= (above?.end ?? NaN), start <= end]).toEqual([true, true, true])
        }
        for (const { provision, clean } of passages) {
          const holder = provision === null ? { start: 0, end: raw.text.length } : byId.get(provision)
          const [from = 0, to = 0] = [clean.offsets[0], clean.offsets.at(-1)]
          expect([from >= (holder?.start ?? NaN), to <= (holder?.end ?? NaN)]).toEqual([true, true])
        }
        for (const { start, end } of problems) expect((start ?? 0) <= (end ?? raw.text.length)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  it('gives every line to one passage, one heading or one label at most', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const { passages } = parse(`甲${text}`)
        const starts = passages.map(({ clean }) => clean.offsets[0] ?? 0)
        const ends = passages.map(({ clean }) => clean.offsets.at(-1) ?? 0)
        expect(starts.every((start, at) => at === 0 || start >= (ends[at - 1] ?? 0))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('of a million characters is read to its end', () => {
    const articles = Array.from({ length: 9_000 }, (_, at) => `第${at + 1}条 ${'加强管理，'.repeat(17)}提高水平。\n`)
    const { provisions } = parse(`某省条例\n${articles.join('')}`)
    expect(provisions.filter(({ kind }) => kind === 'article')).toHaveLength(9_000)
  })

  it.each([
    ['one line without an end', '加强管理'.repeat(100_000)],
    ['spaces', `甲${' '.repeat(300_000)}乙`],
    ['open brackets', '（《'.repeat(100_000)],
    ['items of one number', '（一）甲；\n'.repeat(50_000)],
    ['short lines', '甲\n'.repeat(60_000)],
  ])('made of %s is read to its end', (_, text) => {
    expect(parse(text).provisions.length).toBeGreaterThanOrEqual(0)
  })
})
