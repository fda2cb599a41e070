import type { Provision, RegulationDocument } from '../model/document.ts'
import { placesOf } from './places.ts'
import { trackOf } from './scope.ts'

/**
 * Which procedure a provision belongs to: the class that the text declares (综合类), else the section or chapter that is
 * one procedure beside others (设立登记, 变更登记, 注销登记); null in texts with a single procedure.
 * @example procedureTracks(document)('chp_2__sec_2__art_9') // 变更登记
 */
export function procedureTracks(document: RegulationDocument): (provisionId: string | null) => string | null {
  const declared = trackOf(document)
  const places = placesOf(document)
  const beside = besideOthers(document)
  return (id) => {
    const named = declared(id)
    if (named !== null || id === null || beside.size === 0) return named
    const level = places.get(id)?.levels.find((one) => beside.has(one.id))
    return level === undefined ? null : (beside.get(level.id) ?? null)
  }
}

const PROCEDURE = /(?:登记|许可|注册|审批|备案|认定|延续|变更|注销|审定|鉴定|评审|申报)$/

/** Sections or chapters that are procedures, where there are several of them side by side, by id. */
function besideOthers({ provisions }: RegulationDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const kind of ['section', 'chapter'] as const) {
    const named = provisions.filter((one) => one.kind === kind && PROCEDURE.test(nameOf(one)))
    for (const one of named) {
      const siblings = named.filter(({ parent }) => parent === one.parent)
      if (siblings.length > 1) found.set(one.id, nameOf(one))
    }
  }
  return found
}

function nameOf({ heading }: Provision): string {
  return (heading ?? '').replace(/\s/g, '')
}
