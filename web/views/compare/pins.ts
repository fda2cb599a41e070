import type { Pin, PinnedInstrument } from '../../dossier/pin.ts'
import type { Cell, Comparison, Row } from '../../graphql/documents.ts'
import { today } from '../../today.ts'
import { permalink } from './permalink.ts'
import { printPlace } from './place.ts'
import { statementsOf } from './statements.ts'
import type { Route } from '../../route.ts'

/** The id under which a cell is in the dossier, whatever its words. */
export function pinId(row: string, instrument: string): string {
  return `cell:${row}:${instrument}`
}

/** Ids of the speaking cells of a row: a row is in the dossier when all of them are. */
export function rowPinIds(row: Row): readonly string[] {
  return row.cells.filter(({ silent }) => !silent).map(({ instrument }) => pinId(row.id, instrument))
}

/** A cell as it is put into the dossier: its words, its relation, and the link that opens it again. */
export function pinOf(row: Row, cell: Cell, { comparison, route }: Seen): Pin {
  const statements = statementsOf(cell)
  const base = comparison.base
  return {
    id: pinId(row.id, cell.instrument),
    kind: 'cell',
    heading: row.label,
    group: row.topicLabel,
    instrument: instrumentOf(cell.instrument, comparison),
    against:
      base === null || base === cell.instrument || cell.relation === null ? null : instrumentOf(base, comparison),
    place: [...new Set(statements.map(({ words }) => words.pinpoint ?? ''))].filter(Boolean).join('、'),
    quotes: statements.map(({ words }) => ({
      ...{ text: words.quote, place: words.pinpoint ?? '', instrument: words.instrument },
      ...{ provision: words.provision, start: words.start, end: words.end },
    })),
    relation: cell.relation,
    reason: cell.reason,
    reasonEn: cell.reasonEn,
    address: permalink({ ...route, at: printPlace({ row: row.id, instrument: cell.instrument }) }, comparison),
    fingerprint: comparison.fingerprint,
    pinnedOn: today(),
    note: '',
  }
}

interface Seen {
  readonly comparison: Comparison
  readonly route: Route
}

function instrumentOf(id: string, { columns }: Comparison): PinnedInstrument {
  const column = columns.find((it) => it.id === id)
  return {
    id,
    title: column?.title ?? '',
    docNumber: column?.docNumber ?? null,
    jurisdiction: column?.jurisdiction.name ?? '',
    issuers: column?.issuers ?? [],
    issuedOn: column?.issuedOn ?? null,
    effectiveFrom: column?.effectiveFrom ?? null,
  }
}
