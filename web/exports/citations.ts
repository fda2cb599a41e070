import type { Source } from './model.ts'

/** What is cited of a document: the place, the link to it and the day on which it was read. Every part may be missing. */
export interface Cited {
  /** 第十条第（二）项 */
  readonly pinpoint?: string
  /** Absolute permalink. */
  readonly address?: string
  /** YYYY-MM-DD */
  readonly accessedOn?: string
}

type Citable = Pick<Source, 'id' | 'title' | 'docNumber' | 'issuers' | 'issuedOn'>

/** A reference after GB/T 7714—2015. */
export function citeGbt7714(source: Citable, cited: Cited = {}): string {
  const title = source.docNumber === null ? source.title : `${source.title}: ${source.docNumber}`
  const issuers = source.issuers.join(', ')
  return [issuers, title].filter(Boolean).join('. ') + (cited.pinpoint ?? '')
}
