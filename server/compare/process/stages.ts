import type { Sentence } from '../../model/comparison.ts'
import type { PhaseKey, ProcessStep, StageKey } from '../../model/process.ts'
import { stageIn, type Told } from './acts.ts'

/** The stages in the order of a procedure, with the phase that each belongs to. */
export const STAGES: readonly { readonly key: StageKey; readonly phase: PhaseKey; readonly label: Sentence }[] = [
  { key: 'arrange', phase: 'entry', label: { zh: '部署通知', en: 'Call' } },
  { key: 'apply', phase: 'entry', label: { zh: '申请', en: 'Application' } },
  { key: 'accept', phase: 'entry', label: { zh: '受理', en: 'Acceptance' } },
  { key: 'review', phase: 'entry', label: { zh: '审核推荐', en: 'Review' } },
  { key: 'appraise', phase: 'entry', label: { zh: '论证评审', en: 'Appraisal' } },
  { key: 'notice', phase: 'entry', label: { zh: '公示', en: 'Public notice' } },
  { key: 'decide', phase: 'entry', label: { zh: '决定', en: 'Decision' } },
  { key: 'issue', phase: 'entry', label: { zh: '发证签约公告', en: 'Certificate' } },
  { key: 'build', phase: 'running', label: { zh: '建设实施', en: 'Building' } },
  { key: 'complete', phase: 'running', label: { zh: '验收认定', en: 'Completion' } },
  { key: 'report', phase: 'running', label: { zh: '定期报告', en: 'Reports' } },
  { key: 'change', phase: 'running', label: { zh: '变更延续', en: 'Changes' } },
  { key: 'evaluate', phase: 'running', label: { zh: '考核评估', en: 'Evaluation' } },
  { key: 'rectify', phase: 'exit', label: { zh: '整改', en: 'Rectification' } },
  { key: 'exit', phase: 'exit', label: { zh: '撤销退出', en: 'Withdrawal' } },
  { key: 'other', phase: 'running', label: { zh: '其他事项', en: 'Other matters' } },
]

/** A stage with what tells it; `score` is 0 to 1. */
export interface Placing {
  readonly stage: StageKey
  readonly score: number
  readonly reason: Sentence
}

/**
 * The stage of each step: by its own words, by what the sentence is about where it only hands something on (报…批准 after
 * a change is part of the change), by the name of the step, by the heading; else other matters.
 * @example stagesOf([step('对通过名单进行公示')])[0]?.stage // notice
 */
export function stagesOf(steps: readonly ProcessStep[]): readonly Placing[] {
  const found: Placing[] = []
  for (const [at, step] of steps.entries()) found.push(placed(step, { before: steps[at - 1], placing: found[at - 1] }))
  return found.map((placing, at) => alone(placing, steps[at], { steps, found }))
}

interface Before {
  readonly before: ProcessStep | undefined
  readonly placing: Placing | undefined
}

function placed(step: ProcessStep, { before, placing }: Before): Placing {
  const own = stageIn(step.action)
  const matter = own === null || LATER.has(own.stage) ? matterOf(step) : null
  if (matter !== null) return matter
  const follows = before !== undefined && placing !== undefined && before.provision === step.provision
  if (follows && joins(placing.stage, own?.stage ?? null, step)) {
    const stage = RESULTS.has(placing.stage) && placing.stage !== 'complete' ? 'evaluate' : placing.stage
    return {
      stage,
      score: 0.8,
      reason: said('承接同一条款的前一步', 'goes on from the step before it in the same provision'),
    }
  }
  if (own !== null) return beforeDecision(step, own)
  return byName(step) ?? byHeading(step) ?? UNTOLD
}

const UNTOLD: Placing = { stage: 'other', score: 0.3, reason: said('用语未表明环节', 'no word tells the stage') }

