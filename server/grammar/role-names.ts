import { HEAD_WORDS, MODIFIERS } from './role-words.ts'

/** A name of someone who acts, as it stands in a text. */
export interface RoleName {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: RoleKind
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
  /** Names of places that names begin with: 云南省. */
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
  const heads = new RegExp([...known.map(escaped), HEADS].join('|'), 'g')
  return (text) => {
    const found: RoleName[] = []
    for (const hit of text.matchAll(heads)) {
      const behind = found.at(-1)?.end ?? 0
      const name = nameAt(text, { at: hit.index, word: hit[0] }, { places, behind })
      if (hit.index >= behind && isName(name.name, hit[0])) addName(found, name, hit[0])
    }
    return found
  }
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

interface Head {
  readonly at: number
  readonly word: string
}

interface Bounds {
  readonly places: Places
  /** Offset behind the name before this one. */
  readonly behind: number
}

function nameAt(text: string, head: Head, bounds: Bounds): RoleName {
  const end = head.at + head.word.length + bracketed(text, head.at + head.word.length)
  const start = placeBefore(text, leftEdge(text, head, bounds.behind), bounds)
  return { start, end, name: text.slice(start, end), kind: kindOf(head.word) }
}

function addName(found: RoleName[], name: RoleName, head: string): void {
  const last = found.at(-1)
  const inner = last !== undefined && last.end === name.start && INNER.test(head)
  found.push(inner ? { ...name, start: last.start, name: last.name + name.name } : name)
}

/** 省科技厅主管处室, 工程研究中心依托单位: a part of the one named right before. */
const INNER = /(?:处室|司局|依托单位)$/

/** 云南 before 省科技厅, 昆明 before 市财政局: the place that a name begins with. */
function placeBefore(text: string, at: number, { places, behind }: Bounds): number {
  for (const length of places.lengths) {
    if (at - length >= behind && places.names.has(text.slice(at - length, at))) return at - length
    const stem = at - length + 1
    if (stem >= behind && places.names.has(text.slice(stem, at + 1)) && LEVEL_WORD.test(text.charAt(at))) return stem
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
const TAIL = new RegExp(`(?:${HEADS})$`)
const KINDS = HEAD_WORDS.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`)] as const)
/** Heads are tried without what follows them, so that 理事会 at the end of a name is still a head. */
function kindOf(head: string): RoleKind {
  return KINDS.find(([, pattern]) => pattern.test(head))?.[0] ?? 'other'
}

/** 理事会（董事会）, 中心主任（总经理）, 县（市）: brackets that give another name belong to the name. */
const ALSO = /^（(?:(?:董事会|管委会|理事会|总经理|院长|主任|副主任|本部|局|委)[、，]?)+）/

function bracketed(text: string, at: number): number {
  return text.charAt(at) === '（' ? (ALSO.exec(text.slice(at, at + 16))?.[0].length ?? 0) : 0
}

const MODIFIER = new RegExp(`(?:${MODIFIERS.join('|')})$`)
const LONGEST_MODIFIER = 24
const LONGEST_WORD = 10

/** An organ (…厅, …局) may have any field; its name then begins at the level it belongs to. */
const ORGAN = /[厅局委署处室]$/
const LEVEL =
  /(?:国家|省|自治区|直辖市|市|县|区|州|旗)[^，。；：、！？“”‘’《》〈〉【】（）()[\]\s—…+的和与及由经报向对将从为以按据给让使至到于被把并且而但或该其请应须可凡是含令处等则有未不\d省市县区州]{2,12}$/

/** The offset where the words that belong to the head begin, never before `behind`. */
function leftEdge(text: string, head: Head, behind: number): number {
  const limit = Math.max(behind, head.at - LONGEST_MODIFIER)
  const known = growKnown(text, head.at, limit)
  if (!ORGAN.test(head.word) || known < head.at) return known
  const named = LEVEL.exec(text.slice(Math.max(limit, known - 16), known))
  return named === null ? known : growKnown(text, known - named[0].length, limit)
}

function growKnown(text: string, from: number, limit: number): number {
  let at = from
  for (;;) {
    const hit = MODIFIER.exec(text.slice(Math.max(limit, at - LONGEST_WORD), at))
    if (hit === null) return at
    at -= hit[0].length
  }
}

/** Heads that name nobody without a word before them. */
const NEEDS_MODIFIER = /^(?:部门|厅|局|委|总署|单位|机构|机关|中心|人员|人才|团队|公司|法人实体)$/

function isName(name: string, head: string): boolean {
  return name.length <= 30 && !(NEEDS_MODIFIER.test(head) && MODIFIER_ONLY.test(name))
}

const MODIFIER_ONLY =
  /^(?:各|本|其他|其它|全部)?(?:部门|厅|局|委|总署|单位|机构|机关|中心|人员|人才|团队|公司|法人实体)$/
