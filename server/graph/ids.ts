/** `sx-2023-tic#chp_3__art_11`: a provision's full id. */
export function provisionId(instrument: string, eId: string): string {
  return `${instrument}#${eId}`
}

/** The instrument of a provision's or fact's full id; an instrument's own id is given back. */
export function instrumentOf(id: string): string {
  return id.split('#', 1)[0] ?? id
}

/**
 * Ids of facts in text order, from meaning: the place, the kind and the count within the place.
 * @example factIds('yn-2022-tic', 'threshold')('art_10') // yn-2022-tic#art_10~threshold_1
 */
export function factIds(instrument: string, kind: string): (eId: string | null) => string {
  const counts = new Map<string | null, number>()
  return (eId) => {
    const count = (counts.get(eId) ?? 0) + 1
    counts.set(eId, count)
    return `${eId === null ? instrument : provisionId(instrument, eId)}~${kind}_${count}`
  }
}
