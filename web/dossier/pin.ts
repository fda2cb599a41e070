/** Something put aside to be cited: the words as they were on that day, and how to find them again. */
export interface Pin {
  /** Stable id from what is pinned (not from its words), so that pinning the same again finds it: cell:<row>:<instrument>. */
  readonly id: string
  readonly kind: PinKind
  /** What it is about: the requirement of a row, the heading of an article. */
  readonly heading: string
  /** Topic or other heading that it stands under in the dossier; a person may change it. Empty for none. */
  readonly group: string
  readonly instrument: PinnedInstrument
  /** What it is held against, for a pair or a cell with a relation; null otherwise. */
  readonly against: PinnedInstrument | null
  /** Where it stands, as a lawyer writes it: 第十条第（二）项. */
  readonly place: string
  readonly quotes: readonly PinnedQuote[]
  /** Key of the relation or match when pinned: STRICTER, ADAPTED; null for none. */
  readonly relation: string | null
  /** Why the relation is what it is, in Chinese; null for none. */
  readonly reason: string | null
  /** The same in English. */
  readonly reasonEn: string | null
  /** Path and query of the view that it was pinned in, with the fingerprint of its data: /compare?…. */
  readonly address: string
  /** Fingerprint of the data of the view; null where it has none. */
  readonly fingerprint: string | null
  /** YYYY-MM-DD */
  readonly pinnedOn: string
  /** What the person wrote. */
  readonly note: string
}

export const PIN_KINDS = ['cell', 'pair', 'provision', 'step'] as const
export type PinKind = (typeof PIN_KINDS)[number]

/** What a citation needs of the document, as it was when pinned; null and empty where the text does not state it. */
export interface PinnedInstrument {
  readonly id: string
  readonly title: string
  readonly docNumber: string | null
  /** Name of the jurisdiction, in Chinese. */
  readonly jurisdiction: string
  readonly issuers: readonly string[]
  readonly issuedOn: string | null
  readonly effectiveFrom: string | null
}

/** Words of an instrument; half-open UTF-16 offsets of its raw text on the day of pinning. */
export interface PinnedQuote {
  readonly text: string
  readonly place: string
  readonly instrument: string
  /** Full id of the provision; null for words outside the tree. */
  readonly provision: string | null
  readonly start: number
  readonly end: number
}
