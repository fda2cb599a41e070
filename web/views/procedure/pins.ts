import type { Pin, PinnedInstrument } from '../../dossier/pin.ts'
import type { Column, Procedures } from '../../graphql/process.ts'
import type { Route } from '../../route.ts'
import { today } from '../../today.ts'
import type { Opened } from './opened.ts'
import { permalink } from './permalink.ts'

/** The id under which a step or a cell of the evaluation is in the dossier. */
export function pinId({ at }: Pick<Opened, 'at'>): string {
  return at.startsWith('evaluation:') ? at : `step:${at}`
}

/** A step as it is put into the dossier: its words, how its stage stands to the base, and the link that opens it again. */
export function pinOf(opened: Opened, { procedures, route, group }: Pinning): Pin {
  const { instrument, heading, words, relation, reason, reasonEn, step } = opened
  const base = procedures.base
  return {
    id: pinId(opened),
    kind: step === null ? 'cell' : 'step',
    heading: step === null ? heading : [heading, step.name ?? step.act].filter(Boolean).join(' · '),
    group,
    instrument: instrumentOf(instrument, procedures.columns),
    against: base === null || base === instrument || relation === null ? null : instrumentOf(base, procedures.columns),
    place: [...new Set(words.map(({ pinpoint }) => pinpoint ?? ''))].filter(Boolean).join('、'),
    quotes: words.map((one) => ({
      ...{ text: one.quote, place: one.pinpoint ?? '', instrument: one.instrument },
      ...{ provision: one.provision, start: one.start, end: one.end },
    })),
    ...{ relation, reason, reasonEn },
    address: permalink({ ...route, at: opened.at }, procedures),
    fingerprint: procedures.fingerprint,
    pinnedOn: today(),
    note: '',
  }
}

interface Pinning {
  readonly procedures: Procedures
  readonly route: Route
  readonly group: string
}

function instrumentOf(id: string, columns: readonly Column[]): PinnedInstrument {
  const column = columns.find((one) => one.id === id)
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
