import type { Listed } from '../../graphql/documents.ts'
import { familiesOf } from '../compare/families.ts'
import { isOfCity } from './standings.ts'

export interface Group {
  /** Stays the same while the documents do: part of the address. */
  readonly key: string
  readonly name: string
  readonly members: readonly Listed[]
}

export type GroupBy = 'family' | 'place'

/** Documents whose title, number, jurisdiction or issuer holds every word of the query; width and case do not matter. */
export function matching(held: readonly Listed[], query: string): readonly Listed[] {
  const words = bare(query).split(' ').filter(Boolean)
  if (words.length === 0) return held
  return held.filter((it) => {
    const { name, nameEn } = it.jurisdiction
    const text = bare([it.title, it.docNumber ?? '', name, nameEn, ...it.issuers].join(' '))
    return words.every((word) => text.includes(word))
  })
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Documents on one matter together, then those that are the only one on theirs; or those of one jurisdiction. */
export function groupsOf(
  held: readonly Listed[],
  by: GroupBy,
  { alone, placeName }: { readonly alone: string; readonly placeName: (it: Listed) => string },
): readonly Group[] {
  return by === 'family' ? byFamily(held, alone) : byPlace(held, placeName)
}

function byFamily(held: readonly Listed[], alone: string): readonly Group[] {
  const families = familiesOf(held)
  const several = families.filter(({ members }) => members.length > 1)
  const singles = families.flatMap(({ members }) => (members.length === 1 ? members : []))
  const groups = several.map(({ name, members }) => ({ key: members[0]?.id ?? name, name, members }))
  return singles.length === 0 ? groups : [...groups, { key: 'alone', name: alone, members: singles }]
}

/** The state first, then by how many documents a province has; its cities are with it. */
function byPlace(held: readonly Listed[], placeName: (it: Listed) => string): readonly Group[] {
  const places = new Map<string, Listed[]>()
  for (const it of held) {
    const code = it.jurisdiction.id.slice(0, 5)
    places.set(code, [...(places.get(code) ?? []), it])
  }
  const national = (key: string): number => Number(key === 'CN')
  return [...places]
    .map(([key, members]) => ({ key, name: placeName(provincial(members)), members }))
    .sort((one, two) => national(two.key) - national(one.key) || two.members.length - one.members.length)
}

/** One whose jurisdiction is the province itself, where there is one. */
function provincial(members: readonly Listed[]): Listed {
  const [first] = members
  const own = members.find((it) => !isOfCity(it)) ?? first
  if (own === undefined) throw new Error('a group of no documents')
  return own
}
