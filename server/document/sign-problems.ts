import type { Passage } from '../model/document.ts'
import type { Problem } from '../model/text.ts'
import { rawSpan } from '../model/text.ts'

/**
 * Doubtful signs of a text, by offsets: words and signs that stand twice, stray foreign words and letters, signs that
 * recognition takes for each other.
 * @example signProblems('加强设施 and 条件建设')[0]?.code // FOREIGN_WORD
 */
export function signProblems(raw: string): readonly Problem[] {
  return SIGNS.flatMap(({ code, pattern, message }) =>
    [...raw.matchAll(pattern)].map((hit) => ({
      code,
      message: message(hit[0]),
      start: hit.index,
      end: hit.index + hit[0].length,
    })),
  )
}

interface DoubtfulSign {
  readonly code: string
  readonly pattern: RegExp
  readonly message: (words: string) => string
}

const SIGNS: readonly DoubtfulSign[] = [
  {
    code: 'FOREIGN_WORD',
    pattern: /(?<=[\u4e00-\u9fff][ \t]{0,3})\band\b(?=[ \t]{0,3}[\u4e00-\u9fff])/g,
    message: () => 'and between Chinese words: read as 和; check the text',
  },
  {
    code: 'FOREIGN_WORD',
    pattern: /(?<=[\u4e00-\u9fff][ \t]{0,3})\b(?:the|of|or|for|with|to|in|is|are)\b(?=[ \t]{0,3}[\u4e00-\u9fff])/g,
    message: (words) => `${words} between Chinese words belongs to no term: compare with the printed text`,
  },
  {
    code: 'FOREIGN_SIGN',
    pattern: /[\ufffd\ue000-\uf8ff]+|[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]{1,20}(?=[\u4e00-\u9fff])/g,
    message: (words) => `${codesOf(words)} is no sign of a Chinese text: compare with the printed text`,
  },
  {
    // Signs, and words that stand twice by mistake: ，，, 的的, 次年年; 目的的, 标的的 and 当年年底 are words.
    code: 'DOUBLED',
    pattern: /([，。；：、])\1|(?<![目标])的的|(?<=[次当本上下])年年(?![底初末度检审报均终中龄内产])/g,
    message: (words) => `${words} stands twice: check the text`,
  },
  {
    // 20l9年, 二OO一年, 10曰29日, 巳获得
    code: 'DOUBTFUL_SIGN',
    pattern: /(?<=\d)[lIO](?=\d)|(?<=\d)曰|(?<=[一二])[OoＯ]{1,2}(?=[一二三四五六七八九])|巳(?=[经获被有发取建在])/g,
    message: (words) => `${words} is taken for another sign by recognition: compare with the printed text`,
  },
]

function codesOf(words: string): string {
  return [...words]
    .map((char) => (PRINTABLE.test(char) ? char : `U+${char.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('')
}

const PRINTABLE = /[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]/

/**
 * Brackets and quotation marks that a paragraph opens and does not close. A quotation over several paragraphs opens each of
 * them and closes the last.
 * @example openMarks(passages)[0]?.message // 《 is not closed: …
 */
export function openMarks(passages: readonly Passage[]): readonly Problem[] {
  return passages.flatMap((passage, at) =>
    PAIRS.flatMap(({ open, close, ofParagraphs }) => {
      const { text } = passage.clean
      const lost = unmatched(text, open, close)
      if (lost === null || text.includes('|') || (ofParagraphs && isQuoting(passages, at))) return []
      const message = `${text.charAt(lost)} in ${text.slice(Math.max(0, lost - 6), lost + 10)} has no partner in its paragraph: check the text`
      return [{ code: 'UNCLOSED', message, ...rawSpan(passage.clean, lost, lost + 1) }]
    }),
  )
}

const PAIRS = [
  { open: '《', close: '》', ofParagraphs: false },
  { open: '“', close: '”', ofParagraphs: true },
  { open: '（', close: '）', ofParagraphs: false },
] as const

/** Index of the first sign without a partner; null when all have one. 30” are seconds of a degree. */
function unmatched(text: string, open: string, close: string): number | null {
  let at = Math.min(...[text.indexOf(open), text.indexOf(close)].map((first) => (first < 0 ? text.length : first)))
  const waiting: number[] = []
  for (; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === open) waiting.push(at)
    else if (char === close && waiting.pop() === undefined && !/\d/.test(text.charAt(at - 1))) return at
  }
  return waiting[0] ?? null
}

/** The paragraph, or one near it, begins inside a quotation. */
function isQuoting(passages: readonly Passage[], at: number): boolean {
  return passages.slice(Math.max(0, at - 12), at + 13).some(({ clean: { text } }) => /^[“"]|[：:]“[^”]*$/.test(text))
}
