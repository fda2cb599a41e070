import { clauses, segments, sentences } from '../grammar/clauses.ts'
import type { Stretch } from '../grammar/clauses.ts'
import { isoDuration } from '../grammar/durations.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Consequence, Evaluation, Threshold } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
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
  const scales = scalesOf(document)
  const reading = { grades: [...new Set(scales.flat())], isAbout: evaluates(document) }
  const consequences = document.passages.flatMap((passage) => consequencesOf(passage, reading))
  const cycle = thresholds.find(({ metricKey }) => metricKey === 'evaluation_cycle')
  if (scales.length === 0 && consequences.length === 0 && cycle === undefined) return []
  const grades = scales.length > 0 ? scales : [[]]
  return grades.map((scale, index) => ({
    grades: scale,
    cycle: cycle === undefined ? null : isoDuration(cycle.value, cycle.unit),
    consequences: consequences.filter(({ grade }) => ownerOf(grades, grade) === index),
  }))
}

function evaluates(document: RegulationDocument): (provision: string) => boolean {
  const places = placesOf(document)
  return (id) => (places.get(id)?.levels ?? []).some(({ heading }) => /考核|评估|评价|验收|绩效/.test(heading))
}

/** The longest scale first that knows the grade; consequences without a grade belong to the first scale. */
function ownerOf(scales: readonly (readonly string[])[], grade: string | null): number {
  return Math.max(
    0,
    scales.findIndex((scale) => grade !== null && scale.includes(grade)),
  )
}

