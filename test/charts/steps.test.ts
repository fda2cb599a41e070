import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldAt, steps, type Stretch } from '../../web/charts/step-layout.ts'

const AT_LEAST_100: readonly Stretch<string>[] = [
  { from: 0, to: 100, fromCounts: true, toCounts: false, verdict: 'FAIL' },
  { from: 100, to: null, fromCounts: true, toCounts: false, verdict: 'PASS' },
]
const ONLY_3: readonly Stretch<string>[] = [
  { from: 0, to: 3, fromCounts: true, toCounts: false, verdict: 'FAIL' },
  { from: 3, to: 3, fromCounts: true, toCounts: true, verdict: 'PASS' },
  { from: 3, to: null, fromCounts: false, toCounts: false, verdict: 'FAIL' },
]
const FRAME = { now: null, most: null, width: 600 }

describe('what holds at a value', () => {
  it.each([
    [99.999, 'FAIL'],
    [100, 'PASS'],
    [1e9, 'PASS'],
  ])('of at least 100 at %d is %s', (value, verdict) => {
    expect(heldAt(AT_LEAST_100, value)).toBe(verdict)
  })

  it.each([
    [2.9, 'FAIL'],
    [3, 'PASS'],
    [3.1, 'FAIL'],
  ])('of exactly 3 at %d is %s', (value, verdict) => {
    expect(heldAt(ONLY_3, value)).toBe(verdict)
  })

  it('is nothing where no stretch is', () => {
    expect(heldAt(AT_LEAST_100, -1)).toBeNull()
  })
})

describe('the step chart', () => {
  it('begins at zero, ends behind the last turn, and leaves no gap in a row', () => {
    const plot = steps([AT_LEAST_100], FRAME)
    const [left, right] = plot.rows[0]!
    expect([left?.x0, left?.x1, right?.x1]).toEqual([8, right?.x0, 592])
    expect(plot.max).toBeGreaterThan(100)
    expect(plot.turns.map(({ value }) => value)).toEqual([100])
  })

  it('draws a single value so that it can be seen, where it is', () => {
    const bar = steps([ONLY_3], FRAME).rows[0]?.[1]
    const x = steps([ONLY_3], FRAME).x(3)
    expect([bar?.point, bar && (bar.x0 + bar.x1) / 2, bar && bar.x1 - bar.x0]).toEqual([true, x, 3])
  })

  it('has the present value in view, and no value beyond what is plausible', () => {
    expect(steps([AT_LEAST_100], { ...FRAME, now: 5000 }).max).toBeGreaterThan(5000)
    expect(steps([AT_LEAST_100], { ...FRAME, most: 110 }).max).toBe(110)
    expect(steps([AT_LEAST_100], { ...FRAME, now: 5000, most: 110 }).max).toBeGreaterThan(5000)
  })

  it('has a turn of several rows once, in order, and none at zero', () => {
    expect(steps([AT_LEAST_100, ONLY_3, AT_LEAST_100], FRAME).turns.map(({ value }) => value)).toEqual([3, 100])
  })

  it('stays inside the picture and grows to the right', () => {
    const turns = fc.uniqueArray(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(turns, fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })), (values, now) => {
        const sorted = [0, ...values.toSorted((one, two) => one - two)]
        const stretches = sorted.map((from, at) => ({
          ...{ from, to: sorted[at + 1] ?? null, fromCounts: true, toCounts: false },
          verdict: at,
        }))
        const { rows, turns } = steps([stretches], { now, most: null, width: 400 })
        const edges = rows.flat().flatMap(({ x0, x1 }) => [x0, x1])
        expect(edges).toEqual(edges.toSorted((one, two) => one - two))
        expect(Math.min(...edges)).toBeGreaterThanOrEqual(8)
        expect(Math.max(...edges)).toBeLessThanOrEqual(392 + 1e-9)
        expect(turns).toHaveLength(values.length)
      }),
    )
  })
})
