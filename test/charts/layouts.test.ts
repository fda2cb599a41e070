import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotPlot } from '../../web/charts/dot-plot-layout.ts'
import { tally } from '../../web/charts/tally-layout.ts'
import { tileMap, UNITS } from '../../web/charts/tile-map-layout.ts'
import { shadesOf, stepOf } from '../../web/charts/shades.ts'
import { timeline } from '../../web/charts/timeline-layout.ts'

describe('the tile map', () => {
  it('has the 34 provincial-level units, each once and in a cell of its own', () => {
    expect(UNITS).toHaveLength(34)
    expect(new Set(UNITS.map(([code]) => code)).size).toBe(34)
    expect(new Set(UNITS.map(([, column, row]) => `${column} ${row}`)).size).toBe(34)
    expect(new Set(UNITS.map(([, , , short]) => short)).size).toBe(34)
  })

  it('puts what belongs to a province into its tile, a city into its province, and loses nothing', () => {
    const codes = ['CN', 'CN-YN', 'CN-YN-01', 'CN-SX', 'XX']
    const map = tileMap(codes, (code) => code)
    const held = map.tiles.filter(({ items }) => items.length > 0).map(({ code, items }) => [code, items])
    expect(held).toEqual([
      ['CN-SX', ['CN-SX']],
      ['CN-YN', ['CN-YN', 'CN-YN-01']],
    ])
    expect([map.national, map.elsewhere]).toEqual([['CN'], ['XX']])
  })

  it('keeps every tile inside the picture', () => {
    const { tiles, width, height } = tileMap([], () => '', { size: 10, gap: 1 })
    expect(tiles.every(({ x, y, size }) => x >= 0 && y >= 0 && x + size <= width && y + size <= height)).toBe(true)
  })
})

describe('the timeline', () => {
  const spans = [
    { id: 'open', from: '2021-02-10', until: null },
    { id: 'closed', from: '2022-04-06', until: '2025-04-05' },
    { id: 'unknown', from: null, until: null },
  ]
  const plot = timeline(spans, '2026-11-21', { width: 700, rowHeight: 40 })

  it('draws a bar from the first day to the end of the last one', () => {
    const closed = plot.bars[1]!
    const perDay = (closed.x1 - closed.x0) / days('2022-04-06', '2025-04-06')
    expect(closed.x0).toBeLessThan(closed.x1)
    expect(plot.now - closed.x1).toBeCloseTo(perDay * days('2025-04-06', '2026-11-21'), 6)
  })

  it('runs an open end to the edge and a text without dates over the whole width', () => {
    expect(plot.bars.map(({ openStart, openEnd }) => [openStart, openEnd])).toEqual([
      [false, true],
      [false, false],
      [true, true],
    ])
    expect(plot.bars[0]?.x1).toBe(700)
    expect([plot.bars[2]?.x0, plot.bars[2]?.x1]).toEqual([0, 700])
  })

  it('marks years, each once, inside the picture', () => {
    const labels = plot.ticks.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels).toContain('2025')
    expect(plot.ticks.every(({ x }) => x >= 0 && x <= 700)).toBe(true)
  })

  it('keeps the as-of date in view, whatever the date', () => {
    const date = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((it) => it.toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, (asOf) => {
        const { now } = timeline(spans, asOf, { width: 300 })
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(300)
      }),
    )
  })
})

describe('the dot plot', () => {
  const value = (who: string, number: number, base = false) => ({ who, value: number, text: String(number), base })

  it('shows equal values as one dot with all names, the least first', () => {
    const { dots } = dotPlot([value('滇', 100), value('晋', 50), value('豫', 50)])
    expect(dots.map(({ label }) => label)).toEqual(['晋·豫 50', '滇 100'])
  })

  it('puts labels that would touch on lines below each other', () => {
    const { dots, lines } = dotPlot([value('滇', 100), value('晋', 98), value('豫', 96)])
    expect(new Set(dots.map(({ line }) => line)).size).toBe(3)
    expect(lines).toBe(3)
  })

  it('places values in order between zero and the greatest', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(values, (numbers) => {
        const { dots, x0, x1 } = dotPlot(numbers.map((number, index) => value(`甲${index}`, number)))
        const places = dots.map(({ x }) => x)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places.every((x) => x >= x0 && x <= x1)).toBe(true)
      }),
    )
  })
})

