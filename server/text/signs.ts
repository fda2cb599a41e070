import { ordinaryIdeographs } from '../model/ideographs.ts'

/** What layout leaves between characters: spaces, marks without width, soft hyphens, control characters. */
export const SPACE =
  /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufe00-\ufe0f\ufeff]/
/** A space that can be seen, and so parts words. */
export const GAP = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
/** What markup and page numbers can begin with. */
const MARKUP = /[<*_&#>\-+•·●◆■—–－第\ue000-\uf8ff]/
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
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ...pairs('髙高囯国囬回亇个夲本迠建氺水産产內内戶户淸清説说靑青'),
  ...pairs('\u2329〈\u232a〉²2³3﹪%―—″”〝“〞”'),
  // Forms of vertical lines and small forms.
  ...pairs(
    '︐，︑、︒。︓：︔；︕！︖？︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）｡。､、｢「｣」',
  ),
  ['⸺', '——'],
  ['⸻', '———'],
  ...row('❶', 10, (number) => circled(number)),
  ...row('➀', 10, (number) => circled(number)),
  ...row('➊', 10, (number) => circled(number)),
  ...row('⓵', 10, (number) => circled(number)),
  ...row('㈠', 10, (number) => `（${'一二三四五六七八九十'.charAt(number - 1)}）`),
  ...row('⑴', 20, (number) => `（${number}）`),
])

function pairs(text: string): readonly (readonly [string, string])[] {
  return Array.from({ length: text.length / 2 }, (_, at) => [text.charAt(at * 2), text.charAt(at * 2 + 1)] as const)
}

/** Numbered signs that stand in a row in Unicode, from 1 on. */
function row(first: string, count: number, read: (number: number) => string): readonly (readonly [string, string])[] {
  const code = first.charCodeAt(0)
  return Array.from({ length: count }, (_, at) => [String.fromCharCode(code + at), read(at + 1)] as const)
}

function circled(number: number): string {
  return String.fromCharCode('①'.charCodeAt(0) + number - 1)
}

/**
 * Compatibility letters and squared units, ⒈, lowered digits, ligatures; full-width digits, letters and signs; not the
 * punctuation of Chinese.
 */
const COMPATIBILITY =
  /[\u2080-\u2089\u2488-\u249b\u3300-\u33ff\ufb00-\ufb06\uff04\uff05\uff0b\uff0d-\uff19\uff1d\uff20-\uff3a\uff3c\uff41-\uff5a\uffe5]/

/** The common form of a character: 髙 is 高, ⽉ is 月, ㎡ is m2, ５ is 5. */
export function unify(char: string): string {
  const plain = ordinaryIdeographs(char)
  return VARIANTS.get(plain) ?? (COMPATIBILITY.test(plain) ? plain.normalize('NFKC') : plain)
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
