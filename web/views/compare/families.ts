import { placeIn } from '../names.ts'

/** What is needed of a held document to tell what it is about. */
export interface Titled {
  readonly id: string
  readonly title: string
  readonly jurisdiction: { readonly id: string; readonly name: string; readonly level: string }
}

/** Documents on one matter, by their titles: 大气污染防治 of the state and of eight places. */
export interface Family<T extends Titled = Titled> {
  /** The shortest of what their titles say without place and kind. */
  readonly name: string
  readonly members: readonly T[]
}

/** Shares of two-character words from which two titles are about one matter. */
const ALIKE = 0.65

/**
 * Documents grouped by what their titles say without place and kind; the largest group first, each in the order given.
 * @example familiesOf([云浮市优化营商环境条例, 优化营商环境条例]).map(({ name }) => name) // ['优化营商环境']
 */
export function familiesOf<T extends Titled>(held: readonly T[]): readonly Family<T>[] {
  const leaders: Leader<T>[] = []
  const byPair = new Map<string, Leader<T>[]>()
  for (const it of held) {
    const stem = stemOf(it)
    const pairs = pairsOf(stem)
    const near = nearest(pairs, byPair)
    if (near === null) lead({ stems: [stem], pairs, members: [it] }, { leaders, byPair })
    else {
      near.members.push(it)
      near.stems.push(stem)
    }
  }
  return leaders
    .map(({ stems, members }) => ({ name: shortest(stems), members }))
    .sort((one, two) => two.members.length - one.members.length)
}

interface Leader<T> {
  readonly stems: string[]
  readonly pairs: ReadonlySet<string>
  readonly members: T[]
}

function lead<T>(
  leader: Leader<T>,
  { leaders, byPair }: { readonly leaders: Leader<T>[]; readonly byPair: Map<string, Leader<T>[]> },
): void {
  leaders.push(leader)
  for (const pair of leader.pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), leader])
}

function nearest<T>(pairs: ReadonlySet<string>, byPair: ReadonlyMap<string, readonly Leader<T>[]>): Leader<T> | null {
  const shared = new Map<Leader<T>, number>()
  for (const pair of pairs) for (const it of byPair.get(pair) ?? []) shared.set(it, (shared.get(it) ?? 0) + 1)
  const likeness = (it: Leader<T>): number => (2 * (shared.get(it) ?? 0)) / (it.pairs.size + pairs.size)
  const [best] = [...shared.keys()].sort((one, two) => likeness(two) - likeness(one))
  return best !== undefined && likeness(best) >= ALIKE ? best : null
}

const STATE = /^(?:中华人民共和国|全国|国家)/
const STAGE = /[（(](?:试行|暂行|修订|修正|草案)[）)]$/
const KIND =
  /(?:管理|实施|若干|暂行|试行)*(?:法|条例|规定|办法|细则|决定|方案|意见|通知|规划|计划|纲要|指南|章程|准则|规范|标准|公告|规则)$/

/** A title without the place in front and the kind behind: 浙江省大气污染防治条例 is 大气污染防治. */
export function stemOf(it: Titled): string {
  const bare = it.title.replace(/[\s《》]/g, '').replace(STAGE, '')
  const stem = bare
    .slice(placeOf({ ...it, title: bare }).length)
    .replace(STATE, '')
    .replace(KIND, '')
  return stem === '' ? bare : stem
}

function placeOf({ title, jurisdiction }: Titled): string {
  return jurisdiction.level === 'national' ? '' : placeIn(title, jurisdiction.name)
}

function pairsOf(stem: string): ReadonlySet<string> {
  const chars = [...stem]
  return new Set(chars.length < 2 ? chars : chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`))
}

function shortest(stems: readonly string[]): string {
  return [...stems].sort((one, two) => one.length - two.length)[0] ?? ''
}

/** More columns than this are refused by the server. */
export const MOST_COLUMNS = 60
/** So many unrelated documents stand side by side unasked. */
const FEW = 12

export interface Choice<T extends Titled = Titled> {
  readonly columns: readonly string[]
  /** The family that was chosen; null where all documents are shown. */
  readonly family: Family<T> | null
}

/**
 * Columns when the address names none: all held documents while they are few, else those on the matter of the base; without a
 * base the largest family that a national text leads, or the largest of all.
 */
export function defaultColumns<T extends Titled>(
  held: readonly T[],
  families: readonly Family<T>[],
  base = '',
): Choice<T> {
  if (held.length <= FEW) return { columns: held.map(({ id }) => id), family: null }
  const national = ({ members }: Family<T>): boolean =>
    members.length > 1 && members.some(({ jurisdiction }) => jurisdiction.level === 'national')
  const own = families.find(({ members }) => members.some(({ id }) => id === base))
  const family = own ?? families.find(national) ?? families[0] ?? null
  return { columns: (family?.members ?? []).slice(0, MOST_COLUMNS).map(({ id }) => id), family }
}
