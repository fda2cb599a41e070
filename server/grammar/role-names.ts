import { leftEdge, relativeEdge, type Head } from './name-edges.ts'
import { nextOf } from './long-lists.ts'
import { HEAD_WORDS } from './role-words.ts'

/** A name of someone who acts, as it stands in a text. */
export interface RoleName {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: RoleKind
  /** Whose part it is: 省科技厅 in 省科技厅主管处室. */
  readonly owner?: RoleName
}

export type RoleKind =
  | 'authority'
  | 'department'
  | 'local-government'
  | 'applicant'
  | 'host'
  | 'enterprise'
  | 'university'
  | 'institute'
  | 'governance-body'
  | 'position'
  | 'expert'
  | 'third-party'
  | 'other'

/** What a reader knows of a text beforehand. */
export interface RoleNameHints {
  /** Names of places that names begin with. */
  readonly places?: readonly string[]
  /** Names that the text itself defines (以下简称…). */
  readonly names?: readonly string[]
}

export type FindRoleNames = (text: string) => readonly RoleName[]

/**
 * Finds the names of a text: a head noun (厅, 主管部门, 企业, 委员会, 人员 …) or a defined name with the words before it that
 * belong to it: places, fields of government, attributes.
 * @example roleNameFinder()('报省科技厅批准').map(({ name }) => name) // ['省科技厅']
 */
export function roleNameFinder(hints: RoleNameHints = {}): FindRoleNames {
  const { names = [] } = hints
  const places = placesFrom(hints.places ?? [])
  const known = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  const defined = byFirst(known)
  return (text) => {
    const found: RoleName[] = []
    for (const head of headsIn(text, defined)) {
      const behind = found.at(-1)?.end ?? 0
      if (head.at < behind) continue
      const name = nameAt(text, head, { places, behind })
      if (isName(name.name, head.word)) addName(found, name, head.word)
      else if (text.charAt(name.start - 1) === '的') addQualified(found, { text, name, behind })
    }
    return found
  }
}

/**
 * The defined names and the head nouns of a text from left to right; where both begin, the longer counts. The long
 * list of nouns is an expression of its own, so that it is prepared once and not for every text.
 */
function headsIn(text: string, defined: Defined): readonly Head[] {
  const heads: Head[] = []
  let named = definedFrom(defined, text, 0)
  let listed = nextHead(text, 0)
  for (;;) {
    const own = listed === null || (named !== null && comesFirst(named, listed))
    const head = own ? named : listed
    if (head === null) return heads
    heads.push(own && !isListed(head.word) ? { ...head, body: true } : head)
    const end = head.at + head.word.length
    if (named !== null && named.at < end) named = definedFrom(defined, text, end)
    if (listed !== null && listed.at < end) listed = nextHead(text, end)
  }
}

function comesFirst(named: Head, listed: Head): boolean {
  return named.at < listed.at || (named.at === listed.at && named.word.length >= listed.word.length)
}

/** Defined names by their first character, longest first. */
type Defined = ReadonlyMap<number, readonly string[]>

function byFirst(longestFirst: readonly string[]): Defined {
  const groups = new Map<number, string[]>()
  for (const name of longestFirst) {
    const first = name.charCodeAt(0)
    groups.set(first, [...(groups.get(first) ?? []), name])
  }
  return groups
}

function definedFrom(defined: Defined, text: string, from: number): Head | null {
  if (defined.size === 0) return null
  for (let at = from; at < text.length; at++) {
    const word = defined.get(text.charCodeAt(at))?.find((name) => text.startsWith(name, at))
    if (word !== undefined) return { at, word }
  }
  return null
}

/** Whether a name ends in a head noun of the list; told once for each name. */
function isListed(word: string): boolean {
  const known = LISTED.get(word)
  if (known !== undefined) return known
  const listed = TAIL.test(word)
  if (LISTED.size >= REMEMBERED) LISTED.clear()
  LISTED.set(word, listed)
  return listed
}

const LISTED = new Map<string, boolean>()

interface Bounds {
  readonly places: Places
  /** Offset behind the name before this one. */
  readonly behind: number
}

function nameAt(text: string, head: Head, bounds: Bounds): RoleName {
  const end = head.at + head.word.length + bracketed(text, head.at + head.word.length)
  const at = classBefore(text, head, bounds.behind)
  const start = placeBefore(text, leftEdge(text, { ...head, at }, bounds.behind), bounds)
  return { start, end, name: text.slice(start, end), kind: kindOf(head.word) }
}

/** 领域类创新中心: a class that the text divides a body into belongs to its name. */
const CLASS = /(?:^|[，。；：、“的和与或及省]|组建|申请|申报|建设|设立|支持|推荐|开展)([\u4e00-\u9fff]{2}类)$/

