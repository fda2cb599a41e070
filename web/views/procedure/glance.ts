import type { Evaluations, Procedures, Step } from '../../graphql/process.ts'
import type { Messages } from '../../messages/messages.ts'
import { labelOf, plain, stepsOf } from './steps.ts'

/** One thing that answers a question; `at` opens the words that it rests on. */
export interface Answer {
  readonly text: string
  /** The track or the time beside it. */
  readonly detail: string
  readonly at: string | null
}

export interface Question {
  readonly key: string
  readonly label: string
  readonly note: null
  /** By column. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>
}

export interface Asked {
  readonly procedures: Procedures
  readonly evaluations: Evaluations | null
  readonly lang: 'zh' | 'en'
}

/** What a person asks of a procedure before anything else, answered for each column. Questions that nobody answers go. */
export function glanceOf({ procedures, evaluations, lang }: Asked, m: Messages): readonly Question[] {
  const words = m.procedure
  const ask = (key: keyof typeof words.questions, answer: (id: string) => readonly Answer[]): Question => ({
    key,
    label: words.questions[key],
    note: null,
    answers: new Map(
      procedures.columns.map(({ id }) => [
        id,
        stepsOf(procedures, id).length === 0 && key !== 'omitted' ? [] : answer(id),
      ]),
    ),
  })
  const steps = (id: string, fits: (step: Step) => boolean) => stepsOf(procedures, id).filter(fits)
  const questions = [
    ask('recommends', (id) => whoOf(steps(id, (step) => isEntry(step, procedures) && step.lane === 'recommender'))),
    ask('appraises', (id) => whoOf(steps(id, ({ stage, lane }) => stage === 'appraise' && lane !== 'applicant'))),
    ask('notice', (id) =>
      noticesOf(
        steps(id, ({ stage }) => stage === 'notice'),
        words.noticeNoTime,
      ),
    ),
    ask('decides', (id) => {
      const deciding = steps(id, ({ stage, lane }) => stage === 'decide' && lane !== 'applicant')
      return deciding.length > 0 ? whoOf(deciding, words.unnamed) : [{ text: words.noDecision, detail: '', at: null }]
    }),
    ask('howLong', (id) => totalsOf(procedures, id, lang)),
    ask('report', (id) =>
      steps(id, ({ stage, time }) => stage === 'report' && time !== null).map((step) => ({
        text: plain(step.time?.words ?? ''),
        detail: '',
        at: step.id,
      })),
    ),
    ask('evaluates', (id) => [
      ...entriesOf(evaluations, { key: 'evaluator', id, lang }),
      ...entriesOf(evaluations, { key: 'cycle', id, lang }),
    ]),
    ask('worst', (id) => entriesOf(evaluations, { key: 'bottom', id, lang })),
    ask('added', (id) => stagesOf(procedures, { id, relation: 'ADDED', lang }, words.only)),
    ask('omitted', (id) => stagesOf(procedures, { id, relation: 'OMITTED', lang }, words.only)),
  ]
  return questions.filter(({ answers }) =>
    [...answers.values()].some((all) => all.some(({ at, text }) => at !== null || text !== words.noDecision)),
  )
}

function isEntry({ stage }: Step, { stages }: Procedures): boolean {
  return stages.find(({ key }) => key === stage)?.phase === 'entry'
}

/** Who takes the steps, each once for a track. */
function whoOf(steps: readonly Step[], unnamed = ''): readonly Answer[] {
  const answers = steps.map(({ id, called, lane, partners, track }) => ({
    text: [lane === 'unnamed' ? unnamed : (called ?? unnamed), ...partners.map(({ name }) => name)]
      .filter(Boolean)
      .join(' ＋ '),
    detail: track ?? '',
    at: id,
  }))
  const named = answers.filter(({ text }) => text !== '')
  return named.filter(
    (one, at) => named.findIndex((other) => other.text === one.text && other.detail === one.detail) === at,
  )
}

function noticesOf(steps: readonly Step[], noTime: string): readonly Answer[] {
  return steps.map(({ id, time, track }) => ({
    text: time === null ? noTime : plain(time.words),
    detail: track ?? '',
    at: id,
  }))
}

function totalsOf({ procedures }: Procedures, id: string, lang: 'zh' | 'en'): readonly Answer[] {
  const totals = procedures.find(({ instrument }) => instrument === id)?.totals ?? []
  return totals.map(({ sentence, sentenceEn, track }) => ({
    text: lang === 'en' ? sentenceEn : sentence,
    detail: track ?? '',
    at: null,
  }))
}

interface Wanted {
  readonly key: string
  readonly id: string
  readonly lang: 'zh' | 'en'
}

function entriesOf(evaluations: Evaluations | null, { key, id, lang }: Wanted): readonly Answer[] {
  const row = evaluations?.rows.find((one) => one.key === key)
  const cell = row?.cells.find(({ instrument }) => instrument === id)
  return (cell?.entries ?? []).map(({ grade, value, valueEn }) => ({
    text: lang === 'en' ? valueEn : value,
    detail: grade ?? '',
    at: evaluationAt(key, id),
  }))
}

/** What the address opens for a cell of the evaluation. */
export function evaluationAt(row: string, instrument: string): string {
  return `evaluation:${row}:${instrument}`
}

interface Related {
  readonly id: string
  readonly relation: string
  readonly lang: 'zh' | 'en'
}

function stagesOf({ stages }: Procedures, { id, relation, lang }: Related, only: string): readonly Answer[] {
  return stages.flatMap((stage) => {
    const cell = stage.cells.find(({ instrument }) => instrument === id)
    if (cell?.relation !== relation || stage.key === 'other') return []
    return [{ text: labelOf(stage, lang), detail: cell.only ? only : '', at: cell.steps[0] ?? null }]
  })
}
