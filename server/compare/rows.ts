import type { ComparedInstrument, ComparedMark, ComparedThreshold, Sentence } from '../model/comparison.ts'
import { byHandNote, isByHand } from './by-hand.ts'
import { aspectsIn, isOfField } from './field.ts'
import { meetingsOf, type Meeting } from './meeting/meet.ts'
import { slotFinder, type Heading, type RowTerms, type Slot, type SlotFinder, topicOfPurpose } from './slots.ts'

/**
 * What one column says in a row. `around` are the clauses that hold the thresholds: their modal words count. `sequels`
 * are the statements right behind the marks: an exception may stand there.
 */
export interface Entry {
  readonly thresholds: readonly ComparedThreshold[]
  readonly marks: readonly ComparedMark[]
  readonly around: readonly ComparedMark[]
  readonly sequels: readonly ComparedMark[]
}

/** A row before anything is related: what it is about, and an entry per column. */
export interface RowPlan extends Heading {
  readonly entries: readonly Entry[]
  /** Where no word of the vocabulary holds the row together: how sure it is that its facts belong together, and why. */
  readonly score?: number | null
  readonly why?: Sentence | null
}

/**
 * The rows that the instruments give rise to: by topic, then those of a person or the vocabulary (metrics, aspects), those
 * in which requirements meet by their own words, and last the clauses of the topic that no other row shows.
 */
export function planRows(instruments: readonly ComparedInstrument[], terms: RowTerms): readonly RowPlan[] {
  const slots = slotFinder(terms)
  const reading = { isNamed: slots.isNamed, topicOf: topicOfPurpose }
  const met = metBy(meetingsOf(instruments, reading, terms.metrics), slots, instruments)
  const columns = instruments.map((instrument) =>
    bySlot([...place(instrument, slots), ...(met.placed.get(instrument.id) ?? [])]),
  )
  const heads = new Map<string, Slot>()
  for (const [id, placed] of columns.flatMap((column) => [...column])) {
    for (const { slot } of placed) heads.set(id, earlier(slot, heads.get(id)))
  }
  const ordered = [...heads.values()].sort((one, two) => compareOrder(one.order, two.order))
  return ordered.map(({ order: _order, ...head }) => {
    const entries = columns.map((column) => entryOf(column.get(head.id) ?? []))
    const put = instruments.filter(
      (_, at) => entries[at]?.thresholds.some(isByHand) || entries[at]?.marks.some(isByHand),
    )
    const meeting = met.meetings.get(head.id)
    const why = byHandNote(put.map(({ name }) => name)) ?? meeting?.why ?? null
    return { ...head, entries, score: meeting?.score ?? null, why }
  })
}

/** The facts that meet, by column, and the meetings by the id of their row. A person's facts stand where the person put them. */
function metBy(meetings: readonly Meeting[], slots: SlotFinder, instruments: readonly ComparedInstrument[]) {
  const placed = new Map<string, Placed[]>(instruments.map(({ id }) => [id, []]))
  const known = new Map<string, Meeting>()
  for (const meeting of meetings) {
    const slot = slots.ofMeeting(meeting)
    if (slot.id === meeting.id) known.set(slot.id, meeting)
    for (const { instrument, thresholds, marks, around } of meeting.matters) {
      const facts = placed.get(instrument)
      for (const threshold of thresholds) {
        if (!isByHand(threshold))
          facts?.push({ slot, threshold, around: around.filter((mark) => overlap(mark, threshold)) })
      }
      for (const mark of marks) if (!isByHand(mark)) facts?.push({ slot, mark, sequel: undefined })
    }
  }
  return { placed, meetings: known }
}

/** Facts of several topics may meet in a row that a person named: it stands under the first of them. */
function earlier(slot: Slot, known: Slot | undefined): Slot {
  return known && compareOrder(known.order, slot.order) <= 0 ? known : slot
}

type Placed =
  | { readonly slot: Slot; readonly threshold: ComparedThreshold; readonly around: readonly ComparedMark[] }
  | { readonly slot: Slot; readonly mark: ComparedMark; readonly sequel: ComparedMark | undefined }

function bySlot(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const slots = new Map<string, Placed[]>()
  for (const fact of placed) {
    const known = slots.get(fact.slot.id)
    if (known) known.push(fact)
    else slots.set(fact.slot.id, [fact])
  }
  return slots
}

/** The facts of an instrument that a person or the vocabulary names a row for. */
function place(instrument: ComparedInstrument, slots: SlotFinder): readonly Placed[] {
  const { thresholds, marks } = instrument
  const ofField = isOfField(instrument)
  const amounts = thresholds.flatMap((threshold) => {
    const around = marks.filter((mark) => overlap(mark, threshold))
    const slot = slots.ofThreshold(threshold, { mark: around[0], ofField })
    return slot ? [{ slot, threshold, around }] : []
  })
  const inProvision = groupedByProvision(marks)
  const hasAspect = aspectsIn(instrument)
  const words = marks.flatMap((mark) => {
    const slot = slots.ofMark(mark, hasAspect(mark))
    return slot ? [{ slot, mark, sequel: sequelOf(mark, inProvision) }] : []
  })
  return [...amounts, ...words]
}

type Grouped = ReadonlyMap<string, readonly ComparedMark[]>

function groupedByProvision(marks: readonly ComparedMark[]): Grouped {
  const groups = new Map<string, ComparedMark[]>()
  for (const mark of marks) groups.set(mark.provision, [...(groups.get(mark.provision) ?? []), mark])
  return groups
}

/** The next statement of the same provision. */
function sequelOf(mark: ComparedMark, groups: Grouped): ComparedMark | undefined {
  const later = (groups.get(mark.provision) ?? []).filter(({ start }) => start >= mark.end)
  return later.reduce<ComparedMark | undefined>(
    (next, one) => (!next || one.start < next.start ? one : next),
    undefined,
  )
}

function overlap(one: { start: number; end: number }, two: { start: number; end: number }): boolean {
  return one.start < two.end && two.start < one.end
}

function entryOf(placed: readonly Placed[]): Entry {
  const amounts = placed.flatMap((fact) => ('threshold' in fact ? [fact] : []))
  const words = placed.flatMap((fact) => ('mark' in fact ? [fact] : []))
  return {
    thresholds: amounts.map(({ threshold }) => threshold),
    marks: words.map(({ mark }) => mark),
    around: amounts.flatMap(({ around }) => around),
    sequels: words.flatMap(({ sequel }) => sequel ?? []),
  }
}

function compareOrder(one: readonly number[], two: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== two[at])
  return index < 0 ? 0 : (one[index] ?? 0) - (two[index] ?? 0)
}
