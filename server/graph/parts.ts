import type { Label, NodeRow, RelationshipName } from './schema.ts'

/** Nodes of one label, to be created. */
export interface NodePart<L extends Label = Label> {
  readonly label: L
  readonly rows: readonly NodeRow<L>[]
}

/** Relationships of one kind between two labels, to be created; a row holds the two ids and the properties. */
export interface EdgePart {
  readonly name: RelationshipName
  readonly from: Label
  readonly to: Label
  readonly rows: readonly EdgeRow[]
}

export type EdgeRow = { readonly fromId: string; readonly toId: string } & Readonly<Record<string, unknown>>

export interface Part {
  readonly nodes: readonly NodePart[]
  readonly edges: readonly EdgePart[]
}

/** Edges without properties from pairs of ids; pairs with an end that is missing are left out. */
export function edges(
  [from, name, to]: readonly [Label, RelationshipName, Label],
  pairs: readonly (readonly [string | null, string | null])[],
): EdgePart {
  const rows = pairs.flatMap(([fromId, toId]) => (fromId === null || toId === null ? [] : [{ fromId, toId }]))
  return { name, from, to, rows }
}

export function joined(parts: readonly Part[]): Part {
  return { nodes: parts.flatMap((part) => part.nodes), edges: parts.flatMap((part) => part.edges) }
}
