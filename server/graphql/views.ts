import type { InstrumentRow, MentionRow, ProvisionRow } from './loaders.ts'

/** A row together with the date it is looked at on, which follows every result below it. */
export type View<R> = R & { readonly asOf: string }

export type InstrumentView = View<InstrumentRow>
export type ProvisionView = View<ProvisionRow>
export type MentionView = View<MentionRow>

/** `row && viewed(row, asOf)`: null stays null. */
export function viewed<R extends object>(row: R, asOf: string): View<R>
export function viewed<R extends object>(row: R | null, asOf: string): View<R> | null
export function viewed<R extends object>(row: R | null, asOf: string): View<R> | null {
  return row === null ? null : { ...row, asOf }
}

/** Where words stand, for the type Evidence. */
export interface EvidenceView {
  readonly instrument: string
  readonly provision: string | null
  readonly pinpoint: string | null
  readonly start: number
  readonly end: number
  readonly quote: string
}

export function evidenceOf({ instrument, provision, pinpoint, start, end, quote }: EvidenceView): EvidenceView {
  return { instrument, provision, pinpoint: pinpoint || null, start, end, quote }
}
