import type { Evaluations, ProcessWords, Procedures, Step } from '../../graphql/process.ts'
import type { Messages } from '../../messages/messages.ts'
import { evaluationAt } from './glance.ts'
import { labelOf, stepsIn, stepsOf } from './steps.ts'

/** What the address opens: a step, or a cell of the evaluation. */
export interface Opened {
  readonly at: string
  /** Id of the column. */
  readonly instrument: string
  /** Stage or question, without the name of the column. */
  readonly heading: string
  readonly step: Step | null
  readonly relation: Relation | null
  readonly reason: string | null
  readonly reasonEn: string | null
  readonly words: readonly ProcessWords[]
  /** What the base says to the same stage or question; empty in the base itself. */
  readonly baseWords: readonly ProcessWords[]
}

type Relation = NonNullable<Procedures['stages'][number]['cells'][number]['relation']>

export interface Seen {
  readonly procedures: Procedures
  readonly evaluations: Evaluations | null
  readonly lang: 'zh' | 'en'
}

/** Finds what an address opens; null when it is not there (any more). */
export function openedAt(at: string, seen: Seen, m: Messages): Opened | null {
  if (at === '') return null
  return at.startsWith('evaluation:') ? cellAt(at, seen, m) : stepAt(at, seen)
}

function stepAt(at: string, { procedures, lang }: Seen): Opened | null {
  const column = procedures.columns.find(({ id }) => stepsOf(procedures, id).some((step) => step.id === at))
  const step = column && stepsOf(procedures, column.id).find(({ id }) => id === at)
  const stage = procedures.stages.find(({ key }) => key === step?.stage)
  if (column === undefined || step === undefined || stage === undefined) return null
  const cell = stage.cells.find(({ instrument }) => instrument === column.id)
  const base = stage.cells.find(({ instrument }) => instrument === procedures.base)
  return {
    at,
    instrument: column.id,
    heading: labelOf(stage, lang),
    step,
    relation: cell?.relation ?? null,
    reason: cell?.reason ?? null,
    reasonEn: cell?.reasonEn ?? null,
    words: [step.evidence],
    baseWords: base && base.instrument !== column.id ? stepsIn(procedures, base).map(({ evidence }) => evidence) : [],
  }
}

function cellAt(at: string, { procedures, evaluations, lang }: Seen, m: Messages): Opened | null {
  for (const row of evaluations?.rows ?? []) {
    const cell = row.cells.find(({ instrument }) => evaluationAt(row.key, instrument) === at)
    if (cell === undefined) continue
    const base = row.cells.find(({ instrument }) => instrument === procedures.base)
    return {
      at,
      instrument: cell.instrument,
      heading: `${m.procedure.evaluation} · ${labelOf(row, lang)}`,
      step: null,
      relation: cell.relation,
      reason: cell.reason,
      reasonEn: cell.reasonEn,
      words: wordsIn(cell),
      baseWords: base && base.instrument !== cell.instrument ? wordsIn(base) : [],
    }
  }
  return null
}

/** The words of all entries, each place once. */
function wordsIn({ entries }: Evaluations['rows'][number]['cells'][number]): readonly ProcessWords[] {
  const words = entries.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]))
  return words.filter((one, at) => words.findIndex(({ start, end }) => start === one.start && end === one.end) === at)
}
