import type { Sentence } from '../../model/comparison.ts'
import type {
  EvaluationEntry,
  EvaluationFigure,
  EvaluationInstrument,
  EvaluationRowKey,
  EvaluationScale,
  GradeStanding,
  PlacedStep,
  ProcessWords,
  ReadScale,
} from '../../model/process.ts'
import { NO_EFFECT, readScale, scaleWords } from './scales.ts'

/** An instrument's evaluation with its scales read; `scale` is the main one, the longest that something follows from. */
export interface ReadEvaluation {
  readonly id: string
  readonly name: Sentence
  readonly scale: ReadScale | null
  readonly main: EvaluationScale | null
  readonly others: readonly { readonly scale: ReadScale; readonly from: EvaluationScale }[]
  readonly source: EvaluationInstrument
}

export function readEvaluation(source: EvaluationInstrument): ReadEvaluation {
  const graded = source.scales.filter(({ grades }) => grades.length > 0)
  const [main = null, ...rest] = graded
  return {
    id: source.id,
    name: source.name,
    main: main ?? source.scales[0] ?? null,
    scale: main === null ? null : readScale(main, source.text),
    others: rest.map((from) => ({ from, scale: readScale(from, source.text) })),
    source,
  }
}

/** What a text says in one row. */
export function entriesOf(key: EvaluationRowKey, read: ReadEvaluation): readonly EvaluationEntry[] {
  return READERS[key](read)
}

const READERS: Readonly<Record<EvaluationRowKey, (read: ReadEvaluation) => readonly EvaluationEntry[]>> = {
  scale: ({ scale, source }) => (scale === null ? [] : [scaleEntry(scale, source)]),
  otherScale: ({ others, source }) =>
    others.flatMap(({ scale, from }) => [
      scaleEntry(scale, source),
      ...from.consequences.filter(({ grade }) => grade !== null).map(effectEntry),
    ]),
  passline: ({ scale }) => (scale === null || scale.grades.length === 0 ? [] : [passEntry(scale.standings)]),
  evaluator: ({ source }) => distinct(source.steps.filter(isEvaluation).map(evaluatorEntry)),
  cycle: ({ source }) => figuresOf(source, 'evaluation_cycle').map(cycleEntry),
  report: ({ source }) => source.steps.filter(isYearly).map(stepEntry),
  quota: ({ source }) => figures(source, 'top_grade_quota'),
  top: (read) => graded(read, topOf(read)),
  middle: (read) => middleOf(read).flatMap((grade) => graded(read, grade)),
  bottom: (read) => graded(read, bottomOf(read)),
  rectification: ({ source }) => figures(source, 'rectification_period'),
  ungraded: ({ source }) => {
    const loose = source.scales.flatMap(({ consequences }) => consequences)
    return loose
      .filter(({ grade, effect }) => grade === null || ASSIGNS.test(effect))
      .map((one) => effectEntry({ ...one, grade: null }))
  },
}

