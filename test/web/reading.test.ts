import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, runsOf, type Mark, type Node } from '../../web/views/read/blocks.ts'

const TEXT = '第一条 甲方应提交\n\n材料。\n第二条 **重点**：\n（一）人员不少于 100 人；\n（二）场地。'
const node = (id: string, from: string, to: string): Node => ({
  ...{ id, kind: 'article', label: null, heading: null, depth: 0 },
  start: TEXT.indexOf(from),
  end: TEXT.indexOf(to) + to.length,
})
const TREE = [
  node('art_1', '第一条', '材料。'),
  node('art_2', '第二条', '场地。'),
  node('art_2__item_1', '（一）', '100 人；'),
  node('art_2__item_2', '（二）', '场地。'),
]

describe('blocks of a text', () => {
  it('begin where a provision begins and belong to the innermost one', () => {
    const blocks = blocksOf(TEXT, TREE).map(({ start, end, provision, first }) => [
      TEXT.slice(start, end),
      provision?.id ?? null,
      first,
    ])
    expect(blocks).toEqual([
      ['第一条 甲方应提交\n\n材料。', 'art_1', true],
      ['\n', null, false],
      ['第二条 **重点**：\n', 'art_2', true],
      ['（一）人员不少于 100 人；', 'art_2__item_1', true],
      ['\n', 'art_2', false],
      ['（二）场地。', 'art_2__item_2', true],
    ])
  })

  it('are the whole text, whatever the tree', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), spans, (text, pairs) => {
        const tree = pairs.map(([a, b], index) => ({
          ...{ id: String(index), kind: 'item', label: null, heading: null, depth: 0 },
          ...{ start: Math.min(a, b), end: Math.max(a, b) },
        }))
        expect(
          blocksOf(text, tree)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('runs of a block', () => {
  const block = { start: 0, end: TEXT.length }

  it('hide a page break inside a sentence, begin a new line behind one, and set Markdown signs apart', () => {
    const layout = runsOf(TEXT, block, [])
      .filter(({ look }) => look !== 'text')
      .map(({ text, look }) => [text, look])
    expect(layout).toEqual([
      ['\n\n', 'gap'],
      ['\n', 'break'],
      ['**', 'markup'],
      ['**', 'markup'],
      ['\n', 'break'],
      ['\n', 'break'],
    ])
  })

  it('carry every mark that lies over them', () => {
    const at = TEXT.indexOf('不少于')
    const marks: Mark[] = [
      { kind: 'threshold', id: 'threshold 0', start: at - 2, end: at + 9 },
      { kind: 'target', id: 'target', start: at, end: at + 3 },
    ]
    const marked = runsOf(TEXT, block, marks).filter((run) => run.marks.length > 0)
    expect(marked.map((run) => [run.text, run.marks.map(({ kind }) => kind)])).toEqual([
      ['人员', ['threshold']],
      ['不少于', ['threshold', 'target']],
      [' 100 人', ['threshold']],
    ])
  })

  it('are the whole text, whatever the marks', () => {
    const words = fc.string({ unit: fc.constantFrom('条', '。', '\n', ' ', '*', '#', 'a', '　'), maxLength: 40 })
    const spans = fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 6 })
    fc.assert(
      fc.property(words, spans, (text, pairs) => {
        const marks = pairs.map(([a, b], id) => ({
          kind: 'norm',
          id: `${id}`,
          start: Math.min(a, b),
          end: Math.max(a, b),
        }))
        const runs = runsOf(text, { start: 0, end: text.length }, marks)
        expect(runs.map((run) => run.text).join('')).toBe(text)
      }),
    )
  })

  it.each(readdirSync('data/regulations'))('lose no character of %s', (id) => {
    const text = readFileSync(`data/regulations/${id}/text.txt`, 'utf8')
    const blocks = blocksOf(text, [])
    expect(blocks.flatMap((it) => runsOf(text, it, []).map((run) => run.text)).join('')).toBe(text)
  })
})
