import type { Provision } from '../model/document.ts'
import { ordinaryIdeographs } from '../model/ideographs.ts'

/**
 * A provision's own words, for search: the raw slice without its parts, without markup, and without the line breaks and
 * page breaks that fall inside a sentence. `children` are its direct parts in text order.
 */
export function wordingOf(raw: string, provision: Provision, children: readonly Provision[]): string {
  const pieces: string[] = []
  let at = provision.start
  for (const child of children) {
    pieces.push(raw.slice(at, Math.max(at, child.start)))
    at = Math.max(at, child.end)
  }
  pieces.push(raw.slice(at, Math.max(at, provision.end)))
  return pieces.map(readable).filter(Boolean).join(' ')
}

function readable(piece: string): string {
  return MARKUP.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), ordinaryIdeographs(piece)).trim()
}

/** Page numbers alone on a line, markdown signs, then white space: none beside a Chinese character, else one space. */
const MARKUP = [
  // Letters, digits and per cent signs in full width.
  [/[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (sign: string) => sign.normalize('NFKC')],
  [/^[ \t\u3000]*[—-][ \t]*\d{1,4}[ \t]*[—-][ \t]*$/gmu, () => ''],
  [/^[ \t]*#{1,6}[ \t]+/gmu, () => ''],
  [/\*\*|__/gu, () => ''],
  [/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”])\s+/gu, () => ''],
  [/\s+(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”])/gu, () => ''],
  [/\s+/gu, () => ' '],
] as const
