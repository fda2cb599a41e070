import { roleKindOf, roleNameFinder, type FindRoleNames, type RoleKind } from '../grammar/role-names.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Role } from '../model/facts.ts'
import type { RoleTerm, Vocabulary } from '../model/vocabulary.ts'
import { findAliases, isShortFor } from '../grammar/aliases.ts'

/**
 * Who acts in a text, in the order of first mention: each with the other names that the text gives it (以下简称…) or that
 * shorten it (省科技厅 for 省科学技术厅), its kind, and its key where the vocabulary knows it.
 * @example readRoles(document, vocabulary)[0] // { key: 'science_authority', name: '省科学技术厅', aliases: ['省科技厅'], kind: 'authority' }
 */
export function readRoles(
  document: RegulationDocument,
  vocabulary: Pick<Vocabulary, 'roles' | 'jurisdictions'>,
): readonly Role[] {
  const places = vocabulary.jurisdictions.map(({ zh }) => zh).filter((zh) => zh.length > 2)
  const defined = definedNames(document)
  const names = [...defined.map(({ alias }) => alias), ...knownBodies(vocabulary.roles)]
  const find = roleNameFinder({ places, names })
  const groups = gather(mentionsOf(document, find), defined)
  return groups.map((group) => roleOf(group, { issuers: document.meta.issuers, terms: vocabulary.roles }))
}

const BODY = /(?:中心|平台|基地|园区|联盟|孵化器|空间|实验室)$/

/** Bodies of the vocabulary whose last word alone names nobody: 创新中心. */
function knownBodies(terms: readonly RoleTerm[]): readonly string[] {
  return terms.flatMap(({ aliases }) => aliases).filter((alias) => BODY.test(alias) && roleKindOf(alias) === null)
}

interface Mention {
  readonly name: string
  readonly kind: RoleKind
}

/** Each name once, in text order; forms in annexes name nobody. */
function mentionsOf({ passages, meta }: RegulationDocument, find: FindRoleNames): readonly Mention[] {
  const found = new Map<string, Mention>()
  const add = ({ name, kind }: Mention) => {
    if (!found.has(name)) found.set(name, { name, kind })
  }
  for (const issuer of meta.issuers) add({ name: issuer, kind: roleKindOf(issuer) ?? 'authority' })
  for (const { clean, part } of passages) {
    if (part !== 'annex') for (const mention of find(clean.text)) add(mention)
  }
  return [...found.values()]
}

interface Defined {
  readonly name: string
  readonly alias: string
}

function definedNames({ passages }: RegulationDocument): readonly Defined[] {
  return passages
    .filter(({ part }) => part !== 'annex')
    .flatMap(({ clean }) => findAliases(clean.text))
    .filter(({ name, alias }) => [name, alias].some((one) => roleKindOf(one) !== null || BODY.test(one)))
}

interface Group {
  readonly name: string
  readonly names: readonly string[]
  readonly kind: RoleKind
}

/** Names of one and the same: a defined alias, a shorter form, the bare name with 有关 or 各 before it. */
function gather(mentions: readonly Mention[], defined: readonly Defined[]): readonly Group[] {
  const groups = new Map<string, { name: string; names: Set<string>; kind: RoleKind }>()
  const home = new Map<string, string>()
  const open = (name: string, kind: RoleKind) => {
    groups.set(name, { name, names: new Set([name]), kind })
    home.set(name, name)
  }
  const join = (name: string, to: string) => {
    groups.get(to)?.names.add(name)
    home.set(name, to)
  }
  for (const { name, alias } of defined) {
    const owner = home.get(name) ?? home.get(alias)
    if (owner === undefined) open(name, roleKindOf(name) ?? roleKindOf(alias) ?? 'other')
    join(alias, home.get(name) ?? owner ?? name)
  }
  const names = new Set(mentions.map((mention) => mention.name))
  for (const { name, kind } of [...mentions].sort((a, b) => b.name.length - a.name.length)) {
    if (home.has(name)) continue
    const longer = [...groups.values()].filter((group) => [...group.names].some((other) => isShortFor(name, other)))
    if (longer.length === 1 && longer[0]) join(name, longer[0].name)
    else open(name, kind)
  }
  for (const name of names) fold(name, { home, groups })
  return mentions
    .flatMap(({ name }) => groups.get(home.get(name) ?? '') ?? [])
    .concat([...groups.values()])
    .filter((group, index, all) => all.indexOf(group) === index)
    .map((group) => ({ name: group.name, names: [...group.names], kind: group.kind }))
}

interface Homes {
  readonly home: Map<string, string>
  readonly groups: Map<string, { name: string; names: Set<string>; kind: RoleKind }>
}

const MODIFIER = /^(?:各级|各类|各|有关|相关|其他|其它|所属|所在|全部|本|任何|上述|该|其)+/

/** 全部依托单位 is 依托单位 where the text has both. */
function fold(name: string, { home, groups }: Homes): void {
  const bare = name.replace(MODIFIER, '')
  const owner = home.get(bare)
  const own = groups.get(name)
  if (bare === name || owner === undefined || own === undefined || owner === name) return
  for (const other of own.names) {
    groups.get(owner)?.names.add(other)
    home.set(other, owner)
  }
  groups.delete(name)
}

interface Knowledge {
  readonly issuers: readonly string[]
  readonly terms: readonly RoleTerm[]
}

function roleOf({ name, names, kind }: Group, { issuers, terms }: Knowledge): Role {
  const term = termOf(names, terms)
  const issues = names.some((other) => issuers.includes(other))
  return {
    key: term?.key ?? null,
    name,
    aliases: names.filter((other) => other !== name),
    kind: issues ? 'authority' : kindFor(kind, term),
  }
}

function kindFor(kind: RoleKind, term: RoleTerm | null): string {
  return kind === 'other' || kind === 'applicant' ? (term?.kind ?? kind) : kind
}

/** The term that has one of the names, or whose alias ends an organ's name (省科技厅 ends in 科技厅). */
function termOf(names: readonly string[], terms: readonly RoleTerm[]): RoleTerm | null {
  const { byAlias, tails } = preparedFrom(terms)
  const same = names.flatMap((name) => byAlias.get(name) ?? []).sort((a, b) => a.place - b.place)[0]
  if (same !== undefined) return same.term
  return tails.find(({ alias }) => names.some((name) => name.endsWith(alias)))?.term ?? null
}

interface Prepared {
  readonly byAlias: ReadonlyMap<string, { readonly term: RoleTerm; readonly place: number }>
  /** Aliases that may end a longer name, longest first. */
  readonly tails: readonly { readonly term: RoleTerm; readonly alias: string }[]
}

const PREPARED = new WeakMap<readonly RoleTerm[], Prepared>()

function preparedFrom(terms: readonly RoleTerm[]): Prepared {
  const known = PREPARED.get(terms)
  if (known !== undefined) return known
  const pairs = terms.flatMap((term, place) => term.aliases.map((alias) => ({ term, alias, place })))
  const prepared = {
    // The first term that has an alias keeps it.
    byAlias: new Map([...pairs].reverse().map(({ alias, ...found }) => [alias, found] as const)),
    tails: pairs.filter(({ alias }) => alias.length >= 3).sort((a, b) => b.alias.length - a.alias.length),
  }
  PREPARED.set(terms, prepared)
  return prepared
}
