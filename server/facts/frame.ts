import { boundAfter, boundBefore } from '../grammar/comparators.ts'
import type { Stretch } from '../grammar/clauses.ts'
import type { Quantity } from '../grammar/quantities.ts'
import type { Comparator } from '../model/facts.ts'

/** What a quantity does in its sentence: it sets a bound, or a window for other bounds, or neither. */
export type Frame =
  Framed | { readonly kind: 'window'; readonly at: Stretch; readonly iso: string } | { readonly kind: 'none' }

export interface Framed {
  readonly kind: 'bound'
  readonly quantity: Quantity
  readonly comparator: Comparator
  readonly value: number
  readonly upper: number | null
  readonly upperUnit: string | null
  /** From the first word of the comparison to its last. */
  readonly at: Stretch
  /** A rate that the frame itself states: 每3年进行一次. */
  readonly per: string | null
  /** Stated without a comparison: 建设期3年. */
  readonly bare: boolean
  /** Name of the rule that framed it. */
  readonly rule?: string
}

/** A quantity that knows where the one before it ends. */
export interface Placed extends Quantity {
  readonly floor: number
}

export interface Place {
  readonly text: string
  readonly sentence: Stretch
  readonly quantities: readonly Placed[]
  readonly index: number
  /** Words of comparison that leave the number out in this text. */
  readonly exclusive: ReadonlySet<string>
}

export interface Reading {
  readonly frame: Frame
  /** How many quantities the frame used up. */
  readonly used: number
}

export type FrameRule = (place: Place, quantity: Placed) => Reading | null

/** A quantity that sets neither a bound nor a window. */
export const NOTHING: Reading = { frame: { kind: 'none' }, used: 1 }

/** A quantity as a bound of its own, without words of comparison unless the caller says so. */
export function single(quantity: Placed, comparator: Comparator, at: Stretch): Framed {
  return {
    kind: 'bound',
    quantity,
    comparator,
    value: quantity.value,
    upper: null,
    upperUnit: null,
    at,
    per: quantity.per,
    bare: true,
  }
}

/** From the comparison in front of a quantity, if any, to the one behind it. */
export function frameOf(text: string, quantity: Placed): Stretch {
  return { from: boundBefore(text, quantity)?.at ?? quantity.start, to: boundAfter(text, quantity)?.at ?? quantity.end }
}

/** The quantity alone. */
export function stretch({ start, end }: Placed): Stretch {
  return { from: start, to: end }
}
