import { isoDuration } from '../grammar/durations.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Evaluation, Threshold } from '../model/facts.ts'
import { consequencesOf } from './consequences.ts'
import { scalesOf } from './grades.ts'
import { placesOf } from './places.ts'

export interface EvaluationContext {
  readonly thresholds: readonly Threshold[]
}

/**
 * How a text evaluates: its grades from best to worst, the cycle, and what follows from a result. Several scales of one
 * text are several evaluations; the consequences stand with the first whose grades they name.
 * @example readEvaluation(document, { thresholds })[0]?.grades // ['优', '良', '中', '差']
 */
export function readEvaluation(document: RegulationDocument, { thresholds }: EvaluationContext): readonly Evaluation[] {
  const raw = document.raw.text
  const { declared, named } = scalesOf(document)
  const scales = declared.length > 0 ? declared : named.length > 0 ? [named] : []
  const context = {
    grades: [...new Set(scales.flat())],
    isAbout: evaluates(document),
    raw,
    hasTables: /[\t|]/.test(raw),
  }
  const consequences = document.passages.flatMap((passage) => consequencesOf(passage, context))
  const cycle = thresholds.find(({ metricKey }) => metricKey === 'evaluation_cycle')
  // Grades named in passing (经考核合格) are no scale, unless something follows from one of them.
  const followed = consequences.some(({ grade }) => grade !== null)
  const meant = declared.length > 0 || followed ? scales : []
  if (meant.length === 0 && consequences.length === 0 && cycle === undefined) return []
  const grades = meant.length > 0 ? meant : [[]]
  return grades.map((scale, index) => ({
    grades: scale,
    cycle: cycle === undefined ? null : isoDuration(cycle.value, cycle.unit),
    consequences: consequences.filter(({ grade }) => ownerOf(grades, grade) === index),
  }))
}

/** Evaluations of bodies and projects; examinations of persons and assessments of risks have no consequences of this kind. */
function evaluates(document: RegulationDocument): (provision: string) => boolean {
  const places = placesOf(document)
  if (EXAMINES.test(document.meta.title ?? '')) return () => false
  return (id) =>
    (places.get(id)?.levels ?? []).some(({ heading }) => EVALUATES.test(heading) && !EXAMINES.test(heading))
}

const EVALUATES = /考核|评估|评价|验收|绩效|动态管理/
const EXAMINES = /资格|考试|报考|报名|师承|环境影响|风险|价格|资产|安全评价|竣工/

/** The longest scale first that knows the grade; consequences without a grade belong to the first scale. */
function ownerOf(scales: readonly (readonly string[])[], grade: string | null): number {
  return Math.max(
    0,
    scales.findIndex((scale) => grade !== null && scale.includes(grade)),
  )
}
