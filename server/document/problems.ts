import type { Meta, Passage, Provision } from '../model/document.ts'
import type { Problem } from '../model/text.ts'
import { emptyProvisions, mixedBrackets, numbering } from './numbering.ts'
import type { Regions } from './regions.ts'
import { endsLikeTitle } from './shapes.ts'
import { openMarks, signProblems } from './sign-problems.ts'

interface Source {
  readonly raw: string
  readonly regions: Regions
  readonly meta: Meta
  readonly provisions: readonly Provision[]
  readonly passages: readonly Passage[]
}

/**
 * What is doubtful about a text: noise, foreign words, numbers that jump or repeat, labels that got lost, signs without a
 * partner, what was not found. Each says what stands where and what to do; the text itself is never repaired.
 * @example findProblems(source)[0] // { code: 'NUMBER_MISSING', message: '第五条 follows 第三条: …', … }
 */
export function findProblems(source: Source): readonly Problem[] {
  const { raw, provisions, passages } = source
  return [
    ...whole(source),
    ...noise(source),
    ...signProblems(raw),
    ...numbering(raw, provisions),
    ...mixedBrackets(provisions),
    ...emptyProvisions(provisions, passages),
    ...openMarks(passages.filter(({ part }) => part === 'body')),
    ...brokenWords(source),
  ]
}

/** A text without any provision of a regulation is accepted, and said to be none; a decision of one paragraph is one. */
function whole({ meta, provisions }: Source): readonly Problem[] {
  const hasLabel = provisions.some(({ label }) => label !== null)
  if (meta.title !== null && (hasLabel || (provisions.length > 0 && endsLikeTitle(meta.title)))) return []
  const missing = [...(hasLabel ? [] : ['articles or numbered sections']), ...(meta.title === null ? ['a title'] : [])]
  const message = `found no ${missing.join(' and no ')}: the text may be no regulation; check the file`
  return [{ code: 'NO_REGULATION', message, start: null, end: null }]
}

function noise({ regions }: Source): readonly Problem[] {
  return regions.noise.map(({ start, end, clean }) => ({
    code: 'NOISE',
    message: `${clean.text} belongs to no sentence: left out as noise of recognition; compare with the printed text`,
    start,
    end,
  }))
}

/** An empty line between two characters of a word: 注 / 册资金. */
const BREAK = /[\u4e00-\u9fff][ \t]*\r?\n[ \t\u3000]*\r?\n\s*(?=[\u4e00-\u9fff])/y
/** A text that layout broke everywhere says so by itself. */
const MOST_BREAKS = 40

function brokenWords({ raw, passages }: Source): readonly Problem[] {
  const found = passages.flatMap(({ clean }) => {
    const { offsets, text } = clean
    const breaks = hasLines(raw, offsets[0] ?? 0, offsets[text.length] ?? 0) ? gapsOf(offsets, text.length) : []
    return breaks.flatMap((at) => {
      const start = offsets[at] ?? 0
      BREAK.lastIndex = start
      const hit = BREAK.exec(raw)
      if (hit === null || start + hit[0].length !== offsets[at + 1]) return []
      const words = text.slice(Math.max(0, at - 3), at + 5)
      const message = `a page or paragraph break stands inside ${words}: read without it; check the text`
      return [{ code: 'BROKEN_LINE', message, start, end: start + hit[0].length + 1 }]
    })
  })
  return found.length > MOST_BREAKS ? [] : found
}

function hasLines(raw: string, start: number, end: number): boolean {
  const at = raw.indexOf('\n', start)
  return at >= 0 && at < end
}

/** Where characters of a clean text lie apart in the raw one. */
function gapsOf(offsets: readonly number[], length: number): readonly number[] {
  const gaps: number[] = []
  for (let at = 0; at + 1 < length; at++) if ((offsets[at + 1] ?? 0) - (offsets[at] ?? 0) >= 3) gaps.push(at)
  return gaps
}
