/**
 * A table as a person sees it, for every kind of file. A page builds one from the same view data that it draws, so that file
 * and screen are the same facts; the writers add nothing and leave nothing out.
 */
export interface Sheet {
  readonly title: string
  /** Language of the tool's words in the file; the law is always in its own. */
  readonly lang: 'zh' | 'en'
  /** Permalink of the view with the fingerprint of its data. */
  readonly address: string
  /** Date on which validity was computed, YYYY-MM-DD. */
  readonly asOf: string
  /** Fingerprint of the data; null where the view has none. */
  readonly fingerprint: string | null
  /** What a reader must know: filters that are on, how the table was made. One paragraph each. */
  readonly notes: readonly string[]
  readonly columns: readonly Column[]
  /** As many cells in a row as there are columns. */
  readonly rows: readonly (readonly Cell[])[]
  /** The instruments that the cells rest on. */
  readonly sources: readonly Source[]
  /** References in full, one for each row, where the rows are what is cited; in Word they stand in place of the sources. */
  readonly references?: readonly string[]
}

export interface Column {
  /** Stable key, used in JSON: topic, requirement, an instrument's id. */
  readonly key: string
  readonly label: string
  /** Second line of the head: 文号, validity; left out where there is none. */
  readonly detail?: string
  /** Width in full-width characters; 16 when left out. */
  readonly width?: number
  /**
   * `group`: its text becomes a band across the printed table where it changes (topic). `head`: names the row. `base`: what
   * the others are held against. Head and base are repeated where a wide table is split for print.
   */
  readonly role?: 'group' | 'head' | 'base'
  /** False for what Word says elsewhere, as references do links; the other files have every column. */
  readonly printed?: false
}

/** One cell: what is said in a line or two, and the words that it rests on. Every part may be missing. */
export interface Cell {
  /** The line on the screen: a name, a figure with its unit, 未规定. */
  readonly text?: string
  /** The figure as a number, where the whole cell is one: typed in XLSX, a number in JSON and CSV. */
  readonly number?: number
  /** Word of the relation to the base: 更严. */
  readonly relation?: string
  /** Sentence that says why. */
  readonly reason?: string
  readonly quotes?: readonly Quote[]
  /** Word difference of an alignment, in reading order. */
  readonly pieces?: readonly Piece[]
  /** What a person wrote. */
  readonly note?: string
}

/** Words of an instrument; half-open UTF-16 offsets of its raw text. */
export interface Quote {
  /** As they are in the raw text; files for people close up its line ends, as the screen does. */
  readonly text: string
  /** Where they stand, as a lawyer writes it: 第十条第（二）项; empty outside the articles. */
  readonly place: string
  readonly instrument: string
  /** Full id of the provision; null for words outside the tree. */
  readonly provision: string | null
  readonly start: number
  readonly end: number
}

/** A run of words that is equal, inserted or deleted. */
export interface Piece {
  readonly op: 'equal' | 'insert' | 'delete'
  readonly text: string
}

/** A document, with what a citation needs; null and empty where the text does not state it. */
export interface Source {
  readonly id: string
  readonly title: string
  /** 文号 as written. */
  readonly docNumber: string | null
  /** Name of the jurisdiction. */
  readonly jurisdiction: string
  readonly issuers: readonly string[]
  readonly issuedOn: string | null
  readonly effectiveFrom: string | null
  readonly effectiveUntil: string | null
  /** Validity in words on the date of the sheet: 现行. */
  readonly validity: string | null
  /** Absolute address of the document in the reader. */
  readonly address: string
}

/** Files that a sheet is written to. */
export const FORMATS = ['csv', 'json', 'xlsx', 'docx'] as const
export type Format = (typeof FORMATS)[number]
