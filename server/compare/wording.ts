import type { ComparedMark, Sentence } from '../model/comparison.ts'
import { combine, type Judgement } from './judgement.ts'
import { ALIKE, bare, containment, likeness, printOf, type Print } from './likeness.ts'
import { changesInWords } from './word-changes.ts'
import { compareWays, waysOf, type Way } from './ways.ts'

/** One side of a row in words: its marks, and the names by which the document calls itself. */
export interface Wording {
  readonly name: Sentence
  readonly ownNames: readonly string[]
  readonly marks: readonly ComparedMark[]
  /** Statements right behind the marks: an exception may stand there. */
  readonly sequels: readonly ComparedMark[]
}

/** What is compared of a wording, read once per cell. */
export interface Core {
  readonly name: Sentence
  readonly clauses: readonly Clause[]
  readonly top: ComparedMark | null
  readonly ways: readonly Way[]
  readonly onlyDelegates: boolean
  readonly quotes: readonly string[]
  readonly ownNames: readonly string[]
}

interface Clause {
  readonly print: Print
  /** Rung of the modality ladder; null where the modal word is not known to reach the clause. */
  readonly rung: number | null
  readonly modal: string | null
}

/**
 * How the words of a cell stand to those of the base on one requirement; both sides hold at least one mark. First the
 * modality ladder (应 › 原则上应 › 鼓励 › 可), clause by clause where the wording is alike, else by the strongest; with it
 * alternatives and exceptions; then the wording itself: the same when the shorter one stands in the longer.
 */
export function relateWording(base: Core, other: Core): Judgement {
  const elsewhere = compareDelegation(base, other)
  if (elsewhere) return elsewhere
  const share = sharedWording(base, other)
  const findings = [...compareLadder(base, other), compareWays(base.ways, other.ways)].filter(
    (finding) => finding !== null,
  )
  if (findings.length > 0) return combine(findings, sameWords(base, other, share))
  if (isTurned(base, other)) return turned(base)
  return share >= ALIKE
    ? { relation: 'SAME', reason: sameWords(base, other, share) }
    : { relation: 'DIFFERENT', reason: otherWords(base, other, share) }
}

/** Reads a side for comparison; only the clauses that hold one of the aspect's own `words` count as its wording. */
export function coreOf({ name, marks, sequels, ownNames }: Wording, words: readonly string[]): Core {
  const clauses = marks.flatMap((mark) =>
    clausesWith(mark.quote, words).map((clause) => ({
      print: printOf(bare(clause, ownNames)),
      rung: rungOf(mark),
      modal: mark.modal,
    })),
  )
  return {
    name,
    clauses,
    top: strongest(marks),
    ways: waysOf(marks, sequels, words),
    onlyDelegates: isDelegated(marks),
    quotes: marks.map(({ quote }) => quote),
    ownNames,
  }
}

