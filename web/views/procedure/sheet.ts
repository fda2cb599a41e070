import type { Cell, Column as SheetColumn, Quote, Sheet, Source } from '../../exports/sheet.ts'
import type { Column, Evaluations, ProcessWords, Procedures } from '../../graphql/process.ts'
import type { Messages } from '../../messages/messages.ts'
import { printRoute, visit, type Route } from '../../route.ts'
import { type Question } from './glance.ts'
import { permalink } from './permalink.ts'
import { labelOf, plain, stepsIn } from './steps.ts'

/** What is on the screen. */
export interface Shown {
  readonly procedures: Procedures
  readonly evaluations: Evaluations | null
  readonly questions: readonly Question[]
  readonly names: ReadonlyMap<string, string>
  readonly route: Route
  /** Where this tool is served: links in files are absolute. */
  readonly origin: string
}

/** The page as a table for every kind of file: the questions, then the stages with their steps, then the evaluation. */
export function sheetOf(shown: Shown, m: Messages): Sheet {
  const { procedures, route, origin } = shown
  const words = m.procedure
  const count = procedures.procedures.reduce((sum, { steps }) => sum + steps.length, 0)
  return {
    title: words.sheet.title,
    lang: route.lang,
    address: origin + permalink(route, procedures),
    asOf: procedures.asOf,
    fingerprint: procedures.fingerprint,
    notes: [
      words.lede(procedures.columns.length, count, procedures.asOf),
      words.notConverted,
      ...(route.track === '' ? [] : [words.sheet.track(route.track)]),
    ],
    columns: columnsOf(shown, m),
    rows: [...glanceRows(shown, m), ...stageRows(shown, m), ...evaluationRows(shown, m)],
    sources: procedures.columns.map((column) => sourceOf(column, shown, m)),
  }
}

function columnsOf({ procedures, names }: Shown, m: Messages): readonly SheetColumn[] {
  const { sheet } = m.procedure
  return [
    { key: 'part', label: sheet.part, width: 8, role: 'group' },
    { key: 'item', label: sheet.item, width: 12, role: 'head' },
    ...procedures.columns.map((column): SheetColumn => {
      const detail = [column.title, column.docNumber, m.validity[column.validity]].filter(Boolean).join(' · ')
      const isBase = column.id === procedures.base
      return {
        key: column.id,
        label: names.get(column.id) ?? column.id,
        detail,
        width: 26,
        ...(isBase && { role: 'base' as const }),
      }
    }),
  ]
}

function glanceRows({ questions, procedures }: Shown, m: Messages): Sheet['rows'] {
  return questions.map(({ label, answers }) => [
    { text: m.procedure.glance },
    { text: label },
    ...procedures.columns.map(({ id }): Cell => {
      const told = (answers.get(id) ?? []).map(({ text, detail }) => (detail === '' ? text : `${text}（${detail}）`))
      return { text: told.length === 0 ? '—' : told.join('\n') }
    }),
  ])
}

function stageRows({ procedures, route: { lang } }: Shown, m: Messages): Sheet['rows'] {
  const lanes = new Map(procedures.lanes.map((lane) => [lane.key, labelOf(lane, lang)]))
  return procedures.stages.map((stage) => [
    { text: m.procedure.sheet.procedure },
    { text: labelOf(stage, lang), note: m.procedure.phases[stage.phase as keyof typeof m.procedure.phases] },
    ...stage.cells.map((cell): Cell => {
      const steps = stepsIn(procedures, cell)
      const lines = steps.map(({ lane, track, time, action }) =>
        [[lanes.get(lane), track, time && plain(time.words)].filter(Boolean).join(' · '), plain(action)].join(m.colon),
      )
      return {
        text: lines.length === 0 ? m.procedure.silent : lines.join('\n'),
        ...held(cell, lang, m),
        quotes: steps.map(({ evidence }) => quoteOf(evidence)),
      }
    }),
  ])
}

function evaluationRows({ evaluations, route: { lang } }: Shown, m: Messages): Sheet['rows'] {
  return (evaluations?.rows ?? []).map((row) => {
    const note = lang === 'en' ? row.noteEn : row.note
    return [
      { text: m.procedure.evaluation },
      { text: labelOf(row, lang), ...(note !== null && { note }) },
      ...row.cells.map((cell): Cell => {
        const lines = cell.entries.map(({ grade, value, valueEn }) =>
          [grade, lang === 'en' ? valueEn : value].filter(Boolean).join(m.colon),
        )
        const quotes = cell.entries.flatMap(({ evidence }) => (evidence === null ? [] : [quoteOf(evidence)]))
        return { text: cell.silent ? m.procedure.silent : lines.join('\n'), ...held(cell, lang, m), quotes }
      }),
    ]
  })
}

interface Held {
  readonly relation: keyof Messages['compare']['relation'] | null
  readonly reason: string | null
  readonly reasonEn: string | null
}

function held({ relation, reason, reasonEn }: Held, lang: 'zh' | 'en', m: Messages): Pick<Cell, 'relation' | 'reason'> {
  const why = lang === 'en' ? reasonEn : reason
  return { ...(relation !== null && { relation: m.compare.relation[relation] }), ...(why !== null && { reason: why }) }
}

function quoteOf({ quote, pinpoint, instrument, provision, start, end }: ProcessWords): Quote {
  return { text: quote, place: pinpoint ?? '', instrument, provision, start, end }
}

/** A column as a document to cite. */
export function sourceOf(column: Column, { route, origin }: Pick<Shown, 'route' | 'origin'>, m: Messages): Source {
  const { id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil } = column
  return {
    ...{ id, title, docNumber, issuers, issuedOn, effectiveFrom, effectiveUntil },
    jurisdiction: route.lang === 'en' ? column.jurisdiction.nameEn : column.jurisdiction.name,
    validity: m.validity[column.validity],
    address: origin + printRoute(visit(route, { page: 'read', instrument: id })),
  }
}
