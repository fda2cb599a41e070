import { Failure } from '../model/failure.ts'
import type { Problem } from '../model/text.ts'

/** What stands for a letter that a font does not name: replacement, private and control characters. */
const UNMAPPED = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
/** Chinese bytes read as Western letters: µÚÒ»Ìõ. */
const WESTERN = /[\u00a1-\u00ff]/g
const MOST_UNMAPPED = 0.3

/** @throws Failure UNMAPPED_FONT when most of a text has no characters. */
export function refuseUnmapped(text: string, name: string): void {
  const letters = text.replace(/\s/g, '').length
  const lost = count(text, UNMAPPED) + (count(text, WESTERN) > letters / 4 ? count(text, WESTERN) : 0)
  if (letters === 0 || lost < letters * MOST_UNMAPPED) return
  const share = Math.round((100 * lost) / letters)
  throw new Failure(
    'UNMAPPED_FONT',
    `${name} shows its text in fonts that do not name their characters (${share} % of them): run text recognition (OCR) on it or ask for the .docx`,
  )
}

/** A few letters that the fonts of a PDF do not name; bullets at private places are none. */
export function doubtfulSigns(raw: string): readonly Problem[] {
  const hits = [...raw.matchAll(UNMAPPED)].filter((hit) => !/[\uf020-\uf0ff]/.test(hit[0]))
  const first = hits[0]
  if (first === undefined) return []
  const message = `${hits.length} ${hits.length === 1 ? 'character has' : 'characters have'} no name in the fonts of the PDF: compare with the page`
  return [{ code: 'UNKNOWN_SIGN', message, start: first.index, end: first.index + 1 }]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