/** Effects that put somebody into a grade. */
const ASSIGNS = /(?:确定|评定|认定|评|定|视)为[“"]?(?:不合格|未通过|差)/

/** The best grade, where the scale is whole or the word is a best one. */
export function topOf({ scale }: ReadEvaluation): string | null {
  const first = scale?.grades[0]
  return first !== undefined && (scale?.declared === true || /^(?:优|A|一)/.test(first)) ? first : null
}

/** The worst grade, where the scale is whole or the word is a failing one. */
export function bottomOf({ scale }: ReadEvaluation): string | null {
  const last = scale?.grades.at(-1)
  return last !== undefined && (scale?.declared === true || /^(?:不|未|差|较差)/.test(last)) ? last : null
}

function middleOf(read: ReadEvaluation): readonly string[] {
  return (read.scale?.grades ?? []).filter((grade) => grade !== topOf(read) && grade !== bottomOf(read))
}

/** What follows from one grade of the main scale. */
export function effectsOf(
  { main }: ReadEvaluation,
  grade: string | null,
): readonly (ProcessWords & { readonly effect: string })[] {
  return grade === null
    ? []
    : (main?.consequences ?? []).filter((one) => one.grade === grade && !NO_EFFECT.test(one.effect))
}

function graded(read: ReadEvaluation, grade: string | null): readonly EvaluationEntry[] {
  return effectsOf(read, grade).map((one) => effectEntry({ ...one, grade }))
}

function effectEntry(one: ProcessWords & { readonly grade: string | null; readonly effect: string }): EvaluationEntry {
  return { grade: one.grade, value: own(one.effect), words: wordsOf(one) }
}

function scaleEntry(scale: ReadScale, { text, steps, scales }: EvaluationInstrument): EvaluationEntry {
  const { place } = scale
  const near = scales
    .flatMap(({ consequences }) => consequences)
    .find(({ grade }) => grade !== null && scale.grades.includes(grade))
  const words =
    place === null
      ? (near ?? null)
      : {
          ...place,
          quote: text.slice(place.start, place.end),
          provision: provisionAt(place, [...steps, ...(near ? [near] : [])]),
        }
  return { grade: null, value: scaleWords(scale), words: words && wordsOf(words) }
}

/** Filled in by who knows the tree; a fact at the same place knows its provision. */
function provisionAt(
  place: { readonly start: number; readonly end: number },
  facts: readonly ProcessWords[],
): string | null {
  return facts.find(({ start, end }) => start >= place.start && end <= place.end)?.provision ?? null
}

const STANDINGS: readonly (readonly [GradeStanding['standing'], Sentence])[] = [
  ['pass', { zh: '通过', en: 'pass' }],
  ['conditional', { zh: '须整改', en: 'must put right' }],
  ['fail', { zh: '不通过', en: 'fail' }],
  ['unknown', { zh: '未载明后果', en: 'no consequence stated' }],
]

function passEntry(standings: readonly GradeStanding[]): EvaluationEntry {
  const parts = STANDINGS.flatMap(([standing, name]) => {
    const grades = standings.filter((one) => one.standing === standing)
    if (grades.length === 0) return []
    const word = grades.map(({ grade, why }) => (why === 'word' ? `${grade}*` : grade)).join('、')
    return [{ zh: `${name.zh}：${word}`, en: `${name.en}: ${word}` }]
  })
  const byWord = standings.some(({ why }) => why === 'word')
  return {
    grade: null,
    value: {
      zh: parts.map(({ zh }) => zh).join('；') + (byWord ? '（* 按字面，文件未载明后果）' : ''),
      en: parts.map(({ en }) => en).join('; ') + (byWord ? ' (* by the word alone)' : ''),
    },
    words: null,
  }
}

function isEvaluation({ stage, lane, action }: PlacedStep): boolean {
  return (
    (stage === 'evaluate' || stage === 'complete') &&
    lane !== 'applicant' &&
    !/方可|通过后/.test(action) &&
    /组织|委托|开展|进行|会同|负责|评估|考核|验收|评价/.test(action)
  )
}

function isYearly({ stage, time, lane, action }: PlacedStep): boolean {
  return (
    (stage === 'report' && lane === 'applicant' && (time !== null || /报告|总结|年报|年检/.test(action))) ||
    (stage === 'evaluate' && time?.kind === 'every' && time.unit === 'year' && time.value === 1)
  )
}

function evaluatorEntry({ partners, stage, ...step }: PlacedStep): EvaluationEntry {
  const helpers = partners.map(({ name }) => name)
  const kind = stage === 'complete' ? { zh: '（期满验收）', en: ' (completion)' } : { zh: '', en: '' }
  const who = [step.called ?? '（未点名）', ...helpers].join(' ＋ ')
  return { grade: null, value: { zh: who + kind.zh, en: who + kind.en }, words: wordsOf(step) }
}

function stepEntry(step: PlacedStep): EvaluationEntry {
  return { grade: null, value: own(step.action), words: wordsOf(step) }
}

function figures(source: EvaluationInstrument, key: string): readonly EvaluationEntry[] {
  return figuresOf(source, key).map((figure) => ({ grade: null, value: own(figure.quote), words: wordsOf(figure) }))
}

function cycleEntry(figure: EvaluationFigure): EvaluationEntry {
  const hedge = figure.hedge === null ? '' : figure.hedge
  return {
    grade: null,
    value: { zh: `${hedge}每 ${shown(figure)}`, en: `every ${shownEn(figure)}${hedge === '' ? '' : ` (${hedge})`}` },
    words: wordsOf(figure),
  }
}

/** 3年, 20%: a figure in its own unit. */
export function shown({ value, unit }: Pick<EvaluationFigure, 'value' | 'unit'>): string {
  return unit === 'ratio' ? `${String(Math.round(value * 1000) / 10)}%` : `${String(value)}${UNITS.get(unit) ?? unit}`
}

/** 3 year(s): the same in English. */
function shownEn({ value, unit }: Pick<EvaluationFigure, 'value' | 'unit'>): string {
  return value === 1 ? unit : `${String(value)} ${unit}s`
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['year', '年'],
  ['month', '个月'],
  ['week', '周'],
  ['day', '日'],
  ['workday', '个工作日'],
])

export function figuresOf({ figures: all }: EvaluationInstrument, key: string): readonly EvaluationFigure[] {
  return all.filter(({ metricKey }) => metricKey === key)
}

/** One entry for each who evaluates, however often the text says it. */
function distinct(entries: readonly EvaluationEntry[]): readonly EvaluationEntry[] {
  return entries.filter((one, at) => entries.findIndex(({ value }) => value.zh === one.value.zh) === at)
}

function own(words: string): Sentence {
  const plain = words.replace(/\s+/g, '')
  return { zh: plain, en: plain }
}

function wordsOf({ provision, start, end, quote }: ProcessWords): ProcessWords {
  return { provision, start, end, quote }
}
