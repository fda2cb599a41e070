import type { Passage, Provision, RegulationDocument } from '../model/document.ts'

/** Where a provision stands: headings and lead-in sentences, nearest first. */
export interface Place {
  readonly id: string
  /** Its own heading and lead-in first, then those of its ancestors. */
  readonly levels: readonly Level[]
  readonly ancestors: readonly Provision[]
}

export interface Level {
  readonly id: string
  readonly heading: string
  /** The text of the provision itself that opens a list: 应具备以下基本条件：; its first passage otherwise. */
  readonly lead: string
}

/**
 * The places of all provisions of a document, by id; every reader asks for them, they are found once.
 * @example placesOf(document).get('art_10__item_2')?.levels[1]?.lead // 创新中心建设单位应具备以下基本条件：
 */
export function placesOf(document: RegulationDocument): ReadonlyMap<string, Place> {
  const known = PLACES.get(document)
  if (known !== undefined) return known
  const places = findPlaces(document)
  PLACES.set(document, places)
  return places
}

const PLACES = new WeakMap<RegulationDocument, ReadonlyMap<string, Place>>()

function findPlaces(document: RegulationDocument): ReadonlyMap<string, Place> {
  const byId = new Map(document.provisions.map((provision) => [provision.id, provision]))
  const leads = leadsOf(document.passages)
  const places = new Map<string, Place>()
  for (const provision of document.provisions) {
    const above = provision.parent === null ? undefined : places.get(provision.parent)
    const level = { id: provision.id, heading: provision.heading ?? '', lead: leads.get(provision.id) ?? '' }
    const parent = provision.parent === null ? undefined : byId.get(provision.parent)
    places.set(provision.id, {
      id: provision.id,
      levels: [level, ...(above?.levels ?? [])],
      ancestors: parent === undefined ? [] : [parent, ...(above?.ancestors ?? [])],
    })
  }
  return places
}

/** The first passage of each provision. */
function leadsOf(passages: readonly Passage[]): ReadonlyMap<string, string> {
  const leads = new Map<string, string>()
  for (const { provision, clean } of passages) {
    if (provision !== null && !leads.has(provision)) leads.set(provision, clean.text)
  }
  return leads
}
