import { findDates } from '../grammar/dates.ts'
import type { Block } from './blocks.ts'
import { carrierOf } from './carrier.ts'
import { headerField } from './header-fields.ts'
import { eventsOf, lastAmended } from './history.ts'
import type { HistoryEvent } from './history.ts'
import type { Regions } from './regions.ts'
import { isPrinted } from './shapes.ts'
import { signatureOf } from './signature.ts'

/**
 * The day a document was issued: the date of its signature, else the publication or adoption in a law's history (of the
 * text as it stands: a revision of the whole counts, an amendment does not), else the day it was printed (印发).
 * @example readIssue(regions) // 2021-02-10
 */
export function readIssue(regions: Regions): string | null {
  const carrier = carrierOf(regions)
  const { issuedOn } = daysOf(historyOf(regions, carrier))
  return (
    signatureOf(carrier)?.date ??
    signatureOf([...regions.body.slice(-3), ...regions.back])?.date ??
    issuedOn ??
    printed([...carrier, ...regions.back]) ??
    dateIn(headerField([...carrier, ...regions.back], 'issuedOn'))
  )
}

/** The day of the last amendment that the text takes in, where it is later than the issue. */
export function readAmended(regions: Regions, issuedOn: string | null): string | null {
  const day = lastAmended([...regions.titleBlocks, ...carrierOf(regions)])
  return day !== null && (issuedOn === null || day > issuedOn) ? day : null
}

/** The days that a history gives for 自通过之日起, 自批准之日起 and for a text that leaves its commencement to it. */
export function readEvents(regions: Regions): {
  readonly adoptedOn: string | null
  readonly approvedOn: string | null
  readonly startsOn: string | null
} {
  const carrier = carrierOf(regions)
  const events = historyOf(regions, carrier)
  const { adoptedOn, approvedOn } = daysOf(events)
  const startsOn = events.find(({ kind, isAmendment }) => kind === 'effective' && !isAmendment)?.date ?? null
  return {
    adoptedOn,
    approvedOn,
    startsOn: startsOn ?? dateIn(headerField([...carrier, ...regions.back], 'effectiveFrom')),
  }
}

function historyOf({ titleBlocks }: Regions, carrier: readonly Block[]): readonly HistoryEvent[] {
  return eventsOf([...titleBlocks, ...carrier]).filter(({ isAmendment }) => !isAmendment)
}

function daysOf(all: readonly HistoryEvent[]): Record<'issuedOn' | 'adoptedOn' | 'approvedOn', string | null> {
  const revised = all.findLastIndex(({ isRevision }) => isRevision)
  const dayOf = (kind: HistoryEvent['kind']) =>
    (all.slice(Math.max(0, revised)).find((event) => event.kind === kind) ?? all.find((event) => event.kind === kind))
      ?.date ?? null
  return {
    issuedOn: dayOf('published') ?? dayOf('adopted'),
    adoptedOn: dayOf('adopted'),
    approvedOn: dayOf('approved'),
  }
}

function printed(blocks: readonly Block[]): string | null {
  const line = blocks.find(({ clean }) => isPrinted(clean.text))
  return line === undefined ? null : dateIn(line.clean.text)
}

function dateIn(text: string | null): string | null {
  return findDates(text ?? '')[0]?.iso ?? null
}
