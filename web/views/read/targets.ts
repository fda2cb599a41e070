import type { Edge, Reading } from '../../graphql/documents.ts'
import { linkTo, route } from '../../location.svelte.ts'
import { printRoute, visit } from '../../route.ts'
import { eIdOf } from '../names.ts'
import { indexOf, type ReaderMark } from './marks.ts'

export interface Backlink {
  readonly from: {
    readonly instrument: string
    readonly provision: string | null
    readonly pinpoint: string | null
    readonly start: number
    readonly end: number
    readonly quote: string
  }
}

/** Where a marked fact leads: a reference to its target, anything else to its own words. */
export function targetOf(mark: ReaderMark, reading: Reading, edges: readonly Edge[]): string {
  const edge = mark.kind === 'reference' ? edges[indexOf(mark.id)] : undefined
  return (edge && edgeHref(edge)) ?? linkTo({ instrument: reading.id, at: '', mark: [mark.start, mark.end] })
}

/** The address of a reference's target; null when its text is not here. */
export function edgeHref({ targetInstrument, targetProvision, state }: Edge): string | null {
  if (targetInstrument === null || state === 'GHOST' || state === 'AMBIGUOUS') return null
  const at = targetProvision === null ? '' : eIdOf(targetProvision)
  return printRoute(visit(route(), { page: 'read', instrument: targetInstrument, at }))
}

/** The address of the words of a backlink. */
export function backHref({ from }: Backlink): string {
  const at = from.provision === null ? '' : eIdOf(from.provision)
  return printRoute(visit(route(), { page: 'read', instrument: from.instrument, at, mark: [from.start, from.end] }))
}
