import type { Cell as SheetCell, Column as SheetColumn, Quote, Sheet, Source } from '../../exports/sheet.ts'
import type { Cell, Comparison, Row } from '../../graphql/documents.ts'
import type { Messages } from '../../messages/messages.ts'
import { printRoute, visit, type Route } from '../../route.ts'
import { permalink } from './permalink.ts'
import { inEffect, notComparable, reasonOf } from './say.ts'
import { statementsOf } from './statements.ts'

/** What is on the screen: the narrowed comparison and the rows that the filters leave. */
export interface Shown {
  readonly comparison: Comparison
  readonly rows: readonly Row[]
  readonly names: ReadonlyMap<string, string>
  readonly route: Route
  /** Filters that are on, in words. */
  readonly filters: readonly string[]
  /** Where this tool is served: links in files are absolute. */
  readonly origin: string
  readonly title: string
}

/** The matrix as it is drawn, for every kind of file: the same rows, columns, words, relations and reasons. */
export function sheetOf(shown: Shown, m: Messages): Sheet {
  const { comparison, rows, route, origin, title } = shown
  return {
    title,
    lang: route.lang,
    address: origin + permalink(route, comparison),
    asOf: comparison.asOf,
    fingerprint: comparison.fingerprint,
    notes: notesOf(shown, m),
    columns: columnsOf(shown, m),
    rows: rows.map((row) => [
      { text: route.lang === 'en' ? row.topicLabelEn : row.topicLabel },
      headOf(row, route.lang, m),
      ...row.cells.map((cell) => cellOf(cell, route.lang, m)),
    ]),
    sources: comparison.columns.map((column) => sourceOf(column, shown, m)),
  }
}

function notesOf({ comparison, rows, filters }: Shown, m: Messages): readonly string[] {
  const head = m.compare.lede(comparison.columns.length, rows.length, comparison.asOf)
  return [head, ...(filters.length > 0 ? [m.compare.filtered(filters.join(m.and))] : [])]
}

function columnsOf({ comparison, names }: Shown, m: Messages): readonly SheetColumn[] {
  return [
    { key: 'topic', label: m.compare.topic, width: 10, role: 'group' },
    { key: 'requirement', label: m.compare.requirement, width: 12, role: 'head' },
    ...comparison.columns.map((column): SheetColumn => {
      const isBase = column.id === comparison.base
      const detail = [column.title, column.docNumber, m.validity[column.validity]].filter(Boolean).join(' · ')
      const label = names.get(column.id) ?? column.id
      return { key: column.id, label, detail, width: 26, ...(isBase && { role: 'base' as const }) }
    }),
  ]
}

function headOf(row: Row, lang: 'zh' | 'en', m: Messages): SheetCell {
  const text = lang === 'en' ? row.labelEn : row.label
  const note = [notComparable(row, lang, m), (lang === 'en' ? row.whyEn : row.why) ?? ''].filter(Boolean).join(m.stop)
  return { text, ...(note !== '' && { note }) }
}

function cellOf(cell: Cell, lang: 'zh' | 'en', m: Messages): SheetCell {
  const reason = reasonOf(cell, lang)
  return {
    text: cell.silent ? m.compare.silent : inEffect(cell, lang, m),
    ...(cell.relation !== null && { relation: m.compare.relation[cell.relation] }),
    ...(reason !== null && { reason }),
    quotes: statementsOf(cell).map(({ words }): Quote => ({
      ...{ text: words.quote, place: words.pinpoint ?? '', instrument: words.instrument },
      ...{ provision: words.provision, start: words.start, end: words.end },
    })),
  }
}

/** A column as a document to cite. */
export function sourceOf(
  column: Comparison['columns'][number],
  { route, origin }: Pick<Shown, 'route' | 'origin'>,
  m: Messages,
): Source {
  const { id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil } = column
  return {
    ...{ id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil },
    jurisdiction: route.lang === 'en' ? column.jurisdiction.nameEn : column.jurisdiction.name,
    validity: m.validity[column.validity],
    address: origin + printRoute(visit(route, { page: 'read', instrument: id })),
  }
}
