/** Signs of symbol fonts that stand for others, by font: the last two digits of their code, and the sign. */
const SYMBOLS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [
    ['symbol', 'A3≤ B3≥ B0° B1± B4× B8÷ B9≠ B7• A5∞ D7· E5∑ 61α 62β 67γ 64δ 6Dμ 57Ω 70π 25% 2D− 3D= 3C< 3E>'] as const,
    ['wingdings', '6F□ A8□ 71□ 72□ FE☑ FD☒ FC√ FB× 78☒ 6C● A1○ 9F• 6E■ A7▪ 75◆ AB★ D8➢ E0→'] as const,
    ['wingdings 2', 'A3□ 2A□ 52☑ 54☒ 50√ 4F× 97●'] as const,
  ].map(([font, row]) => [font, new Map(row.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(2)]))]),
)

/**
 * The sign that `w:sym` shows; a box where its font is not known, so that the place stays seen.
 * @example symbolOf('Wingdings', 'F0FE') // ☑
 */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const value = /^[0-9a-f]{2,5}$/i.test(code ?? '') ? Number.parseInt(code ?? '', 16) : 0
  if (value === 0) return ''
  if (value >= 0x100 && (value < 0xf000 || value > 0xf0ff)) return String.fromCodePoint(value)
  const sign = (code ?? '').slice(-2).toUpperCase()
  return SYMBOLS.get((font ?? '').toLowerCase())?.get(sign) ?? '□'
}