describe('the tally', () => {
  it('shares one bar between the kinds that occur', () => {
    expect(tally([['ADDED', 3] as const, ['STRICTER', 0] as const, ['SAME', 1] as const])).toEqual([
      { kind: 'ADDED', count: 3, from: 0, width: 75 },
      { kind: 'SAME', count: 1, from: 75, width: 25 },
    ])
  })

  it('is empty when nothing was counted', () => {
    expect(tally([['ADDED', 0] as const])).toEqual([])
  })
})

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

describe('the lanes of the timeline', () => {
  const versions = [
    { id: 'new', from: '2020-01-01', until: null, issued: '2019-10-01', lane: 'law' },
    { id: 'other', from: '2015-01-01', until: null, lane: 'other' },
    { id: 'old', from: '2010-01-01', until: null, repealed: '2020-01-01', lane: 'law' },
  ]
  const plot = timeline(versions, '2026-01-01', { width: 700, rowHeight: 40 })
  const bar = (id: string) => plot.bars.find((one) => one.id === id)!

  it('hold the versions of one law, the earliest first', () => {
    expect(plot.lanes.map(({ key, ids }) => [key, ids])).toEqual([
      ['law', ['old', 'new']],
      ['other', ['other']],
    ])
    expect([bar('old').y, bar('new').y, bar('other').y, plot.height]).toEqual([20, 20, 60, 80])
  })

  it('let a version without a stated end give way to the next one, and still call its end open', () => {
    expect(bar('old').x1).toBe(bar('new').x0)
    expect([bar('old').openEnd, bar('new').openEnd, bar('new').x1]).toEqual([true, true, 700])
  })

  it('mark the day of issue and the day of repeal where they are stated', () => {
    expect(bar('new').issued).toBeLessThan(bar('new').x0)
    expect(bar('old').repealed).toBe(bar('new').x0)
    expect([bar('other').issued, bar('other').repealed]).toEqual([null, null])
  })
})

describe('shades', () => {
  it('are one for each of a few values', () => {
    expect(shadesOf([10, 30, 30, 20])).toEqual([
      { step: 0, low: 10, high: 10 },
      { step: 1, low: 20, high: 20 },
      { step: 2, low: 30, high: 30 },
    ])
    expect(shadesOf([])).toEqual([])
  })

  it('cover every value, rise with it, and never part equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (values) => {
        const shades = shadesOf(values)
        expect(shades.length).toBeLessThanOrEqual(5)
        const steps = [...values].sort((a, b) => a - b).map((value) => stepOf(value, shades))
        expect(steps).not.toContain(null)
        expect(steps).toEqual([...steps].sort((a, b) => Number(a) - Number(b)))
      }),
    )
  })

  it('have none for a value outside', () => {
    expect(stepOf(50, shadesOf([10, 20]))).toBeNull()
  })
})

describe('dots of many', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f'].map((who, at) => ({
    ...{ who, value: who === 'f' ? 20 : 10, text: '10人' },
    base: at === 4,
  }))

  it('name the base first, then some, and count the others', () => {
    const [first] = dotPlot(values).dots
    expect([first?.label, first?.whole]).toEqual(['e·a·b +2 10人', 'e·a·b·c·d 10人'])
  })

  it('have a line where the base stands, and none without a base', () => {
    const plot = dotPlot(values)
    expect(plot.baseline).toBe(plot.dots[0]?.x)
    expect(dotPlot(values.map((value) => ({ ...value, base: false }))).baseline).toBeNull()
  })

  it('tell ranges with one upper end apart by their lower end', () => {
    const fine = (who: string, low: number) => ({ who, low, value: 100, text: `${String(low)}–100`, base: false })
    const { dots, x0 } = dotPlot([fine('a', 10), fine('b', 10), fine('c', 0)])
    expect(dots.map(({ whole }) => whole)).toEqual(['c 0–100', 'a·b 10–100'])
    expect([dots[0]?.from, dots[0]?.x === dots[1]?.x]).toEqual([x0, true])
    expect(dots[1]?.from).toBeGreaterThan(x0)
  })
})
