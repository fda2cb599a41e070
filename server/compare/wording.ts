import type { ComparedMark, Sentence } from '../model/comparison.ts'
import { combine, type Judgement } from './judgement.ts'
import { bare, likeness } from './likeness.ts'

/** One side of a row in words: its marks, and the names by which the document calls itself. */
export interface Wording {
  readonly name: Sentence
  readonly ownNames: readonly string[]
  readonly marks: readonly ComparedMark[]
}

/** From this share of common wording two clauses say the same. */
const ALIKE = 0.8

/**
 * How the words of a cell stand to those of the base on one requirement; both sides hold at least one mark. The modality
 * ladder comes first (应 › 原则上应 › 鼓励 › 可), then alternatives and exceptions, then the wording itself. `words` are the
 * aspect's own: only the clauses that hold one of them are compared.
 */
export function relateWording(base: Wording, other: Wording, words: readonly string[]): Judgement {
  const elsewhere = compareDelegation(base, other)
  if (elsewhere) return elsewhere
  const [left, right] = [coreOf(base, words), coreOf(other, words)]
  const share = bestLikeness(left, right)
  const findings = [compareLadder(left, right), compareWays(left, right, words)].filter((finding) => finding !== null)
  const turned = isProhibition(left) !== isProhibition(right)
  if (turned && findings.length === 0) return opposite(base, isProhibition(left))
  if (findings.length > 0) return combine(findings, sameWords(share))
  return share >= ALIKE
    ? { relation: 'SAME', reason: sameWords(share) }
    : { relation: 'DIFFERENT', reason: otherWords(base, share) }
}

/** The strongest mark: the lowest rung of the ladder; a clause without a modal word states a fact and binds like 应. */
export function strongest(marks: readonly ComparedMark[]): ComparedMark | null {
  return marks.reduce<ComparedMark | null>((best, mark) => (!best || stronger(mark, best) ? mark : best), null)
}

function stronger(mark: ComparedMark, best: ComparedMark): boolean {
  const gap = (mark.rank ?? STATED) - (best.rank ?? STATED)
  return gap < 0 || (gap === 0 && best.modal === null && mark.modal !== null)
}

const STATED = 1

interface Core {
  readonly rank: number
  readonly modal: string | null
  readonly clauses: readonly string[]
  readonly bareClauses: readonly string[]
  readonly whole: string
}

/** The clauses of the strongest rung that speak of the requirement; its alternatives and exceptions are looked for in all. */
function coreOf({ marks, ownNames }: Wording, words: readonly string[]): Core {
  const top = strongest(marks)
  const rank = top?.rank ?? STATED
  const firm = marks.filter((mark) => (mark.rank ?? STATED) === rank)
  const clauses = firm.flatMap((mark) => clausesWith(mark.quote, words))
  const bareClauses = clauses.map((clause) => bare(clause, ownNames))
  return { rank, modal: top?.modal ?? null, clauses, bareClauses, whole: marks.map((mark) => mark.quote).join('。') }
}

const CLAUSE_END = /[，,；;。\n]+/

function clausesWith(quote: string, words: readonly string[]): readonly string[] {
  const clauses = quote.split(CLAUSE_END).filter((clause) => clause.trim() !== '')
  const speaking = clauses.filter((clause) => words.some((word) => clause.includes(word)))
  return speaking.length > 0 ? speaking : [quote]
}

function bestLikeness(left: Core, right: Core): number {
  const shares = left.bareClauses.flatMap((one) => right.bareClauses.map((two) => likeness(one, two)))
  return Math.max(0, ...shares)
}

