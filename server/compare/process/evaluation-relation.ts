import type { Relation, Sentence } from '../../model/comparison.ts'
import type { EvaluationFigure, EvaluationRowKey } from '../../model/process.ts'
import { bottomOf, effectsOf, entriesOf, figuresOf, type ReadEvaluation, shown, topOf } from './evaluation-entries.ts'
import { severityOf } from './scales.ts'

interface Told {
  readonly relation: Relation | null
  readonly reason: Sentence | null
}

/**
 * How a cell of the evaluation stands to the base: a shorter cycle, a smaller share of the best grade, a shorter time to
 * put right and a harder consequence of the worst grade are stricter; scales of different length are not ordered.
 */
export function evaluationRelation(key: EvaluationRowKey, one: ReadEvaluation, base: ReadEvaluation): Told {
  const [own, theirs] = [entriesOf(key, one), entriesOf(key, base)]
  if (own.length === 0 && theirs.length === 0) return { relation: null, reason: null }
  if (theirs.length === 0) return told('ADDED', `${base.name.zh}的文件未载明`, `${base.name.en} says nothing of it`)
  if (own.length === 0)
    return told('OMITTED', `${base.name.zh}的文件有规定，本文件没有`, `${base.name.en} says it, this text does not`)
  return (ORDERED[key] ?? byWords)(one, base)
}

type Rule = (one: ReadEvaluation, base: ReadEvaluation, key?: EvaluationRowKey) => Told

const ORDERED: Partial<Record<EvaluationRowKey, Rule>> = {
  cycle: (one, base) => byFigure(one, base, CYCLE),
  quota: (one, base) => byFigure(one, base, QUOTA),
  rectification: (one, base) => byFigure(one, base, RECTIFICATION),
  scale: byScale,
  otherScale: () => told('DIFFERENT', '另设的等级不与主等级对照', 'a scale beside the main one is not held against it'),
  passline: byPassLine,
  bottom: byHardness,
  top: (one, base) => byEffects(one, base, topOf),
  middle: (one, base) =>
    one.scale?.grades.length === base.scale?.grades.length
      ? told('DIFFERENT', '各等后果分别载明，用语不同', 'consequences of each grade in other words')
      : told('NOT_COMPARABLE', '等级数不同，中间各等不一一对应', 'scales of different length'),
  evaluator: byLanes,
  report: byReport,
  ungraded: () =>
    told('DIFFERENT', '不分等级的后果分别载明，没有规则排序', 'stated each in its own words; no rule orders them'),
}

interface Measure {
  readonly key: string
  /** What less of it is called. */
  readonly less: Sentence
  readonly more: Sentence
}

const CYCLE: Measure = {
  key: 'evaluation_cycle',
  less: { zh: '周期更短，评估更频繁，更严', en: 'a shorter cycle, so stricter' },
  more: { zh: '周期更长，评估更少，更宽', en: 'a longer cycle, so looser' },
}
const QUOTA: Measure = {
  key: 'top_grade_quota',
  less: { zh: '优等比例上限更低，更严', en: 'a lower share of the best grade, so stricter' },
  more: { zh: '优等比例上限更高，更宽', en: 'a higher share of the best grade, so looser' },
}
const RECTIFICATION: Measure = {
  key: 'rectification_period',
  less: { zh: '整改时间更短，更严', en: 'less time to put right, so stricter' },
  more: { zh: '整改时间更长，更宽', en: 'more time to put right, so looser' },
}

