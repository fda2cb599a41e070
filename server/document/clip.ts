import type { CleanText } from '../model/text.ts'

/** A part of a clean text that still leads back to the raw one. */
export function clip(clean: CleanText, from: number, to: number): CleanText {
  const last = clean.offsets[to] ?? clean.offsets.at(-1) ?? 0
  return { text: clean.text.slice(from, to), offsets: [...clean.offsets.slice(from, to), last] }
}
