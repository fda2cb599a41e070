import type { Role } from '../model/facts.ts'
import type { Part } from './parts.ts'
import type { NodeRow } from './schema.ts'

/** Finds the role node that a name in a text means. */
export interface RoleFinder {
  readonly nodes: readonly NodeRow<'Role'>[]
  find(name: string | null): string | null
}

/** Role nodes are shared: one per key of the vocabulary, one per name (`=省财政厅`) where the vocabulary has none. */
export function roleFinder(roles: readonly Role[]): RoleFinder {
  const ids = new Map<string, string>()
  for (const role of roles) {
    for (const name of [role.name, ...role.aliases]) if (!ids.has(name)) ids.set(name, roleId(role))
  }
  const longestFirst = [...ids.keys()].sort((a, b) => b.length - a.length)
  const find = (name: string | null): string | null => {
    if (name === null) return null
    const known = ids.get(name)
    if (known !== undefined) return known
    // Several who act together (村民委员会、居民委员会) hang on the longest role among them.
    const held = longestFirst.find((role) => role.length > 1 && name.includes(role))
    return held === undefined ? null : (ids.get(held) ?? null)
  }
  return { nodes: roleNodes(roles), find }
}

function roleNodes(roles: readonly Role[]): readonly NodeRow<'Role'>[] {
  const nodes = roles.map((role) => ({
    id: roleId(role),
    key: role.key,
    name: role.name,
    nameEn: null,
    kind: role.kind,
  }))
  return [...new Map(nodes.toReversed().map((node) => [node.id, node])).values()].toReversed()
}

/** What one text calls its roles, in the order of the reader. */
export function roleRecords(instrument: string, roles: readonly Role[]): Part {
  const rows = roles.map((role, position) => ({
    fromId: instrument,
    toId: roleId(role),
    name: role.name,
    aliases: role.aliases,
    kind: role.kind,
    position,
  }))
  return { nodes: [], edges: [{ name: 'NAMES', from: 'Instrument', to: 'Role', rows }] }
}

function roleId({ key, name }: Role): string {
  return key ?? `=${name}`
}
