import type { Cell, Measure, Row, Words } from '../../graphql/documents.ts'
import { emphasise, inBrief, oneLine, type Run } from '../../parts/emphasis.ts'

/** Words of a text that a cell shows, with the number or the modal word strong. */
export interface Statement {
  readonly words: Words
  readonly measure: Measure | null
  readonly runs: readonly Run[]
}

/** What a cell quotes, in text order. Where one quote holds another that carries the number, the tighter one is shown. */
export function statementsOf(cell: Cell): readonly Statement[] {
  const known = made.get(cell)
  if (known !== undefined) return known
  const statements = read(cell)
  made.set(cell, statements)
  return statements
}

/** Answers never change, so a cell is read once, however often it scrolls by. */
const made = new WeakMap<Cell, readonly Statement[]>()

function read(cell: Cell): readonly Statement[] {
  const measured = new Map(cell.thresholds.map((threshold) => [key(threshold.evidence), threshold]))
  const tight = cell.thresholds.map(({ evidence }) => evidence)
  return distinct([...cell.evidence, ...tight])
    .filter((words) => measured.has(key(words)) || !tight.some((inner) => holds(words, inner)))
    .map((words) => statement(words, measured.get(key(words)) ?? null, cell.modality))
}

function statement(words: Words, measure: Measure | null, modality: string | null): Statement {
  const shown = oneLine(words.quote)
  return { words, measure, runs: emphasise(shown, { unit: measure?.unitText ?? '', modal: modality ?? '' }) }
}

function distinct(all: readonly Words[]): readonly Words[] {
  const byPlace = new Map(all.map((words) => [key(words), words]))
  return [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

function key({ start, end }: Words): string {
  return `${start}-${end}`
}

function holds(outer: Words, inner: Words): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** What one axis can show of a row: the measures of one metric and unit, two columns and two values at least; empty otherwise. */
export function plottable(row: Row): readonly { readonly instrument: string; readonly measure: Measure }[] {
  if (!row.comparable || row.metricKey === null) return []
  const measures = row.cells.flatMap((cell) =>
    cell.thresholds.map((measure) => ({ instrument: cell.instrument, measure })),
  )
  const [first] = measures
  const alike = measures.filter(
    ({ measure }) =>
      measure.unit === first?.measure.unit &&
      measure.metricKey === first.measure.metricKey &&
      measure.upper === null &&
      measure.appliesIf === first.measure.appliesIf,
  )
  // One dot for all would say no more than the cells do.
  const spread = new Set(alike.map(({ measure }) => measure.value)).size > 1
  return spread && new Set(alike.map(({ instrument }) => instrument)).size > 1 ? alike : []
}

export interface Brief {
  readonly lead: string
  readonly strong: string
  readonly tail: string
  readonly place: string | null
  /** Further statements of the cell. */
  readonly more: number
}

/**
 * The first statement of a cell in so many characters; null for a silent one. Shaping and painting what is cut off anyway
 * would cost most of a scroll.
 */
export function briefOf(
  cell: Cell,
  { room, isLine }: { readonly room: number; readonly isLine: boolean },
): Brief | null {
  const [first, ...rest] = statementsOf(cell)
  if (first === undefined) return null
  const runs = isLine ? inBrief(first.runs) : first.runs
  const strong = runs.findIndex((run) => run.strong)
  const texts = runs.map(({ text }) => text)
  const [lead, middle, tail] =
    strong === -1
      ? [texts.join(''), '', '']
      : [texts.slice(0, strong), texts.slice(strong, strong + 1), texts.slice(strong + 1)].map((it) => it.join(''))
  return { ...cut([lead ?? '', middle ?? '', tail ?? ''], room), place: first.words.pinpoint, more: rest.length }
}

/** Three runs of text in so many characters, with an ellipsis where something is left out. */
function cut(texts: readonly [string, string, string], room: number): Pick<Brief, 'lead' | 'strong' | 'tail'> {
  let left = room
  const [lead = '', strong = '', tail = ''] = texts.map((text) => {
    const kept = text.length <= left ? text : left <= 0 ? '' : `${text.slice(0, left)}…`
    left -= text.length
    return kept
  })
  return { lead, strong, tail }
}
