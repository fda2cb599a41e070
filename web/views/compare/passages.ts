import type { Passage, Words } from '../../graphql/documents.ts'
import { oneLine } from '../../parts/emphasis.ts'

/** Words of one article, together: what is shown in its context at once. */
export interface Quoted {
  /** Full id of the provision that is the context; null for words outside the tree. */
  readonly provision: string | null
  readonly words: readonly Words[]
}

/** Quotes under the articles that they stand in, in text order. */
export function byArticle(all: readonly Words[]): readonly Quoted[] {
  const groups = new Map<string | null, Words[]>()
  for (const words of all) {
    const article = words.provision === null ? null : contextOf(words.provision)
    groups.set(article, [...(groups.get(article) ?? []), words])
  }
  return [...groups].map(([provision, words]) => ({ provision, words }))
}

/** The article that a provision is in; outside the articles the provision one level up, which holds the lead-in. */
export function contextOf(provision: string): string {
  const [instrument = '', eId = ''] = provision.split('#')
  const parts = eId.split('__')
  const article = parts.findIndex((part) => /^art_/.test(part))
  const kept = article === -1 ? Math.max(1, parts.length - 1) : article + 1
  return `${instrument}#${parts.slice(0, kept).join('__')}`
}

export interface Stretch {
  readonly text: string
  readonly quoted: boolean
}

/** So much of an article is shown on either side of what is quoted. */
const AROUND = 220

/**
 * A passage in stretches, each a paragraph or part of one: quoted words told apart from those around them, long context cut
 * with an ellipsis. Layout spaces and markup are left out, for show only.
 */
export function stretches(
  { text, start }: Pick<Passage, 'text' | 'start'>,
  words: readonly Words[],
): readonly (readonly Stretch[])[] {
  const runs = merged(words.map((it) => ({ from: it.start - start, to: it.end - start }))).filter(({ to }) => to > 0)
  const paragraphs: Stretch[][] = [[]]
  const put = (piece: string, quoted: boolean): void => {
    for (const [at, line] of piece.split(/\n\s*\n|\n(?=\s*[（(第一二三四五六七八九十\d])/).entries()) {
      if (at > 0) paragraphs.push([])
      const shown = oneLine(line)
      if (shown !== '') paragraphs.at(-1)?.push({ text: shown, quoted })
    }
  }
  let done = 0
  for (const [at, { from, to }] of runs.entries()) {
    put(between(text.slice(done, Math.max(done, from)), at > 0, true), false)
    put(text.slice(Math.max(0, from), to), true)
    done = to
  }
  put(between(text.slice(done), runs.length > 0, false), false)
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

interface Run {
  readonly from: number
  readonly to: number
}

function merged(runs: readonly Run[]): readonly Run[] {
  const sorted = [...runs].sort((one, two) => one.from - two.from || two.to - one.to)
  const out: Run[] = []
  for (const run of sorted) {
    const last = out.at(-1)
    if (last !== undefined && run.from < last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, run.to) }
    else out.push(run)
  }
  return out
}

/** Context that is too long keeps the side that touches quoted words. */
function between(text: string, isAfter: boolean, isBefore: boolean): string {
  const most = AROUND * (Number(isAfter) + Number(isBefore))
  if (text.length <= most + 40) return text
  const head = isAfter ? text.slice(0, AROUND) : ''
  const tail = isBefore ? text.slice(-AROUND) : ''
  return `${head}…${tail}`
}