const ASSESSED = /(?:考核|评估|评价|验收|评审|考评|评定|认定|测评|绩效|信用|结果|等[级次])[^，。；]{0,14}$/
const DIVIDED =
  /(?:分为|划分为|设为|分)[:：]?((?:[“"'‘]?[^，。；“”"]{1,24}[”"'’]?[、和与及]?)+?)(?:[0-9一二两三四五六七]个?)?(?:档次?|等[级次]|类|级)?(?=[，。；]|$)/
const GRADE_WORDS = [
  ...['优秀', '优良', '良好', '较好', '中等', '合格', '基本合格', '不合格', '较差', '称职', '基本称职', '不称职'],
  ...['通过', '未通过', '不通过', '达标', '不达标', '基本达标', '一般', '优', '良', '中', '差'],
]

/** The scales that the body declares (分为“优”“良”“中”“差”四个档次), or the grades it names in passing. */
function scalesOf(document: RegulationDocument): readonly (readonly string[])[] {
  const bodies = document.passages.filter(({ part }) => part === 'body').map(({ clean }) => clean.text)
  const declared = bodies.flatMap(declaredScales)
  const distinct = declared.filter((scale, i) => declared.findIndex((other) => `${other}` === `${scale}`) === i)
  if (distinct.length > 0) return [...distinct].sort((a, b) => b.length - a.length)
  const named = [...new Set(bodies.flatMap(namedGrades))]
  return named.length > 0 ? [named] : []
}

function declaredScales(text: string): readonly (readonly string[])[] {
  return sentences(text).flatMap((sentence) =>
    clauses(text, sentence).flatMap(({ from, to }) => {
      const words = text.slice(from, to)
      const hit = DIVIDED.exec(words)
      if (hit === null || !ASSESSED.test(words.slice(0, hit.index))) return []
      const grades = listed(hit[1] ?? '')
      return grades.length > 1 && grades.every(isGrade) ? [grades] : []
    }),
  )
}

/** “优”“良”“中”“差”, “优秀、良好、合格” and 优秀、良好和较差. */
function listed(words: string): readonly string[] {
  return words
    .split(/[“”"'‘’、]|和|与|及/)
    .map((grade) =>
      grade.replace(/(?:[0-9一二两三四五六七]个?)?(?:档次?|等[级次]|[类级])$/, (tail) => (tail === '级' ? tail : '')),
    )
    .filter((grade) => grade !== '')
}

function isGrade(word: string): boolean {
  return GRADE_WORDS.includes(word) || /^[A-EＡ-Ｅ一二三四五甲乙丙丁][级类等]?$/.test(word)
}

const NAMED =
  /(?:考核|评估|评价|验收|绩效)(?:结果)?(?:[为是]|评为)?[“"]?((?:(?:基本|不)?合格|优秀|良好|较差|不?达标)(?:[、和或](?:(?:基本|不)?合格|优秀|良好|较差|不?达标))*)/g

function namedGrades(text: string): readonly string[] {
  return [...text.matchAll(NAMED)].flatMap((hit) => (hit[1] ?? '').split(/[、和或]/))
}

const OCCASION = /考核|评估|评价|验收|评定|整改|年检|绩效|弄虚作假|虚假|失信|中途退出|不参加|资格的|不合格/
const EFFECT =
  /取消|撤销|撤回|摘牌|整改|不再列入|不再享受|保留|进入下一|给予|予以|推荐|视为|视同|追回|收回|确定为|认定为|纳入|动态调整|动态管理|退出机制|依据|参考|处理|方可|安排|继续支持|通报|约谈|终止|停止|降级|比例不[超低高]/
const CONDITION = /(?:的|后|时)$|而[不未]|^(?:对|对于|凡|经|根据|依据|结合)/

/** Effects that only an evaluation has; weaker ones (给予支持) need its words beside them. */
const TELLING = /不再列入|动态调整|动态管理|重要依据|重要参考|优胜劣汰/

/** Clauses that say what a result brings, the first with the condition before it; one consequence per grade named. */
function consequencesOf(passage: Passage, { grades, isAbout }: Reading): readonly Consequence[] {
  const { provision, clean, part } = passage
  if (part !== 'body' || provision === null) return []
  const { text } = clean
  return sentences(text)
    .filter(({ from, to }) => isAbout(provision) || OCCASION.test(text.slice(from, to)))
    .flatMap((sentence) => segments(text, sentence))
    .flatMap((segment) => statements(text, segment))
    .flatMap(({ from, to, condition, effect }) => {
      const named = gradesIn(condition + effect, grades)
      const isOfEvaluated = isAbout(provision) && /^对/.test(condition)
      const isTold = OCCASION.test(condition + effect) || TELLING.test(effect) || isOfEvaluated
      if (named[0] === null && !isTold) return []
      return named.map((grade) => ({ ...rawSpan(clean, from, to), grade, effect, provision }))
    })
}

interface Reading {
  readonly grades: readonly string[]
  /** Whether the headings above a provision speak of evaluation. */
  readonly isAbout: (provision: string) => boolean
}

interface Statement extends Stretch {
  readonly condition: string
  readonly effect: string
}

/** Each clause with an effect, under the last condition before it in the same segment. */
function statements(text: string, segment: Stretch): readonly Statement[] {
  const found: Statement[] = []
  let condition: Stretch | null = null
  let opens: number | null = null
  for (const part of clauses(text, segment)) {
    const words = text.slice(part.from, part.to)
    if (EFFECT.test(words) && !/的$/.test(words)) {
      const given = condition === null ? '' : text.slice(condition.from, condition.to)
      found.push({ from: opens ?? part.from, to: part.to, condition: given, effect: words })
      opens = null
    } else if (CONDITION.test(words)) {
      condition = part
      opens = part.from
    }
  }
  return found
}

/** The grades that the words name, the longest first so that 不合格 is not read as 合格; null alone when none is. */
function gradesIn(words: string, grades: readonly string[]): readonly (string | null)[] {
  const known = [...grades].sort((a, b) => b.length - a.length)
  const quoted = known.filter((grade) => grade.length === 1)
  const long = known.filter((grade) => grade.length > 1)
  const pattern = long.length > 0 ? new RegExp(long.join('|'), 'g') : /(?!)/g
  const found = [
    ...new Set([...words.matchAll(pattern)].map((hit) => hit[0])),
    ...quoted.filter((grade) => new RegExp(`[“"]${grade}[”"]`).test(words)),
  ]
  return found.length > 0 ? found : [null]
}
