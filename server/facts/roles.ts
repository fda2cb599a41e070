import { findAliases, type Alias } from '../grammar/aliases.ts'
import { roleKindOf, roleNameFinder, type FindRoleNames, type RoleKind } from '../grammar/role-names.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Role } from '../model/facts.ts'
import type { RoleTerm, Vocabulary } from '../model/vocabulary.ts'
import { actorOf, agentPhrase, isDemanded } from '../grammar/subjects.ts'
import { clausesOf } from './statements.ts'
import { mentionsOf } from './mentions.ts'
import { BODY, groupsOf, type Group } from './same-names.ts'

/**
 * Who acts in a text, in the order of first mention: each with the other names that the text gives it (以下简称…) or that
 * shorten it (省科技厅 for 省科学技术厅), its kind, and its key where the vocabulary knows it.
 * @example readRoles(document, vocabulary)[0] // { key: 'science_authority', name: '省科学技术厅', aliases: ['省科技厅'], kind: 'authority' }
 */
export function readRoles(document: RegulationDocument, vocabulary: Known): readonly Role[] {
  const places = vocabulary.jurisdictions.map(({ zh }) => zh).filter((zh) => zh.length > 2)
  const defined = definedNames(document)
  const { issuers } = document.meta
  const names = [
    ...defined.map(({ alias }) => alias),
    ...issuers,
    ...subjectNames(document),
    ...knownBodies(vocabulary),
  ]
  const find = roleNameFinder({ places, names })
  const titled = titledBody(document.meta.title, find)
  const groups = groupsOf({ mentions: mentionsOf(document, find), defined, titled, places })
  return groups.map((group) => roleOf(group, { issuers, terms: vocabulary.roles }))
}

type Known = Pick<Vocabulary, 'roles' | 'jurisdictions'>

/** Bodies of the vocabulary whose last word alone names nobody (创新中心), and laboratories named after a province. */
function knownBodies(known: Known): readonly string[] {
  const before = BODIES.get(known.roles)
  if (before !== undefined) return before
  const bodies = findBodies(known)
  BODIES.set(known.roles, bodies)
  return bodies
}

const BODIES = new WeakMap<Known['roles'], readonly string[]>()

function findBodies({ roles, jurisdictions }: Known): readonly string[] {
  const bodies = roles
    .flatMap(({ aliases }) => aliases)
    .filter((alias) => BODY.test(alias) && roleKindOf(alias) === null)
  const provinces = jurisdictions.filter(({ level }) => level === 'province')
  return [...bodies, ...provinces.flatMap(({ aliases }) => aliases.map((alias) => `${alias}实验室`))]
}

/** A name of its own: no words in 的, no list, no pronoun. */
const PLAIN =
  /^(?!其|该|本|此|这|那|他|它|她|前|上述|上列|任何|每|某|凡|所有|一切|各|有关|相关|另|对方|双方|一方|国家|县级以上|我|至少|全体|不少于|[一二三四五六七八九十两]|或者|以及|被)[\u4e00-\u9fff]{1,21}(?<!国家|我局|对象)$/
const LISTED =
  /[的和或及与、等]|以上|以下|应|可以|不得|经(?![营济])|由|向|对|提请|配备|负责|委托|牵头|颁发|审核(?!机|部|专|人)|会同/

/** Names that the text gives to whom it makes act, known or not: 养犬人, 燃气经营企业. */
function subjectNames(document: RegulationDocument): readonly string[] {
  const found = new Set<string>()
  for (const { words } of clausesOf(document).flat()) {
    const agent = agentPhrase(words)
    const actor = agent ?? actorOf(words)
    if (actor === null || (agent === null && !isDemanded(words.slice(actor.end)))) continue
    if (PLAIN.test(actor.name) && !LISTED.test(actor.name)) found.add(actor.name)
  }
  return [...found]
}

function definedNames({ passages }: RegulationDocument): readonly Alias[] {
  return passages
    .filter(({ part }) => part !== 'annex')
    .flatMap(({ clean }) => findAliases(clean.text))
    .map(({ name, alias }) => ({ name: name.replace(GOVERNED, ''), alias }))
    .filter(({ name, alias }) => [name, alias].some((one) => roleKindOf(one) !== null || BODY.test(one)))
}

/** 须经…主管部门: the verb before a name is no part of it. */
const GOVERNED = /^(?:须|应当?)?(?:经过?(?![营济])|由(?!于)|向|报|对(?!外)|在[^，]{2,10}(?:举办|设立))(?=.{3})/

/** The body that the title begins with: 省技术创新中心 of 省技术创新中心管理办法. */
function titledBody(title: string | null, find: FindRoleNames): string | null {
  const first = title === null ? undefined : find(title)[0]
  return first?.start === 0 && BODY.test(first.name) ? first.name : null
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
    rule: `${issues ? 'issues the text' : `name of kind ${kind}`}; ${term ? `word of ${term.key}` : 'not in the vocabulary'}`,
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
