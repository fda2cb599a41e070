import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const TOKENS = readFileSync('web/styles/tokens.css', 'utf8')
const PAIRS = [...TOKENS.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)]
const COLOURS = new Map(PAIRS.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))

const GROUNDS = ['paper', 'sheet', 'raised', 'parent'] as const
/** Ink, and the grounds on which it is set. */
const TEXT: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', [...GROUNDS, 'mark', 'accent-soft']],
  ['ink-2', [...GROUNDS, 'accent-soft']],
  ['ink-3', GROUNDS],
  ['accent', [...GROUNDS, 'accent-soft']],
  ['seal', [...GROUNDS, 'seal-soft']],
  ['strict', [...GROUNDS, 'strict-soft']],
  ['loose', [...GROUNDS, 'loose-soft']],
  ['same', [...GROUNDS, 'same-soft']],
  ['add', [...GROUNDS, 'add-soft']],
  ['sheet', ['ink', 'accent']],
]
const CASES = TEXT.flatMap(([ink, grounds]) =>
  grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => [ink, ground, theme] as const)),
)

describe('the colours', () => {
  it.each(CASES)('%s on %s can be read in the %s theme (4.5:1)', (ink, ground, theme) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(GROUNDS.flatMap((ground) => [[ground, 'light'] as const, [ground, 'dark'] as const]))(
    'the edge of a control is seen on %s in the %s theme (3:1)',
    (ground, theme) => {
      expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
    },
  )
})

function colour(name: string, theme: 'light' | 'dark'): string {
  const found = COLOURS.get(name)
  if (found === undefined) throw new Error(`web/styles/tokens.css has no --${name}`)
  return found[theme]
}

/** WCAG 2.2, contrast ratio of two colours. */
function contrast(one: string, two: string): number {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
