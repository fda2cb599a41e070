import type { CleanText, Problem, RawText } from './text.ts'

export type ProvisionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'outline1'
  | 'outline2'
  | 'outline3'
  | 'outline4'
  | 'annex'
  | 'other'

/**
 * A node of the text tree (编 章 节 条 款 项 目, outline levels, annexes). `id` is an eId in the Akoma Ntoso manner
 * (`chp_2__art_10__para_1__item_2`), unique in its document. The span covers label, heading, text and descendants.
 */
export interface Provision {
  readonly id: string
  readonly kind: ProvisionKind
  /** As written (第十条, （二）, 1.), without markup; null for an unnumbered paragraph. */
  readonly label: string | null
  readonly number: number | null
  readonly heading: string | null
  readonly parent: string | null
  readonly start: number
  readonly end: number
}

/**
 * One paragraph of clean text that belongs to a provision itself (not to its children), label and heading left out.
 * `provision` is null for text outside the tree: letterhead, covering notice, signature.
 * Facts are read from passages; a passage never crosses the border of a provision.
 */
export interface Passage {
  readonly provision: string | null
  /** Where it stands: the regulation itself, the notice that carries it, or an annex (forms, outlines). */
  readonly part: 'body' | 'carrier' | 'annex'
  readonly clean: CleanText
}

export type Stage = '试行' | '暂行'

export interface Repeal {
  readonly title: string
  readonly docNumber: string | null
}

/** What the text says of itself. `null` means that it does not say; nothing is guessed to fill a field. */
export interface Meta {
  readonly title: string | null
  readonly docNumber: string | null
  readonly issuers: readonly string[]
  /** Dates are ISO 8601, YYYY-MM-DD. */
  readonly issuedOn: string | null
  /** Day of the last amendment that the text takes in; null for a text as it was issued. */
  readonly amendedOn: string | null
  readonly effectiveFrom: string | null
  /** Last day in force, inclusive. */
  readonly effectiveUntil: string | null
  readonly effectiveUntilBasis: 'explicit' | 'derived' | null
  readonly stage: Stage | null
  /** ISO 3166-2; CN for national. */
  readonly jurisdiction: string | null
  readonly repeals: readonly Repeal[]
}

/** A text that was read into its tree: what every fact reader takes. */
export interface RegulationDocument {
  readonly raw: RawText
  readonly meta: Meta
  /** In text order, parents before children. */
  readonly provisions: readonly Provision[]
  /** In text order. */
  readonly passages: readonly Passage[]
  readonly problems: readonly Problem[]
}
