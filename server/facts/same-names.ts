import { isShortFor, type Alias } from '../grammar/aliases.ts'
import { roleKindOf, type RoleKind } from '../grammar/role-names.ts'
import type { Mention } from './mentions.ts'

/** The names that a text has for one and the same. */
export interface Group {
  readonly name: string
  readonly names: readonly string[]
  readonly kind: RoleKind
}

export interface SameNames {
  readonly mentions: readonly Mention[]
  /** Names that the text itself defines: （以下简称…）. */
  readonly defined: readonly Alias[]
  /** The body that the title names. */
  readonly titled: string | null
  /** Names of places that stand for 省 and 市 in the names of their bodies. */
  readonly places: readonly string[]
}

/**
 * Puts the names of one and the same together, in the order of first mention: a defined alias; a shorter form (省科技厅);
 * the place or only its level (省级X, 省X); the body of the title without its place; the bare name with 有关 or 各 before it.
 */
export function groupsOf({ mentions, defined, titled, places }: SameNames): readonly Group[] {
  const names: Names = { groups: new Map(), home: new Map(), byKey: new Map(), places: new Set(places) }
  for (const { name, alias } of defined) {
    const owner = names.home.get(name) ?? names.home.get(alias)
    if (owner === undefined) open({ name, kind: roleKindOf(name) ?? roleKindOf(alias) ?? 'other' }, names)
    join(alias, { to: names.home.get(name) ?? owner ?? name, names })
  }
  for (const mention of [...mentions].sort((a, b) => b.name.length - a.name.length)) place(mention, { titled, names })
  for (const { name } of mentions) fold(name, names)
  return mentions
    .flatMap(({ name }) => names.groups.get(names.home.get(name) ?? '') ?? [])
    .concat([...names.groups.values()])
    .filter((group, index, all) => all.indexOf(group) === index)
    .map((group) => ({ name: group.name, names: [...group.names], kind: group.kind }))
}

interface Open {
  readonly name: string
  readonly names: Set<string>
  readonly kind: RoleKind
}

interface Names {
  readonly groups: Map<string, Open>
  /** The group's name of every name. */
  readonly home: Map<string, string>
  /** The group's name by the name without the words that make no difference. */
  readonly byKey: Map<string, string>
  readonly places: ReadonlySet<string>
}

function open({ name, kind }: Mention, { groups, home, byKey, places }: Names): void {
  groups.set(name, { name, names: new Set([name]), kind })
  home.set(name, name)
  byKey.set(levelled(name, places), name)
}

function join(name: string, { to, names }: { readonly to: string; readonly names: Names }): void {
  names.groups.get(to)?.names.add(name)
  names.home.set(name, to)
  if (!names.byKey.has(levelled(name, names.places))) names.byKey.set(levelled(name, names.places), to)
}

interface Placing {
  readonly titled: string | null
  readonly names: Names
}

function place(mention: Mention, { titled, names }: Placing): void {
  const { name } = mention
  if (names.home.has(name)) return
  const same = names.byKey.get(levelled(name, names.places)) ?? onlyLonger(name, names)
  if (same !== undefined) return join(name, { to: same, names })
  if (titled === null || !BODY.test(name) || !titled.endsWith(name)) return open(mention, names)
  const home = names.byKey.get(levelled(titled, names.places))
  if (home === undefined) open({ ...mention, name: titled }, names)
  join(name, { to: home ?? titled, names })
}

/** The one longer name that this one shortens; undefined where several may be meant. */
function onlyLonger(name: string, { groups }: Names): string | undefined {
  if (ANY_OF_ITS_KIND.test(name)) return undefined
  const longer = [...groups.values()].filter((group) => [...group.names].some((other) => isShortFor(name, other)))
  return longer.length === 1 ? longer[0]?.name : undefined
}

/** 人民政府, 管理部门: whichever is meant, not the one longer name that the text happens to have. */
const ANY_OF_ITS_KIND =
  /^(?:人民政府|政府|人民法院|人民检察院|法院|检察院|(?:行政|主管|管理|监督|业务|职能)*(?:部门|机关|机构))$/

export const BODY = /(?:中心|平台|基地|园区|联盟|孵化器|空间|实验室)$/
const LEVEL = /^(?:我|本)?(国家|省|自治区|市|县|区)级?/

/** A province by its name, 我省 and 省级 come to 省; 国家级 to 国家. */
function levelled(name: string, places: ReadonlySet<string>): string {
  const long = [3, 4, 5, 6, 7, 8].find((length) => name.length > length + 2 && places.has(name.slice(0, length)))
  return (long === undefined ? name : name.slice(long - 1)).replace(LEVEL, '$1')
}

/** Words that pick nobody out of those whom the bare name means. */
const MODIFIER =
  /^(?:相关领域(?=企业|单位)|各级|各类|各|有关|相关|其他|其它|所属|所在|全部|本|任何|上述|该|其|优势|优秀|重点(?=高校|企业)|省内外|国内外|多家|若干)+/

/** 全部依托单位 is 依托单位 where the text has both. */
function fold(name: string, { groups, home }: Names): void {
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
