import DataLoader from 'dataloader'
import type { Store } from '../graph/store.ts'
import type { QueryRow } from '../graph/queries.ts'

export type InstrumentRow = QueryRow<'instruments-by-id'>
export type ProvisionRow = QueryRow<'provisions-by-id'>
export type ThresholdRow = QueryRow<'thresholds-of-instruments'>
export type ClauseRow = QueryRow<'clauses-of-instruments'>
export type RoleRow = QueryRow<'roles-of-instruments'>
export type MentionRow = QueryRow<'citations-from-instruments'>

export type Loaders = ReturnType<typeof loaders>

/** One question per list instead of one per item; keys are ids of instruments, or of provisions where it says so. */
export function loaders({ ask }: Pick<Store, 'ask'>) {
  return {
    instrument: single((ids) => ask('instruments-by-id', { ids }), byId),
    text: single((ids) => ask('texts-of-instruments', { ids }), byId),
    provisions: lists((ids) => ask('provisions-of-instruments', { ids }), byInstrument),
    wordings: lists((ids) => ask('wordings-of-instruments', { ids }), byInstrument),
    thresholds: lists((ids) => ask('thresholds-of-instruments', { ids }), byInstrument),
    clauses: lists((ids) => ask('clauses-of-instruments', { ids }), byInstrument),
    norms: lists((ids) => ask('norms-of-instruments', { ids }), byInstrument),
    roles: lists((ids) => ask('roles-of-instruments', { ids }), byInstrument),
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

function single<R>(find: Find<R>, key: (row: R) => string): DataLoader<string, R | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [key(row), row]))
    return ids.map((id) => rows.get(id) ?? null)
  })
}

function lists<R>(find: Find<R>, key: (row: R) => string | null): DataLoader<string, readonly R[]> {
  return new DataLoader(async (ids) => {
    const groups = grouped(await find(ids), key)
    return ids.map((id) => groups.get(id) ?? [])
  })
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
