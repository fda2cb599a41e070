export const SPACE = /[\s\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u00ad]/
/** What markup and page numbers can begin with. */
const MARKUP = /[<*_&#>\-+•·●◆■—–－第]/
const WIDE = /[\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff（），：；！？％“”‘’—…×]/
const DIGIT = /[0-9０-９]/

interface Neighbours {
  readonly before: string
  readonly after: string
}

/** A punctuation mark that is written in two widths. */
interface Sign {
  readonly half: string
  readonly wide: string
  /** How it is read between its neighbours. */
  readonly between: (neighbours: Neighbours) => string
}

const PAIRS: readonly (readonly [written: string, half: string, wide: string])[] = [
  [',', ',', '，'],
  [';', ';', '；'],
  [':', ':', '：'],
  ['：', ':', '：'],
  ['?', '?', '？'],
  ['!', '!', '！'],
  ['(', '(', '（'],
  [')', ')', '）'],
  ['<', '<', '〈'],
  ['>', '>', '〉'],
  ['＜', '<', '〈'],
  ['＞', '>', '〉'],
]

const SIGNS: ReadonlyMap<string, Sign> = new Map(
  PAIRS.map(([written, half, wide]) => [
    written,
    { half, wide, between: (neighbours) => (isHalf(written, neighbours) ? half : wide) },
  ]),
)

/** 2,000 and 3:1 keep their narrow marks, so do words in Latin letters. */
function isHalf(written: string, { before, after }: Neighbours): boolean {
  if (/[,:：]/.test(written) && DIGIT.test(before) && DIGIT.test(after)) return true
  return written < '\u0100' && !WIDE.test(before) && !WIDE.test(after)
}

/** @example readSign('(')?.wide // （ */
export function readSign(char: string): Sign | null {
  return SIGNS.get(char) ?? null
}

/** Variants that old print and recognition leave behind, beside those that Unicode itself unifies. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  [
    ...['髙高', '囯国', '囬回', '亇个', '夲本', '迠建', '氺水', '産产', '內内', '戶户', '淸清', '説说'],
    ...['²2', '³3', '﹪%', '″”', '〝“', '〞”'],
    ...[
      '㈠（一）',
      '㈡（二）',
      '㈢（三）',
      '㈣（四）',
      '㈤（五）',
      '㈥（六）',
      '㈦（七）',
      '㈧（八）',
      '㈨（九）',
      '㈩（十）',
    ],
  ].map((pair) => [pair.charAt(0), pair.slice(1)]),
)
/** Compatibility letters and squared units; full-width digits, letters and signs; not the punctuation of Chinese. */
const COMPATIBILITY =
  /[\u2f00-\u2fdf\uf900-\ufaff\u3300-\u33ff\uff04\uff05\uff0b\uff0d-\uff19\uff1d\uff20-\uff3a\uff3c\uff41-\uff5a\uffe5]/

/** The common form of a character: 髙 is 高, ㎡ is m2, ５ is 5. */
export function unify(char: string): string {
  return VARIANTS.get(char) ?? (COMPATIBILITY.test(char) ? char.normalize('NFKC') : char)
}

/** Almost all of a text is read as it stands, so that is told by one look into a table. `a` can begin a stray “and”. */
const ORDINARY = Uint8Array.from({ length: 65_536 }, (_, code) => {
  const char = String.fromCharCode(code)
  const special = SPACE.test(char) || MARKUP.test(char) || SIGNS.has(char) || unify(char) !== char || char === 'a'
  return special ? 0 : 1
})

export function isOrdinary(code: number): boolean {
  return ORDINARY[code] === 1
}
