import type { Extraction } from '../model/extraction.ts'
import type { Citation, Reference, ReferenceTarget } from '../model/facts.ts'
import { factIds, provisionId } from './ids.ts'
import type { EdgePart, EdgeRow, Part } from './parts.ts'
import { numberKey, titleKey } from './titles.ts'

export type MentionName = 'CITES' | 'POINTS_INTO' | 'REPEALS' | 'BASED_ON'

/** One place that names another document; which node it leads to is settled by `resolveMentions`. */
export interface Mention {
  readonly name: MentionName
  readonly from: 'Provision' | 'Instrument'
  readonly fromId: string
  readonly title: string
  readonly titleKey: string
  readonly numberKey: string | null
  /** The properties of the relationship. */
  readonly row: Readonly<Record<string, unknown>>
}

/** Every place of a text that names another document: citations, pinpoints into it, repeals and bases. */
export function mentionsOf(instrument: string, extraction: Extraction): readonly Mention[] {
  const citations = extraction.citations.filter(({ kind }) => kind === 'document')
  const nextId = factIds(instrument, 'citation')
  const mentions = [
    ...citations.map((citation) => cites(instrument, citation, nextId(citation.provision))),
    ...pointers(instrument, extraction.references),
    ...between(instrument, 'REPEALS', [
      ...extraction.meta.repeals,
      ...citations.filter(({ relation }) => relation === 'repeals'),
    ]),
    ...between(
      instrument,
      'BASED_ON',
      citations.filter(({ relation }) => relation === 'basis' || relation === 'implements'),
    ),
  ]
  return mentions.filter((mention) => mention.titleKey !== '' || mention.numberKey !== null)
}

/** References to places: those that exist lead there, the others stay with the own text and say what they looked for. */
export function referenceRecords(instrument: string, references: readonly Reference[]): Part {
  const nextId = factIds(instrument, 'reference')
  const found = references.flatMap((reference) =>
    targetsOf(reference).map((target) => ({ reference, target, id: nextId(reference.provision) })),
  )
  const rows = found.filter(({ reference }) => reference.scope === 'internal' || !reference.document)
  const from = ({ reference }: (typeof rows)[number]): 'Provision' | 'Instrument' =>
    reference.provision === null ? 'Instrument' : 'Provision'
  return {
    nodes: [],
    edges: (['Provision', 'Instrument'] as const).flatMap((label): EdgePart[] => {
      const own = rows.filter((row) => from(row) === label)
      const lost = own.filter(({ target }) => target.id === null)
      const resolved = own.flatMap(({ reference, target, id }) =>
        target.id === null ? [] : [place(instrument, reference, { id, toId: provisionId(instrument, target.id) })],
      )
      return [
        { name: 'REFERS_TO', from: label, to: 'Provision', rows: resolved },
        { name: 'POINTS_INTO', from: label, to: 'Instrument', rows: lost.map((row) => loose(instrument, row)) },
      ]
    }),
  }
}

const NO_TARGET: ReferenceTarget = {
  article: null,
  paragraph: null,
  item: null,
  subitem: null,
  annex: null,
  chapter: null,
  id: null,
  exists: null,
}

function targetsOf({ targets }: Reference): readonly ReferenceTarget[] {
  return targets.length > 0 ? targets : [NO_TARGET]
}

interface Placed {
  readonly reference: Reference
  readonly target: ReferenceTarget
  readonly id: string
}

function place(instrument: string, reference: Reference, { id, toId }: { id: string; toId: string }): EdgeRow {
  const { start, end, quote } = reference
  return { fromId: origin(instrument, reference), toId, id, instrument, start, end, quote }
}

function loose(instrument: string, { reference, target, id }: Placed): EdgeRow {
  const { article, paragraph, item } = target
  const missing = { title: '', titleKey: '', docNumber: null, numberKey: null, scope: reference.scope }
  const candidates = reference.scope === 'internal' ? 1 : 0
  return { ...place(instrument, reference, { id, toId: instrument }), ...missing, candidates, article, paragraph, item }
}

function origin(instrument: string, { provision }: { readonly provision: string | null }): string {
  return provision === null ? instrument : provisionId(instrument, provision)
}

function cites(instrument: string, citation: Citation, id: string): Mention {
  const { start, end, quote, relation } = citation
  return mention(instrument, citation, {
    name: 'CITES',
    provision: citation.provision,
    row: { id, start, end, quote, relation },
  })
}

function pointers(instrument: string, references: readonly Reference[]): readonly Mention[] {
  const nextId = factIds(instrument, 'pointer')
  return references.flatMap((reference) => {
    const { document, provision, start, end, quote, scope } = reference
    if (scope === 'internal' || !document) return []
    return targetsOf(reference).map(({ article, paragraph, item }) => {
      const row = { id: nextId(provision), scope, start, end, quote, article, paragraph, item }
      return mention(instrument, { title: document, docNumber: null }, { name: 'POINTS_INTO', provision, row })
    })
  })
}

interface Named {
  readonly title: string
  readonly docNumber: string | null
}

/** One relationship between the instruments for each document named, however often the text names it. */
function between(instrument: string, name: 'REPEALS' | 'BASED_ON', documents: readonly Named[]): readonly Mention[] {
  const nextId = factIds(instrument, name.toLowerCase())
  const keys = documents.map(({ title, docNumber }) => numberKey(docNumber) ?? titleKey(title))
  return documents
    .filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
    .map((document) => mention(instrument, document, { name, provision: null, row: { id: nextId(null) } }))
}

function mention(
  instrument: string,
  { title, docNumber }: Named,
  { name, provision, row }: Pick<Mention, 'name' | 'row'> & { readonly provision: string | null },
): Mention {
  const keys = { title, titleKey: titleKey(title), numberKey: numberKey(docNumber) }
  return {
    ...keys,
    name,
    from: provision === null ? 'Instrument' : 'Provision',
    fromId: origin(instrument, { provision }),
    row: { ...row, ...keys, instrument, docNumber },
  }
}