function byFigure(one: ReadEvaluation, base: ReadEvaluation, { key, less, more }: Measure): Told {
  const [own, theirs] = [figuresOf(one.source, key), figuresOf(base.source, key)]
  const [mine, other] = [alike(own), alike(theirs)]
  if (mine === null || other === null)
    return told('DIFFERENT', '一方载明了几个不同的数值', 'one side states several figures')
  const pair = { zh: `${shown(mine)}，${base.name.zh}为${shown(other)}`, en: `${shown(mine)} against ${shown(other)}` }
  if (mine.unit !== other.unit)
    return told('NOT_COMPARABLE', `${pair.zh}：单位不同，不作换算`, `${pair.en}: other units, not converted`)
  if (mine.value === other.value) return byHedge(mine, other, base.name)
  const isLess = mine.value < other.value
  const said = isLess ? less : more
  return told(isLess ? 'STRICTER' : 'LOOSER', `${pair.zh}：${said.zh}`, `${pair.en}: ${said.en}`)
}

/** The same figure; 一般 hedges the number and stands on no rung of the ladder, 原则上 stands one rung down. */
function byHedge(mine: EvaluationFigure, other: EvaluationFigure, name: Sentence): Told {
  const [own, theirs] = [mine.hedge, other.hedge]
  const both = { zh: `同为${shown(mine)}`, en: `both ${shown(mine)}` }
  if (own === theirs) return told('SAME', both.zh, both.en)
  const said = {
    zh: `${both.zh}；${own === null ? `${name.zh}带“${theirs ?? ''}”` : `本文件带“${own}”`}`,
    en: `${both.en}; softened by ${own ?? theirs ?? ''} ${own === null ? `in ${name.en}` : 'here'}`,
  }
  if (own?.startsWith('原则') === true) return told('LOOSER', said.zh, said.en)
  if (theirs?.startsWith('原则') === true) return told('STRICTER', said.zh, said.en)
  return told('SAME', said.zh, said.en)
}

/** The figure, where all of them say the same. */
function alike(figures: readonly EvaluationFigure[]): EvaluationFigure | null {
  const [first] = figures
  return first !== undefined && figures.every(({ value, unit }) => value === first.value && unit === first.unit)
    ? first
    : null
}

const UNTOLD: Sentence = { zh: '一方没有载明全部等级', en: 'one side does not state its whole scale' }

function byScale({ scale }: ReadEvaluation, { scale: other, name }: ReadEvaluation): Told {
  if (scale === null || other === null) return { relation: null, reason: null }
  if (!scale.declared || !other.declared) return told('NOT_COMPARABLE', UNTOLD.zh, UNTOLD.en)
  const [mine, theirs] = [scale.grades.length, other.grades.length]
  if (mine !== theirs) {
    return told(
      'NOT_COMPARABLE',
      `${mine} 级与${name.zh}的 ${theirs} 级不是同一量表`,
      `${mine} grades and the ${theirs} of ${name.en} are not one scale`,
    )
  }
  return scale.grades.join() === other.grades.join()
    ? told('SAME', `同为 ${mine} 级，名称相同`, `the same ${mine} grades`)
    : told('DIFFERENT', `同为 ${mine} 级，名称不同`, `${mine} grades as well, under other names`)
}

function byPassLine({ scale }: ReadEvaluation, { scale: other, name }: ReadEvaluation): Told {
  if (scale === null || other === null) return { relation: null, reason: null }
  if (!scale.declared || !other.declared) return told('NOT_COMPARABLE', UNTOLD.zh, UNTOLD.en)
  const passing = (grades: typeof scale.standings) => grades.filter(({ standing }) => standing === 'pass').length
  const share = `${passing(scale.standings)}/${scale.grades.length}`
  const theirs = `${passing(other.standings)}/${other.grades.length}`
  const pair = {
    zh: `${share} 个等级直接通过，${name.zh}为 ${theirs}`,
    en: `${share} grades pass outright, ${theirs} in ${name.en}`,
  }
  if (scale.grades.length !== other.grades.length) {
    return told('NOT_COMPARABLE', `${pair.zh}；量表不同，不排序`, `${pair.en}; the scales differ, so no order`)
  }
  return told(share === theirs ? 'SAME' : 'DIFFERENT', pair.zh, pair.en)
}