function compareLadder(left: Core, right: Core): Judgement | null {
  if (left.rank === right.rank) return null
  const [from, to] = [modalName(left), modalName(right)]
  return {
    relation: right.rank > left.rank ? 'LOOSER' : 'STRICTER',
    reason: { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` },
  }
}

function modalName({ modal }: Core): Sentence {
  return modal ? { zh: modal, en: `“${modal}”` } : { zh: '直接规定', en: 'stated outright' }
}

const PROHIBITION = /不得|禁止|严禁|不准|不允许/

function isProhibition({ modal }: Core): boolean {
  return PROHIBITION.test(modal ?? '')
}

function opposite(base: Wording, baseForbids: boolean): Judgement {
  return {
    relation: 'DIFFERENT',
    reason: baseForbids
      ? { zh: `${base.name.zh}是禁止，这里是要求`, en: `${base.name.en} forbids, here it is asked for` }
      : { zh: `${base.name.zh}是要求，这里是禁止`, en: `${base.name.en} asks for it, here it is forbidden` },
  }
}

interface Way {
  readonly zh: string
  readonly en: string
  readonly found: (core: Core, words: readonly string[]) => boolean
}

/** Words that open another way to comply. */
const EXCEPTION =
  /(?:尚不|暂不|不)具备[^，。；]{0,6}条件的|确有困难|确因|特殊情况|特殊原因|除外的?|经[^，。；]{1,12}同意的?，?可以?不/
const NEAR = 6

const WAYS: readonly Way[] = [
  { zh: '替代', en: 'an alternative', found: hasAlternative },
  { zh: '例外', en: 'an exception', found: ({ whole }) => EXCEPTION.test(whole) },
]

/** 独立法人单位或…: 或 within a few characters of the requirement's own words joins another way to meet it. */
function hasAlternative({ clauses }: Core, words: readonly string[]): boolean {
  return clauses.some((clause) =>
    words.some((word) => {
      const at = clause.indexOf(word)
      if (at < 0) return false
      return /或者?/.test(
        clause.slice(Math.max(0, at - 2), at) + clause.slice(at + word.length, at + word.length + NEAR),
      )
    }),
  )
}

function compareWays(left: Core, right: Core, words: readonly string[]): Judgement | null {
  const changes = WAYS.map((way) => ({ way, there: way.found(left, words), here: way.found(right, words) }))
  const added = changes.filter(({ there, here }) => here && !there).map(({ way }) => way)
  const dropped = changes.filter(({ there, here }) => there && !here).map(({ way }) => way)
  if (added.length === 0 && dropped.length === 0) return null
  const relation = dropped.length === 0 ? 'LOOSER' : added.length === 0 ? 'STRICTER' : 'DIFFERENT'
  const parts = [list(added, { zh: '增加', en: 'adds ' }), list(dropped, { zh: '去掉', en: 'drops ' })].filter(
    (part) => part !== null,
  )
  return { relation, reason: { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') } }
}

function list(ways: readonly Way[], verb: Sentence): Sentence | null {
  if (ways.length === 0) return null
  return { zh: verb.zh + ways.map(({ zh }) => zh).join('和'), en: verb.en + ways.map(({ en }) => en).join(' and ') }
}

function compareDelegation(base: Wording, other: Wording): Judgement | null {
  const [there, here] = [onlyDelegates(base), onlyDelegates(other)]
  if (there === here) return null
  return {
    relation: 'DIFFERENT',
    reason: here
      ? { zh: '这里留待另行规定', en: 'left to another document here' }
      : {
          zh: `${base.name.zh}留待另行规定，这里作了规定`,
          en: `${base.name.en} leaves it to another document, settled here`,
        },
  }
}

function onlyDelegates({ marks }: Wording): boolean {
  return marks.length > 0 && marks.every((mark) => mark.delegated !== null)
}

function sameWords(share: number): Sentence {
  return share === 1
    ? { zh: '文字相同', en: 'same wording' }
    : { zh: `文字相近（${percent(share)}）`, en: `nearly the same wording (${percent(share)})` }
}

function otherWords({ name }: Wording, share: number): Sentence {
  return {
    zh: `与${name.zh}文字重合${percent(share)}，不分宽严`,
    en: `${percent(share)} of the wording shared with ${name.en}; no rule orders them`,
  }
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}
