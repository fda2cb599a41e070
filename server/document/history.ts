import { findDates } from '../grammar/dates.ts'
import type { Block } from './blocks.ts'
import { isBodyName, isHistory } from './shapes.ts'

/** One event that the history under a title tells. */
export interface HistoryEvent {
  readonly kind: 'adopted' | 'published' | 'approved' | 'effective'
  /** Day of the event, ISO. */
  readonly date: string
  readonly names: readonly string[]
  /** It amended parts (修正, a decision to 修改, 第一次修订); 修订 of the whole is a new version of the text. */
  readonly isAmendment: boolean
  readonly isRevision: boolean
}

/**
 * The events of a law's history, in the order told: 2005年9月30日某省…会议通过 2009年…《关于修改…的决定》修正.
 * @example eventsOf(blocks)[0] // { kind: 'adopted', date: '2005-09-30', names: ['某省人民代表大会常务委员会'], … }
 */
export function eventsOf(blocks: readonly Block[]): readonly HistoryEvent[] {
  return historyTexts(blocks).flatMap(segments).flatMap(eventIn)
}

/**
 * The last day on which a history says that the text was amended or revised: 2009年…《关于修改…的决定》第一次修正. Null when
 * it says nothing of the kind.
 * @example lastAmended(blocks) // 2009-05-27
 */
export function lastAmended(blocks: readonly Block[]): string | null {
  const days = historyTexts(blocks)
    .flatMap(segments)
    .filter(({ words }) => /修改|修正|修订/.test(words))
    .map(({ date }) => date)
  return days.sort().at(-1) ?? null
}

/** The lines that tell a history, and what stands in brackets under a title. */
function historyTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ clean: { text }, label }) => {
    const told = label !== null ? null : isHistory(text) ? text : (BRACKETED.exec(text)?.[0] ?? null)
    return told ?? []
  })
}

const BRACKETED = /[（(](?:根据|经)?[^（）()]{0,40}\d{4}年[^（）()]*[）)]$/

/** From each date to the next. */
function segments(text: string): readonly { readonly date: string; readonly words: string }[] {
  const dates = findDates(text).filter(({ start }) => !isInTitle(text, start))
  return dates.map(({ iso, end }, at) => ({ date: iso, words: text.slice(end, dates[at + 1]?.start ?? text.length) }))
}

function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

const KINDS = [
  ['adopted', /通过/],
  ['published', /公布|发布|颁布|颁发|印发|令\s*第?[^，。；]{1,14}号|号令/],
  ['approved', /批准/],
  ['effective', /施行|实施|执行|生效/],
] as const

function eventIn({ date, words }: { readonly date: string; readonly words: string }): readonly HistoryEvent[] {
  const isRevision = /修订[^，。；《]{0,8}$/.test(words) && !/《|第[一二三四五六七八九十]+次修订/.test(words)
  const isAmendment = !isRevision && /修改|修正|修订|废止/.test(words)
  const names = namesOf(words)
  const kinds = KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind)
  const told =
    kinds.length === 0 && isRevision ? (['adopted'] as const) : kinds.slice(0, kinds[0] === 'adopted' ? 2 : 1)
  return told.map((kind) => ({ kind, date, names, isAmendment, isRevision }))
}

const BEFORE_EVENT =
  /^[）)\s]*(?:经|由|以)?([^《》，。；]{2,100}?)(?=\s*(?:第[^届次]{1,9}次|第\S{1,8}号令|令|公布|发布|颁布|批准|主任会议|部务会议|常务会议|会议|公告|修订))/

function namesOf(words: string): readonly string[] {
  const plain = words.replace(/第[〇零一二三四五六七八九十百\d]+届/, '')
  const written = BEFORE_EVENT.exec(plain)?.[1]?.trim() ?? ''
  const names = written.split(/[、\s]+/).map((name) => name.replace(/审判委员会$|检察委员会$/, ''))
  return names.every(isBodyName) ? names : []
}