const HARDNESS: readonly Sentence[] = [
  { zh: '没有不利后果', en: 'no adverse consequence' },
  { zh: '通报约谈', en: 'a warning' },
  { zh: '整改', en: 'rectification' },
  { zh: '撤销资格一类', en: 'withdrawal' },
]

/** The worst grade of each scale, whatever the number of grades: withdrawal is harder than rectification. */
function byHardness(one: ReadEvaluation, base: ReadEvaluation): Told {
  const hardest = (read: ReadEvaluation) =>
    Math.max(0, ...effectsOf(read, bottomOf(read)).map(({ effect }) => severityOf(effect)))
  const [mine, theirs] = [hardest(one), hardest(base)]
  const grades = `“${bottomOf(one) ?? ''}”↔“${bottomOf(base) ?? ''}”`
  const pair = {
    zh: `${grades}：${HARDNESS[mine]?.zh ?? ''}，${base.name.zh}为${HARDNESS[theirs]?.zh ?? ''}`,
    en: `${grades}: ${HARDNESS[mine]?.en ?? ''} against ${HARDNESS[theirs]?.en ?? ''}`,
  }
  return told(mine === theirs ? 'SAME' : mine > theirs ? 'STRICTER' : 'LOOSER', pair.zh, pair.en)
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['推荐', /推荐/],
  ['支持', /支持|奖励|资助|补助|经费/],
  ['保留', /保留/],
  ['进入下一轮', /进入下一/],
]

function byEffects(one: ReadEvaluation, base: ReadEvaluation, grade: (read: ReadEvaluation) => string | null): Told {
  const kinds = (read: ReadEvaluation) =>
    KINDS.filter(([, pattern]) => effectsOf(read, grade(read)).some(({ effect }) => pattern.test(effect))).map(
      ([name]) => name,
    )
  const [mine, theirs] = [kinds(one), kinds(base)]
  if (mine.join() === theirs.join())
    return told('SAME', `同为${mine.join('、') || '其他'}`, 'the same kinds of consequence')
  return told(
    'DIFFERENT',
    `${mine.join('、') || '其他'}，${base.name.zh}为${theirs.join('、') || '其他'}；没有规则排序`,
    'other kinds of consequence; no rule orders them',
  )
}

function byLanes(one: ReadEvaluation, base: ReadEvaluation): Told {
  const helped = (read: ReadEvaluation) => entriesOf('evaluator', read).some(({ value }) => /＋/.test(value.zh))
  const [mine, theirs] = [helped(one), helped(base)]
  if (mine === theirs)
    return told('SAME', mine ? '都有专家或第三方等参与' : '都未载明他人参与', 'alike in who takes part')
  return mine
    ? told('DIFFERENT', `载明专家、第三方或其他部门参与，${base.name.zh}未载明`, 'others take part here')
    : told('DIFFERENT', `未载明他人参与，${base.name.zh}有`, 'nobody else takes part here')
}

function byReport(one: ReadEvaluation, base: ReadEvaluation): Told {
  const checked = ({ source }: ReadEvaluation) =>
    source.steps.some(({ stage, time }) => stage === 'evaluate' && time?.kind === 'every' && time.value === 1)
  const [mine, theirs] = [checked(one), checked(base)]
  if (mine && !theirs)
    return told(
      'STRICTER',
      `除报告外还有年度考核，${base.name.zh}只有年度报告：更严`,
      'a yearly check on top of the report, so stricter',
    )
  if (theirs && !mine)
    return told(
      'LOOSER',
      `只有年度报告，${base.name.zh}还有年度考核：更宽`,
      'a yearly report without a check, so looser',
    )
  return told('SAME', '都要求年度报告', 'both ask for a yearly report')
}

function byWords(): Told {
  return told('DIFFERENT', '没有规则排序', 'no rule orders them')
}

function told(relation: Relation, zh: string, en: string): Told {
  return { relation, reason: { zh, en } }
}
