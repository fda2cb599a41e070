import DataLoader from 'dataloader'
import type { Store } from '../graph/store.ts'
import type { QueryRow } from '../graph/queries.ts'

export type InstrumentRow = QueryRow<'instruments-by-id'>
export type ProvisionRow = QueryRow<'provisions-by-id'>
export type ThresholdRow = QueryRow<'thresholds-of-instruments'>
export type ClauseRow = QueryRow<'clauses-of-instruments'>
export type ConditionRow = QueryRow<'conditions-of-instruments'>
export type RoleRow = QueryRow<'roles-of-instruments'>
export type StepRow = QueryRow<'steps-of-instruments'>
export type ConsequenceRow = QueryRow<'consequences-of-instruments'>
export type EvaluationRow = QueryRow<'evaluations-of-instruments'>
export type MentionRow = QueryRow<'citations-from-instruments'>

export type Loaders = ReturnType<typeof loaders>

/**
 * One question per list instead of one per item; keys are ids of instruments, or of provisions where it says so. Each
 * remembers the rows of all keys, or of the `most` keys asked for last.
 */
export function loaders({ ask }: Pick<Store, 'ask'>, most = Infinity) {
  const single = <R>(find: Find<R>, key: (row: R) => string) => singleLoader(find, key, recent(most))
  const lists = <R>(find: Find<R>, key: (row: R) => string | null) => listLoader(find, key, recent(most))
  return {
    instrument: single((ids) => ask('instruments-by-id', { ids }), byId),
    text: single((ids) => ask('texts-of-instruments', { ids }), byId),
    provisions: lists((ids) => ask('provisions-of-instruments', { ids }), byInstrument),
    wordings: lists((ids) => ask('wordings-of-instruments', { ids }), byInstrument),
    thresholds: lists((ids) => ask('thresholds-of-instruments', { ids }), byInstrument),
    clauses: lists((ids) => ask('clauses-of-instruments', { ids }), byInstrument),
    conditions: lists((ids) => ask('conditions-of-instruments', { ids }), byInstrument),
    norms: lists((ids) => ask('norms-of-instruments', { ids }), byInstrument),
    roles: lists((ids) => ask('roles-of-instruments', { ids }), byInstrument),
    steps: lists((ids) => ask('steps-of-instruments', { ids }), byInstrument),
    evaluations: lists((ids) => ask('evaluations-of-instruments', { ids }), byInstrument),
    consequences: lists((ids) => ask('consequences-of-instruments', { ids }), byInstrument),
    problems: lists((ids) => ask('problems-of-instruments', { ids }), byInstrument),
    tracks: lists((ids) => ask('tracks-of-instruments', { ids }), byInstrument),
    citations: lists((ids) => ask('citations-from-instruments', { ids }), byInstrument),
    pointers: lists((ids) => ask('pointers-from-instruments', { ids }), byInstrument),
    references: lists((ids) => ask('references-from-instruments', { ids }), byInstrument),
    /** Key: a provision's full id. */
    provision: single((ids) => ask('provisions-by-id', { ids }), byId),
    referencesTo: lists((ids) => ask('references-to-provisions', { ids }), byTarget),
    pointersTo: lists((ids) => ask('pointers-to-provisions', { ids }), byTarget),
  }
}

type Find<R> = (ids: readonly string[]) => Promise<readonly R[]>

function singleLoader<R>(find: Find<R>, key: (row: R) => string, cacheMap: Recent<Promise<R | null>>) {
  const load = async (ids: readonly string[]) => {
    const rows = new Map((await find(ids)).map((row) => [key(row), row]))
    return ids.map((id) => rows.get(id) ?? null)
  }
  return new DataLoader<string, R | null>(load, { cacheMap })
}

function listLoader<R>(find: Find<R>, key: (row: R) => string | null, cacheMap: Recent<Promise<readonly R[]>>) {
  const load = async (ids: readonly string[]) => {
    const groups = grouped(await find(ids), key)
    return ids.map((id) => groups.get(id) ?? [])
  }
  return new DataLoader<string, readonly R[]>(load, { cacheMap })
}

type Recent<V> = Pick<Map<string, V>, 'get' | 'set' | 'delete' | 'clear'>

/** A map that forgets what was asked for longest ago. */
function recent<V>(most: number): Recent<V> {
  const values = new Map<string, V>()
  return {
    get(key) {
      const value = values.get(key)
      if (value !== undefined && values.delete(key)) values.set(key, value)
      return value
    },
    set(key, value) {
      for (const oldest of values.keys()) if (values.size >= most) values.delete(oldest)
      return values.set(key, value)
    },
    delete: (key) => values.delete(key),
    clear: () => values.clear(),
  }
}

function grouped<R>(rows: readonly R[], key: (row: R) => string | null): ReadonlyMap<string | null, readonly R[]> {
  const groups = new Map<string | null, R[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function byId({ id }: { readonly id: string }): string {
  return id
}

function byInstrument({ instrument }: { readonly instrument: string }): string {
  return instrument
}

function byTarget({ targetProvision }: { readonly targetProvision: string | null }): string | null {
  return targetProvision
}
