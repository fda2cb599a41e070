import type { Relation, Sentence } from '../../model/comparison.ts'
import type {
  EvaluationCell,
  EvaluationComparison,
  EvaluationInstrument,
  EvaluationRow,
  EvaluationRowKey,
} from '../../model/process.ts'
import { entriesOf, type ReadEvaluation, readEvaluation } from './evaluation-entries.ts'
import { evaluationRelation } from './evaluation-relation.ts'

/** The rows in the order in which a person asks. */
const ROWS: readonly { readonly key: EvaluationRowKey; readonly label: Sentence }[] = [
  { key: 'evaluator', label: { zh: '由谁评估', en: 'Who evaluates' } },
  { key: 'cycle', label: { zh: '评估周期', en: 'Cycle' } },
  { key: 'report', label: { zh: '年度报告与年度考核', en: 'Yearly report and check' } },
  { key: 'scale', label: { zh: '等级', en: 'Grades' } },
  { key: 'otherScale', label: { zh: '另设的等级', en: 'Another scale beside it' } },
  { key: 'passline', label: { zh: '合格线', en: 'Pass line' } },
  { key: 'quota', label: { zh: '比例限制', en: 'Quota' } },
  { key: 'top', label: { zh: '最优等的后果', en: 'What the best grade brings' } },
  { key: 'middle', label: { zh: '中间各等的后果', en: 'What the grades between bring' } },
  { key: 'bottom', label: { zh: '最差等的后果', en: 'What the worst grade brings' } },
  { key: 'rectification', label: { zh: '整改期限', en: 'Time to put right' } },
  { key: 'ungraded', label: { zh: '不分等级的后果', en: 'Consequences whatever the grade' } },
]

/**
 * Evaluations side by side: grades, pass line, cycle, quota and consequences, each held against the base where a rule
 * orders it. Scales of different length meet in their best and worst grade and the pass line alone.
 * @example compareEvaluations([national, province], { base: national.id }).rows[0]?.cells
 */
export function compareEvaluations(
  instruments: readonly EvaluationInstrument[],
  { base = null }: { readonly base?: string | null } = {},
): EvaluationComparison {
  const read = instruments.map(readEvaluation)
  const own = read.find(({ id }) => id === base) ?? null
  const rows = ROWS.map(({ key, label }) => ({
    key,
    label,
    note: noteOf(key, read),
    cells: read.map((one) => cellOf(key, one, own)),
  }))
  const scales = read.flatMap(({ id, scale, others }) =>
    [...(scale === null ? [] : [scale]), ...others.map((other) => other.scale)].map((one) => ({
      ...one,
      instrument: id,
    })),
  )
  return { base, rows: rows.filter(({ cells }) => cells.some(({ silent }) => !silent)), scales }
}

function cellOf(key: EvaluationRowKey, one: ReadEvaluation, base: ReadEvaluation | null): EvaluationCell {
  const entries = entriesOf(key, one)
  const told = base === null || base.id === one.id ? NONE : evaluationRelation(key, one, base)
  return { instrument: one.id, silent: entries.length === 0, entries, ...told }
}

const NONE: { readonly relation: Relation | null; readonly reason: Sentence | null } = { relation: null, reason: null }

/** A mapping between scales of different length is the tool's, and the row says so. */
function noteOf(key: EvaluationRow['key'], read: readonly ReadEvaluation[]): Sentence | null {
  if (!['scale', 'top', 'middle', 'bottom', 'passline'].includes(key)) return null
  const lengths = new Set(read.flatMap(({ scale }) => (scale?.declared === true ? [scale.grades.length] : [])))
  if (lengths.size < 2) return null
  if (key === 'middle') {
    return {
      zh: '等级数不同，中间各等不一一对应',
      en: 'the scales differ in length: the grades between do not answer one another',
    }
  }
  return {
    zh: '等级数不同，只就最优等、最差等和合格线对照；这一对应是编辑性的，文件没有规定',
    en: 'the scales differ in length: only best, worst and pass line are held against each other, by the tool and not by the texts',
  }
}
