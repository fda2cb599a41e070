import type { Alignment } from '../../graphql/documents.ts'
import { printRoute, type Route } from '../../route.ts'

/** Digits of a text's fingerprint that a link keeps: enough to tell whether that very text changed. */
const SHORT = 6

type Linked = Pick<Alignment, 'fingerprint' | 'left' | 'right'>

/** The address that shows this very alignment on any later day: both texts by name, the date, and what the data were. */
export function permalink(route: Route, alignment: Linked, asOf: string): string {
  const { left, right } = alignment
  return printRoute({ ...route, page: 'align', base: left.id, instrument: right.id, asOf, data: printData(alignment) })
}

/** What the data are: 3f0c….a1b2c3.d4e5f6, the fingerprint of the whole, then the first digits of the left and right text's. */
export function printData({ fingerprint, left, right }: Linked): string {
  return [fingerprint, shortOf(left), shortOf(right)].join('.')
}

/** Ids of the texts that are not what they were when the link was made; empty where only the rules changed, null for no change. */
export function changeSince(data: string, now: Linked): readonly string[] | null {
  const [whole = '', left = '', right = ''] = data.split('.')
  if (whole === '' || whole === now.fingerprint) return null
  const then = [
    [left, now.left],
    [right, now.right],
  ] as const
  return then.filter(([before, text]) => before !== '' && before !== shortOf(text)).map(([, { id }]) => id)
}

function shortOf({ fingerprint }: Linked['left']): string {
  return (fingerprint ?? '').slice(0, SHORT)
}
