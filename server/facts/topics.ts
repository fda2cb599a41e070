import { clauses, segmentsOf } from '../grammar/clauses.ts'
import type { Stretch } from '../grammar/clauses.ts'
import { modalsIn } from '../grammar/modals.ts'
import type { Modal } from '../grammar/modals.ts'
import { wordFinder } from '../grammar/word-finder.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { TopicMark } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import type { AspectTerm, ModalityTerm, TopicTerm, Vocabulary } from '../model/vocabulary.ts'
import { placesOf } from './places.ts'
import type { Place } from './places.ts'
import { applicantTypes } from '../grammar/applicant-types.ts'
import { scopeAmong, trackOf } from './scope.ts'

/**
 * Every statement of the body under its topic: one mark per aspect that a segment speaks of, on the clauses that do, or
 * one for the whole segment when it speaks of none. The nearest heading decides the topic, then the words.
 */
export function readTopics(document: RegulationDocument, vocabulary: Vocabulary): readonly TopicMark[] {
  const places = placesOf(document)
  const track = trackOf(document)
  const words = vocabularyWords(vocabulary)
  return document.passages.flatMap((passage) => {
    if (passage.part !== 'body' || passage.provision === null) return []
    const headed = headedBy(places.get(passage.provision), words.main)
    return segmentsOf(passage.clean.text).flatMap((segment) =>
      statementsOf(passage, { segment, headed, words }).map((statement) => {
        const quote = document.raw.text.slice(statement.start, statement.end)
        return { ...statement, quote, track: track(passage.provision, quote) }
      }),
    )
  })
}

/** The vocabulary, prepared for reading many segments. */
interface Words {
  readonly modalities: readonly ModalityTerm[]
  /** Topics without a parent. */
  readonly main: readonly TopicTerm[]
  readonly children: ReadonlyMap<string, readonly TopicTerm[]>
  /** The aspects and topics that may be spoken of in a text: those with a word in it, in the order of the vocabulary. */
  readonly heardIn: (text: string) => Heard
}

interface Heard {
  readonly aspects: readonly AspectTerm[]
  readonly topics: ReadonlySet<TopicTerm>
}

const PREPARED = new WeakMap<Vocabulary, Words>()

function vocabularyWords(vocabulary: Vocabulary): Words {
  const known = PREPARED.get(vocabulary)
  if (known !== undefined) return known
  const words = prepare(vocabulary)
  PREPARED.set(vocabulary, words)
  return words
}

const NOTHING_HEARD: Heard = { aspects: [], topics: new Set() }

function prepare({ modalities, topics, aspects }: Vocabulary): Words {
  const children = topics.map(({ key }) => [key, topics.filter(({ parent }) => parent === key)] as const)
  const find = wordFinder([...aspects, ...topics].flatMap(({ words }) => words))
  const [aspectsOf, topicsOf] = [termsByWord(aspects), termsByWord(topics)]
  return {
    modalities,
    main: topics.filter(({ parent }) => parent === null),
    children: new Map(children),
    heardIn: (text) => {
      const found = [...find(text)]
      if (found.length === 0) return NOTHING_HEARD
      const heard = new Set(found.flatMap((word) => aspectsOf.get(word) ?? []))
      return {
        aspects: heard.size < 2 ? [...heard] : aspects.filter((aspect) => heard.has(aspect)),
        topics: new Set(found.flatMap((word) => topicsOf.get(word) ?? [])),
      }
    },
  }
}

function termsByWord<T extends { readonly words: readonly string[] }>(terms: readonly T[]): ReadonlyMap<string, T[]> {
  const byWord = new Map<string, T[]>()
  for (const term of terms) for (const word of term.words) byWord.set(word, [...(byWord.get(word) ?? []), term])
  return byWord
}

interface Setting {
  readonly segment: Stretch
  /** The topics that the headings open. */
  readonly headed: readonly TopicTerm[]
  readonly words: Words
}

type Statement = Omit<TopicMark, 'quote' | 'track'>

function statementsOf(passage: Passage, { segment, headed, words }: Setting): readonly Statement[] {
  const { text } = passage.clean
  const wording = text.slice(segment.from, segment.to)
  const modals = modalsIn(wording, words.modalities)
    .filter((modal) => !CONTRARY.test(wording.slice(modal.to)) && bindsClause(wording, modal))
    .map((modal) => shifted(modal, segment.from))
  const parts = clauses(text, segment)
  const heard = words.heardIn(wording)
  const stretches = aspectStretches(text, parts, heard.aspects)
  const whole = { aspect: null, at: trimmed(text, segment) }
  const told = (stretches.length > 0 ? stretches : [whole]).filter(({ at }) => at.from < at.to)
  return told.map(({ aspect, at }) => {
    const modal = modalOf(modals, at)
    return {
      ...rawSpan(passage.clean, at.from, at.to),
      topic: aspect?.topic ?? topicOf(text.slice(at.from, at.to), { headed, words, heard: heard.topics }),
      aspect: aspect?.key ?? null,
      provision: passage.provision ?? '',
      modal: modal?.word ?? null,
      rank: modal?.rank ?? null,
      delegated: DELEGATED.exec(text.slice(at.from, at.to))?.[0] ?? null,
      applicantTypes: applicantTypes(scopeAmong(text, parts, at.from)?.words ?? null),
      rule: aspect === null ? byTopic(headed) : `word ${wordOf(text.slice(at.from, at.to), aspect)}`,
    }
  })
}

