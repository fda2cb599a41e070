import type { ComparedMark, Sentence } from '../model/comparison.ts'
import { combine, type Judgement } from './judgement.ts'
import { bare, likeness, printOf, type Print } from './likeness.ts'

/** One side of a row in words: its marks, and the names by which the document calls itself. */
export interface Wording {
  readonly name: Sentence
  readonly ownNames: readonly string[]
  readonly marks: readonly ComparedMark[]
  /** Statements right behind the marks: an exception may stand there. */
  readonly sequels: readonly ComparedMark[]
}

/** What is compared of a wording, read once per cell: the clauses of the strongest rung that speak of the requirement. */
export interface Core {
  readonly name: Sentence
  readonly rank: number
  readonly modal: string | null
  readonly prints: readonly Print[]
  readonly ways: readonly Way[]
  readonly onlyDelegates: boolean
}

/** From this share of common wording two clauses say the same. */
const ALIKE = 0.8

/**
 * How the words of a cell stand to those of the base on one requirement; both sides hold at least one mark. The modality
 * ladder comes first (应 › 原则上应 › 鼓励 › 可), then alternatives and exceptions, then the wording itself.
 */
export function relateWording(base: Core, other: Core): Judgement {
  const elsewhere = compareDelegation(base, other)
  if (elsewhere) return elsewhere
  const findings = [compareLadder(base, other), compareWays(base, other)].filter((finding) => finding !== null)
  const share = bestLikeness(base, other)
  if (findings.length > 0) return combine(findings, sameWords(share))
  if (isProhibition(base) !== isProhibition(other)) return opposite(base)
  return share >= ALIKE
    ? { relation: 'SAME', reason: sameWords(share) }
    : { relation: 'DIFFERENT', reason: otherWords(base, share) }
}

/** Reads a side for comparison; only the clauses that hold one of the aspect's own `words` count as its wording. */
export function coreOf({ name, marks, sequels, ownNames }: Wording, words: readonly string[]): Core {
  const top = strongest(marks)
  const rank = top?.rank ?? STATED
  const firm = marks.filter((mark) => (mark.rank ?? STATED) === rank)
  const clauses = firm.flatMap((mark) => clausesWith(mark.quote, words))
  const exceptions = sequels.filter((sequel) => LEADS_TO_EXCEPTION.test(sequel.quote))
  const whole = [...marks, ...exceptions].map((mark) => mark.quote).join('。')
  return {
    name,
    rank,
    modal: top?.modal ?? null,
    prints: clauses.map((clause) => printOf(bare(clause, ownNames))),
    ways: WAYS.filter((way) => way.found({ clauses, whole }, words)),
    onlyDelegates: marks.length > 0 && marks.every((mark) => mark.delegated !== null),
  }
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

const CLAUSE_END = /[，,；;。\n]+/

function clausesWith(quote: string, words: readonly string[]): readonly string[] {
  const clauses = quote.split(CLAUSE_END).filter((clause) => clause.trim() !== '')
  const speaking = clauses.filter((clause) => words.some((word) => clause.includes(word)))
  return speaking.length > 0 ? speaking : [quote]
}

function bestLikeness(left: Core, right: Core): number {
  const shares = left.prints.flatMap((one) => right.prints.map((two) => likeness(one, two)))
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

function opposite(base: Core): Judgement {
  return {
    relation: 'DIFFERENT',
    reason: isProhibition(base)
      ? { zh: `${base.name.zh}是禁止，这里是要求`, en: `${base.name.en} forbids, here it is asked for` }
      : { zh: `${base.name.zh}是要求，这里是禁止`, en: `${base.name.en} asks for it, here it is forbidden` },
  }
}

interface Text {
  readonly clauses: readonly string[]
  readonly whole: string
}

/** Another way to comply that a wording opens. */
interface Way extends Sentence {
  readonly found: (text: Text, words: readonly string[]) => boolean
}

/** Words that open another way to comply. */
const EXCEPTION =
  /(?:尚不|暂不|不)具备[^，。；]{0,6}条件的|确有困难|确因|特殊情况|特殊原因|除外的?|经[^，。；]{1,12}同意的?，?可以?不/
/** A statement that opens with the exception belongs to the one before it: …；尚不具备条件的，先行…. */
const LEADS_TO_EXCEPTION = new RegExp(`^[^，。；]{0,8}?(?:${EXCEPTION.source})`)
const NEAR = 6

const WAYS: readonly Way[] = [
  { zh: '替代', en: 'an alternative', found: hasAlternative },
  { zh: '例外', en: 'an exception', found: ({ whole }) => EXCEPTION.test(whole) },
]

/** 独立法人单位或…: 或 within a few characters of the requirement's own words joins another way to meet it. */
function hasAlternative({ clauses }: Text, words: readonly string[]): boolean {
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

function compareWays(left: Core, right: Core): Judgement | null {
  const added = right.ways.filter((way) => !left.ways.includes(way))
  const dropped = left.ways.filter((way) => !right.ways.includes(way))
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

function compareDelegation(base: Core, other: Core): Judgement | null {
  if (base.onlyDelegates === other.onlyDelegates) return null
  return {
    relation: 'DIFFERENT',
    reason: other.onlyDelegates
      ? { zh: '这里留待另行规定', en: 'left to another document here' }
      : {
          zh: `${base.name.zh}留待另行规定，这里作了规定`,
          en: `${base.name.en} leaves it to another document, settled here`,
        },
  }
}

function sameWords(share: number): Sentence {
  return share === 1
    ? { zh: '文字相同', en: 'same wording' }
    : { zh: `文字相近（${percent(share)}）`, en: `nearly the same wording (${percent(share)})` }
}

function otherWords({ name }: Core, share: number): Sentence {
  return {
    zh: `与${name.zh}文字重合${percent(share)}，不分宽严`,
    en: `${percent(share)} of the wording shared with ${name.en}; no rule orders them`,
  }
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}
