import type { Pair } from '../../graphql/documents.ts'

type Segment = Pair['diff'][number]

/**
 * False where only the form changed: signs, the numbers of cited articles, and words that say the same in law (应 and 应当,
 * 或 and 或者). What is new or left out is always of substance.
 * @example isSubstantive({ match: 'ADAPTED', diff: [delete 应, insert 应当, …] }) // false
 */
export function isSubstantive({ match, diff }: Pick<Pair, 'match' | 'diff'>): boolean {
  if (match === 'VERBATIM') return false
  if (match !== 'ADAPTED') return true
  return changesOf(diff).some((change) => !isFormal(change))
}

/** Words taken out and put in at one place, with what stands around them. */
interface Change {
  readonly out: string
  readonly in: string
  readonly before: string
  readonly after: string
}

function changesOf(diff: readonly Segment[]): readonly Change[] {
  const changes: Change[] = []
  for (let at = 0; at < diff.length; at += 1) {
    const segment = diff[at]
    if (segment === undefined || segment.op === 'equal') continue
    const next = diff[at + 1]
    const isPair = segment.op === 'delete' && next?.op === 'insert'
    const after = diff[at + (isPair ? 2 : 1)]?.text ?? ''
    const inserted = isPair ? next.text : segment.op === 'insert' ? segment.text : ''
    changes.push({
      out: segment.op === 'delete' ? segment.text : '',
      in: inserted,
      before: diff[at - 1]?.text ?? '',
      after,
    })
    if (isPair) at += 1
  }
  return changes
}

/** Words that say the same; the longer ones first. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\s\p{P}\p{S}]+/gu, ''],
  [/应当|应该|须|应/gu, '应'],
  [/或者|或/gu, '或'],
  [/以及|并且|和|及|与|并/gu, '和'],
  [/做出|作出/gu, '作出'],
  [/按照|依照|根据|依据/gu, '按照'],
  [/的/gu, ''],
]
const NUMERAL = /^[\d零〇一二三四五六七八九十百千、至和及第条款项]+$/u

function isFormal(change: Change): boolean {
  if (formOf(change.out) === formOf(change.in)) return true
  return isCited(change, change.out) && isCited(change, change.in)
}

/** The number of an article that is pointed to: 第[二十八→三十四]条. */
function isCited({ before, after }: Change, words: string): boolean {
  const isWhole = /^第.*[条款项]$/u.test(words)
  const isInside = before.endsWith('第') && /^[条款项]/u.test(after)
  return NUMERAL.test(words) && (isWhole || isInside)
}

function formOf(words: string): string {
  return SAME.reduce((form, [pattern, one]) => form.replace(pattern, one), words)
}
