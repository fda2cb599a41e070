import type { Provision } from '../model/document.ts'
import type { Regulation } from '../model/extraction.ts'
import { withoutFurniture } from '../model/text.ts'
import { provisionId } from './ids.ts'
import { edges, type Part } from './parts.ts'
import { pinpoints } from './pinpoints.ts'
import type { NodeRow } from './schema.ts'
import { wordingOf } from './wording.ts'

/** The text tree: every provision hangs on its instrument, and on its parent where it has one. */
export function provisionRecords({ id, raw, extraction }: Regulation): Part {
  const rows = provisionRows(id, withoutFurniture(raw, extraction.furniture), extraction.provisions)
  return {
    nodes: [{ label: 'Provision', rows }],
    edges: [
      edges(
        ['Instrument', 'CONTAINS', 'Provision'],
        rows.map((row) => [id, row.id]),
      ),
      edges(
        ['Provision', 'HAS_PART', 'Provision'],
        rows.map((row) => [row.parent, row.id]),
      ),
    ],
  }
}

function provisionRows(id: string, raw: string, provisions: readonly Provision[]): readonly NodeRow<'Provision'>[] {
  const places = pinpoints(provisions)
  const children = childrenOf(provisions)
  const depths = new Map<string | null, number>([[null, -1]])
  return provisions.map((provision, position) => {
    const depth = (depths.get(provision.parent) ?? -1) + 1
    depths.set(provision.id, depth)
    return {
      id: provisionId(id, provision.id),
      instrument: id,
      eId: provision.id,
      kind: provision.kind,
      label: provision.label,
      number: provision.number,
      heading: provision.heading,
      parent: provision.parent === null ? null : provisionId(id, provision.parent),
      depth,
      position,
      pinpoint: places.get(provision.id) ?? '',
      start: provision.start,
      end: provision.end,
      wording: wordingOf(raw, provision, children.get(provision.id) ?? []),
    }
  })
}

function childrenOf(provisions: readonly Provision[]): ReadonlyMap<string, readonly Provision[]> {
  const children = new Map<string, Provision[]>()
  for (const provision of provisions) {
    if (provision.parent === null) continue
    const siblings = children.get(provision.parent)
    if (siblings) siblings.push(provision)
    else children.set(provision.parent, [provision])
  }
  return children
}
