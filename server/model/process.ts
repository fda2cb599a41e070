import type { Relation, Sentence } from './comparison.ts'
import type { Quoted } from './facts.ts'
import type { Span } from './text.ts'

/** Where in the life of an application a step stands, in order. */
export type StageKey =
  | 'arrange'
  | 'apply'
  | 'accept'
  | 'review'
  | 'appraise'
  | 'notice'
  | 'decide'
  | 'issue'
  | 'build'
  | 'complete'
  | 'report'
  | 'change'
  | 'evaluate'
  | 'rectify'
  | 'exit'
  | 'other'

/** Up to the decision, after it, and the end. */
export type PhaseKey = 'entry' | 'running' | 'exit'

/** What kind of body takes a step. */
export type LaneKey = 'applicant' | 'recommender' | 'expert' | 'authority' | 'government' | 'public' | 'unnamed'

/** A step as the graph holds it, with the words around it. */
export interface ProcessStep extends Quoted {
  readonly id: string
  readonly track: string
  readonly name: string | null
  readonly actor: string | null
  readonly action: string
  readonly duration: string | null
  /** Full id of the provision that states it. */
  readonly provision: string
  /** Words of the same sentence before the step, without line breaks. */
  readonly lead: string
  /** Headings above it, the nearest first. */
  readonly headings: readonly string[]
}

export interface ProcessRole {
  readonly key: string | null
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
}

/** What the comparison of procedures takes of one instrument; steps in text order. */
export interface ProcessInstrument {
  readonly id: string
  readonly name: Sentence
  readonly steps: readonly ProcessStep[]
  readonly roles: readonly ProcessRole[]
}

export type TimeUnit = 'workday' | 'day' | 'week' | 'month' | 'year'

/** How long, how often or until when; `value` counts `unit`, which is never converted into another. */
export interface StepTime {
  /** As the text writes it: 5 个工作日. */
  readonly words: string
  /** limit: at most; least: at least; period: so long; every: a cycle; date: a day of the calendar; vague: no figure. */
  readonly kind: 'limit' | 'least' | 'period' | 'every' | 'date' | 'vague'
  readonly value: number | null
  readonly unit: TimeUnit | null
  /** What the time is counted from, as written: 受理申请. */
  readonly from: string | null
}

export interface PlacedStep extends ProcessStep {
  readonly stage: StageKey
  /** The act in a word or two. */
  readonly act: string
  /** What the text calls the actor here, where it has a shorter name for it; null where nobody is named. */
  readonly called: string | null
  /** How sure the stage is, 0 to 1. */
  readonly score: number
  readonly stageReason: Sentence
  readonly lane: LaneKey
  readonly laneReason: Sentence
  /** Others who take part: 组织专家, 会同省财政厅, 委托第三方机构. */
  readonly partners: readonly { readonly lane: LaneKey; readonly name: string }[]
  readonly time: StepTime | null
}

/** What the entry into a procedure takes, for one track of one instrument. */
export interface ProcessTotal {
  readonly track: string
  /** complete: every place of the official side states a time; bounded: some do; silent: none does. */
  readonly kind: 'complete' | 'bounded' | 'silent'
  readonly sums: readonly {
    readonly unit: TimeUnit
    readonly value: number
    readonly kind: 'limit' | 'least' | 'period'
  }[]
  /** Stages and lanes of the official side, and those without a time. */
  readonly places: number
  readonly without: number
  readonly sentence: Sentence
}

export interface ProcedureView {
  readonly instrument: string
  readonly steps: readonly PlacedStep[]
  readonly totals: readonly ProcessTotal[]
}

export interface StageCell {
  readonly instrument: string
  readonly steps: readonly string[]
  readonly relation: Relation | null
  readonly reason: Sentence | null
  /** True when no other column has the stage. */
  readonly only: boolean
}

export interface StageRow {
  readonly key: StageKey
  readonly phase: PhaseKey
  readonly label: Sentence
  readonly cells: readonly StageCell[]
}

export interface ProcedureComparison {
  readonly base: string | null
  readonly lanes: readonly { readonly key: LaneKey; readonly label: Sentence }[]
  readonly stages: readonly StageRow[]
  readonly procedures: readonly ProcedureView[]
}

/** Words of a text as they stand, at a place. */
export interface ProcessWords extends Quoted {
  /** Full id of the provision; null for words outside the tree. */
  readonly provision: string | null
}

export interface EvaluationScale {
  /** From best to worst. */
  readonly grades: readonly string[]
  readonly consequences: readonly (ProcessWords & { readonly grade: string | null; readonly effect: string })[]
}

/** How a grade stands to the pass line, and what tells it. */
export interface GradeStanding {
  readonly grade: string
  readonly standing: 'pass' | 'conditional' | 'fail' | 'unknown'
  readonly why: 'consequence' | 'word' | null
}

/** A scale with its whole order, told apart from grades that a text only names in passing. */
export interface ReadScale {
  readonly grades: readonly string[]
  /** True where one sentence or list of the text has all the grades. */
  readonly declared: boolean
  readonly place: Span | null
  readonly standings: readonly GradeStanding[]
}

/** A figure about the evaluation: its cycle, a quota, a time to put things right. */
export interface EvaluationFigure extends ProcessWords {
  readonly metricKey: string
  readonly comparator: string
  readonly value: number
  readonly unit: string
  /** The word that softens it (一般, 原则上); null without one. */
  readonly hedge: string | null
}

/** What the comparison of evaluations takes of one instrument. */
export interface EvaluationInstrument {
  readonly id: string
  readonly name: Sentence
  readonly text: string
  readonly scales: readonly EvaluationScale[]
  readonly figures: readonly EvaluationFigure[]
  readonly steps: readonly PlacedStep[]
}

export type EvaluationRowKey =
  | 'scale'
  | 'passline'
  | 'evaluator'
  | 'cycle'
  | 'report'
  | 'quota'
  | 'top'
  | 'middle'
  | 'bottom'
  | 'rectification'
  | 'ungraded'
  | 'otherScale'

/** One thing that a text says in a cell; `grade` is set where it belongs to one grade. */
export interface EvaluationEntry {
  readonly grade: string | null
  readonly value: Sentence
  /** Null where the value follows from other entries. */
  readonly words: ProcessWords | null
}

export interface EvaluationCell {
  readonly instrument: string
  readonly silent: boolean
  readonly entries: readonly EvaluationEntry[]
  readonly relation: Relation | null
  readonly reason: Sentence | null
}

export interface EvaluationRow {
  readonly key: EvaluationRowKey
  readonly label: Sentence
  readonly note: Sentence | null
  readonly cells: readonly EvaluationCell[]
}

export interface EvaluationComparison {
  readonly base: string | null
  readonly rows: readonly EvaluationRow[]
  /** Every scale of the columns, the main one of each first. */
  readonly scales: readonly (ReadScale & { readonly instrument: string })[]
}
