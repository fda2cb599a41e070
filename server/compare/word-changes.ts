import { actorOf } from '../grammar/subjects.ts'
import type { Sentence } from '../model/comparison.ts'
import { bare, likeness, printOf, type Print } from './likeness.ts'

/** A clause as it stands in the text, and what is compared of it. */
interface Part {
  readonly words: string
  readonly print: Print
}

/**
 * What changed from one wording to another, where a rule can tell: another subject of the same act, conditions and clauses
 * beside those that both have, words put in, left out or exchanged in clauses that are else the same. Null where the two
 * have too little in common for any of it.
 * @example changesInWords(['市科技局负责考核工作'], ['县科技局负责考核工作'], [])?.zh // 主体由“市科技局”改为“县科技局”
 */
export function changesInWords(
  base: readonly string[],
  other: readonly string[],
  ownNames: readonly string[],
): Sentence | null {
  const key = JSON.stringify([base, other, ownNames])
  const known = KNOWN.get(key)
  if (known !== undefined) return known
  const found = findChanges(base, other, ownNames)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(key, found)
  return found
}

/** The same cells are held against each other whenever a filter of the comparison changes. */
const KNOWN = new Map<string, Sentence | null>()
const MOST_KNOWN = 5_000

function findChanges(base: readonly string[], other: readonly string[], ownNames: readonly string[]): Sentence | null {
  const [there, here] = [partsOf(base, ownNames), partsOf(other, ownNames)]
  const gone = there.filter((part) => !here.some((one) => isAlike(part, one)))
  const added = here.filter((part) => !there.some((one) => isAlike(part, one)))
  if (gone.length + added.length > MOST_PARTS) return null
  const hasCommon = gone.length < there.length
  const pairs = pairsOf(gone, added)
  const told = [
    ...pairs.flatMap((pair) => exchanged(pair) ?? []).slice(0, MOST_TOLD),
    ...(hasCommon ? beside(without(gone, pairs), GONE).slice(0, 1) : []),
    ...(hasCommon ? beside(without(added, pairs), ADDED).slice(0, 1) : []),
  ].slice(0, MOST_TOLD)
  if (told.length === 0) return null
  return { zh: told.map(({ zh }) => zh).join('；'), en: told.map(({ en }) => en).join('; ') }
}

const MOST_PARTS = 12
const MOST_TOLD = 2
const PART_END = /[，,；;。\n]+/

function partsOf(quotes: readonly string[], ownNames: readonly string[]): readonly Part[] {
  const words = quotes.flatMap((quote) => quote.split(PART_END)).map((part) => part.replace(/\s+/g, ''))
  const parts = [...new Set(words)].map((part) => ({ words: part, print: printOf(bare(part, ownNames)) }))
  return parts.filter(({ print }) => print.text.length > 1)
}

/** From this share of common wording a clause is the same one. */
const SAME = 0.9
/** From this share it is the same clause with other words in it. */
const AKIN = 0.55

function isAlike(one: Part, two: Part): boolean {
  return one.print.text === two.print.text || likeness(one.print, two.print) >= SAME
}

type Pair = readonly [Part, Part]

/** Clauses that answer each other, the likest first; each stands in one pair. */
function pairsOf(gone: readonly Part[], added: readonly Part[]): readonly Pair[] {
  const all = gone
    .flatMap((one) => added.map((two) => ({ pair: [one, two] as const, share: kinship(one, two) })))
    .filter(({ share }) => share >= AKIN)
    .sort((one, two) => two.share - one.share)
  const taken = new Set<Part>()
  return all.flatMap(({ pair }) => {
    if (pair.some((part) => taken.has(part))) return []
    for (const part of pair) taken.add(part)
    return [pair]
  })
}

/** How much of the longer clause stands before and behind the one place where the two differ. */
function kinship({ words: one }: Part, { words: two }: Part): number {
  const { head, tail } = frameOf(one, two)
  return (head + tail) / Math.max(one.length, two.length)
}

function frameOf(one: string, two: string): { readonly head: number; readonly tail: number } {
  const shortest = Math.min(one.length, two.length)
  let head = 0
  while (head < shortest && one[head] === two[head]) head += 1
  let tail = 0
  while (tail < shortest - head && one.at(-1 - tail) === two.at(-1 - tail)) tail += 1
  return { head, tail }
}

function without(parts: readonly Part[], pairs: readonly Pair[]): readonly Part[] {
  return parts.filter((part) => !pairs.some((pair) => pair.includes(part)))
}

function exchanged([one, two]: Pair): Sentence | null {
  const subject = otherSubject(one.words, two.words)
  if (subject) return subject
  const [from, to] = differing(one.words, two.words)
  if (from === '' && to === '') return null
  if (from === '') return { zh: `增加“${shown(to)}”`, en: `adds “${shown(to)}”` }
  if (to === '') return { zh: `去掉“${shown(from)}”`, en: `drops “${shown(from)}”` }
  return { zh: `“${shown(from)}”改为“${shown(to)}”`, en: `“${shown(from)}” becomes “${shown(to)}”` }
}

/** Another body for the same act: nothing of the clause but its subject changed. */
function otherSubject(one: string, two: string): Sentence | null {
  const [from, to] = [actorOf(one), actorOf(two)]
  if (!from || !to || from.name === to.name || one.slice(from.end) !== two.slice(to.end)) return null
  return {
    zh: `主体由“${shown(from.name)}”改为“${shown(to.name)}”`,
    en: `the subject “${shown(from.name)}” becomes “${shown(to.name)}”`,
  }
}

/** The words in which two clauses differ; a lone character takes its neighbour with it, to be read as a word. */
function differing(one: string, two: string): readonly [string, string] {
  const { head, tail } = frameOf(one, two)
  const cut = (words: string, from: number) => words.slice(from, words.length - tail)
  const isLone = [cut(one, head), cut(two, head)].some((words) => words.length === 1)
  const from = isLone ? Math.max(0, head - 1) : head
  return [cut(one, from), cut(two, from)]
}

interface Verb {
  readonly clause: Sentence
  readonly condition: Sentence
}
/** The clause may stand elsewhere in the document: all that is said is what these words hold. */
const GONE: Verb = {
  clause: { zh: '此处无', en: 'without' },
  condition: { zh: '此处无条件', en: 'without the condition' },
}
const ADDED: Verb = {
  clause: { zh: '此处另有', en: 'here also' },
  condition: { zh: '此处另有条件', en: 'here also the condition' },
}

function beside(parts: readonly Part[], { clause, condition }: Verb): readonly Sentence[] {
  return parts.map(({ words }) => {
    const verb = CONDITION.test(words) ? condition : clause
    return { zh: `${verb.zh}“${shown(words)}”`, en: `${verb.en} “${shown(words)}”` }
  })
}

/** …的, 经…批准后, 在…前: a clause that says when, not what. */
const CONDITION = /(?:的|之?[前后]|[时])$|^(?:经|在[^，]{2,20}(?:下|内)$)/

const LONGEST = 24

/** Quoted words, the end left out where they are long. */
function shown(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}
