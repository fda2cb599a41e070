import type { Comparison } from '../../graphql/documents.ts'
import { printRoute, type Route } from '../../route.ts'

/** Digits of a column's fingerprint that a link keeps: enough to tell whether that very text changed. */
const SHORT = 6

type Column = Pick<Comparison['columns'][number], 'id' | 'fingerprint'>
interface Printed {
  readonly fingerprint: string
  readonly asOf: string
  readonly base: string | null
  readonly columns: readonly Column[]
  /** All columns of the answer where only some are shown: the fingerprint is of them all. */
  readonly asked?: readonly Column[]
}

/**
 * The address that shows this very comparison on any later day: columns, base and date by name, and what the data were.
 * What the route holds besides (filters, language, the open cell) stays.
 */
export function permalink(route: Route, comparison: Printed): string {
  return printRoute({
    ...route,
    page: 'compare',
    instruments: (comparison.asked ?? comparison.columns).map(({ id }) => id),
    base: comparison.base ?? '',
    asOf: comparison.asOf,
    data: printData(comparison),
  })
}

/** What the data are: 3f0c….a1b2c3.d4e5f6, the fingerprint of the whole and the first digits of each column's. */
export function printData({ fingerprint, columns, asked = columns }: Omit<Printed, 'asOf' | 'base'>): string {
  return [fingerprint, ...asked.map((column) => (column.fingerprint ?? '').slice(0, SHORT))].join('.')
}

export interface Change {
  /** Ids of the columns whose text or facts are not what they were. */
  readonly columns: readonly string[]
}

/**
 * What changed since a link was made; null when nothing did or the link says nothing. A change of no column is one of the
 * vocabulary, of what persons decided about rows, or of a text that repeals one.
 * @param linked the ids in the order of the link
 */
export function changeSince(
  data: string,
  linked: readonly string[],
  now: Omit<Printed, 'asOf' | 'base'>,
): Change | null {
  const [whole = '', ...parts] = data.split('.')
  if (whole === '' || whole === now.fingerprint) return null
  const then = new Map(linked.map((id, at) => [id, parts[at] ?? '']))
  const changed = now.columns.filter(({ id, fingerprint }) => {
    const before = then.get(id) ?? ''
    return before !== '' && !(fingerprint ?? '').startsWith(before)
  })
  const isSame = changed.length === 0 && linked.length !== now.columns.length
  return isSame ? null : { columns: changed.map(({ id }) => id) }
}
