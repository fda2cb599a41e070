import type { CleanText } from '../model/text.ts'

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’—…]/
const PUNCTUATION: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** The readable form of `raw.slice(start, end)`: layout left out, widths unified, every character leading back to its offset. */
export function cleanText(raw: string, start: number, end: number): CleanText {
  const chars: string[] = []
  const offsets: number[] = []
  for (let at = start; at < end; at++) {
    const read = readChar(raw, at, chars.at(-1) ?? '')
    if (read === '') continue
    chars.push(read)
    offsets.push(at)
  }
  return { text: chars.join(''), offsets: [...offsets, end] }
}

function readChar(raw: string, at: number, before: string): string {
  const char = raw[at] ?? ''
  if (/[\s\u00a0\u3000]/.test(char)) return joinsWords(raw, at, before) ? ' ' : ''
  if (char === '*' && (raw[at - 1] === '*' || raw[at + 1] === '*')) return ''
  if (char >= '０' && char <= '９') return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  if (char === '²') return '2'
  if (char in PUNCTUATION && (WIDE.test(before) || WIDE.test(raw[at + 1] ?? ''))) return PUNCTUATION[char] ?? char
  return char
}

/** A space is kept once, between two Latin words. */
function joinsWords(raw: string, at: number, before: string): boolean {
  return /[A-Za-z]/.test(before) && /[A-Za-z]/.test(raw[at + 1] ?? '')
}
