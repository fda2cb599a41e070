/** A half-open range of UTF-16 code units in the raw text: `raw.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A readable form of a stretch of raw text: soft line breaks, layout spaces and markup left out, widths unified.
 * `offsets[i]` is the raw offset of clean character `i`; `offsets` has one more entry than `text`, the raw end.
 * Cleaning never changes the raw text, so every clean position leads back to it.
 */
export interface CleanText {
  readonly text: string
  readonly offsets: readonly number[]
}

/** The raw range that `clean.text.slice(from, to)` was read from. */
export function rawSpan(clean: CleanText, from: number, to: number): Span {
  if (to <= from) {
    const at = clean.offsets[from] ?? 0
    return { start: at, end: at }
  }
  // The last character's own offset plus one, so that noise behind it (a page break, spaces) stays outside.
  return { start: clean.offsets[from] ?? 0, end: (clean.offsets[to - 1] ?? 0) + 1 }
}

/** Doubt about a text: something a person should look at. `start`/`end` are raw offsets, null for the whole text. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly start: number | null
  readonly end: number | null
}

/** The text of one source file as decoded, or as its reader drew it out of html, docx or pdf; `text` is never edited, all offsets of the system point into it. */
export interface RawText {
  readonly name: string
  readonly text: string
  readonly format: 'txt' | 'md' | 'html' | 'docx' | 'pdf'
  readonly encoding: string
  /** Hash of the file's bytes, hex. */
  readonly sha256: string
  /** Running headers, footers and page numbers of a paged medium, in text order: in the text, but no part of the regulation. */
  readonly furniture?: readonly Span[]
  /** What the reader of the format found doubtful: pages without text, tracked changes, pictures. */
  readonly problems?: readonly Problem[]
}

/**
 * The text with the running headers, footers and page numbers of its pages blanked, offsets unchanged.
 * @example withoutFurniture('甲\n— 3 —\n乙', [{ start: 2, end: 7 }]) // '甲\n     \n乙'
 */
export function withoutFurniture(text: string, furniture: readonly Span[] = []): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of furniture) {
    pieces.push(text.slice(at, start), ' '.repeat(end - start))
    at = end
  }
  return at === 0 ? text : pieces.join('') + text.slice(at)
}