/** An act on what another has set going: 经…审核, 报…批准, 并报…备案. */
const HANDED = /^(?:并|再|应当?)?(?:经|报|上报|提请|报请|报送)/
/** What follows an application of any kind, and so may belong to a change or a report. */
const LATER: ReadonlySet<StageKey> = new Set(['review', 'decide', 'apply', 'accept', 'issue'])
/** Behind a result, approvals and recommendations are what it brings. */
const RESULTS: ReadonlySet<StageKey> = new Set(['complete', 'evaluate', 'rectify', 'exit'])

/** The matter of the step or of its sentence, where it is no application to enter. */
function matterOf({ action, lead }: ProcessStep): Placing | null {
  const words = action.replace(/\s+/g, '')
  for (const [stage, pattern] of MATTERS) {
    const hit = pattern.exec(words)?.[0] ?? pattern.exec(lead)?.[0]
    if (hit !== undefined) {
      return { stage, score: 0.8, reason: said(`所办事项为“${hit}”`, `the matter is ${hit}`) }
    }
  }
  return null
}

const MATTERS: readonly (readonly [StageKey, RegExp])[] = [
  ['change', /变更|调整意见|延续|延期|展期|遗失|损毁|毁损/],
  ['report', /年度报告|工作总结|年报(?!名)|年检(?!制度)/],
  ['other', /聘任|任命|选举/],
]

/** Handed on after a change or a report, or brought by a result. */
function joins(before: StageKey, own: StageKey | null, { action, lead }: ProcessStep): boolean {
  if (before === 'other') return own === 'decide' || own === null
  if (RESULTS.has(before))
    return (own === null || LATER.has(own)) && /[“"]|评估|考核|验收|运行良好|优秀/.test(action + lead)
  return (before === 'change' || before === 'report') && HANDED.test(action) && (own === null || LATER.has(own))
}

/** An evaluation under a heading about applications weighs the application. */
function beforeDecision(step: ProcessStep, { stage, words }: Told): Placing {
  const [name, ...headings] = [step.name ?? '', ...step.headings]
  const weighs = stage === 'evaluate' && ENTRY.test(name) && !/后续|年度|期满/.test(name + headings.join(''))
  const told: StageKey = weighs ? 'appraise' : stage
  return { stage: told, score: 0.9, reason: said(`动作“${words}”`, `the act ${words}`) }
}

const ENTRY = /申[报请]|评审|论证|评定|遴选|受理/

function byName({ name }: ProcessStep): Placing | null {
  const told = name === null ? null : stageIn(name)
  return told && { stage: told.stage, score: 0.6, reason: said(`步骤名“${name}”`, `the name of the step, ${name}`) }
}

function byHeading({ headings }: ProcessStep): Placing | null {
  for (const heading of headings) {
    const told = stageIn(heading)
    if (told !== null) {
      return { stage: told.stage, score: 0.5, reason: said(`所在标题“${heading}”`, `the heading above it, ${heading}`) }
    }
  }
  return null
}

interface All {
  readonly steps: readonly ProcessStep[]
  readonly found: readonly Placing[]
}

/** Something is made public where nothing was applied for: a list, a fee, a plan. */
function alone(placing: Placing, step: ProcessStep | undefined, { steps, found }: All): Placing {
  if (step === undefined || placing.stage !== 'issue' || !/公布|公告/.test(step.action)) return placing
  const article = articleOf(step.provision)
  const beside = steps.some(
    (other, at) => other !== step && articleOf(other.provision) === article && ENTERS.has(found[at]?.stage ?? 'other'),
  )
  if (beside) return placing
  return {
    stage: 'other',
    score: 0.6,
    reason: said('公布的不是申请事项的结果', 'what is made public is no result of an application'),
  }
}

const ENTERS: ReadonlySet<StageKey> = new Set(['apply', 'accept', 'review', 'appraise', 'decide', 'notice'])

function articleOf(provision: string): string {
  return /^.*?art_[^_]+(?:_\d+)?(?=__|$)/.exec(provision)?.[0] ?? provision
}

function said(zh: string, en: string): Sentence {
  return { zh, en }
}
