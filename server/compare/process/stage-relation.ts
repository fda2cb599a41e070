import type { Relation, Sentence } from '../../model/comparison.ts'
import type { LaneKey, PlacedStep, StepTime } from '../../model/process.ts'
import { LANES } from './lanes.ts'

export interface StageRelation {
  readonly relation: Relation | null
  readonly reason: Sentence | null
}

/**
 * How the steps of a stage stand to those of the base: added, omitted, taken by other kinds of bodies or in other times,
 * or the same. Times in different units (日 and 工作日) are told apart and not ordered.
 */
export function stageRelation(
  steps: readonly PlacedStep[],
  base: readonly PlacedStep[],
  { zh, en }: Sentence,
): StageRelation {
  if (steps.length === 0 && base.length === 0) return { relation: null, reason: null }
  if (base.length === 0) return because('ADDED', `${zh}的文件没有这一环节`, `the text of ${en} has no such stage`)
  if (steps.length === 0)
    return because('OMITTED', `${zh}的文件有这一环节，本文件没有`, `${en} has the stage, this text does not`)
  const others = bodies(steps, base, { zh, en })
  const differences = [...others, ...times(steps, base, { zh, en })]
  if (differences.length === 0)
    return because('SAME', '由同类主体办理，期限写法相同', 'the same kinds of bodies act, in the same times')
  const deadline = others.length === 0 ? byDeadline(steps, base) : null
  return because(
    deadline ?? 'DIFFERENT',
    differences.map((one) => one.zh).join('；'),
    differences.map((one) => one.en).join('; '),
  )
}

/** A deadline binds whoever must act: a shorter one is stricter. Periods and cycles are not ordered. */
function byDeadline(steps: readonly PlacedStep[], base: readonly PlacedStep[]): Relation | null {
  const [own, theirs] = [timesIn(steps), timesIn(base)]
  const [one, other] = [own[0], theirs[0]]
  if (own.length !== 1 || theirs.length !== 1 || one?.kind !== 'limit' || other?.kind !== 'limit') return null
  if (one.unit !== other.unit || one.value === null || other.value === null) return null
  return one.value < other.value ? 'STRICTER' : 'LOOSER'
}

function because(relation: Relation, zh: string, en: string): StageRelation {
  return { relation, reason: { zh, en } }
}

function bodies(steps: readonly PlacedStep[], base: readonly PlacedStep[], name: Sentence): readonly Sentence[] {
  const [own, theirs] = [lanesIn(steps), lanesIn(base)]
  const added = LANES.filter(({ key }) => own.has(key) && !theirs.has(key)).map(({ label }) => label)
  const left = LANES.filter(({ key }) => theirs.has(key) && !own.has(key)).map(({ label }) => label)
  return [
    ...added.map((label) => ({ zh: `多出“${label.zh}”`, en: `also taken by: ${label.en}` })),
    ...left.map((label) => ({
      zh: `没有“${label.zh}”（${name.zh}有）`,
      en: `not taken by: ${label.en} (as in ${name.en})`,
    })),
  ]
}

/** Official bodies: the party to the matter is in every stage, named or not. */
function lanesIn(steps: readonly PlacedStep[]): ReadonlySet<LaneKey> {
  const lanes = steps.flatMap(({ lane, partners }) => [lane, ...partners.map((partner) => partner.lane)])
  return new Set(lanes.filter((lane) => lane !== 'applicant' && lane !== 'unnamed'))
}

function times(steps: readonly PlacedStep[], base: readonly PlacedStep[], name: Sentence): readonly Sentence[] {
  const [own, theirs] = [timesIn(steps), timesIn(base)]
  const [one, other] = [own[0], theirs[0]]
  if (one === undefined && other === undefined) return []
  if (one === undefined || other === undefined) return [stated(one, other, name)]
  if (own.map(figure).join() === theirs.map(figure).join()) return []
  const pair = {
    zh: `${wordsOf(own)}，${name.zh}为${wordsOf(theirs)}`,
    en: `${wordsOf(own)} against ${wordsOf(theirs)}`,
  }
  if (own.length > 1 || theirs.length > 1 || one.value === null || other.value === null) return [pair]
  if (one.unit !== other.unit) {
    return [{ zh: `${pair.zh}：计时单位不同，不作换算`, en: `${pair.en}: other units of time, not converted` }]
  }
  if (one.kind !== other.kind) return [pair]
  const shorter = one.value < other.value
  return [{ zh: `${pair.zh}：${shorter ? '更短' : '更长'}`, en: `${pair.en}: ${shorter ? 'shorter' : 'longer'}` }]
}

function stated(one: StepTime | undefined, other: StepTime | undefined, name: Sentence): Sentence {
  return one === undefined
    ? {
        zh: `未载明时间（${name.zh}为${other?.words ?? ''}）`,
        en: `no time stated (${name.en}: ${other?.words ?? ''})`,
      }
    : { zh: `载明${one.words}，${name.zh}未载明`, en: `states ${one.words}, ${name.en} states none` }
}

function timesIn(steps: readonly PlacedStep[]): readonly StepTime[] {
  const times = steps.flatMap(({ time }) => (time === null ? [] : [time]))
  return times.filter((time, at) => times.findIndex((other) => figure(other) === figure(time)) === at)
}

/** 1年 and 一年, 每年 and 年度 are the same time. */
function figure({ kind, value, unit, ...time }: StepTime): string {
  return value === null ? plain(time) : `${kind} ${value} ${unit ?? ''}`
}

function wordsOf(times: readonly StepTime[]): string {
  return times.map(plain).join('、')
}

function plain({ words }: Pick<StepTime, 'words'>): string {
  return words.replace(/\s+/g, '')
}