/** Whether all that is said is that another document will say it (另行制定). */
export function isDelegated(marks: readonly ComparedMark[]): boolean {
  return marks.length > 0 && marks.every((mark) => mark.delegated !== null)
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
const WEAK = 3

/** 应 reaches the later clauses of its sentence; whether 鼓励 or 可 does is not known, so nothing is built on it. */
function rungOf({ quote, modal, rank }: ComparedMark): number | null {
  const isCarried = modal !== null && !quote.includes(modal)
  return isCarried && (rank ?? STATED) >= WEAK ? null : (rank ?? STATED)
}

const CLAUSE_END = /[，,；;。\n]+/

function clausesWith(quote: string, words: readonly string[]): readonly string[] {
  const clauses = quote.split(CLAUSE_END).filter((clause) => clause.trim() !== '')
  const speaking = clauses.filter((clause) => words.some((word) => clause.includes(word)))
  return speaking.length > 0 ? speaking : [quote]
}

/** How much of the shorter side's wording stands in the longer side's, 0 to 1. */
function sharedWording(left: Core, right: Core): number {
  const [one, two] = [lengthOf(left), lengthOf(right)]
  if (one === two) return (coverage(left, right) + coverage(right, left)) / 2
  return one < two ? coverage(left, right) : coverage(right, left)
}

function coverage(of: Core, by: Core): number {
  const found = of.clauses.map(
    ({ print }) => print.text.length * Math.max(0, ...by.clauses.map((other) => likeness(print, other.print))),
  )
  const length = lengthOf(of)
  return length === 0 ? 0 : found.reduce((sum, part) => sum + part, 0) / length
}

function lengthOf({ clauses }: Core): number {
  return clauses.reduce((sum, { print }) => sum + print.text.length, 0)
}

/**
 * For every clause that both sides have, the strongest rung on which each has it; where they have none in common, the
 * strongest rung of each.
 */
function compareLadder(left: Core, right: Core): readonly (Judgement | null)[] {
  const rungs = new Set([...left.clauses, ...right.clauses].map(({ rung }) => rung))
  if (rungs.size < 2) return []
  const pairs = [...left.clauses, ...right.clauses]
    .map(({ print }) => [firmestLike(print, left), firmestLike(print, right)] as const)
    .filter(([from, to]) => from !== null && to !== null)
  const compared = pairs.length > 0 ? pairs : [[firmest(left.clauses), firmest(right.clauses)] as const]
  return compared.map(([from, to]) => compareRungs(from, to))
}

function firmestLike(print: Print, { clauses }: Core): Clause | null {
  return firmest(clauses.filter((clause) => speaksAlike(print, clause.print)))
}

/** Long enough to be a statement: shorter ones stand in others by chance. */
const STATEMENT = 6

function speaksAlike(one: Print, two: Print): boolean {
  if (likeness(one, two) >= ALIKE) return true
  return Math.min(one.text.length, two.text.length) >= STATEMENT && containment(one, two) >= ALIKE
}

/** The clause on the strongest rung, one with a modal word before one without. */
function firmest(clauses: readonly Clause[]): Clause | null {
  return clauses.reduce<Clause | null>((best, clause) => {
    if (clause.rung === null) return best
    const gap = best?.rung ? clause.rung - best.rung : -1
    return gap < 0 || (gap === 0 && best?.modal === null) ? clause : best
  }, null)
}

function compareRungs(from: Clause | null, to: Clause | null): Judgement | null {
  if (!from?.rung || !to?.rung || from.rung === to.rung) return null
  const [there, here] = [modalOf(from), modalOf(to)]
  return {
    relation: to.rung > from.rung ? 'LOOSER' : 'STRICTER',
    reason: { zh: `${there.zh} → ${here.zh}`, en: `${there.en} → ${here.en}` },
  }
}

function modalOf({ modal }: Clause): Sentence {
  return modal === null ? { zh: '直接规定', en: 'stated outright' } : { zh: modal, en: `“${modal}”` }
}

const PROHIBITION = /不得|禁止|严禁|不准|不允许/

/** A prohibition on one side, a demand on the other. */
function isTurned(left: Core, right: Core): boolean {
  const [one, two] = [left.top, right.top]
  if (!one?.modal || !two?.modal || one.rank !== STATED || two.rank !== STATED) return false
  return PROHIBITION.test(one.modal) !== PROHIBITION.test(two.modal)
}

function turned({ name, top }: Core): Judgement {
  return {
    relation: 'DIFFERENT',
    reason: PROHIBITION.test(top?.modal ?? '')
      ? { zh: `${name.zh}是禁止，这里是要求`, en: `${name.en} forbids, here it is asked for` }
      : { zh: `${name.zh}是要求，这里是禁止`, en: `${name.en} asks for it, here it is forbidden` },
  }
}

function compareDelegation(base: Core, other: Core): Judgement | null {
  if (base.onlyDelegates && other.onlyDelegates)
    return { relation: 'SAME', reason: { zh: '都留待另行规定', en: 'both leave it to another document' } }
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

/** From this many times the length, the longer side says more than the same. */
const LONGER = 1.5

function sameWords(base: Core, other: Core, share: number): Sentence {
  const part = Math.round(share * 100)
  const same =
    part === 100
      ? { zh: '文字相同', en: 'same wording' }
      : { zh: `文字相近（${String(part)}%）`, en: `nearly the same wording (${String(part)}%)` }
  const [there, here] = [lengthOf(base), lengthOf(other)]
  if (there > LONGER * here)
    return { zh: `${same.zh}，${base.name.zh}另有规定`, en: `${same.en}, more in ${base.name.en}` }
  if (here > LONGER * there) return { zh: `${same.zh}，这里另有规定`, en: `${same.en}, more here` }
  return same
}

function otherWords(base: Core, other: Core, share: number): Sentence {
  const part = `${String(Math.round(share * 100))}%`
  const changes = changesInWords(base.quotes, other.quotes, [...base.ownNames, ...other.ownNames])
  const told = changes ? { zh: `${changes.zh}；`, en: `${changes.en}; ` } : { zh: '', en: '' }
  return {
    zh: `${told.zh}与${base.name.zh}文字重合${part}，不分宽严`,
    en: `${told.en}${part} of the wording shared with ${base.name.en}; no rule orders them`,
  }
}