function byTopic(headed: readonly TopicTerm[]): string {
  return headed.length === 0 ? 'words of the topic' : `heading opens ${headed.map(({ key }) => key).join(', ')}`
}

function wordOf(words: string, { words: terms }: AspectTerm): string {
  return terms.find((term) => words.includes(term)) ?? ''
}

/** 具体办法另行制定, 由省科技厅另行规定: the matter is settled elsewhere. */
const DELEGATED = /另行(?:制定|规定|通知|公布|发布|印发|确定)/

/** 应参加评估而不参加评估的: the modal word belongs to what did not happen. */
const CONTRARY = /^[^，。；]{1,10}而[不未]/

/** 支持 and 优先 bind at the head of a clause; in 制定支持建设的政策 they are what a noun is about. */
function bindsClause(told: string, { modality, from }: Modal): boolean {
  if (modality !== 'encouragement') return true
  const head = told.slice(0, from)
  return HEADS_CLAUSE.test(head.slice(Math.max(head.lastIndexOf('，'), head.lastIndexOf('：')) + 1))
}

const HEADS_CLAUSE =
  /^(?:[^，]{0,24}(?:部门|政府|单位|[厅局委市省县]|国家|资金|机构|企业|财政))?(?:依法|应当?|可以?|要|并|同时|优先|积极|大力|重点|继续|引导|鼓励和?|等方式)*$/

function shifted(modal: Modal, by: number): Modal {
  return { ...modal, from: modal.from + by, to: modal.to + by }
}

/** The modal word inside the stretch, else the last one before it: later clauses live under the first one's 应. */
function modalOf(modals: readonly Modal[], at: Stretch): Modal | null {
  const inside = modals.filter(({ from, to }) => at.from <= from && to <= at.to)
  const strongest = [...inside].sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9))[0]
  return strongest ?? modals.filter(({ to }) => to <= at.from).at(-1) ?? null
}

/** The clauses of a segment that speak of an aspect, neighbouring ones joined. */
function aspectStretches(text: string, parts: readonly Stretch[], aspects: readonly AspectTerm[]) {
  return aspects.flatMap((aspect) => {
    const speaking = parts.filter(({ from, to }) => speaksOf(text.slice(from, to), aspect))
    const [first, last] = [speaking[0], speaking.at(-1)]
    return first && last ? [{ aspect, at: trimmed(text, whole(text, parts, { from: first.from, to: last.to })) }] : []
  })
}

/**
 * A condition and what follows from it are one statement: 整改期满仍未通过的，取消资格. A 的-clause holds up to the end of
 * its segment, words of time only for the next clause.
 */
function whole(text: string, parts: readonly Stretch[], { from, to }: Stretch): Stretch {
  const ends = (part: Stretch, words: RegExp) => words.test(text.slice(part.from, part.to))
  const before = parts.findLast((part) => part.to < from && ends(part, part.to === from - 1 ? /[的后时]$/ : /的$/))
  const after = parts.find((part) => part.from === to + 1)
  return {
    from: before?.from ?? from,
    to: after && ends({ from, to }, /[的后时]$/) ? after.to : to,
  }
}

function speaksOf(words: string, { words: terms, excludes = [] }: AspectTerm): boolean {
  return terms.some((term) => words.includes(term)) && !excludes.some((term) => words.includes(term))
}

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const lead = /^[\s，、；。：]*/.exec(text.slice(from, to))?.[0].length ?? 0
  return { from: Math.min(from + lead, to), to }
}

interface Spoken {
  readonly headed: readonly TopicTerm[]
  readonly words: Words
  readonly heard: ReadonlySet<TopicTerm>
}

function topicOf(text: string, { headed, words: { main, children }, heard }: Spoken): string {
  const best = (topics: readonly TopicTerm[]) =>
    bestByWords(
      text,
      topics.filter((topic) => heard.has(topic)),
    )
  const spoken = best(headed.length > 0 ? headed : main) ?? headed[0] ?? main.find(({ otherwise }) => otherwise)
  if (spoken === undefined) return ''
  return best(children.get(spoken.key) ?? [])?.key ?? spoken.key
}

/** The topics that the nearest telling heading or lead-in opens; a heading such as 条件和程序 opens two. */
function headedBy(place: Place | undefined, topics: readonly TopicTerm[]): readonly TopicTerm[] {
  for (const { heading, lead } of place?.levels ?? []) {
    const opened = LIST_OF.exec(lead)?.[1]
    const listed = opened === undefined ? [] : topics.filter(({ headings }) => headings.includes(opened))
    if (listed.length === 1) return listed
    const found = topics.filter(({ headings }) => holds(heading, headings))
    if (found.length > 0)
      return GENERAL.test(heading) ? [...found, ...topics.filter(({ key }) => key === 'duties')] : found
  }
  return []
}

/** What the list after a lead-in is a list of: 应具备以下基本条件：, 主要职责是：. */
const LIST_OF = /(条件|程序|职责|支持措施|罚则)(?:为|是|如下)?[：:]$/

/** General provisions also say who is in charge. */
const GENERAL = /总则|总体要求/

function holds(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word))
}

/** The topic with the most characters of its words in the text; null when none occurs. */
function bestByWords(text: string, topics: readonly TopicTerm[]): TopicTerm | null {
  let [best, most]: [TopicTerm | null, number] = [null, 0]
  for (const topic of topics) {
    const score = weight(text, topic.words)
    if (score > most) [best, most] = [topic, score]
  }
  return best
}

function weight(text: string, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (text.includes(word) ? word.length : 0), 0)
}