function classBefore(text: string, { at, word }: Head, behind: number): number {
  if (isListed(word)) return at
  const named = CLASS.exec(text.slice(Math.max(behind, at - 6), at))?.[1]
  return named === undefined ? at : at - named.length
}

function addName(found: RoleName[], name: RoleName, head: string): void {
  const last = found.at(-1)
  const inner = last !== undefined && last.end === name.start && (INNER.test(name.name) || isDepartmentOf(last, head))
  if (!inner) found.push(name)
  else found[found.length - 1] = { ...name, start: last.start, name: last.name + name.name, owner: last }
}

interface Qualified {
  readonly text: string
  readonly name: RoleName
  readonly behind: number
}

/** 参与建设的法人单位: what names nobody alone does so with the words in 的 before it. */
function addQualified(found: RoleName[], { text, name, behind }: Qualified): void {
  const start = relativeEdge(text, name.start, behind)
  if (start < name.start) found.push({ ...name, start, name: text.slice(start, name.end) })
}

/** 省科技厅主管处室, 工程研究中心依托单位, 中心主任: a part of the one named right before. */
const INNER = /(?:处室|司局|依托单位|建设单位|牵头单位|联系人|本部|^主任(?:（总经理）)?|负责人|^所在地(?:人民)?政府)$/

/** 县级以上人民政府教育行政部门, 地方政府科技管理部门: the department of a government. */
function isDepartmentOf(last: RoleName, head: string): boolean {
  return (last.kind === 'local-government' || last.name === '国务院') && /(?:部门|机关)$/.test(head)
}

/** The place that a name begins with, where 省 or 市 may belong to both. */
function placeBefore(text: string, at: number, { places, behind }: Bounds): number {
  for (const length of places.lengths) {
    if (at - length >= behind && places.names.has(text.slice(at - length, at))) return at - length
    const stem = at - length + 1
    if (stem >= behind && places.names.has(text.slice(stem, at + 1)) && LEVEL_WORD.test(text.charAt(at))) return stem
    // 杭州市 in 杭州市人民政府, of which 州市 seemed to be a level.
    if (stem + 1 >= behind && text.startsWith('州市', at) && places.names.has(text.slice(stem + 1, at + 2)))
      return stem + 1
  }
  return at
}

const LEVEL_WORD = /[省市县区州]/

interface Places {
  readonly names: ReadonlySet<string>
  /** Longest first. */
  readonly lengths: readonly number[]
}

function placesFrom(names: readonly string[]): Places {
  const lengths = [...new Set(names.map(({ length }) => length))].sort((a, b) => b - a)
  return { names: new Set(names), lengths }
}

/** Whether the words end like the name of someone who acts. */
export function roleKindOf(name: string): RoleKind | null {
  const bare = name.replace(/[（(][^（）()]*[）)]$/, '')
  const head = TAIL.exec(bare)?.[0]
  return head === undefined ? null : kindOf(head)
}

const HEADS = HEAD_WORDS.map(([, words]) => words).join('|')
const nextHead = nextOf(HEADS)
const TAIL = new RegExp(`(?:${HEADS})$`)

/** What stands around a head is not in its word. */
const KINDS = HEAD_WORDS.map(
  ([kind, words]) => [kind, new RegExp(`^(?:${words.replace(/\(\?<?[!=][^()]*\)/g, '')})$`)] as const,
)
/** Heads are tried without what follows them, so that 理事会 at the end of a name is still a head. */
function kindOf(head: string): RoleKind {
  const known = KNOWN_KINDS.get(head)
  if (known !== undefined) return known
  const kind = KINDS.find(([, pattern]) => pattern.test(head))?.[0] ?? 'other'
  if (KNOWN_KINDS.size >= REMEMBERED) KNOWN_KINDS.clear()
  KNOWN_KINDS.set(head, kind)
  return kind
}

const KNOWN_KINDS = new Map<string, RoleKind>()
const REMEMBERED = 2000

/** 理事会（董事会）, 中心主任（总经理）, 县（市）: brackets that give another name belong to the name. */
const ALSO = /^（(?:(?:董事会|管委会|理事会|总经理|院长|主任|副主任|本部|局|委)[、，]?)+）/

function bracketed(text: string, at: number): number {
  return text.charAt(at) === '（' ? (ALSO.exec(text.slice(at, at + 16))?.[0].length ?? 0) : 0
}

function isName(name: string, head: string): boolean {
  return name.length <= 30 && !(NEEDS_MODIFIER.test(head) && MODIFIER_ONLY.test(name))
}

const BARE =
  '部门|厅|局|委|总署|单位|法人单位|机构|机关|中心|本部|人员|人才|团队|公司|法人实体|州市|市县|县区|区县|地方'
/** Heads that name nobody without a word before them. */
const NEEDS_MODIFIER = new RegExp(`^(?:${BARE})$`)
const MODIFIER_ONLY = new RegExp(`^(?:各|本|其他|其它|全部)?(?:${BARE})$`)
