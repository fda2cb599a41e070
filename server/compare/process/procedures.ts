import type { Relation, Sentence } from '../../model/comparison.ts'
import type {
  PlacedStep,
  ProcedureComparison,
  ProcedureView,
  ProcessInstrument,
  ProcessRole,
  ProcessStep,
  StageCell,
  StageRow,
} from '../../model/process.ts'
import { shortAct } from './acts.ts'
import { calledIn, LANES, lanesOf, partnersOf, type LanePlacing } from './lanes.ts'
import { STAGES, stagesOf, type Placing } from './stages.ts'
import { timeOf } from './times.ts'
import { EVERY_TRACK, totalsOf } from './totals.ts'
import { stageRelation } from './stage-relation.ts'

export { EVERY_TRACK }

export interface ProcedureOptions {
  /** Id of the column that the others are held against; null for none. */
  readonly base?: string | null
  /** Only this track, with what holds for every track. */
  readonly track?: string | null
}

/**
 * Procedures side by side: every step in a lane (what kind of body takes it) and a stage (where in the procedure it
 * stands), each with its reason; stages held against the base; how long the official side takes.
 * @example compareProcedures([national, province], { base: national.id }).stages[0]?.cells
 */
export function compareProcedures(
  instruments: readonly ProcessInstrument[],
  { base = null, track = null }: ProcedureOptions = {},
): ProcedureComparison {
  const procedures = instruments.map((instrument) => procedureOf(instrument, track))
  const rows = STAGES.map((stage) => ({ ...stage, cells: cellsOf(stage.key, procedures, { base, instruments }) }))
  const used = new Set(procedures.flatMap(({ steps }) => steps.map(({ lane }) => lane)))
  return {
    base,
    lanes: LANES.filter(({ key }) => used.has(key)),
    stages: rows.filter(({ cells }) => cells.some(({ steps }) => steps.length > 0)),
    procedures,
  }
}

function procedureOf({ id, steps: all, roles }: ProcessInstrument, track: string | null): ProcedureView {
  const steps = all.filter((step, at) => !isBareObject(step, all[at + 1]))
  const stages = stagesOf(steps)
  const staged = steps.map((step, at) => ({ step, stage: stages[at]?.stage ?? ('other' as const) }))
  const lanes = lanesOf(staged, roles)
  const placed = steps.flatMap((step, at): readonly PlacedStep[] => {
    const [stage, lane] = [stages[at], lanes[at]]
    return stage === undefined || lane === undefined
      ? []
      : [placedStep(step, { stage: byWhom(stage, lane, step), lane, roles })]
  })
  const shown = placed.filter((step) => track === null || step.track === track || step.track === EVERY_TRACK)
  return { instrument: id, steps: shown, totals: totalsOf(shown) }
}

interface Placed {
  readonly stage: Placing
  readonly lane: LanePlacing
  readonly roles: readonly ProcessRole[]
}

function placedStep(step: ProcessStep, { stage, lane, roles }: Placed): PlacedStep {
  return {
    ...step,
    stage: stage.stage,
    act: shortAct(step.action, stage.stage) ?? STAGES.find(({ key }) => key === stage.stage)?.label.zh ?? '',
    called: calledIn(step, roles),
    score: stage.score,
    stageReason: stage.reason,
    lane: lane.lane,
    laneReason: lane.reason,
    partners: partnersOf(step.action),
    time: timeOf(step.duration, step.lead + step.quote),
  }
}

/** 建设申请材料 | 经…审核: the papers that are handed on, and no act of their own. */
function isBareObject({ action, provision }: ProcessStep, next: ProcessStep | undefined): boolean {
  const isNoun = /^[^，；]{2,14}(?:材料|报告|方案|申请书|申报书|意见|资料)$/.test(action.replace(/\s+/g, ''))
  const hasVerb = /提交|编制|提出|填写|报送|递交|组织|制[定订]|出具|准备|公布|审[核查]|完善|撰写|编写|形成/.test(action)
  return isNoun && !hasVerb && next?.provision === provision && /^经/.test(next.action)
}

/** An organ applies for nothing: it deals with the application, or tells another organ. */
function byOrgan(action: string): Placing {
  if (/申报(?:通知|要求|指南|工作)|组织申报/.test(action)) {
    return { stage: 'arrange', score: 0.7, reason: { zh: '由机关布置申报', en: 'an organ calls for applications' } }
  }
  const settles = /办理|许可|登记|审批|决定/.test(action)
  return settles
    ? { stage: 'decide', score: 0.7, reason: { zh: '由机关办理申请事项', en: 'an organ deals with the application' } }
    : { stage: 'other', score: 0.5, reason: { zh: '由机关报送，不是申请', en: 'sent on by an organ, no application' } }
}

/** Who does it tells what it is: an applicant's 办理登记 applies, a recommending body's 上报 recommends. */
function byWhom(stage: Placing, { lane }: LanePlacing, { action }: ProcessStep): Placing {
  if (stage.stage === 'apply' && lane === 'recommender') {
    return {
      stage: 'review',
      score: 0.8,
      reason: { zh: '由审核推荐单位上报', en: 'handed on by the recommending body' },
    }
  }
  if (stage.stage === 'apply' && (lane === 'authority' || lane === 'government')) return byOrgan(action)
  if (stage.stage === 'evaluate' && lane === 'expert') {
    return { stage: 'appraise', score: 0.8, reason: { zh: '由专家评议', en: 'weighed by experts' } }
  }
  if (stage.stage === 'decide' && lane === 'applicant' && /办理|备案|登记|申请/.test(action)) {
    return {
      stage: 'apply',
      score: 0.8,
      reason: { zh: '由申请一方办理，属于申请', en: 'done by the applicant, so an application' },
    }
  }
  return stage
}

interface Columns {
  readonly base: string | null
  readonly instruments: readonly ProcessInstrument[]
}

function cellsOf(
  key: StageRow['key'],
  procedures: readonly ProcedureView[],
  { base, instruments }: Columns,
): readonly StageCell[] {
  const columns = procedures.map(({ instrument, steps }) => ({
    instrument,
    steps: steps.filter(({ stage }) => stage === key),
  }))
  const own = columns.find(({ instrument }) => instrument === base)
  const baseName = instruments.find(({ id }) => id === base)?.name ?? null
  const speaking = columns.filter(({ steps }) => steps.length > 0)
  return columns.map(({ instrument, steps }) => {
    const told =
      own === undefined || baseName === null || own.instrument === instrument
        ? NONE
        : stageRelation(steps, own.steps, baseName)
    return {
      instrument,
      steps: steps.map(({ id }) => id),
      ...told,
      only: columns.length > 1 && speaking.length === 1 && steps.length > 0,
    }
  })
}

const NONE: { readonly relation: Relation | null; readonly reason: Sentence | null } = { relation: null, reason: null }
