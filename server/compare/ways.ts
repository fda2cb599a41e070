import type { ComparedMark, Sentence } from '../model/comparison.ts'
import type { Judgement } from './judgement.ts'

/** Another way to comply that a wording opens; one object each, so that sides share them. */
export type Way = Sentence

const ALTERNATIVE: Way = { zh: '替代', en: 'an alternative' }
const EXCEPTION: Way = { zh: '例外', en: 'an exception' }

/** The ways that the marks of a cell open; `sequels` are the statements right behind them. */
export function waysOf(
  marks: readonly ComparedMark[],
  sequels: readonly ComparedMark[],
  words: readonly string[],
): readonly Way[] {
  const alternative = marks.some((mark) => hasAlternative(mark, words))
  const exception = marks.some(({ quote }) => EXCEPTS.test(quote)) || sequels.some(({ quote }) => OPENS.test(quote))
  return [...(alternative ? [ALTERNATIVE] : []), ...(exception ? [EXCEPTION] : [])]
}

/** A way added is LOOSER, a way dropped STRICTER; null where both sides open the same. */
export function compareWays(left: readonly Way[], right: readonly Way[]): Judgement | null {
  const added = right.filter((way) => !left.includes(way))
  const dropped = left.filter((way) => !right.includes(way))
  if (added.length === 0 && dropped.length === 0) return null
  const relation = dropped.length === 0 ? 'LOOSER' : added.length === 0 ? 'STRICTER' : 'DIFFERENT'
  const parts = [list(added, { zh: '增加', en: 'adds ' }), list(dropped, { zh: '去掉', en: 'drops ' })]
  const told = parts.filter((part) => part !== null)
  return { relation, reason: { zh: told.map(({ zh }) => zh).join('，'), en: told.map(({ en }) => en).join(', ') } }
}

function list(ways: readonly Way[], verb: Sentence): Sentence | null {
  if (ways.length === 0) return null
  return { zh: verb.zh + ways.map(({ zh }) => zh).join('和'), en: verb.en + ways.map(({ en }) => en).join(' and ') }
}

const CLAUSE = /[^，,；;。\n]+/g
const NEAR = 6

/**
 * 应为独立法人单位或…: in a clause that demands, 或 within a few characters of the requirement's own words joins another
 * way to meet it. Not so in a list (A、B或C), under a negation, or in the case that a rule is for (…或…的).
 */
function hasAlternative({ quote, modal, rank }: ComparedMark, words: readonly string[]): boolean {
  if (modal === null || rank !== 1) return false
  return (quote.match(CLAUSE) ?? []).some(
    (clause) =>
      clause.includes(modal) &&
      !IN_LIST.test(clause) &&
      !NEGATED.test(clause) &&
      !isCase(clause) &&
      joins(clause, words),
  )
}

const IN_LIST = /、[^、]*或|或[^、]*、|或[^、]*等/
const NEGATED = /(?:不存在|不得|没有|未|无|禁止|严禁)[^或]*或/

function isCase(clause: string): boolean {
  return clause.trimEnd().endsWith('的')
}

function joins(clause: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const at = clause.indexOf(word)
    if (at < 0) return false
    const end = at + word.length
    return `${clause.slice(Math.max(0, at - 2), at)} ${clause.slice(end, end + NEAR)}`.includes('或')
  })
}

/** Words that let somebody off. */
const EXCEPTING =
  '(?:尚不|暂不|不)具备[^，。；]{0,6}条件的|确有困难|特殊(?:情况|原因|情形)|除外|经[^，。；]{1,12}同意的?，?可以?不'
const EXCEPTS = new RegExp(EXCEPTING)
/** A statement that opens with the exception belongs to the one before it: …；尚不具备条件的，先行…. */
const OPENS = new RegExp(`^[^，。；]{0,8}?(?:${EXCEPTING})`)
